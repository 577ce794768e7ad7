import type { Passage } from '@foreword/core/search/snippet'
import {
  customType,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../db/columns.ts'
import { initiatives } from '../initiatives/tables.ts'
import { editions, narratives } from '../narratives/tables.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What can be found by its words: each idea with its answers, and each document with its draft and its last edition. It
 * holds nothing of its own and is made anew from what it is of; nothing sealed is among it, no comment and no note.
 */
export const findables = pgTable(
  'findable',
  {
    workspaceId: workspaceId(),
    /** Of the idea, or of the document. */
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    narrativeId: uuid('narrative_id'),
    title: text().notNull(),
    /** Not `jsonb`, which is written out anew each time it is shown: nothing looks into it but the app. */
    passages: json().$type<Passage[]>().notNull(),
    /** The last edition, where it says something else than the draft. */
    editionId: uuid('edition_id'),
    editionNumber: integer('edition_number'),
    editionPassages: json('edition_passages').$type<Passage[]>(),
    titleWords: tsvector('title_words').notNull(),
    words: tsvector().notNull(),
    changedAt: instant('changed_at').notNull(),
    /** When what is written here was read: what was read before that is not written over it. */
    readAt: instant('read_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    // what waits to be put in an index of words is read through for each search
    index('findable_words').using('gin', t.words).with({ fastupdate: false }),
    index('findable_title_words').using('gin', t.titleWords).with({ fastupdate: false }),
  ],
)
