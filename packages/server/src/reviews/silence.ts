import { type EditionId, editionId, type NarrativeId, narrativeId } from '@foreword/core/ids'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { editions } from '../narratives/tables.ts'
import { silentEditions } from './tables.ts'

type InWorkspace = { workspaceId: string }

/** R5: from now until `endSilence` for the same meeting, nobody comments on the edition. */
export async function beginSilence(tx: Tx, row: typeof silentEditions.$inferInsert): Promise<void> {
  await tx.insert(silentEditions).values(row).onConflictDoNothing()
}

/** Gives the editions that this meeting kept silent, each with its narrative. */
export async function endSilence(
  tx: Tx,
  workspace: InWorkspace,
  meetingId: string,
): Promise<{ editionId: EditionId; narrativeId: NarrativeId }[]> {
  const ended = await tx
    .delete(silentEditions)
    .where(
      and(eq(silentEditions.workspaceId, workspace.workspaceId), eq(silentEditions.meetingId, meetingId)),
    )
    .returning({ editionId: silentEditions.editionId })
  if (ended.length === 0) return []
  const rows = await tx
    .select({ editionId: editions.id, narrativeId: editions.narrativeId })
    .from(editions)
    .where(
      and(
        eq(editions.workspaceId, workspace.workspaceId),
        inArray(
          editions.id,
          ended.map((each) => each.editionId),
        ),
      ),
    )
  return rows.map((row) => ({
    editionId: editionId.parse(row.editionId),
    narrativeId: narrativeId.parse(row.narrativeId),
  }))
}

/** Whether a room reads this edition now; a draft (null) is never read by one. */
export async function isSilent(
  db: Database | Tx,
  workspace: InWorkspace,
  edition: string | null,
): Promise<boolean> {
  if (edition === null) return false
  const [row] = await db
    .select({ meetingId: silentEditions.meetingId })
    .from(silentEditions)
    .where(and(eq(silentEditions.workspaceId, workspace.workspaceId), eq(silentEditions.editionId, edition)))
    .limit(1)
  return row !== undefined
}

/** Whether a room reads any edition of this initiative now. */
export async function isAnySilent(
  db: Database | Tx,
  workspace: InWorkspace,
  initiativeId: string,
): Promise<boolean> {
  const [row] = await db
    .select({ meetingId: silentEditions.meetingId })
    .from(silentEditions)
    .where(
      and(
        eq(silentEditions.workspaceId, workspace.workspaceId),
        eq(silentEditions.initiativeId, initiativeId),
      ),
    )
    .limit(1)
  return row !== undefined
}
