import type { PersonId } from '@foreword/core/ids'
import { deputyOfferedAt } from '@foreword/core/meetings/decideRoom'
import type { MeetingEvent } from '@foreword/core/meetings/events'
import type { Meeting, PhaseName } from '@foreword/core/meetings/meeting'
import { openQuestions, questionsAreOpen } from '@foreword/core/meetings/meeting'
import type { Room } from '@foreword/core/meetings/room'

/** A rule that a simulated meeting has broken. */
export class Broken extends Error {}

export function holds(isTrue: boolean, rule: string): void {
  if (!isTrue) throw new Broken(rule)
}

/** R2: from each phase to those that may follow it. From an adjourned one only to where it was. */
const follows = {
  lobby: ['reading', 'closed'],
  reading: ['reveal', 'adjourned'],
  reveal: ['reading', 'discussion'],
  discussion: ['decision', 'adjourned', 'closed'],
  decision: ['discussion', 'adjourned', 'closed'],
  adjourned: ['reading', 'discussion', 'decision', 'closed'],
  closed: [],
} satisfies Record<PhaseName, PhaseName[]>

/** What must be true of one step of the log. */
export function checkStep(
  before: Meeting,
  after: Meeting,
  event: MeetingEvent,
  log: readonly MeetingEvent[],
) {
  const led = [...after.attendees.values()].filter(({ roles }) => roles.includes('facilitator'))
  holds(
    led.length === 1 && led[0]?.personId === after.facilitator,
    'R12: there is exactly one facilitator at all times',
  )
  const [from, to] = [before.phase.name, after.phase.name]
  const allowed: readonly PhaseName[] = follows[from]
  holds(from === to || allowed.includes(to), `R2: ${from} is not followed by ${to}`)
  if (before.phase.name === 'adjourned' && to !== 'closed' && to !== 'adjourned')
    holds(before.phase.from.name === to, 'R2: an adjourned meeting goes on where it was')
  holds(
    !questionsAreOpen(before.phase) || questionsAreOpen(after.phase),
    'R7: what was opened is not sealed again',
  )
  holds(event.at >= before.updatedAt, 'R4: the log does not go back in time')
  if (event.kind === 'revealed') {
    holds(event.by === null, 'R7: it is the server that reveals')
    const announced = log.findLast(({ kind }) => kind === 'reveal-announced' || kind === 'reveal-cancelled')
    holds(
      announced?.kind === 'reveal-announced' && event.at >= announced.opensAt,
      'R7: nothing is opened before the countdown has ended',
    )
    holds(log.filter(({ kind }) => kind === 'revealed').length === 1, 'R7: questions are opened once')
  }
  if (event.kind === 'facilitator-changed' && event.because === 'away') {
    const offered = deputyOfferedAt(before)
    holds(
      offered !== null && event.at >= offered && before.attendees.get(before.facilitator)?.here === false,
      'R12: nobody takes the place of a facilitator who is here',
    )
  }
  if (event.kind === 'closed') {
    holds(openQuestions(after).length === 0, 'R11: no question is without an end at the close')
    holds(
      after.purpose === 'improve' || after.decision !== null,
      'R2: a meeting to decide ends with a decision, taken or owed',
    )
  }
}

/** R4: nobody's act is twice in the log. */
export function checkKeys(log: readonly MeetingEvent[]) {
  const keys = log.map(({ by, key }) => `${by} ${key}`)
  holds(new Set(keys).size === keys.length, 'R4: no command is done twice')
}

/** The words of a question: they say whose they are, so that they can be searched for. */
export const wordsOf = (by: PersonId, number: number) => `sealed-${by.slice(-4)}-${number}`

/** R7: what somebody is sent holds nothing that others have sealed. */
export function checkSight(meeting: Meeting, viewer: PersonId, room: Room) {
  const isOpen = room.phase.name === 'discussion' || room.phase.name === 'decision'
  holds(!isOpen || questionsAreOpen(meeting.phase), 'R7: nobody is in a later phase than the room')
  if (questionsAreOpen(meeting.phase) && room.phase.name !== 'reading') return
  for (const [, by] of JSON.stringify(room).matchAll(/sealed-(\w{4})-/g))
    holds(viewer.endsWith(by ?? ''), 'R7: a sealed question reaches nobody before the reveal')
}
