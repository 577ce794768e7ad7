import type { PersonId } from '../ids.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type Instant, MINUTE_MS } from '../time.ts'
import { type Attendee, holds, type Meeting } from './meeting.ts'

/**
 * R14: the time that somebody who was absent has to read by themselves. It may be begun until `until`, runs from then
 * for so many minutes, and ends early when they say that they have finished. What ties it to a moment is forgotten with
 * its end (R6).
 */
export interface Window {
  minutes: number
  until: Instant
  startedAt: Instant | null
  isOver: boolean
}

export type Windows = ReadonlyMap<PersonId, Window>
export const noWindows: Windows = new Map()

/**
 * | begun | by now | |
 * |---|---|---|
 * | no | before `until` | given |
 * | no | after it | over |
 * | yes | within its minutes | running |
 * | yes | after them, or they have finished | over |
 */
export function windowNow(
  { minutes, until, startedAt, isOver }: Window,
  now: Instant,
): 'given' | 'running' | 'over' {
  if (isOver) return 'over'
  if (startedAt === null) return now <= until ? 'given' : 'over'
  return now < startedAt + minutes * MINUTE_MS ? 'running' : 'over'
}

/**
 * Whether `by` may give `to` a time of their own now. Not before the room has closed: until then its edition is not sent
 * out early, and whoever comes late reads in the room.
 *
 * | who | to whom | when | |
 * |---|---|---|---|
 * | the facilitator, an author | somebody invited who was not there | closed | given |
 * | a reader | | | `not-the-facilitator` |
 * | the facilitator | somebody who was there | closed | `was-there` |
 * | the facilitator | a guest, whose link has ended | closed | `no-such-person` |
 * | the facilitator | anybody | before | `not-closed-yet` |
 */
export function mayGiveWindow(
  meeting: Meeting,
  by: PersonId,
  to: PersonId,
): Result<null, 'not-the-facilitator' | 'not-closed-yet' | 'no-such-person' | 'was-there'> {
  if (!givesWindows(meeting.facilitator, meeting.attendees.get(by))) return refuse('not-the-facilitator')
  if (meeting.phase.name !== 'closed' || meeting.phase.how !== 'held') return refuse('not-closed-yet')
  const attendee = meeting.attendees.get(to)
  if (!attendee || holds(meeting, to, 'guest')) return refuse('no-such-person')
  return attendee.joined ? refuse('was-there') : ok(null)
}

/** The facilitator, and whoever wrote what was read; nobody who was not invited. */
export const givesWindows = (
  facilitator: PersonId,
  person: Pick<Attendee, 'personId' | 'roles'> | null | undefined,
) => person != null && (person.personId === facilitator || person.roles.includes('author'))
