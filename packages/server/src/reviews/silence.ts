import { and, eq } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { silentEditions } from './tables.ts'

type InWorkspace = { workspaceId: string }

/** R5: from now until `endSilence` for the same meeting, nobody comments on the edition. */
export async function beginSilence(tx: Tx, row: typeof silentEditions.$inferInsert): Promise<void> {
  await tx.insert(silentEditions).values(row).onConflictDoNothing()
}

export async function endSilence(tx: Tx, workspace: InWorkspace, meetingId: string): Promise<void> {
  await tx
    .delete(silentEditions)
    .where(
      and(eq(silentEditions.workspaceId, workspace.workspaceId), eq(silentEditions.meetingId, meetingId)),
    )
}

/** Whether a room reads this edition now; a draft (null) is never read by one. */
export async function isSilent(
  db: Database | Tx,
  workspace: InWorkspace,
  editionId: string | null,
): Promise<boolean> {
  if (editionId === null) return false
  const [row] = await db
    .select({ meetingId: silentEditions.meetingId })
    .from(silentEditions)
    .where(
      and(eq(silentEditions.workspaceId, workspace.workspaceId), eq(silentEditions.editionId, editionId)),
    )
    .limit(1)
  return row !== undefined
}
