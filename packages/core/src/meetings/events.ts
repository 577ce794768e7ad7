import * as z from 'zod'
import { actionId, decisionId, meetingId, personId, questionId } from '../ids.ts'
import { endState } from '../reviews/question.ts'
import { day, type Instant } from '../time.ts'
import { discussionMinutes, discussionOrders, instant, invited, plan, readingMinutes } from './plan.ts'

/** R18: "As this customer, would you want it?" */
export const wants = ['yes', 'not-yet', 'no'] as const
export type Want = (typeof wants)[number]

/** A question as the log knows it once it is open: never its words, which stay in their own row. */
export const openedQuestion = z.object({ id: questionId, by: personId })
export type OpenedQuestion = z.infer<typeof openedQuestion>

/** One of an earlier meeting that is open again in this one (F5); its entry in the FAQ, if it has become one. */
export const carryingOn = openedQuestion.extend({ faqBlockId: z.string().nullable() })
export type CarryingOn = z.infer<typeof carryingOn>

/** R18 at an earlier meeting on the same initiative: counts, and nobody in them. */
export const earlierTally = z.object({
  edition: z.int(),
  at: instant,
  yes: z.int(),
  notYet: z.int(),
  no: z.int(),
})
export type EarlierTally = z.infer<typeof earlierTally>

const does = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...shape })

const dissent = { because: z.string(), whatWouldChangeMyMind: z.string(), commits: z.boolean() }

/**
 * What happened in a meeting, in the words of the mechanism. Instants are absolute, so that applying one twice
 * changes nothing. The store keeps `kind`, the rest as payload, and parses it back with this schema.
 */
export const meetingAct = z.discriminatedUnion('kind', [
  does('scheduled', { plan }),
  does('plan-changed', {
    startsAt: instant,
    place: z.string(),
    callLink: z.string(),
    readingMinutes,
    discussionMinutes,
  }),
  does('called-off', {}),
  does('invited', { attendee: invited }),
  does('uninvited', { personId }),
  does('joined', {}),
  does('left', { personId }),
  does('facilitator-changed', { to: personId, because: z.enum(['handed-over', 'away']) }),

  /** `since`: the last meeting held on the initiative, which this one returns to (R17). */
  does('started', { endsAt: instant, since: meetingId.nullable().default(null) }),
  does('reading-extended', { endsAt: instant }),
  does('reading-ended', { because: z.enum(['time', 'facilitator']) }),
  does('finished-reading', {}),
  does('answered-the-one-question', { want: z.enum(wants), because: z.string() }),

  /** `early` when somebody was still reading: how many, and why it opens all the same. Counts, never who (R6). */
  does('reveal-announced', {
    opensAt: instant,
    early: z.object({ stillReading: z.int(), because: z.string() }).nullable().default(null),
  }),
  does('reveal-cancelled', {}),
  does('revealed', {
    questions: z.array(openedQuestion),
    endsAt: instant,
    carried: z.array(carryingOn).default([]),
    tallies: z.array(earlierTally).default([]),
  }),

  does('adjourned', { resumesAt: instant.nullable() }),
  /** As adjourned, for an interruption: no day, no news, and nothing in a calendar. */
  does('paused', {}),
  /** `endsAt` is the new end of what was interrupted: as much later as the room stood still. */
  does('resumed', { endsAt: instant, paused: z.boolean().default(false) }),

  does('question-added', { question: openedQuestion }),
  does('question-opened', { questionId }),
  does('question-ended', { questionId, state: endState }),
  does('question-added-to-faq', { questionId, blockId: z.string() }),
  /** What was in a cluster with any of them already is in it with all of them. */
  does('questions-merged', { questionIds: z.array(questionId).min(2) }),
  /** Each stands alone again, and what only the cluster had ended is open again. */
  does('questions-split', { questionIds: z.array(questionId).min(1) }),
  /** They look alike and are not the same. */
  does('questions-kept-apart', { questionIds: z.array(questionId).min(2) }),
  does('questions-ended-together', { questionIds: z.array(questionId).min(1), state: endState }),
  does('order-chosen', { order: z.enum(discussionOrders) }),
  does('asked-too', { questionId }),
  does('asked-too-no-more', { questionId }),
  does('must-be-answered', { questionIds: z.array(questionId).min(1), must: z.boolean() }),
  /** What they say stands in the question's row, as it does when they say it after the meeting (R17). */
  does('answer-accepted', { questionId, accepted: z.boolean() }),
  does('hand-raised', {}),
  does('hand-lowered', {}),
  does('turn-given', { to: personId }),
  does('discussion-extended', { endsAt: instant }),
  does('discussion-overran', {}),

  does('moved-to-decision', {}),
  does('returned-to-discussion', {}),
  /** `people` are those who decide and are here. */
  does('deliberation-begun', { people: z.array(personId) }),
  does('deliberation-ended', {}),
  does('view-heard', { personId }),
  does('decision-recorded', { decisionId, decider: personId }),
  does('decision-owed', { decider: personId, due: day }),

  does('experience-and-why-set', { experience: z.string(), why: z.string() }),
  does('acknowledged', {}),
  /** Entered by the actor for somebody who reads on paper. */
  does('acknowledged-for', { personId }),
  does('dissented', dissent),
  does('dissented-for', { personId, ...dissent }),
  does('handed-over', { questionIds: z.array(questionId), to: personId, due: day }),
  does('closed', {}),

  /** D5: written down, or put in other words; whole, each time. */
  does('action-set', { actionId, text: z.string(), owner: personId.nullable(), due: day.nullable() }),
  does('action-dropped', { actionId }),
  does('action-done', { actionId, done: z.boolean() }),

  /** R17, sealed like the questions: *that answers it*, *not yet*, or null, which takes back either. */
  does('return-answered', { questionId, accepted: z.boolean().nullable() }),
  /** A latecomer’s *not yet*, when their own reading has ended (R14). */
  does('question-carried', { question: carryingOn }),
])
export type MeetingAct = z.infer<typeof meetingAct>

/** Null is the server itself: its clock, or a socket that dropped. */
export type Actor = z.infer<typeof personId> | null

/**
 * An act with who, when and under which key. `key` is the command's own key and the act's place in what it brought
 * about (`<uuid>:0`), so a repeated delivery is seen to be one.
 */
export type MeetingEvent = MeetingAct & { by: Actor; at: Instant; key: string }
