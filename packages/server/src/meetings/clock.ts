import { randomUUID } from 'node:crypto'
import type { MeetingId, WorkspaceId } from '@foreword/core/ids'
import { nextDeadline } from '@foreword/core/meetings/decideReading'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { ok } from '@foreword/core/result'
import { inDiscussionOrder } from '@foreword/core/reviews/order'
import type { Tx } from '../db/database.ts'
import { inTransaction } from '../http/call.ts'
import type { Services } from '../http/services.ts'
import { lockQuestionsOfMeeting } from '../reviews/questions-store.ts'
import { carryOut } from './carry-out.ts'
import { current } from './current.ts'
import { earlierFor } from './returning.ts'
import * as store from './store.ts'

/** The longest a Node timer can wait is 24.8 days; a deadline further away is looked at again by then. */
const LONGEST_MS = 2 ** 31 - 1
const AGAIN_MS = 1_000
/** The backstop: a deadline that nobody armed, because its act was committed and never answered, is found by then. */
const SWEEP_MS = 30_000

export interface MeetingClock {
  /** Waits for what is due next in the meeting as it stands after an act. */
  follow(meeting: Meeting): void
  /** Waits for what is due next in a meeting that was acted on elsewhere. */
  look(id: MeetingId): void
  /** Arms every deadline that a row holds: after a start, also those that were missed. */
  armAll(): Promise<void>
  stop(): void
}

/**
 * The server's clock (R3): one timer for each meeting with a deadline, armed from its row. When it rings, the decision
 * whether anything is due is the fold's, under the lock, so a timer that rings twice or late does no harm.
 */
export function startClock(services: Services, changed: (meeting: Meeting) => void): MeetingClock {
  const timers = new Map<MeetingId, NodeJS.Timeout>()
  /** How many events the meeting had that was last followed. */
  const followed = new Map<MeetingId, number>()

  function follow(meeting: Meeting) {
    const { id, seen, phase } = meeting
    // two acts may be answered in another order than they were committed in; the older one has nothing to say
    if (seen.size < (followed.get(id) ?? 0)) return
    if (phase.name === 'closed') followed.delete(id)
    else followed.set(id, seen.size)
    arm(id, nextDeadline(meeting))
  }

  function arm(id: MeetingId, at: number | null) {
    clearTimeout(timers.get(id))
    timers.delete(id)
    if (at === null) return
    const wait = Math.min(Math.max(at - services.now().getTime(), 0), LONGEST_MS)
    timers.set(id, setTimeout(() => void ring(id), wait).unref())
  }

  async function ring(id: MeetingId) {
    try {
      const meeting = await tick(id)
      void services.outbox.kick() // what a deadline brings about is heard as soon as what a person does
      if (!meeting) return arm(id, null)
      follow(meeting)
      changed(meeting)
    } catch (error) {
      services.log.error({ error, meetingId: id }, 'a deadline could not be kept yet')
      arm(id, services.now().getTime() + AGAIN_MS) // the database is away; the deadline is not forgotten
    }
  }

  /** The meeting, once what is due now has been done. */
  async function tick(id: MeetingId): Promise<Meeting | null> {
    const ticked = await inTransaction(services.db, async (tx) => {
      const row = await store.lockForClock(tx, id)
      if (!row) return ok<Meeting | null>(null)
      const workspaceId = row.workspaceId as WorkspaceId // a row of ours
      const questions = (await lockQuestionsOfMeeting(tx, { workspaceId }, id)).filter(
        ({ matter, state }) => matter === 'substance' && state.name !== 'withdrawn',
      )
      const holding = { tx, workspaceId, now: services.now(), by: null, call: null }
      const opened = inDiscussionOrder(questions).map((question) => ({ id: question.id, by: question.by }))
      const earlier = row.phase === 'reveal' ? await earlierOf(tx, workspaceId, id) : undefined
      const command = { kind: 'tick', questions: opened, ...(earlier ? { earlier } : {}) } as const
      const meeting = await carryOut(holding, id, command, randomUUID())
      if (!meeting.ok) throw new Error(`the clock was refused: ${meeting.refusal}`)
      return meeting
    })
    return ticked.ok ? ticked.value : null
  }

  /** R17: what the reveal carries on from the meetings before. */
  const earlierOf = async (tx: Tx, workspaceId: WorkspaceId, id: MeetingId) =>
    earlierFor(tx, { workspaceId }, await current(tx, { workspaceId }, id))

  async function armAll() {
    for (const { id, at } of await store.waking(services.db)) arm(id, at.getTime())
  }

  /** Once for many acts that come close together. */
  const looking = new Set<MeetingId>()
  async function look(id: MeetingId) {
    if (looking.has(id)) return
    looking.add(id)
    try {
      const at = await store.wakesAt(services.db, id)
      looking.delete(id)
      // rung for nothing when it has moved meanwhile, and then armed from the meeting itself
      if (at) arm(id, at.getTime())
    } catch (error) {
      looking.delete(id)
      services.log.error({ error, meetingId: id }, 'a deadline could not be looked for')
    }
  }
  const sweep = setInterval(() => {
    armAll().catch((error: unknown) => services.log.error({ error }, 'deadlines could not be looked for'))
  }, SWEEP_MS).unref()

  return {
    follow,
    armAll,
    look: (id) => void look(id),
    stop() {
      clearInterval(sweep)
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
