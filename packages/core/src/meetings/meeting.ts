import type { ActionId, DecisionId, InitiativeId, MeetingId, PersonId, QuestionId } from '../ids.ts'
import type { EndState } from '../reviews/question.ts'
import type { Instant } from '../time.ts'
import type { Clusters, Pair } from './clusters.ts'
import type { EarlierTally, Want } from './events.ts'
import type { DiscussionOrder, MeetingSettings, Plan, Purpose, Role } from './plan.ts'

/** The silent reading. `ended` offers the reveal and forces nothing (R2). */
export interface Reading {
  startedAt: Instant
  endsAt: Instant
  ended: 'time' | 'facilitator' | null
}

/** What a room was doing when it was adjourned. The countdown is not among them: it ends or is stopped. */
export type Interrupted = Extract<Phase, { name: 'reading' | 'discussion' | 'decision' }>

/** R2. Only the step from `reveal` to `discussion` cannot be taken back. */
export type Phase =
  | { name: 'lobby' }
  | { name: 'reading'; reading: Reading }
  | { name: 'reveal'; reading: Reading; opensAt: Instant }
  | { name: 'discussion'; endsAt: Instant; overran: boolean }
  | { name: 'decision'; discussion: { endsAt: Instant; overran: boolean } }
  /**
   * Nothing is due and nothing is sealed or opened by it; `resumesAt` is an intention, and null is none yet. `paused`
   * for an interruption: the room is expected back in minutes.
   */
  | { name: 'adjourned'; at: Instant; resumesAt: Instant | null; from: Interrupted; paused: boolean }
  | { name: 'closed'; at: Instant; how: 'held' | 'called-off' }
export type PhaseName = Phase['name']

export interface Attendee {
  personId: PersonId
  roles: readonly Role[]
  band: number | null
  /** Null until they first come in. A partial reader came after the reading began (R14). */
  joined: { partial: boolean; afterReveal: boolean } | null
  here: boolean
  /** When they went; null while they are here or before they come. */
  awaySince: Instant | null
}

/** A question once it is open. `asked` is true from the moment it was first taken up, when its asker speaks. */
export interface MeetingQuestion {
  id: QuestionId
  by: PersonId
  state: EndState | null
  /** Its cluster was ended, and it with it; so it is open again when it is split off. */
  endedTogether: boolean
  asked: boolean
  faqBlockId: string | null
  /** It was asked at an earlier meeting and is open again (F5). */
  isCarried: boolean
  /** Who asks it too, besides whoever asked it. */
  alsoAsking: ReadonlySet<PersonId>
  /** It must be answered before a yes. */
  must: boolean
  /** What its asker has said of the answer in this room; null when nothing, or of another answer. */
  accepted: boolean | null
}

/** R15. `version` counts the wordings, so that nobody is taken to have understood words they never saw. */
export interface Ending {
  experience: string
  why: string
  version: number
}

export type Response = {
  version: number
} /** `enteredBy` is the note-taker, for a reader on paper; null from those who said so themselves. */ & (
  | { name: 'acknowledged'; enteredBy: PersonId | null }
  | {
      name: 'dissented'
      because: string
      whatWouldChangeMyMind: string
      commits: boolean
      enteredBy: PersonId | null
    }
)

export type MeetingDecision =
  | { name: 'recorded'; decisionId: DecisionId; decider: PersonId }
  | { name: 'owed'; decider: PersonId; due: string }

/** R16: those who decide talked by themselves; `to` is null while they do. */
export interface Deliberation {
  people: readonly PersonId[]
  from: Instant
  to: Instant | null
}

/** A room that leaves with more has decided nothing. */
export const MOST_ACTIONS = 100

export interface MeetingAction {
  text: string
  owner: PersonId | null
  due: string | null
  doneAt: Instant | null
}

