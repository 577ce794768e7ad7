import type { MeetingId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import type { Meeting } from '@foreword/core/meetings/meeting'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import { ok, type Result, refuse } from '@foreword/core/result'
import { inTransaction, type Viewer } from '../http/call.ts'
import type { Services } from '../http/services.ts'
import { hasNews } from '../outbox/outbox.ts'
import { carryOutAll } from './carry-out.ts'
import * as store from './store.ts'

type Outcome = Result<Meeting, MeetingRefusal | 'not-found'>
interface Waiting {
  /** Null when it is the server that notes something. */
  viewer: Viewer | null
  command: MeetingCommand
  key: string
  settle: PromiseWithResolvers<Outcome>
}

/**
 * Acts of one meeting come one after the other, as its lock in the database would have them; here they wait without
 * holding a connection, of which there are few. Those that are nothing but their command, and come while another is
 * carried out, share one transaction: a crowd at the door is a handful of commits.
 */
export function createTurns(services: Services) {
  const last = new Map<MeetingId, Promise<unknown>>()
  const waiting = new Map<MeetingId, Waiting[]>()

  function inTurn<Answer>(id: MeetingId, act: () => Promise<Answer>): Promise<Answer> {
    const answer = (last.get(id) ?? Promise.resolve()).then(act)
    const ended = answer.then(
      () => undefined,
      () => undefined,
    )
    last.set(id, ended)
    void ended.then(() => last.get(id) === ended && last.delete(id))
    return answer
  }

  async function carryOutWaiting(id: MeetingId): Promise<void> {
    const all = waiting.get(id) ?? []
    waiting.delete(id)
    try {
      await settled(id, all)
    } catch (error) {
      // what one of them brings about may have failed, and must not take the others with it
      if (all.length === 1) return all[0]?.settle.reject(error)
      for (const one of all) await settled(id, [one]).catch(one.settle.reject)
    }
  }

  async function settled(id: MeetingId, together: readonly Waiting[]): Promise<void> {
    const { db, now, outbox } = services
    let told = false
    const outcomes = await inTransaction<Outcome[], never>(db, async (tx) => {
      const row = await store.lockForClock(tx, id)
      const at = now()
      if (!row || together.some(({ viewer }) => viewer && viewer.workspaceId !== row.workspaceId))
        return ok(together.map(() => refuse('not-found')))
      const workspaceId = row.workspaceId as Viewer['workspaceId'] // a row of ours
      const commanded = together.map(({ viewer, command, key }) => {
        const call = viewer && { tx, workspaceId, person: viewer, now: at, services }
        return { holding: { tx, workspaceId, now: at, by: viewer?.id ?? null, call }, command, key }
      })
      const results = await carryOutAll({ tx, workspaceId }, id, commanded)
      told = hasNews(tx)
      return ok(results)
    })
    if (!outcomes.ok) throw new Error('a transaction that refuses nothing was refused')
    if (told) void outbox.kick()
    for (const [place, { settle }] of together.entries()) {
      const outcome = outcomes.value[place]
      if (outcome) settle.resolve(outcome)
    }
  }

  return {
    /** Runs when every act of the meeting that came before has ended. */
    inTurn,
    /** Whoever calls has seen to it that the viewer may read the meeting. */
    carryOut(id: MeetingId, viewer: Viewer | null, command: MeetingCommand, key: string): Promise<Outcome> {
      const settle = Promise.withResolvers<Outcome>()
      const together = waiting.get(id)
      if (together) together.push({ viewer, command, key, settle })
      else {
        waiting.set(id, [{ viewer, command, key, settle }])
        void inTurn(id, () => carryOutWaiting(id))
      }
      return settle.promise
    },
  }
}
