import { newsKinds } from '@foreword/core/notifications/kinds'
import { sql } from 'drizzle-orm'
import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../db/columns.ts'
import { people } from '../people/tables.ts'

/** How far somebody has read the news, and what of it they do without. News itself is read where it happened. */
export const newsReaders = pgTable(
  'news_reader',
  {
    workspaceId: workspaceId(),
    personId: uuid('person_id').notNull(),
    seenAt: instant('seen_at'),
    unwanted: text({ enum: newsKinds }).array().notNull().default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.personId] }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
  ],
)
