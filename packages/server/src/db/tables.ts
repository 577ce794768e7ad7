import { sql } from 'drizzle-orm'
import { boolean, check, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from './columns.ts'

/** The company (P1). It stands under the nouns because every row of theirs points to it. */
export const workspaces = pgTable(
  'workspace',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** What the company changed; everything else comes from the defaults in core. */
    settings: jsonb().notNull().default({}),
    createdAt: createdAt(),
    /** Always true and unique: one installation serves one company (P1). */
    only: boolean().notNull().default(true),
  },
  (t) => [unique().on(t.only), check('workspace_only_one', sql`${t.only}`)],
)
