import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, workspaceId } from '../db/columns.ts'
import { narratives } from '../narratives/tables.ts'
import { people } from '../people/tables.ts'

/** A Word file that was brought back: the draft before and after it, so that it can be taken back. */
export const wordReturns = pgTable(
  'word_return',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    narrativeId: uuid('narrative_id').notNull(),
    fileName: text('file_name').notNull(),
    /** Canonical bytes of the draft. */
    before: bytes('before').notNull(),
    after: bytes('after').notNull(),
    /** The update of the draft that is still to be applied; null once it is, or when no word changed. */
    pending: bytes('pending'),
    by: uuid().notNull(),
    at: instant('at').notNull(),
    takenBackAt: instant('taken_back_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
    index('word_return_of_narrative').on(t.workspaceId, t.narrativeId, t.at),
  ],
)
