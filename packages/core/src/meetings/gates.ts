import type { PersonId } from '../ids.ts'
import type { CommandKind } from './commands.ts'
import { holds, type Meeting, type PhaseName } from './meeting.ts'
import type { MeetingRefusal } from './refusals.ts'

/**
 * Whose act it is. `scribe`: the note-taker or the facilitator. `ending`: they or an author. `deliberating`: a decider
 * or the facilitator.
 */
type Whose =
  | 'server'
  | 'invited'
  | 'room'
  | 'facilitator'
  | 'deputy'
  | 'decider'
  | 'deliberating'
  | 'scribe'
  | 'ending'

const lobby = ['lobby'] as const
const open = ['lobby', 'reading', 'reveal', 'discussion', 'decision'] as const
const there = [...open, 'adjourned'] as const
const talking = ['discussion', 'decision'] as const

/**
 * Whose act each command is and in which phases it is possible. The web disables its buttons from this table, with
 * the refusal as the reason.
 */
export const gates = {
  changePlan: { whose: 'facilitator', in: lobby },
  // once begun only when adjourned out of the reading: then nobody has seen anything of it
  callOff: { whose: 'facilitator', in: ['lobby', 'adjourned'] },
  invite: { whose: 'facilitator', in: there },
  // once it has begun they are part of what happened
  uninvite: { whose: 'facilitator', in: lobby },
  join: { whose: 'invited', in: there },
  leave: { whose: 'room', in: there },
  dropped: { whose: 'server', in: there },
  handOverFacilitation: { whose: 'facilitator', in: there },
  takeFacilitation: { whose: 'deputy', in: there },
  // not in the countdown: it is over in a moment, or is stopped first
  adjourn: { whose: 'facilitator', in: ['reading', ...talking, 'adjourned'] },
  pause: { whose: 'facilitator', in: ['reading', ...talking] },
  resume: { whose: 'facilitator', in: ['adjourned'] },

  start: { whose: 'facilitator', in: lobby },
  extendReading: { whose: 'facilitator', in: ['reading'] },
  finishReading: { whose: 'room', in: ['reading', 'reveal', ...talking] },
  answerOneQuestion: { whose: 'room', in: ['reading', 'reveal'] },
  announceReveal: { whose: 'facilitator', in: ['reading'] },
  cancelReveal: { whose: 'facilitator', in: ['reveal'] },
  tick: { whose: 'server', in: [...there, 'closed'] },

  addQuestion: { whose: 'room', in: talking },
  openQuestion: { whose: 'scribe', in: ['discussion'] },
  endQuestion: { whose: 'room', in: talking },
  addToFaq: { whose: 'ending', in: talking },
  mergeQuestions: { whose: 'scribe', in: talking },
  splitQuestions: { whose: 'scribe', in: talking },
  keepApart: { whose: 'scribe', in: talking },
  chooseOrder: { whose: 'facilitator', in: talking },
  askToo: { whose: 'room', in: talking },
  askTooNoMore: { whose: 'room', in: talking },
  setMust: { whose: 'room', in: talking },
  acceptAnswer: { whose: 'room', in: talking },
  writeNote: { whose: 'scribe', in: talking },
  raiseHand: { whose: 'room', in: talking },
  lowerHand: { whose: 'room', in: talking },
  giveTurn: { whose: 'facilitator', in: talking },
  extendDiscussion: { whose: 'facilitator', in: ['discussion'] },

  moveToDecision: { whose: 'facilitator', in: ['discussion'] },
  returnToDiscussion: { whose: 'facilitator', in: ['decision'] },
  deliberate: { whose: 'deliberating', in: ['decision'] },
  endDeliberation: { whose: 'deliberating', in: ['decision'] },
  hearView: { whose: 'facilitator', in: ['decision'] },
  // one that was left owed is recorded when it is taken, from the page that the meeting left behind (R2)
  recordDecision: { whose: 'decider', in: ['decision', 'closed'] },
  oweDecision: { whose: 'facilitator', in: talking },

  setExperience: { whose: 'ending', in: talking },
  acknowledge: { whose: 'room', in: talking },
  acknowledgeFor: { whose: 'scribe', in: talking },
  dissent: { whose: 'room', in: talking },
  dissentFor: { whose: 'scribe', in: talking },
  // what is to be done outlives the room: it is given an owner, moved and done on the page that the meeting left behind
  setAction: { whose: 'ending', in: [...talking, 'closed'] },
  dropAction: { whose: 'ending', in: [...talking, 'closed'] },
  finishAction: { whose: 'invited', in: ['closed'] },
  handOver: { whose: 'facilitator', in: talking },
  close: { whose: 'facilitator', in: talking },

  // when the others talk already, by whoever came late and still reads
  answerReturn: { whose: 'room', in: ['lobby', 'reading', 'reveal', ...talking] },
} as const satisfies Record<CommandKind, { whose: Whose; in: readonly PhaseName[] }>

/** What a command that is not possible in a phase is answered with. */
export const notNow = {
  lobby: 'not-started',
  reading: 'the-room-is-reading',
  reveal: 'the-questions-are-opening',
  discussion: 'the-room-is-discussing',
  decision: 'the-room-is-deciding',
  adjourned: 'the-meeting-is-adjourned',
  closed: 'meeting-is-closed',
} as const satisfies Record<PhaseName, MeetingRefusal>

/**
 * Why this person may not do this now, or null when the gate is open. The command's own conditions come after.
 *
 * | who | wants to | phase | |
 * |---|---|---|---|
 * | a reader | start | lobby | `not-the-facilitator` |
 * | the facilitator | start | reading | `the-room-is-reading` |
 * | the facilitator | cancelReveal | discussion | `the-room-is-discussing` |
 * | anybody | tick | any | `only-the-server` |
 */
export function closedGate(meeting: Meeting, kind: CommandKind, by: PersonId | null): MeetingRefusal | null {
  const gate = gates[kind]
  const who = notTheirs(meeting, gate.whose, by)
  if (who) return who
  const phases: readonly PhaseName[] = gate.in
  return phases.includes(meeting.phase.name) ? null : notNow[meeting.phase.name]
}

function notTheirs(meeting: Meeting, whose: Whose, by: PersonId | null): MeetingRefusal | null {
  if (whose === 'server') return by === null ? null : 'only-the-server'
  if (by === null || !meeting.attendees.has(by)) return 'not-invited'
  if (whose === 'invited') return null
  if (whose === 'facilitator') return by === meeting.facilitator ? null : 'not-the-facilitator'
  if (whose === 'deputy') return holds(meeting, by, 'deputy') ? null : 'not-a-deputy'
  if (!meeting.attendees.get(by)?.joined) return 'not-in-the-room'
  if (whose === 'room') return null
  if (whose === 'decider') return holds(meeting, by, 'decider') ? null : 'not-a-decider'
  if (whose === 'deliberating') return deliberates(meeting, by) ? null : 'not-a-decider'
  const may = isScribe(meeting, by) || (whose === 'ending' && holds(meeting, by, 'author'))
  return may ? null : 'not-the-note-taker'
}

/** R16: the deciders, and the facilitator who holds the room for them. */
export function deliberates(meeting: Meeting, person: PersonId): boolean {
  return person === meeting.facilitator || holds(meeting, person, 'decider')
}

export function isScribe(meeting: Meeting, person: PersonId): boolean {
  return person === meeting.facilitator || holds(meeting, person, 'note-taker')
}
