import type { ActionId, DecisionId, MeetingId, PersonId, QuestionId } from '../ids.ts'
import type { EndState } from '../reviews/question.ts'
import type { Instant } from '../time.ts'
import type { Actor, OpenedQuestion, Want } from './events.ts'
import type { DiscussionOrder, Invited } from './plan.ts'
import type { Earlier } from './returning.ts'

/** What somebody asks of a meeting. Those of the server (`tick`, `dropped`) have no operation in the contract. */
export type MeetingCommand =
  | {
      kind: 'changePlan'
      startsAt?: Instant
      place?: string
      callLink?: string
      readingMinutes?: number
      discussionMinutes?: number
    }
  | { kind: 'callOff' }
  | { kind: 'invite'; attendee: Invited }
  | { kind: 'uninvite'; personId: PersonId }
  | { kind: 'join' }
  | { kind: 'leave' }
  /** A person's last socket has closed. */
  | { kind: 'dropped'; personId: PersonId }
  | { kind: 'handOverFacilitation'; to: PersonId }
  | { kind: 'takeFacilitation' }
  /** `since` is the last meeting held on the initiative (R17). */
  | { kind: 'start'; since?: MeetingId | null }
  | { kind: 'extendReading'; minutes: number }
  /** `earlier` is what a latecomer’s answers on the cover sheet may open again. */
  | { kind: 'finishReading'; earlier?: Earlier }
  | { kind: 'answerOneQuestion'; want: Want; because: string }
  /** `because` is asked for while others still read; left out when nobody does. */
  | { kind: 'announceReveal'; because?: string }
  | { kind: 'cancelReveal' }
  /**
   * The server's clock has reached a deadline. `questions` are the meeting's sealed questions of substance, read
   * under the same lock and in the order of the discussion; they are used only when the countdown has ended.
   */
  | { kind: 'tick'; questions: readonly OpenedQuestion[]; earlier?: Earlier }
  /** Said again while adjourned, it changes the day. */
  | { kind: 'adjourn'; resumesAt: Instant | null }
  /** For an interruption: the same standing still, for minutes and not for a day. */
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'addQuestion'; question: OpenedQuestion }
  | { kind: 'openQuestion'; questionId: QuestionId }
  /** `of`: with every question in its cluster that has no end yet, unless it is said of the question alone. */
  | { kind: 'endQuestion'; questionId: QuestionId; state: EndState; of?: 'cluster' | 'question' | undefined }
  | { kind: 'addToFaq'; questionId: QuestionId; blockId: string }
  | { kind: 'mergeQuestions'; questionIds: readonly QuestionId[] }
  | { kind: 'splitQuestions'; questionIds: readonly QuestionId[] }
  | { kind: 'keepApart'; questionIds: readonly QuestionId[] }
  | { kind: 'chooseOrder'; order: DiscussionOrder }
  | { kind: 'askToo'; questionId: QuestionId }
  | { kind: 'askTooNoMore'; questionId: QuestionId }
  | { kind: 'setMust'; questionId: QuestionId; must: boolean }
  | { kind: 'acceptAnswer'; questionId: QuestionId; accepted: boolean }
  /** What was said on a question. The words stand in a row of their own; the log only says who may write them. */
  | { kind: 'writeNote'; questionId: QuestionId }
  | { kind: 'raiseHand' }
  | { kind: 'lowerHand' }
  | { kind: 'giveTurn'; to: PersonId }
  | { kind: 'extendDiscussion'; minutes: number }
  | { kind: 'moveToDecision' }
  | { kind: 'returnToDiscussion' }
  | { kind: 'deliberate' }
  | { kind: 'endDeliberation' }
  | { kind: 'hearView'; personId: PersonId }
  | { kind: 'recordDecision'; decisionId: DecisionId; decider: PersonId }
  | { kind: 'oweDecision'; decider: PersonId; due: string }
  | { kind: 'setExperience'; experience: string; why: string }
  | { kind: 'setAction'; actionId: ActionId; text: string; owner: PersonId | null; due: string | null }
  | { kind: 'dropAction'; actionId: ActionId }
  | { kind: 'finishAction'; actionId: ActionId; done: boolean }
  | { kind: 'acknowledge' }
  /** The note-taker enters what a reader on paper has said (R19). */
  | { kind: 'acknowledgeFor'; personId: PersonId }
  | { kind: 'dissent'; because: string; whatWouldChangeMyMind: string; commits: boolean }
  | {
      kind: 'dissentFor'
      personId: PersonId
      because: string
      whatWouldChangeMyMind: string
      commits: boolean
    }
  | { kind: 'handOver'; to: PersonId; due: string }
  | { kind: 'close' }
  | { kind: 'answerReturn'; questionId: QuestionId; asker: PersonId; accepted: boolean | null }
export type CommandKind = MeetingCommand['kind']
export type CommandOf<Kind extends CommandKind> = Extract<MeetingCommand, { kind: Kind }>

/** Who asks, when by the server's clock, and under which key: a fresh UUID for each act, the same for a retry. */
export interface Asking {
  by: Actor
  now: Instant
  key: string
}
