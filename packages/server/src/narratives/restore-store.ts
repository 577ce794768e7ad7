import { documentFromBytes } from '@foreword/document/canonical'
import { and, desc, eq, isNotNull, type SQL } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { draftRestores, editions } from './tables.ts'

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
  return { ...row, after: row.after, before: textOf(row) }
}

/** Those that were done, the latest first. */
export async function restoresOf(db: Reader, viewer: Sees, narrativeId: string) {
  const rows = await db
    .select({ restore: draftRestores, number: editions.number })
    .from(draftRestores)
    .innerJoin(
      editions,
      and(eq(editions.workspaceId, draftRestores.workspaceId), eq(editions.id, draftRestores.editionId)),
    )
    .where(readable(viewer, eq(draftRestores.narrativeId, narrativeId), isNotNull(draftRestores.after)))
    .orderBy(desc(draftRestores.restoredAt), desc(draftRestores.id))
  return rows.map(({ restore, number }) => ({ ...restore, number, before: textOf(restore) }))
}

function textOf({ id, before }: Pick<typeof draftRestores.$inferSelect, 'id' | 'before'>) {
  const read = documentFromBytes(before)
  if (!read.ok) throw new Error(`what stood before restore ${id} cannot be read: ${read.refusal}`)
  return read.value
}
