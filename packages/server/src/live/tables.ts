import { bigint, foreignKey, integer, pgTable, primaryKey, unique, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant, workspaceId } from '../db/columns.ts'

/**
 * A living document: what several people write at once. It knows nothing of narratives; a narrative's draft points
 * here. `schemaVersion` is the newest schema that has written to it: older code may not open it, because an editor
 * deletes what its schema does not know, for everyone.
 */
export const document = pgTable(
  'document',
  {
    id: id(),
    workspaceId: workspaceId(),
    schemaVersion: integer('schema_version').notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('document_in_workspace').on(table.workspaceId, table.id)],
)

/**
 * The log of Yjs updates, appended to and never changed; compaction folds rows into the snapshot.
 * `seq` is the database's own counter, so it rises within a document but has gaps, and a row that was written twice
 * because the answer to the first commit was lost is harmless: Yjs updates are idempotent.
 */
export const documentUpdate = pgTable(
  'document_update',
  {
    workspaceId: workspaceId(),
    documentId: uuid('document_id').notNull(),
    seq: bigint('seq', { mode: 'bigint' }).generatedAlwaysAsIdentity({ cache: 1 }).notNull(),
    bytes: bytes('bytes').notNull(),
    /** Who wrote it; null when the product did (an import, "Add to FAQ"). */
    author: uuid('author'),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'document_update_pk', columns: [table.documentId, table.seq] }),
    foreignKey({
      name: 'document_update_of_document',
      columns: [table.workspaceId, table.documentId],
      foreignColumns: [document.workspaceId, document.id],
    }).onDelete('cascade'),
  ],
)

/** Every update up to the last compaction, in one: it bounds the time to load. The rows it holds are gone. */
export const documentSnapshot = pgTable(
  'document_snapshot',
  {
    documentId: uuid('document_id').primaryKey(),
    workspaceId: workspaceId(),
    bytes: bytes('bytes').notNull(),
    authors: uuid('authors').array().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    unique('document_snapshot_in_workspace').on(table.workspaceId, table.documentId),
    foreignKey({
      name: 'document_snapshot_of_document',
      columns: [table.workspaceId, table.documentId],
      foreignColumns: [document.workspaceId, document.id],
    }).onDelete('cascade'),
  ],
)
