import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { decisionDraft } from '../decisions/decision.ts'
import { decisionRefusals } from '../decisions/refusals.ts'
import { actionId, editionId, initiativeId, meetingId, personId, questionId } from '../ids.ts'
import { questionIds } from '../initiatives/questions.ts'
import { readinessStates } from '../initiatives/readiness.ts'
import { me } from '../people/contract.ts'
import { byline } from '../people/person.ts'
import { peopleRefusals } from '../people/refusals.ts'
import { pick } from '../refusals.ts'
import { saidEnd } from '../reviews/question.ts'
import { line, prose } from '../text.ts'
import { day, moment } from '../time.ts'
import { actionWords } from './action.ts'
import { afterwards } from './afterwards.ts'
import { citations } from './citations.ts'
import { displayCode, displayMessage } from './display.ts'
import { wants } from './events.ts'
import { lineage } from './lineage.ts'
import { noteWords } from './note.ts'
import { heldPages, pagePace } from './pace.ts'
import { discussionMinutes, discussionOrders, inviteRoles, purposes, readingMinutes, roles } from './plan.ts'
import { type MeetingRefusal, meetingRefusals } from './refusals.ts'
import { roomMessage, roomNews } from './room.ts'

const base = oc.errors(commonRefusals)
const tags = ['meetings']
export const key = z.uuid('not a key: send a new UUID with each act, and the same one when you repeat it')
const place = z.string().trim().max(200, 'The place is longer than 200 characters: shorten it')
const callLink = z
  .union([
    z.literal(''),
    z.url({ protocol: /^https?$/, error: 'The call link does not look like https://…' }),
  ])
  .default('')
const attendee = z.object({ personId, roles: z.array(z.enum(inviteRoles)).min(1, 'give everybody a role') })
const token = z.string().max(100)
const because = prose('The reason', 2000).default('')
const dissent = {
  because: line('The reason', 4000),
  whatWouldChangeMyMind: prose('What would change your mind', 4000).default(''),
  commits: z.boolean(),
}

/** A line of the list of meetings. */
export const meetingLine = z.object({
  id: meetingId,
  initiativeId,
  initiativeName: z.string(),
  editionId,
  editionNumber: z.int(),
  purpose: z.enum(purposes),
  startsAt: moment,
  minutes: z.int(),
  place: z.string(),
  callLink: z.string(),
  phase: z.enum(['lobby', 'reading', 'reveal', 'discussion', 'decision', 'adjourned', 'closed']),
  /** When an adjourned meeting is to go on; null when no day is set, or it is not adjourned. */
  resumesAt: moment.nullable(),
  /** True of an adjourned one that is only interrupted: the room is expected back in minutes. */
  paused: z.boolean(),
  calledOff: z.boolean(),
  facilitator: byline,
  /** Null when the viewer is not invited. */
  myRoles: z.array(z.enum(roles)).nullable(),
})
export type MeetingLine = z.infer<typeof meetingLine>

/** A decision that a closed meeting left to one of its deciders (R2). */
export const owedDecision = z.object({
  meetingId,
  initiativeId,
  initiativeName: z.string(),
  editionNumber: z.int(),
  due: day,
})
export type OwedDecision = z.infer<typeof owedDecision>

/** What a closed meeting left to somebody to do (D5). */
export const owedAction = owedDecision
  .pick({ meetingId: true, initiativeId: true, initiativeName: true })
  .extend({ actionId, text: z.string(), due: day.nullable() })
export type OwedAction = z.infer<typeof owedAction>

/** R6: how many readers hold each page while the room reads; what stays of a closed meeting. Counts, never names. */
export const meetingPace = z.discriminatedUnion('name', [
  z.object({ name: z.literal('reading'), pages: z.array(z.object({ page: z.int(), readers: z.int() })) }),
  z.object({ name: z.literal('closed'), pages: z.array(pagePace) }),
])
export type MeetingPace = z.infer<typeof meetingPace>

/** What is filled in for whoever schedules, and what they should know (R12, R13, W4). */
export const proposal = z.object({
  pages: z.int(),
  /** Those that are read in the room's time: without the appendix. */
  corePages: z.int(),
  readingMinutes: z.int(),
  discussionMinutes: z.int(),
  attendees: z.array(attendee.extend({ name: z.string(), functionalArea: z.string().nullable() })),
  unready: z.array(
    z.object({ question: z.enum(questionIds), state: z.enum(readinessStates), why: z.string() }),
  ),
  /** What an unready question does to a meeting that is to decide. */
  unreadyQuestions: z.enum(['tell', 'ask-why', 'block']),
  areaGaps: z.array(z.object({ id: z.string(), label: z.string() })),
})
export type Proposal = z.infer<typeof proposal>

