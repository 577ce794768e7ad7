import type { PersonId } from '../ids.ts'
import { type Attendee, holds, type Meeting, withRole } from './meeting.ts'

/**
 * R9: who speaks next on a question: its asker, or those of its cluster, juniors first; the author; then raised
 * hands, juniors first and deciders last. Whoever the facilitator called stands before them all; that call is in the log.
 *
 * | asker | author | hands (band) | called | order |
 * |---|---|---|---|---|
 * | Omar | Luis | Priya (3), Jon (1) | | Omar, Luis, Jon, Priya |
 * | Omar | Omar | Ines (decider, 0), Jon (1) | | Omar, Jon, Ines |
 * | Omar | Luis | Priya, Jon (no bands) | | Omar, Luis, then by lot |
 * | Omar | Luis | | Jon | Jon, Omar, Luis |
 */
export function turnsOn(meeting: Meeting, askers: readonly PersonId[]): PersonId[] {
  const [draw = ''] = askers
  const hands = juniorsFirst(meeting, meeting.hands, draw)
  const called = meeting.called ? [meeting.called] : []
  const asking = juniorsFirst(meeting, [...new Set(askers)], draw)
  return [...new Set([...called, ...asking, ...withRole(meeting, 'author'), ...hands])]
}

/** R9: the round of views before a decision: everybody here, juniors first, deciders last. */
export function roundOfViews(meeting: Meeting): PersonId[] {
  const here = [...meeting.attendees.values()].filter((attendee) => attendee.here)
  const called = meeting.called ? [meeting.called] : []
  const people = here.map(({ personId }) => personId)
  return [...new Set([...called, ...juniorsFirst(meeting, people, 'views')])]
}

/** Deciders last; then by band, those without one after those with; then by lot, drawn anew for each `draw`. */
function juniorsFirst(meeting: Meeting, people: readonly PersonId[], draw: string): PersonId[] {
  const rank = (attendee: Attendee | undefined, person: PersonId): [number, number, number] => [
    holds(meeting, person, 'decider') ? 1 : 0,
    attendee?.band ?? Number.MAX_SAFE_INTEGER,
    lot(`${meeting.id}|${draw}|${person}`),
  ]
  return people
    .map((person) => ({ person, rank: rank(meeting.attendees.get(person), person) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
    .map(({ person }) => person)
}

// the same lot on every computer without chance in core: 32-bit FNV-1a over the names of the draw
function lot(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}
