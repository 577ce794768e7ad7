import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../db/columns.ts'
import { assumptionChanges, assumptions } from '../../evidence/tables.ts'
import { editions, narratives } from '../../narratives/tables.ts'
import { people } from '../../people/tables.ts'
import { questions } from '../tables.ts'

/** An iteration (N7). What it set out to do is written once; how it was left can be taken back. */
export const iterations = pgTable(
  'iteration',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    /** The document it is written in. */
    narrativeId: uuid('narrative_id').notNull(),
    /** The one it takes further, and the edition of that it began as a copy of. */
    parentId: uuid('parent_id'),
    editionId: uuid('edition_id'),
    objective: text().notNull(),
    assumptionId: uuid('assumption_id'),
    questionId: uuid('question_id'),
    /** What was assumed or asked, in the words of the day it began. */
    testsSaid: text('tests_said'),
    expects: text().notNull(),
    startedBy: uuid('started_by').notNull(),
    startedAt: instant('started_at').notNull(),
    left: text({ enum: ['ended', 'dropped'] }),
    /** What was learnt, or why it was dropped. */
    leftSaying: text('left_saying'),
    leftBy: uuid('left_by'),
    leftAt: instant('left_at'),
    /** What it made of its assumption. */
    changeId: uuid('change_id'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.parentId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.assumptionId],
      foreignColumns: [assumptions.workspaceId, assumptions.initiativeId, assumptions.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.questionId],
      foreignColumns: [questions.workspaceId, questions.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.changeId],
      foreignColumns: [assumptionChanges.workspaceId, assumptionChanges.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.startedBy], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.leftBy], foreignColumns: [people.workspaceId, people.id] }),
    index('iteration_of_initiative').on(t.workspaceId, t.initiativeId, t.startedAt),
    check('iteration_tests_one_thing', sql`${t.assumptionId} is null or ${t.questionId} is null`),
    check(
      'iteration_is_left_whole',
      sql`num_nulls(${t.left}, ${t.leftSaying}, ${t.leftBy}, ${t.leftAt}) in (0, 4)
        and (${t.changeId} is null or (${t.left} is not null and ${t.left} = 'ended'))`,
    ),
  ],
)
