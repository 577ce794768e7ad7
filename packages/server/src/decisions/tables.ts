import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../db/columns.ts'
import { initiatives } from '../initiatives/tables.ts'
import { editions } from '../narratives/tables.ts'
import { people } from '../people/tables.ts'

/** A decision (D2). A row is written once and never changed; a later one names it in `supersedes`. */
export const decisions = pgTable(
  'decision',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    /** Counts from 1 in the workspace. */
    number: integer().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    /** No foreign key: meetings stand to the right of decisions. */
    meetingId: uuid('meeting_id'),
    editionId: uuid('edition_id'),
    supersedes: uuid(),
    deciderId: uuid('decider_id').notNull(),
    outcome: text({ enum: ['fund', 'revise', 'investigate', 'park', 'set-aside', 'merge'] }).notNull(),
    /** `DecisionDraft` of core, as it was filled in. */
    draft: jsonb().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('decision_number').on(t.workspaceId, t.number),
    unique('decision_superseded_once').on(t.workspaceId, t.supersedes),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.supersedes], foreignColumns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.deciderId], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.recordedBy], foreignColumns: [people.workspaceId, people.id] }),
    index('decision_of_initiative').on(t.workspaceId, t.initiativeId, t.recordedAt),
    index('decision_by_time').on(t.workspaceId, t.recordedAt),
  ],
)
