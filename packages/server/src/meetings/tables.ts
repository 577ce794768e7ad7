import { purposes } from '@foreword/core/meetings/plan'
import { whatBecame } from '@foreword/core/meetings/prediction'
import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, instant, workspaceId } from '../db/columns.ts'
import { editions } from '../narratives/tables.ts'
import { people } from '../people/tables.ts'
import { questions } from '../reviews/tables.ts'

/**
 * A meeting as lists and timers need it. What it is stands in its log; everything here but the ids is derived from the
 * fold and written with each event, under the row's lock.
 */
export const meetings = pgTable(
  'meeting',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    editionId: uuid('edition_id').notNull(),
    purpose: text({ enum: purposes }).notNull(),
    startsAt: instant('starts_at').notNull(),
    minutes: integer().notNull(),
    place: text().notNull(),
    callLink: text('call_link').notNull(),
    phase: text({
      enum: ['lobby', 'reading', 'reveal', 'discussion', 'decision', 'adjourned', 'closed'],
    }).notNull(),
    /** When an adjourned meeting is to go on. */
    resumesAt: instant('resumes_at'),
    /** Of an adjourned one: only interrupted. */
    paused: boolean().notNull().default(false),
    calledOff: boolean('called_off').notNull().default(false),
    facilitatorId: uuid('facilitator_id').notNull(),
    /** When the server has something to do by its clock: the deadline of R3, armed again at every start. */
    wakesAt: instant('wakes_at'),
    /** Sent with the act of scheduling, so that a repeat finds this meeting. */
    scheduledBy: uuid('scheduled_by').notNull(),
    /** Whoever scheduled it in that person's name, if they did not themselves. */
    arrangedBy: uuid('arranged_by'),
    key: uuid().notNull(),
    /** How often the plan changed: a calendar replaces an entry only by a later one. */
    planVersion: integer('plan_version').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('meeting_scheduled_once').on(t.workspaceId, t.scheduledBy, t.key),
    unique('meeting_of_initiative').on(t.workspaceId, t.initiativeId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.facilitatorId],
      foreignColumns: [people.workspaceId, people.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.scheduledBy], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.arrangedBy], foreignColumns: [people.workspaceId, people.id] }),
    index('meeting_wakes').on(t.wakesAt).where(sql`${t.wakesAt} is not null`),
    index('meeting_by_start').on(t.workspaceId, t.startsAt),
  ],
)

/** Who is invited and as what, for lists; the log is the truth. */
export const meetingAttendees = pgTable(
  'meeting_attendee',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    personId: uuid('person_id').notNull(),
    roles: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.personId] }),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
    index('meeting_of_person').on(t.workspaceId, t.personId),
  ],
)

/** The append-only log (R4). A row is written once; only what ties pace to a name leaves it at the close (R6). */
export const meetingEvents = pgTable(
  'meeting_event',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    /** Counts from 0 in each meeting, without gaps. Never sent to anybody: its steps would tell how much happens. */
    seq: integer().notNull(),
    kind: text().notNull(),
    /** Null is the server itself. */
    actor: uuid(),
    /** The command's key and the act's place in it. */
    key: text().notNull(),
    payload: jsonb().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.seq] }),
    unique('meeting_event_once').on(t.workspaceId, t.meetingId, t.actor, t.key),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.actor], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** Somebody from outside the company, in one meeting. */
export const meetingGuests = pgTable(
  'meeting_guest',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** The link's token, kept so that the facilitator can copy the link again. It is their password too. */
    token: text().notNull(),
    invitedBy: uuid('invited_by').notNull(),
    /** Sent with the invitation, so that a repeat finds this guest. */
    key: uuid().notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.personId] }),
    unique().on(t.token),
    unique('meeting_guest_once').on(t.workspaceId, t.meetingId, t.invitedBy, t.key),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.invitedBy], foreignColumns: [people.workspaceId, people.id] }),
    index('meeting_of_guest').on(t.workspaceId, t.personId),
  ],
)

/** What is to be done (D5), as the fold has it: for the desks of those who are to do it. */
export const meetingActions = pgTable(
  'meeting_action',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    id: uuid().notNull(),
    text: text().notNull(),
    ownerId: uuid('owner_id'),
    /** A calendar day. */
    due: text(),
    doneAt: instant('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.ownerId], foreignColumns: [people.workspaceId, people.id] }),
    index('meeting_action_of_owner').on(t.workspaceId, t.ownerId),
  ],
)

/**
 * What was said on a question, as it is being written down. Beside the log, which would hold every wording on the way;
 * `version` counts them.
 */
export const questionNotes = pgTable(
  'question_note',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    questionId: uuid('question_id').notNull(),
    text: text().notNull(),
    version: integer().notNull(),
    by: uuid().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.questionId] }),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.questionId],
      foreignColumns: [questions.workspaceId, questions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/**
 * D3: what somebody predicts before the decision, sealed for good: nobody else is ever sent a row of these, and they
 * are in no log. `came` is what its author said became of it.
 */
export const meetingPredictions = pgTable(
  'meeting_prediction',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    personId: uuid('person_id').notNull(),
    percent: integer().notNull(),
    metric: text().notNull(),
    /** A calendar day. */
    day: text().notNull(),
    /** When its author is asked: its day, or a later one they chose. */
    asksOn: text('asks_on').notNull(),
    sealedAt: instant('sealed_at').notNull(),
    came: text({ enum: whatBecame }),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.personId] }),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
    index('prediction_of_person').on(t.workspaceId, t.personId),
    index('prediction_answered').on(t.workspaceId, t.answeredAt).where(sql`${t.came} in ('yes', 'no')`),
  ],
)

/**
 * How long somebody has held each page while the room reads (R6). Beside the log and not in it: it would flood it, and
 * may lose a little. The rows are deleted when the meeting closes; `pagePace` is what stays.
 */
export const readingPace = pgTable(
  'reading_pace',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    personId: uuid('person_id').notNull(),
    page: integer().notNull(),
    readMs: integer('read_ms').notNull(),
    /** When this page was last said to be held. */
    heardAt: instant('heard_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.personId, t.page] }),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** R14: who was absent and has a time of their own to read, after the close. Its moments go with its end (R6). */
export const meetingWindows = pgTable(
  'meeting_window',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    personId: uuid('person_id').notNull(),
    minutes: integer().notNull(),
    until: instant('until').notNull(),
    startedAt: instant('started_at'),
    isOver: boolean('is_over').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.personId] }),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** R19: the code by which screens show a meeting; none when it was withdrawn, or the meeting is closed. */
export const meetingDisplays = pgTable(
  'meeting_display',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    code: text().notNull().unique(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId] }),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.madeBy], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** How a page was read by a room, without anybody in it. */
export const pagePace = pgTable(
  'page_pace',
  {
    workspaceId: workspaceId(),
    meetingId: uuid('meeting_id').notNull(),
    page: integer().notNull(),
    readers: integer().notNull(),
    medianSeconds: integer('median_seconds'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.meetingId, t.page] }),
    foreignKey({
      columns: [t.workspaceId, t.meetingId],
      foreignColumns: [meetings.workspaceId, meetings.id],
    }),
  ],
)

/** R13: the secret address of a person's calendar, by its hash: whoever reads the table cannot follow it. */
export const personCalendars = pgTable(
  'person_calendar',
  {
    workspaceId: workspaceId(),
    personId: uuid('person_id').notNull(),
    secretHash: text('secret_hash').notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.personId] }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
  ],
)