export interface Meeting {
  id: MeetingId
  initiativeId: InitiativeId
  edition: Plan['edition']
  purpose: Purpose
  startsAt: Instant
  place: string
  callLink: string
  readingMinutes: number
  discussionMinutes: number
  settings: MeetingSettings
  whyNow: string
  phase: Phase
  facilitator: PersonId
  attendees: ReadonlyMap<PersonId, Attendee>
  finished: ReadonlySet<PersonId>
  /** R18, sealed until the reveal like the questions. */
  wants: ReadonlyMap<PersonId, { want: Want; because: string }>
  /** That the questions were opened while somebody was still reading, and why. */
  early: { stillReading: number; because: string } | null
  /** Empty until the reveal: before it, the meeting itself does not know how many there are. */
  questions: ReadonlyMap<QuestionId, MeetingQuestion>
  current: QuestionId | null
  /** The question at hand until one is taken up: it stands there from the reveal, whatever becomes of the order. */
  first: QuestionId | null
  /** When the question at hand was taken up; the first one is when the questions open (R10). */
  currentSince: Instant | null
  clusters: Clusters
  /** Questions that look alike and were said not to be the same. */
  apart: readonly Pair[]
  order: DiscussionOrder
  hands: readonly PersonId[]
  /** Whom the facilitator called out of turn (R9). */
  called: PersonId | null
  /** Whose view was heard in this round before the decision (R9). */
  heard: ReadonlySet<PersonId>
  ending: Ending | null
  responses: ReadonlyMap<PersonId, Response>
  decision: MeetingDecision | null
  deliberations: readonly Deliberation[]
  /** In the order in which they were written down (D5). */
  actions: ReadonlyMap<ActionId, MeetingAction>
  handedOver: { to: PersonId; due: string; questionIds: readonly QuestionId[] } | null
  /** The last meeting held on the initiative before this one started; null until then, and at the first. */
  since: MeetingId | null
  /** R17: what askers said on the cover sheet of their own earlier questions; sealed until the reveal. */
  said: ReadonlyMap<QuestionId, { by: PersonId; accepted: boolean }>
  /** R18 at the meetings before, first to last; empty until the reveal. */
  tallies: readonly EarlierTally[]
  /** Actor and key of every event so far. */
  seen: ReadonlySet<string>
  updatedAt: Instant
}

/** A phase in which the room stands still has the seals of the one it came from. */
const openIn = {
  lobby: false,
  reading: false,
  reveal: false,
  discussion: true,
  decision: true,
} satisfies Record<Exclude<PhaseName, 'adjourned' | 'closed'>, boolean>

/** Whether the questions are open in this phase: the ratchet of R7. A new phase does not compile unanswered. */
export function questionsAreOpen(phase: Phase): boolean {
  // one that was called off had opened nothing, and nothing of it opens any more
  if (phase.name === 'closed') return phase.how === 'held'
  return openIn[phase.name === 'adjourned' ? phase.from.name : phase.name]
}

/** The end of the reading or of the discussion that was interrupted, as it stood then. */
export function interruptedEnd(from: Interrupted): Instant {
  if (from.name === 'reading') return from.reading.endsAt
  return from.name === 'discussion' ? from.endsAt : from.discussion.endsAt
}

/** What was left of its time; negative when it was over already. */
export function leftWhenAdjourned({ at, from }: Extract<Phase, { name: 'adjourned' }>): number {
  return interruptedEnd(from) - at
}

export const isDeliberating = ({ deliberations }: Pick<Meeting, 'deliberations'>): boolean =>
  deliberations.some(({ to }) => to === null)

export function holds(meeting: Meeting, person: PersonId, role: Role): boolean {
  return meeting.attendees.get(person)?.roles.includes(role) ?? false
}

export function withRole(meeting: Meeting, role: Role): PersonId[] {
  return [...meeting.attendees.values()].filter((a) => a.roles.includes(role)).map((a) => a.personId)
}

/** R14: somebody who came after the reveal reads first; the questions open to them when they say *Finished*. */
export function isStillReading(meeting: Meeting, person: PersonId): boolean {
  const joined = meeting.attendees.get(person)?.joined
  if (!joined || meeting.phase.name === 'closed') return false
  return joined.afterReveal && !meeting.finished.has(person)
}

/** Who is in the room, has not said *Finished*, and is not the one who asks: whoever opens the questions has read. */
export function stillReading(meeting: Meeting, asking: PersonId): PersonId[] {
  return [...meeting.attendees.values()]
    .filter(({ personId, here }) => here && personId !== asking && !meeting.finished.has(personId))
    .map(({ personId }) => personId)
}

/** Questions that have not yet left the room with an end state (R11). */
export function openQuestions(meeting: Meeting): QuestionId[] {
  return [...meeting.questions.values()].filter(({ state }) => state === null).map(({ id }) => id)
}

export function seenKey(by: PersonId | null, key: string): string {
  return `${by ?? 'server'}|${key}`
}
