import { sql } from 'drizzle-orm'
import { bigserial, foreignKey, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns.ts'
import { workspaces } from '../db/tables.ts'

export const outboxEvents = pgTable(
  'outbox_event',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id').notNull(),
    /** Order of delivery within one aggregate. Never a cursor: a late commit may carry an earlier number. */
    seq: bigserial({ mode: 'number' }).notNull(),
    /** What the event is about; events of one aggregate are delivered in order. */
    aggregate: uuid().notNull(),
    type: text().notNull(),
    payload: jsonb().notNull(),
    actor: uuid(),
    at: instant('at').notNull(),
    deliveredAt: instant('delivered_at'),
  },
  (t) => [
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
    index('outbox_undelivered').on(t.aggregate, t.seq).where(sql`${t.deliveredAt} is null`),
  ],
)
