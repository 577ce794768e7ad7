import * as z from 'zod'
import { decisionId, editionId, initiativeId, meetingId, personId, questionId } from '../ids.ts'
import { byline } from '../people/person.ts'
import { editionAnchor } from '../reviews/anchor.ts'
import { question, questionState } from '../reviews/question.ts'
import { day, moment } from '../time.ts'
import { action } from './action.ts'
import { earlierTally, wants } from './events.ts'
import { noteState } from './note.ts'
import { discussionOrders, purposes, roles } from './plan.ts'
import { answer, coverSheet } from './returning.ts'

/** An open question as the room sees it. `by` is null while names wait until the asker speaks (R7). */
export const roomQuestion = question
  /** `faqBlockId` is the entry in the draft once it stands there; `toFaq` says that it is to. */
  .pick({ id: true, text: true, anchor: true, faqBlockId: true, accepted: true })
  .extend({
    by: personId.nullable(),
    mine: z.boolean(),
    state: questionState,
    asked: z.boolean(),
    toFaq: z.boolean(),
    /** Of an earlier meeting (F5): the edition and the lines it was asked on. `anchor` is where it stands in this one. */
    carried: z
      .object({
        edition: z.int().nullable(),
        on: editionAnchor.pick({ line: true, lastLine: true, quote: true }).nullable(),
        answer: answer.nullable(),
      })
      .nullable(),
    /** How many people ask it, or what it is in one cluster with, each once. */
    people: z.int(),
    /** The viewer said that they ask it too. */
    alsoMine: z.boolean(),
    /** It must be answered before a yes. */
    must: z.boolean(),
    /** What was said on it; null until somebody writes. */
    note: noteState.nullable(),
  })
export type RoomQuestion = z.infer<typeof roomQuestion>

/** One's own question while all are sealed. */
export const ownQuestion = question.pick({ id: true, text: true, matter: true, anchor: true, askedAt: true })
export type OwnQuestion = z.infer<typeof ownQuestion>

const oneAnswer = z.object({ want: z.enum(wants), because: z.string() })

/** What is one's own while reading: nobody else's is anywhere in it. */
const mine = z.object({
  finished: z.boolean(),
  /** True from when R18 may be answered. */
  mayAnswer: z.boolean(),
  answer: oneAnswer.nullable(),
  questions: z.array(ownQuestion),
})

/** For the facilitator alone (R6). `names` is null unless the company's setting shows them. */
const progress = z.object({
  finished: z.int(),
  here: z.int(),
  /** In the room and not finished, without the facilitator: while there are any, opening needs a reason. */
  stillReading: z.int(),
  names: z.array(personId).nullable(),
})

const response = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('acknowledged'),
    personId,
    /** The note-taker, for a reader on paper (R19). */
    enteredBy: personId.nullable(),
    current: z.boolean(),
  }),
  z.object({
    name: z.literal('dissented'),
    personId,
    /** As above. */
    enteredBy: personId.nullable(),
    because: z.string(),
    whatWouldChangeMyMind: z.string(),
    commits: z.boolean(),
    /** False when the experience or the why was reworded since. */
    current: z.boolean(),
  }),
])

const tally = z.object({
  yes: z.int(),
  notYet: z.int(),
  no: z.int(),
  answers: z.array(oneAnswer),
  /** R18 at the meetings before on this initiative, first to last. */
  before: z.array(earlierTally.extend({ at: moment })),
})
export type Tally = z.infer<typeof tally>

const summary = z.object({
  questions: z.int(),
  /** Of earlier meetings, open again; not among `questions`. */
  carried: z.int(),
  people: z.int(),
  busiest: z.object({ page: z.int(), line: z.int(), people: z.int() }).nullable(),
})
export type Summary = z.infer<typeof summary>

/** What the room has once the questions are open. */
const opened = {
  summary,
  /** That they were opened while some still read: how many, and why. */
  early: z.object({ stillReading: z.int(), because: z.string() }).nullable(),
  questions: z.array(roomQuestion),
  /** Remarks on form, for the author and whoever made them (R8). */
  formRemarks: z.array(roomQuestion),
  /** Questions that ask the same; in each, and in `questions`, the one that stands large is first (R8). */
  clusters: z.array(z.array(questionId)),
  /** Two that look alike and are not the same, for those who merge. */
  apart: z.array(z.tuple([questionId, questionId])),
  order: z.enum(discussionOrders),
  /** Until when the question at hand should take; `shown` says to whom that is more than an overrun (R10). */
  questionTime: z.object({ endsAt: moment, shown: z.boolean() }).nullable(),
  current: questionId.nullable(),
  /** Who speaks next on the current question, first to last (R9). */
  turns: z.array(personId),
  hands: z.array(personId),
  tally,
  ending: z.object({ experience: z.string(), why: z.string() }).nullable(),
  responses: z.array(response),
  /** D5, as they were written down. */
  actions: z.array(action),
  handedOver: z.object({ to: personId, due: day, questionIds: z.array(questionId) }).nullable(),
  /** R16: `to` is null while they deliberate. */
  deliberations: z.array(z.object({ people: z.array(personId), from: moment, to: moment.nullable() })),
  decision: z
    .discriminatedUnion('name', [
      z.object({ name: z.literal('recorded'), decisionId, decider: personId }),
      z.object({ name: z.literal('owed'), decider: personId, due: day }),
    ])
    .nullable(),
}