/** Somebody from outside the company, for one meeting. `link` is a path: the browser knows the address it is at. */
export const guest = z.object({
  personId,
  name: z.string(),
  link: z.string(),
  expiresAt: moment,
})
export type Guest = z.infer<typeof guest>

const ownWindow = z.object({
  meetingId,
  initiativeName: z.string(),
  editionNumber: z.int(),
  minutes: z.int(),
  until: moment,
})
export type OwnWindow = z.infer<typeof ownWindow>

/** What any act can be answered with: the phase is not its phase, or the person is not in the room. */
export const always = [
  'meeting-is-closed',
  'not-started',
  'the-room-is-reading',
  'the-questions-are-opening',
  'the-room-is-discussing',
  'the-room-is-deciding',
  'the-meeting-is-adjourned',
  'not-invited',
  'not-in-the-room',
] as const

/** One act in the room: a POST that answers with the room as the one who acted now sees it. */
function act<Shape extends z.ZodRawShape, Name extends MeetingRefusal>(
  path: string,
  summary: string,
  shape: Shape,
  ...refusals: Name[]
) {
  return silentAct(path, summary, shape, ...refusals).output(roomMessage)
}

/** One that is answered when it has happened; what it changed comes to those who watch. */
function silentAct<Shape extends z.ZodRawShape, Name extends MeetingRefusal>(
  path: string,
  summary: string,
  shape: Shape,
  ...refusals: Name[]
) {
  return base
    .route({ method: 'POST', path: `/meetings/{meetingId}/${path}`, tags, summary })
    .input(z.object({ meetingId, key, ...shape }))
    .errors(
      pick<typeof meetingRefusals, (typeof always)[number] | Name>(meetingRefusals, ...always, ...refusals),
    )
}

/** A meeting as it is asked for. */
export const scheduling = z.object({
  initiativeId,
  editionId,
  key,
  purpose: z.enum(purposes).default('improve'),
  startsAt: moment,
  place: place.default(''),
  callLink,
  readingMinutes,
  discussionMinutes,
  attendees: z.array(attendee).min(1, 'invite somebody').max(500),
  whyNow: prose('The why now', 500).default(''),
})
export const schedulingRefusals = pick(
  meetingRefusals,
  'no-facilitator',
  'no-decider',
  'no-author',
  'no-such-person',
  'invited-twice',
  'why-now-missing',
  'not-ready',
  'areas-missing',
)

