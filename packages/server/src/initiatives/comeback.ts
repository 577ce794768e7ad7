import { dayIn } from '@foreword/core/calendar'
import type { InitiativeId, WorkspaceId } from '@foreword/core/ids'
import { move } from '@foreword/core/initiatives/stages'
import { ok } from '@foreword/core/result'
import type { Tx } from '../db/database.ts'
import { inTransaction } from '../http/call.ts'
import type { Services } from '../http/services.ts'
import { put } from '../outbox/outbox.ts'
import { timeZoneOf } from '../people/store.ts'
import * as store from './store.ts'
import type { initiatives } from './tables.ts'

/** A day is long: nobody waits for the minute in which it begins. */
const LOOK_MS = 60_000

/**
 * D4: a parked idea comes back by itself on its day, in the company's time zone. Looked for in the rows, so nothing has
 * to be armed again after a start; of several processes the one that locks the row first brings it back.
 */
export function openComebacks(services: Services) {
  async function look(): Promise<void> {
    const zone = await timeZoneOf(services.db)
    const now = services.now()
    const today = dayIn(zone, now)
    const due = await store.dueBack(services.db, today)
    for (const { id } of due) await bringBack(id, today, now)
    if (due.length > 0) void services.outbox.kick()
  }

  const bringBack = (id: string, today: string, now: Date) =>
    inTransaction(services.db, async (tx) => {
      const row = await store.lockDueBack(tx, id, today)
      if (!row) return ok(null)
      const says = 'Came back by itself: it was parked until this day'
      await comeBack(tx, row, { by: 'time', says, now })
      return ok(null)
    })

  const lookAgain = () =>
    look().catch((error: unknown) => services.log.error({ error }, 'parked ideas were not looked for'))
  const timer = setInterval(lookAgain, LOOK_MS).unref()
  return {
    /** Also those whose day came while nobody ran. */
    begin: lookAgain,
    close: () => clearInterval(timer),
  }
}

/** Whoever calls this holds the row of the idea, which is parked. Nobody did it: the news has no actor. */
export async function comeBack(
  tx: Tx,
  row: typeof initiatives.$inferSelect,
  { by, says, reason, now }: { by: 'time' | 'assumption'; says: string; reason?: string; now: Date },
): Promise<void> {
  const life = { stage: row.stage, met: row.metAt !== null, before: row.stageBefore }
  const moved = move(life, 'revise', by)
  if (!moved.ok) throw new Error(`a parked idea does not come back: ${moved.refusal}`)
  const { stage } = moved.value
  await store.cameBack(tx, row.id, stage, now)
  const initiativeId = row.id as InitiativeId // a row of ours
  const workspaceId = row.workspaceId as WorkspaceId
  await put(
    tx,
    { workspaceId, actor: null, now },
    {
      type: 'initiative.stage-changed',
      aggregate: initiativeId,
      initiativeId,
      from: row.stage,
      to: stage,
      says,
      ...(reason === undefined ? {} : { reason }),
    },
  )
}
