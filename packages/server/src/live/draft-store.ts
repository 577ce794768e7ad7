import type { Pool } from 'pg'
import * as Y from 'yjs'
import type { Tx } from '../db/database.ts'
import { document, documentUpdate } from './tables.ts'

/** One Yjs update on its way to the log. */
export type DraftUpdate = {
  workspaceId: string
  documentId: string
  bytes: Uint8Array
  author: string | null
  at: Date
}

export type StoredDraft = {
  workspaceId: string
  schemaVersion: number
  /** The snapshot, if there is one, then the rows of the log. */
  updates: Uint8Array[]
  /** How many of those are rows of the log, which compaction would fold away. */
  loggedUpdates: number
}

/** A half-open connection would otherwise hold every acknowledgement for as long as TCP is patient. */
const WRITE_TIMEOUT_MS = 10_000

/** Makes a document inside the caller's transaction, so a narrative and its first words appear together or not at all. */
export async function createDraft(
  tx: Tx,
  draft: {
    workspaceId: string
    id: string
    schemaVersion: number
    update: Uint8Array
    author: string | null
    at: Date
  },
): Promise<void> {
  const { workspaceId, id, schemaVersion, update, author, at } = draft
  await tx.insert(document).values({ id, workspaceId, schemaVersion, createdAt: at })
  await tx.insert(documentUpdate).values({ workspaceId, documentId: id, bytes: update, author, at })
}

/** One statement is one transaction: either every update of the batch is on disk when this resolves, or none is. */
export async function appendUpdates(pool: Pool, batch: readonly DraftUpdate[]): Promise<void> {
  await pool.query({
    name: 'draft-log',
    text: `insert into document_update (workspace_id, document_id, bytes, author, at)
           select * from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::uuid[], $5::timestamptz[])`,
    values: [
      batch.map((update) => update.workspaceId),
      batch.map((update) => update.documentId),
      batch.map((update) => asBuffer(update.bytes)),
      batch.map((update) => update.author),
      batch.map((update) => update.at),
    ],
    // pg reads this per query, its types do not say so
    ...{ query_timeout: WRITE_TIMEOUT_MS },
  })
}

/** Null when there is no such document. Read in one statement, so a compaction meanwhile is seen whole or not at all. */
export async function readStoredDraft(pool: Pool, documentId: string): Promise<StoredDraft | null> {
  const { rows } = await pool.query<{
    workspace_id: string
    schema_version: number
    seq: string | null
    bytes: Buffer | null
  }>({
    name: 'draft-read',
    text: `select d.workspace_id, d.schema_version, u.seq, u.bytes
           from document d left join (
             select document_id, null::bigint as seq, bytes from document_snapshot where document_id = $1
             union all
             select document_id, seq, bytes from document_update where document_id = $1
           ) u on u.document_id = d.id
           where d.id = $1 order by u.seq nulls first`,
    values: [documentId],
  })
  const first = rows[0]
  if (!first) return null
  return {
    workspaceId: first.workspace_id,
    schemaVersion: first.schema_version,
    updates: rows.flatMap((row) => (row.bytes ? [row.bytes] : [])),
    loggedUpdates: rows.filter((row) => row.seq !== null).length,
  }
}

/** Marks that a newer schema has opened the document; from then on older code may not. */
export async function raiseSchemaVersion(
  pool: Pool,
  documentId: string,
  schemaVersion: number,
): Promise<void> {
  await pool.query('update document set schema_version = $2 where id = $1 and schema_version < $2', [
    documentId,
    schemaVersion,
  ])
}

/** Everyone who has written in the document, for the author list of an edition (N6). */
export async function readAuthors(pool: Pool, documentId: string): Promise<string[]> {
  const { rows } = await pool.query<{ author: string }>(
    `select distinct author from (
       select author from document_update where document_id = $1
       union all select unnest(authors) from document_snapshot where document_id = $1
     ) written where author is not null order by author`,
    [documentId],
  )
  return rows.map((row) => row.author)
}

/**
 * Folds the logged updates of a document into its snapshot. It reads what is stored, not what is in memory, and
 * deletes exactly the rows it read: a row that commits meanwhile, with whatever number, stays for the next time.
 */
export async function compactDraft(pool: Pool, documentId: string, at: Date): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // two compactions at once would each write a snapshot without the other's rows
    const locked = await client.query<{ workspace_id: string }>(
      'select workspace_id from document where id = $1 for no key update',
      [documentId],
    )
    const { rows } = await client.query<{ seq: string; bytes: Buffer; author: string | null }>(
      'select seq, bytes, author from document_update where document_id = $1 order by seq',
      [documentId],
    )
    const workspace = locked.rows[0]
    if (workspace && rows.length > 0) {
      const before = await client.query<{ bytes: Buffer; authors: string[] }>(
        'select bytes, authors from document_snapshot where document_id = $1',
        [documentId],
      )
      const authors = new Set(before.rows.flatMap((row) => row.authors))
      for (const { author } of rows) if (author) authors.add(author)
      const state = Y.encodeStateAsUpdate(replay([...before.rows, ...rows].map((row) => row.bytes)))
      await client.query(
        `insert into document_snapshot (document_id, workspace_id, bytes, authors, at) values ($1, $2, $3, $4, $5)
         on conflict (document_id) do update
         set bytes = excluded.bytes, authors = excluded.authors, at = excluded.at`,
        [documentId, workspace.workspace_id, asBuffer(state), [...authors], at],
      )
      await client.query('delete from document_update where document_id = $1 and seq = any($2::bigint[])', [
        documentId,
        rows.map((row) => row.seq),
      ])
    }
    await client.query('commit')
    client.release()
  } catch (error) {
    // a connection in the middle of a failed transaction is not given back
    client.release(true)
    throw error
  }
}

/** The document that a list of updates makes, in any order. */
export function replay(updates: readonly Uint8Array[], doc: Y.Doc = new Y.Doc()): Y.Doc {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

// pg sends a Buffer as binary; a plain Uint8Array in an array parameter it would write as JSON
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