export const meetingsContract = {
  propose: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/meeting-proposals',
      tags,
      summary: 'What a meeting on an edition would look like',
    })
    .input(
      z.object({
        initiativeId,
        editionId,
        /** Empty: the people the initiative is shared with. */
        people: z.array(personId).max(500).default([]),
      }),
    )
    .output(proposal),
  schedule: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/meetings',
      tags,
      summary: 'Schedule a meeting',
    })
    .input(scheduling)
    .output(roomMessage)
    .errors(schedulingRefusals),
  list: base
    .route({ method: 'GET', path: '/meetings', tags, summary: 'Meetings you may see, soonest first' })
    .input(z.object({ initiativeId: initiativeId.optional() }))
    .output(z.array(meetingLine)),
  /** N6: the editions of an idea that something cites. */
  citations: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/citations',
      tags,
      summary: 'What cites the editions of an idea',
    })
    .input(z.object({ initiativeId }))
    .output(z.array(citations)),
  /** N7. What an idea went through: its iterations, editions, meetings and decisions. */
  lineage: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/lineage',
      tags,
      summary: 'How an idea got here, latest first, and what each step changed in belief',
    })
    .input(
      z.object({
        initiativeId,
        /** The place of the earliest step of the page before. */
        before: z.coerce.number().int().min(1).optional(),
        most: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(lineage),
  /** Q3: none of them has been recorded since, on whichever page. The most pressing first. */
  owedDecisions: base
    .route({ method: 'GET', path: '/owed/decisions', tags, summary: 'Decisions you owe' })
    .output(z.array(owedDecision)),
  /** Q3, D5: of closed meetings, not done yet; the most pressing first. */
  owedActions: base
    .route({ method: 'GET', path: '/owed/actions', tags, summary: 'What you are to do' })
    .output(z.array(owedAction)),
  /** Q3, R14: the times of your own to read that you may begin, or are in; the one that ends first comes first. */
  ownWindows: base
    .route({ method: 'GET', path: '/windows', tags, summary: 'The times to read that you were given' })
    .output(z.array(ownWindow)),
  get: base
    .route({ method: 'GET', path: '/meetings/{meetingId}', tags, summary: 'One meeting in a line' })
    .input(z.object({ meetingId }))
    .output(meetingLine),
  room: base
    .route({ method: 'GET', path: '/meetings/{meetingId}/room', tags, summary: 'The room as you see it now' })
    .input(z.object({ meetingId }))
    .output(roomMessage),
  /**
   * The room at once, whole, and after every change what is new in it. A stream that is opened again begins anew, so
   * that nothing can be missed between two.
   */
  watch: base
    .route({ method: 'GET', path: '/meetings/{meetingId}/live', tags, summary: 'The room, live' })
    .input(z.object({ meetingId }))
    .output(eventIterator(roomNews)),
  /** R3: asked a few times, the answer with the shortest round trip gives the clock's offset. */
  clock: base
    .route({ method: 'GET', path: '/clock', tags, summary: 'The server’s time' })
    .output(z.object({ serverTime: moment })),
  /** R19: the code by which a screen joins, the one in force unless another is wanted. For the facilitator alone. */
  openDisplay: base
    .route({
      method: 'POST',
      path: '/meetings/{meetingId}/display',
      tags,
      summary: 'The code by which a screen shows clock and question',
    })
    .input(
      z.object({
        meetingId,
        /** Another code; whoever shows by the one before is ended. */
        another: z.boolean().default(false),
      }),
    )
    .output(z.object({ code: z.string() }))
    .errors(pick(meetingRefusals, 'not-the-facilitator', 'meeting-is-closed')),
  endDisplay: base
    .route({
      method: 'DELETE',
      path: '/meetings/{meetingId}/display',
      tags,
      summary: 'End every screen of a meeting',
    })
    .input(z.object({ meetingId }))
    .errors(pick(meetingRefusals, 'not-the-facilitator')),
  /** Whole after every change, like the room. Ends when the code is withdrawn or the meeting closed. */
  watchDisplay: base
    .route({ method: 'GET', path: '/displays/{code}/live', tags, summary: 'What a screen shows, live' })
    .input(z.object({ code: displayCode }))
    .output(eventIterator(displayMessage))
    .errors(pick(meetingRefusals, 'no-such-display', 'too-many-codes')),
  /** R6: which pages this reader's browser held. No act in the room: it is no event, and tells nobody anything. */
  notePace: base
    .route({
      method: 'POST',
      path: '/meetings/{meetingId}/pace',
      tags,
      summary: 'Say which pages you hold, while the room reads',
    })
    .input(z.object({ meetingId, held: heldPages }))
    .errors(pick(meetingRefusals, 'not-invited', 'no-such-page', 'nobody-reads-now')),
  pace: base
    .route({
      method: 'GET',
      path: '/meetings/{meetingId}/pace',
      tags,
      summary: 'How many hold each page, for the facilitator; how long pages took, once closed',
    })
    .input(z.object({ meetingId }))
    .output(meetingPace)
    .errors(pick(meetingRefusals, 'not-the-facilitator', 'nobody-reads-now')),
  /** Null until it is closed, and when it was called off. */
  afterwards: base
    .route({
      method: 'GET',
      path: '/meetings/{meetingId}/afterwards',
      tags,
      summary: 'How a closed meeting went: where it asked, and for how long',
    })
    .input(z.object({ meetingId }))
    .output(afterwards.nullable()),
  ics: base
    .route({
      method: 'GET',
      path: '/meetings/{meetingId}/invitation.ics',
      tags,
      summary: 'The calendar entry',
    })
    .input(z.object({ meetingId }))
    .output(z.file()),

  /** Whether one's meetings have an address for a calendar, and since when; the address itself was shown once. */
  calendar: base
    .route({ method: 'GET', path: '/calendar', tags, summary: 'Whether your calendar has an address' })
    .output(z.object({ since: moment.nullable() })),
  makeCalendar: base
    .route({
      method: 'POST',
      path: '/calendar',
      tags,
      summary: 'Make an address that a calendar follows; the one before ends',
    })
    .output(z.object({ link: z.string() })),
  endCalendar: base.route({ method: 'DELETE', path: '/calendar', tags, summary: 'End that address' }),
  /** For the calendar itself, which has no session: the secret is in the address. */
  followCalendar: base
    .route({
      method: 'GET',
      path: '/calendar/{secret}/meetings.ics',
      tags,
      summary: 'Somebody’s meetings, as a calendar follows them',
    })
    .input(z.object({ secret: z.string().max(100) }))
    .output(z.file())
    .errors(pick(meetingRefusals, 'calendar-is-gone')),

  changePlan: act(
    'plan',
    'Change time, place or lengths before the start',
    {
      startsAt: moment.optional(),
      place: place.optional(),
      callLink: callLink.optional(),
      readingMinutes: readingMinutes.optional(),
      discussionMinutes: discussionMinutes.optional(),
    },
    'not-the-facilitator',
  ),
  callOff: act(
    'call-off',
    'Call the meeting off, before the start or adjourned out of the reading',
    {},
    'not-the-facilitator',
    'the-questions-were-opened',
  ),
  invite: act(
    'invite',
    'Invite somebody, or change their roles',
    { attendee },
    'not-the-facilitator',
    'no-facilitator',
    'no-author',
    'no-decider',
    'no-such-person',
  ),
  uninvite: act(
    'uninvite',
    'Take somebody off the invitation, before the start',
    { personId },
    'not-the-facilitator',
    'no-facilitator',
    'no-author',
    'no-decider',
    'no-such-person',
  ),
  inviteGuest: base
    .route({
      method: 'POST',
      path: '/meetings/{meetingId}/guests',
      tags,
      summary: 'Invite somebody from outside the company, by a link of their own',
    })
    .input(z.object({ meetingId, key, name: line('The name', 80) }))
    .output(
      guest.extend({
        /** True when the link opens only on this computer; the remedy is `npm start -- --lan`. */
        onlyThisComputer: z.boolean(),
      }),
    )
    .errors(pick(meetingRefusals, ...always, 'not-the-facilitator', 'no-facilitator')),
  guests: base
    .route({
      method: 'GET',
      path: '/meetings/{meetingId}/guests',
      tags,
      summary: 'The guests whose links are good',
    })
    .input(z.object({ meetingId }))
    .output(z.array(guest))
    .errors(pick(meetingRefusals, 'not-the-facilitator')),
  removeGuest: base
    .route({
      method: 'DELETE',
      path: '/meetings/{meetingId}/guests/{personId}',
      tags,
      summary: 'End a guest’s link at once',
    })
    .input(z.object({ meetingId, personId }))
    .errors(pick(meetingRefusals, 'not-the-facilitator', 'no-such-person')),
  /** What a guest sees before coming in. */
  guestInvitation: base
    .route({ method: 'GET', path: '/guests/{token}', tags, summary: 'Look at a guest’s invitation' })
    .input(z.object({ token }))
    .output(
      z.object({
        name: z.string(),
        company: z.string(),
        invitedBy: z.string(),
        document: z.string(),
        startsAt: moment,
        minutes: z.int(),
      }),
    )
    .errors(pick(peopleRefusals, 'invitation-gone')),
  enterAsGuest: base
    .route({ method: 'POST', path: '/guests/{token}', tags, summary: 'Come in as a guest' })
    .input(z.object({ token }))
    .output(z.object({ me, meetingId }))
    .errors(pick(peopleRefusals, 'invitation-gone')),
  /** R14, after the close; said again, it changes what was not begun. The reader is written to. */
  giveWindow: base
    .route({
      method: 'PUT',
      path: '/meetings/{meetingId}/windows/{personId}',
      tags,
      summary: 'Give somebody who was absent a time of their own to read',
    })
    .input(z.object({ meetingId, personId, minutes: readingMinutes, until: moment }))
    .output(roomMessage)
    .errors(
      pick(
        meetingRefusals,
        'not-the-facilitator',
        'not-closed-yet',
        'no-such-person',
        'was-there',
        'reads-now',
        'moment-has-passed',
      ),
    ),
  /** The clock runs from here. */
  startWindow: base
    .route({ method: 'POST', path: '/meetings/{meetingId}/window', tags, summary: 'Begin your time to read' })
    .input(z.object({ meetingId }))
    .output(roomMessage)
    .errors(pick(meetingRefusals, 'no-window')),
  endWindow: base
    .route({
      method: 'DELETE',
      path: '/meetings/{meetingId}/window',
      tags,
      summary: 'End your time to read: what the room left opens to you',
    })
    .input(z.object({ meetingId }))
    .output(roomMessage),
  join: silentAct('join', 'Come in', {}),
  leave: act('leave', 'Go out', {}),
  handOverFacilitation: act(
    'facilitator',
    'Hand the facilitator’s role to somebody in the room',
    { to: personId },
    'not-the-facilitator',
    'no-such-person',
  ),
  takeFacilitation: act(
    'facilitator/take',
    'Take the place of a facilitator who is away',
    {},
    'not-a-deputy',
    'the-facilitator-is-here',
  ),
  adjourn: act(
    'adjourn',
    'Adjourn the meeting, to be resumed on the same edition',
    { resumesAt: moment.nullable().default(null) },
    'not-the-facilitator',
    'moment-has-passed',
  ),
  pause: act(
    'pause',
    'Stop the clock for an interruption, until the meeting is resumed',
    {},
    'not-the-facilitator',
  ),
  resume: act('resume', 'Resume an adjourned meeting with the time that was left', {}, 'not-the-facilitator'),

  start: act('start', 'Start the silent reading', {}, 'not-the-facilitator'),
  extendReading: act(
    'reading/extend',
    'Give the reading more time',
    { minutes: z.int().min(1).max(60) },
    'not-the-facilitator',
  ),
  finishReading: act('reading/finished', 'Say that you have finished reading', {}),
  answerOneQuestion: act(
    'one-question',
    'Answer, sealed: as this customer, would you want it?',
    { want: z.enum(wants), because },
    'still-reading',
    'already-answered',
  ),
  announceReveal: act(
    'reveal',
    'Open the questions, after the countdown',
    /** Asked for while others still read: one sentence, seen by the room and kept. */
    { because: prose('The reason', 300).default('') },
    'not-the-facilitator',
    'others-still-read',
  ),
  cancelReveal: act('reveal/cancel', 'Stop the countdown', {}, 'not-the-facilitator'),

  openQuestion: act(
    'questions/{questionId}/open',
    'Take up a question',
    { questionId },
    'not-the-note-taker',
    'no-such-question',
  ),
  endQuestion: act(
    'questions/{questionId}/end',
    'Say how a question ends',
    {
      questionId,
      state: saidEnd,
      /** `question`: without those it is in one cluster with. */
      of: z.enum(['cluster', 'question']).default('cluster'),
    },
    'not-the-note-taker',
    'no-such-question',
    'day-has-passed',
  ),
  addToFaq: act(
    'questions/{questionId}/faq',
    'Put a question into the FAQ of the draft, once',
    { questionId },
    'not-the-note-taker',
    'no-such-question',
  ),
  mergeQuestions: act(
    'clusters',
    'Say that questions ask the same',
    { questionIds: z.array(questionId).min(2, 'name two questions at least').max(500) },
    'not-the-note-taker',
    'no-such-question',
  ),
  splitQuestions: act(
    'clusters/split',
    'Let questions stand alone again',
    { questionIds: z.array(questionId).min(1, 'name a question').max(500) },
    'not-the-note-taker',
    'no-such-question',
  ),
  keepApart: act(
    'clusters/apart',
    'Say that questions look alike and are not the same',
    { questionIds: z.array(questionId).min(2, 'name two questions at least').max(50) },
    'not-the-note-taker',
    'no-such-question',
  ),
  chooseOrder: act(
    'order',
    'Choose in which order the questions are taken up',
    { order: z.enum(discussionOrders) },
    'not-the-facilitator',
  ),
  askToo: act('questions/{questionId}/too', 'Say that you ask it too', { questionId }, 'no-such-question'),
  askTooNoMore: act(
    'questions/{questionId}/too/no-more',
    'Take that back',
    { questionId },
    'no-such-question',
  ),
  setMust: act(
    'questions/{questionId}/must',
    'Say whether it must be answered before a yes',
    { questionId, must: z.boolean() },
    'not-the-note-taker',
    'no-such-question',
  ),
  /** F5: the same word of the asker's as `reviews.acceptAnswer` takes, heard by the room. */
  acceptAnswer: act(
    'questions/{questionId}/accepted',
    'Say, as its asker, whether it is answered',
    { questionId, accepted: z.boolean() },
    'not-the-asker',
    'no-such-question',
    'question-has-ended',
  ),
  /** `over` is the version that the words were written over, 0 for the first. */
  writeNote: act(
    'questions/{questionId}/note',
    'Write down what is said on a question',
    { questionId, over: z.int().min(0), text: noteWords },
    'not-the-note-taker',
    'no-such-question',
    'note-has-changed',
  ),
  raiseHand: act('hand', 'Raise your hand', {}),
  lowerHand: act('hand/lower', 'Lower your hand', {}),
  giveTurn: act(
    'turn',
    'Call on somebody out of turn',
    { to: personId },
    'not-the-facilitator',
    'no-such-person',
  ),
  extendDiscussion: act(
    'discussion/extend',
    'Give the discussion more time',
    { minutes: z.int().min(1).max(120) },
    'not-the-facilitator',
  ),

  moveToDecision: act(
    'decision/begin',
    'Move on to the decision',
    {},
    'not-the-facilitator',
    'purpose-is-to-improve',
  ),
  returnToDiscussion: act(
    'decision/return',
    'Return to the discussion',
    {},
    'not-the-facilitator',
    'decision-is-recorded',
  ),
  deliberate: act(
    'deliberation/begin',
    'Deliberate among those who decide, while the others wait',
    {},
    'not-a-decider',
    'decision-is-recorded',
  ),
  endDeliberation: act('deliberation/end', 'Come back from the deliberation', {}, 'not-a-decider'),
  decide: act(
    'decision',
    'Record the decision',
    { decision: decisionDraft },
    'not-a-decider',
    'decision-is-recorded',
  ).errors(
    pick(decisionRefusals, 'merged-into-itself', 'dissents-twice', 'day-has-passed', 'no-such-assumption'),
  ),
  hearView: act(
    'views',
    'Note that somebody has said where they stand',
    { personId },
    'not-the-facilitator',
    'no-such-person',
  ),
  oweDecision: act(
    'decision/owe',
    'Leave with a decision owed by a decider on a day',
    { decider: personId, due: day },
    'not-the-facilitator',
    'no-such-person',
    'purpose-is-to-improve',
    'decision-is-recorded',
    'day-has-passed',
  ),

  setExperience: act(
    'experience',
    'Write down the agreed customer experience and the why',
    { experience: line('The experience', 4000), why: line('The why', 4000) },
    'not-the-note-taker',
  ),
  acknowledge: act('acknowledge', 'Say that you understand why', {}, 'nothing-to-acknowledge'),
  acknowledgeFor: act(
    'acknowledge-for',
    'Enter that a reader on paper understands why',
    { personId },
    'not-the-note-taker',
    'no-such-person',
    'speaks-for-themselves',
    'nothing-to-acknowledge',
  ),
  dissent: act('dissent', 'Disagree, by name', dissent, 'nothing-to-acknowledge'),
  dissentFor: act(
    'dissent-for',
    'Enter that a reader on paper disagrees, in their name',
    { personId, ...dissent },
    'not-the-note-taker',
    'no-such-person',
    'speaks-for-themselves',
    'nothing-to-acknowledge',
  ),
  /** D5: new with an id of the sender's making, or in other words. Without an owner and a day it is a good intention. */
  setAction: act(
    'actions/{actionId}',
    'Write down what is to be done',
    { actionId, ...actionWords },
    'not-the-note-taker',
    'no-such-person',
    'day-has-passed',
    'too-many-actions',
  ),
  dropAction: act('actions/{actionId}/drop', 'Take an action back', { actionId }, 'not-the-note-taker'),
  /** By its owner, or whoever takes the minutes; on the page of a closed meeting. */
  finishAction: act(
    'actions/{actionId}/done',
    'Say that an action is done, or is not',
    { actionId, done: z.boolean() },
    'no-such-action',
    'not-your-action',
  ),
  handOver: act(
    'hand-over',
    'Hand what was not reached to an author, in writing, by a day',
    { to: personId, due: day },
    'not-the-facilitator',
    'not-an-author',
    'day-has-passed',
  ),
  close: act(
    'close',
    'Close the meeting',
    {},
    'not-the-facilitator',
    'questions-without-an-end',
    'no-decision',
    'no-experience-and-why',
  ),

  answerReturn: act(
    'return/{questionId}',
    'Say of your own earlier question, sealed, whether it is answered now; null takes it back',
    { questionId, accepted: z.boolean().nullable() },
    'no-such-question',
    'not-the-asker',
  ),
}
