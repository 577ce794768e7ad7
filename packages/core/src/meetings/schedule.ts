import { ok, type Result, refuse } from '../result.ts'
import type { Asking } from './commands.ts'
import type { MeetingEvent } from './events.ts'
import type { Plan } from './plan.ts'
import type { MeetingRefusal } from './refusals.ts'

/** What the company asks of a meeting before it may be scheduled (W4, R13). */
export interface Requirements {
  /** How many of the five questions are not ready. */
  unready: number
  /** What an unready question does to a meeting that is to decide. */
  unreadyQuestions: 'tell' | 'ask-why' | 'block'
  /** Required functional areas that nobody invited belongs to. */
  missingAreas: readonly string[]
}

/**
 * The first event of a meeting's log, or why it cannot be scheduled as planned. R1 is kept by the type: there is no
 * plan without an edition and its hash.
 *
 * | plan | company | gives |
 * |---|---|---|
 * | two facilitators, or none | | `no-facilitator` |
 * | to decide, nobody decides | | `no-decider` |
 * | to decide, two questions thin, no why now | asks why | `why-now-missing` |
 * | to decide, two questions thin | blocks | `not-ready` |
 * | to improve, two questions thin | blocks | `scheduled` |
 */
export function schedule(
  plan: Plan,
  requirements: Requirements,
  { by, now, key }: Asking,
): Result<MeetingEvent, MeetingRefusal> {
  const having = (role: string) => plan.attendees.filter(({ roles }) => roles.some((held) => held === role))
  const people = plan.attendees.map(({ personId }) => personId)
  if (new Set(people).size < people.length) return refuse('invited-twice')
  if (having('facilitator').length !== 1) return refuse('no-facilitator')
  if (having('author').length === 0) return refuse('no-author')
  if (requirements.missingAreas.length > 0)
    return refuse('areas-missing', { areas: requirements.missingAreas })
  if (plan.purpose === 'decide') {
    if (having('decider').length === 0) return refuse('no-decider')
    if (requirements.unready > 0 && requirements.unreadyQuestions === 'block') return refuse('not-ready')
    const silent = plan.whyNow.trim() === ''
    if (requirements.unready > 0 && requirements.unreadyQuestions === 'ask-why' && silent)
      return refuse('why-now-missing')
  }
  return ok({ kind: 'scheduled', plan, by, at: now, key: `${key}:0` })
}