const given = z.object({ minutes: z.int(), until: moment })

export const roomPhase = z.discriminatedUnion('name', [
  z.object({ name: z.literal('lobby'), cover: coverSheet.nullable() }),
  /** `late` is somebody who came after the reveal: their clock is the room's, their reading ends with *Finished*. */
  z.object({
    name: z.literal('reading'),
    startedAt: moment.nullable(),
    endsAt: moment.nullable(),
    ended: z.boolean(),
    late: z.boolean(),
    /** R14: it is a time of their own, after the meeting; then it is late as well. */
    window: z.boolean(),
    cover: coverSheet.nullable(),
    mine,
    progress: progress.nullable(),
  }),
  z.object({
    name: z.literal('reveal'),
    endsAt: moment,
    opensAt: moment,
    /** Why they open although some still read; empty when nobody does. */
    because: z.string(),
    cover: coverSheet.nullable(),
    mine,
    progress: progress.nullable(),
  }),
  z.object({ name: z.literal('discussion'), endsAt: moment, overran: z.boolean(), ...opened }),
  /** `views` is the round of views, first to last. */
  z.object({
    name: z.literal('decision'),
    endsAt: moment,
    overran: z.boolean(),
    views: z.array(personId),
    /** Whose view was heard. */
    heard: z.array(personId),
    ...opened,
  }),
  /** The same for everybody: where it stopped and when it goes on, and nothing from inside. */
  z.object({
    name: z.literal('adjourned'),
    at: moment,
    resumesAt: moment.nullable(),
    from: z.enum(['reading', 'discussion', 'decision']),
    /** For an interruption, and not for a day. */
    paused: z.boolean(),
    /** Milliseconds of its time that were left; negative when it was over. */
    leftMs: z.int(),
  }),
  z.object({
    name: z.literal('closed'),
    at: moment,
    how: z.enum(['held', 'called-off']),
    /** R14: who has a time of their own to read, for those who may give one. */
    windows: z.array(given.extend({ personId })),
    ...opened,
  }),
  /** For whoever may see the meeting but is not in it: which phase it is in, and nothing from inside. */
  z.object({
    name: z.literal('outside'),
    phase: z.enum(['lobby', 'reading', 'reveal', 'discussion', 'decision', 'adjourned']),
  }),
])
export type RoomPhase = z.infer<typeof roomPhase>

const roomAttendee = z.object({
  personId,
  roles: z.array(z.enum(roles)),
  here: z.boolean(),
  /** Has been in the room at some time. */
  came: z.boolean(),
  /** Came after the reading began (R14). */
  partial: z.boolean(),
})

/** Everything one viewer may be sent of a meeting, and nothing else. Moments are ISO text. */
export const room = z.object({
  meetingId,
  initiativeId,
  edition: z.object({ id: editionId, number: z.int(), hash: z.string(), pages: z.int() }),
  purpose: z.enum(purposes),
  startsAt: moment,
  place: z.string(),
  callLink: z.string(),
  readingMinutes: z.int(),
  discussionMinutes: z.int(),
  countdownSeconds: z.int(),
  whyNow: z.string(),
  facilitator: personId,
  /** Null for a viewer who is not invited. */
  me: roomAttendee
    .extend({
      joined: z.boolean(),
      /** R14: a time of their own that they may begin. */
      window: given.nullable(),
    })
    .nullable(),
  /** Empty while the room reads: there is only text and clock (R6). */
  attendees: z.array(roomAttendee),
  /** True for a deputy while the facilitator is away long enough (R12). */
  facilitationOffered: z.boolean(),
  /** Why each act the viewer may want is not possible now; an act that is missing here is possible. */
  notNow: z.record(z.string(), z.string()),
  phase: roomPhase,
})
export type Room = z.infer<typeof room>

/** A room with the names of the people it mentions, and the server's time as it was made. */
export const roomMessage = z.object({ room, people: z.array(byline), serverTime: moment })
export type RoomMessage = z.infer<typeof roomMessage>

/**
 * What is new in one viewer's room: a room in parts, each as JSON text, null for one that is there no more. The first
 * that comes holds all; of 400 questions only those go out again that are another now, and what hundreds are sent is
 * written once for all.
 *
 * | name of a part | holds |
 * |---|---|
 * | `purpose`, … | a field of the room |
 * | `phase.name`, … | a field of its phase |
 * | `attendees`, `phase.questions`, `people` | the ids in order; whoever is not in it is there no more |
 * | `attendees:`, `phase.questions:`, `people:` | an array of those that are new or another now |
 */
export const roomNews = z.object({
  parts: z.record(z.string(), z.string().nullable()),
  serverTime: moment,
})
export type RoomNews = z.infer<typeof roomNews>
