import { and, eq } from 'drizzle-orm'
import type { Writer } from '../mail/post-office.ts'
import { write } from '../mail/store.ts'
import { initiatives } from './tables.ts'

/** D4: its owner is written to when a parked idea has come back by itself; whoever moves one knows. */
export const initiativeLetters: Writer = {
  async hears({ db, mailing, now }, event) {
    if (event.type !== 'initiative.stage-changed' || event.actor !== null) return false
    const { workspaceId, initiativeId, says } = event
    const [idea] = await db
      .select({ name: initiatives.name, ownerId: initiatives.ownerId })
      .from(initiatives)
      .where(and(eq(initiatives.workspaceId, workspaceId), eq(initiatives.id, initiativeId)))
    if (!idea) return false
    const body = `${says}.\n\nIt is yours to move on, or to park again:\n${mailing.origin}/ideas/${initiativeId}\n`
    const letter = { workspaceId, personId: idea.ownerId, initiativeId, kind: 'ideas' as const, body }
    await write(db, now(), [{ ...letter, key: `came-back:${event.id}`, subject: `“${idea.name}” is back` }])
    return true
  },
  async looks() {},
}
