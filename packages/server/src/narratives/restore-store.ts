import { documentFromBytes } from '@foreword/document/canonical'
import { and, eq, type SQL } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { draftRestores } from './tables.ts'

type Reader = Database | Tx

const readable = (viewer: Sees, ...where: SQL[]) =>
  and(
    eq(draftRestores.workspaceId, viewer.workspaceId),
    visibleInitiative(viewer, draftRestores.initiativeId),
    ...where,
  )

export async function insertRestore(db: Reader, row: typeof draftRestores.$inferInsert): Promise<void> {
  await db.insert(draftRestores).values(row)
}

/** What was written between looking and restoring is kept too. */
export async function markRestored(
  tx: Tx,
  viewer: Sees,
  id: string,
  done: { before: Uint8Array; after: string },
): Promise<void> {
  await tx
    .update(draftRestores)
    .set(done)
    .where(readable(viewer, eq(draftRestores.id, id)))
}

export async function markUndone(tx: Tx, viewer: Sees, id: string, undoneAt: Date): Promise<void> {
  await tx
    .update(draftRestores)
    .set({ undoneAt })
    .where(readable(viewer, eq(draftRestores.id, id)))
}

/** A restore that was done; null for one that was begun and never reached the draft. */
export async function restoreOf(
  db: Reader,
  viewer: Sees,
  { narrativeId, id }: { narrativeId: string; id: string },
) {
  const [row] = await db
    .select()
    .from(draftRestores)
    .where(readable(viewer, eq(draftRestores.id, id), eq(draftRestores.narrativeId, narrativeId)))
  if (!row || row.after === null) return null
  const before = documentFromBytes(row.before)
  if (!before.ok) throw new Error(`what stood before restore ${id} cannot be read: ${before.refusal}`)
  return { ...row, after: row.after, before: before.value }
}
