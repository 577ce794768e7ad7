import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The columns that every table of ours writes the same way. */

export const id = () => uuid('id').primaryKey()

/** Every row names its company; foreign keys are composite on it (ARCHITECTURE §3). */
export const workspaceId = () => uuid('workspace_id').notNull()

/** `timestamptz` to the millisecond, which is all a JavaScript Date holds: what is written is what is read. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const createdAt = () => instant('created_at').notNull()

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})
