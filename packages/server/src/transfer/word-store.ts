import { and, eq } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { wordReturns } from './tables.ts'

export async function insert(tx: Tx, row: typeof wordReturns.$inferInsert): Promise<void> {
  await tx.insert(wordReturns).values(row)
}

/** Held until the transaction ends. */
export async function lock(tx: Tx, viewer: Sees, id: string) {
  const [row] = await tx
    .select()
    .from(wordReturns)
    .where(
      and(
        eq(wordReturns.workspaceId, viewer.workspaceId),
        eq(wordReturns.id, id),
        visibleInitiative(viewer, wordReturns.initiativeId),
      ),
    )
    .for('update')
  return row ?? null
}

export async function noteTakenBack(tx: Tx, viewer: Sees, id: string, at: Date): Promise<void> {
  await tx
    .update(wordReturns)
    .set({ takenBackAt: at })
    .where(and(eq(wordReturns.workspaceId, viewer.workspaceId), eq(wordReturns.id, id)))
}
