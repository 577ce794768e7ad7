import { applyFollowing } from '@foreword/document/moves/follow'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Collab } from '../live/collab.ts'
import type { Reaction } from '../outbox/events.ts'
import { wordReturns } from './tables.ts'

export interface Settling {
  db: Database
  collab: Pick<Collab, 'editDraft'>
}

interface Of {
  workspaceId: string
  wordReturnId: string
}

/**
 * Puts into the draft what a Word file brought, if it is not there yet. What came with it (comments, the line of the
 * timeline, the way back) was written first, in one transaction with the change itself: so whoever stops between the
 * two leaves nothing half done, and doing this twice changes nothing. Words for a question that somebody has moved
 * since go where it is.
 */
export async function settleReturn(
  { db, collab }: Settling,
  { workspaceId, wordReturnId }: Of,
): Promise<void> {
  const here = and(eq(wordReturns.workspaceId, workspaceId), eq(wordReturns.id, wordReturnId))
  const [row] = await db
    .select({ narrativeId: wordReturns.narrativeId, by: wordReturns.by, pending: wordReturns.pending })
    .from(wordReturns)
    .where(here)
  const pending = row?.pending
  if (!pending) return
  await collab.editDraft(row.narrativeId, (doc) => applyFollowing(doc, pending), row.by)
  await db.update(wordReturns).set({ pending: null }).where(here)
}

/** After a crash the news of the return is delivered all the same, and with it its words. */
export function returnReaction(needs: Settling): Reaction {
  return async (event) => {
    if (event.type === 'draft.returned-from-word') await settleReturn(needs, event)
  }
}
