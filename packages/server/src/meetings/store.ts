import { isDeepStrictEqual } from 'node:util'
import { initiativeId, type MeetingId, meetingId, type PersonId, personId } from '@foreword/core/ids'
import type { MeetingLine } from '@foreword/core/meetings/contract'
import { nextDeadline } from '@foreword/core/meetings/decideReading'
import { type MeetingEvent, meetingAct } from '@foreword/core/meetings/events'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { withoutPace } from '@foreword/core/meetings/pace'
import { roles } from '@foreword/core/meetings/plan'
import type { Right } from '@foreword/core/people/permissions'
import { and, asc, desc, eq, gte, isNotNull, ne, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { type ForEach, rightsOfEach, type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { editions } from '../narratives/tables.ts'
import { people } from '../people/tables.ts'
import { meetingAttendees, meetingEvents, meetings } from './tables.ts'

type Reader = Database | Tx
type InWorkspace = { workspaceId: string }
export type MeetingRow = typeof meetings.$inferSelect

const readable = (viewer: Sees, ...where: (SQL | undefined)[]) =>
  and(
    eq(meetings.workspaceId, viewer.workspaceId),
    visibleInitiative(viewer, meetings.initiativeId),
    ...where,
  )

/** Held until the transaction ends: whoever decides on a meeting's log holds this first (R4). */
export async function lock(tx: Tx, viewer: Sees, id: string): Promise<MeetingRow | null> {
  const [row] = await tx
    .select()
    .from(meetings)
    .where(readable(viewer, eq(meetings.id, id)))
    .for('update')
  return row ?? null
}

/** Shared with others who hold it so, and against whoever decides: the phase stays what it is until the end. */
export async function holdForReading(tx: Tx, viewer: Sees, id: string): Promise<MeetingRow | null> {
  const [row] = await tx
    .select()
    .from(meetings)
    .where(readable(viewer, eq(meetings.id, id)))
    .for('share')
  return row ?? null
}

export async function isInvited(tx: Tx, viewer: Sees, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ personId: meetingAttendees.personId })
    .from(meetingAttendees)
    .where(
      and(
        eq(meetingAttendees.workspaceId, viewer.workspaceId),
        eq(meetingAttendees.meetingId, id),
        eq(meetingAttendees.personId, viewer.id),
      ),
    )
  return row !== undefined
}

/** For the server's own clock, which is nobody and sees every meeting. */
export async function lockForClock(tx: Tx, id: MeetingId): Promise<MeetingRow | null> {
  const [row] = await tx.select().from(meetings).where(eq(meetings.id, id)).for('update')
  return row ?? null
}

export async function one(db: Reader, viewer: Sees, id: string): Promise<MeetingRow | null> {
  const [row] = await db
    .select()
    .from(meetings)
    .where(readable(viewer, eq(meetings.id, id)))
  return row ?? null
}

/** Those of these people who may read the meeting. */
export async function readersAmong(
  db: Reader,
  { workspaceId }: Pick<Sees, 'workspaceId'>,
  id: MeetingId,
  among: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const { rows } = await db.execute<{ id: PersonId }>(sql`
    select asked.id from person asked
    join meeting on meeting.workspace_id = asked.workspace_id and meeting.id = ${id}
    where asked.workspace_id = ${workspaceId} and asked.id = any(${sql.param(among)}::uuid[])
      and ${visibleInitiative({ workspaceId, id: sql`asked.id` }, sql`meeting.initiative_id`)}`)
  return new Set(rows.map(({ id }) => id))
}

/** The meeting that this person scheduled with this key before, if they did. */
export async function scheduledWith(tx: Tx, viewer: Sees, key: string): Promise<MeetingRow | null> {
  const [row] = await tx
    .select()
    .from(meetings)
    .where(readable(viewer, eq(meetings.scheduledBy, viewer.id), eq(meetings.key, key)))
  return row ?? null
}

export async function insert(tx: Tx, row: typeof meetings.$inferInsert): Promise<void> {
  await tx.insert(meetings).values(row)
}

/** The log in order, whole or from its `from`th event on. */
export async function events(
  db: Reader,
  workspace: InWorkspace,
  id: string,
  from = 0,
): Promise<MeetingEvent[]> {
  const rows = await db
    .select()
    .from(meetingEvents)
    .where(
      and(
        eq(meetingEvents.workspaceId, workspace.workspaceId),
        eq(meetingEvents.meetingId, id),
        gte(meetingEvents.seq, from),
      ),
    )
    .orderBy(asc(meetingEvents.seq))
  return rows.map(({ kind, payload, actor, at, key }) => ({
    ...meetingAct.parse({ ...Object(payload), kind }),
    by: actor === null ? null : personId.parse(actor),
    at: at.getTime(),
    key,
  }))
}

/** What makes a calendar's entry another. */
const inCalendar = (event: MeetingEvent) =>
  event.kind === 'plan-changed' ||
  event.kind === 'called-off' ||
  event.kind === 'uninvited' ||
  event.kind === 'adjourned' ||
  (event.kind === 'resumed' && !event.paused)

const ofAttendees = new Set<MeetingEvent['kind']>([
  'scheduled',
  'invited',
  'uninvited',
  'facilitator-changed',
])

/** The row that lists and timers read, as the fold has it. */
function rowOf({ phase, ...meeting }: Meeting) {
  const wakes = nextDeadline({ phase, ...meeting })
  return {
    startsAt: new Date(meeting.startsAt),
    minutes: meeting.readingMinutes + meeting.discussionMinutes,
    place: meeting.place,
    callLink: meeting.callLink,
    phase: phase.name,
    resumesAt: phase.name === 'adjourned' && phase.resumesAt !== null ? new Date(phase.resumesAt) : null,
    paused: phase.name === 'adjourned' && phase.paused,
    calledOff: phase.name === 'closed' && phase.how === 'called-off',
    facilitatorId: meeting.facilitator,
    wakesAt: wakes === null ? null : new Date(wakes),
  }
}

/**
 * Appends under the meeting's lock, from the `from`th place on, and keeps the row in step with the fold. `before` is
 * the fold of what stands already; null at the first.
 */
export async function append(
  tx: Tx,
  workspace: InWorkspace,
  { before, meeting, from }: { before: Meeting | null; meeting: Meeting; from: number },
  added: readonly MeetingEvent[],
): Promise<void> {
  await tx.insert(meetingEvents).values(
    added.map(({ kind, by, at, key, ...payload }, place) => ({
      workspaceId: workspace.workspaceId,
      meetingId: meeting.id,
      seq: from + place,
      kind,
      actor: by,
      key,
      payload,
      at: new Date(at),
    })),
  )
  const row = rowOf(meeting)
  const news = added.filter(inCalendar).length
  // most acts of a room change nothing of it
  if (news > 0 || before === null || !isDeepStrictEqual(row, rowOf(before)))
    await tx
      .update(meetings)
      .set({ ...row, planVersion: sql`${meetings.planVersion} + ${news}` })
      .where(and(eq(meetings.workspaceId, workspace.workspaceId), eq(meetings.id, meeting.id)))
  if (added.some(({ kind }) => ofAttendees.has(kind))) await saveAttendees(tx, workspace, meeting)
}

async function saveAttendees(tx: Tx, workspace: InWorkspace, meeting: Meeting) {
  const rows = [...meeting.attendees.values()].map((attendee) => ({
    workspaceId: workspace.workspaceId,
    meetingId: meeting.id,
    personId: attendee.personId,
    roles: [...attendee.roles],
  }))
  await tx
    .delete(meetingAttendees)
    .where(
      and(
        eq(meetingAttendees.workspaceId, workspace.workspaceId),
        eq(meetingAttendees.meetingId, meeting.id),
        notInArray(meetingAttendees.personId, [...meeting.attendees.keys()]),
      ),
    )
  await tx
    .insert(meetingAttendees)
    .values(rows)
    .onConflictDoUpdate({
      target: [meetingAttendees.workspaceId, meetingAttendees.meetingId, meetingAttendees.personId],
      set: { roles: sql`excluded.roles` },
    })
}

/** R6: the log loses what ties reading pace to a name, as core says it, when the meeting closes. */
export async function forgetPace(tx: Tx, workspace: InWorkspace, id: string): Promise<void> {
  const log = await events(tx, workspace, id)
  for (const [seq, event] of withoutPace(log).entries()) {
    if (event === log[seq]) continue
    await tx
      .update(meetingEvents)
      .set({ actor: event.by, at: new Date(event.at), key: event.key })
      .where(
        and(
          eq(meetingEvents.workspaceId, workspace.workspaceId),
          eq(meetingEvents.meetingId, id),
          eq(meetingEvents.seq, seq),
        ),
      )
  }
}

/** Meetings whose deadline is still to come or was missed while nobody ran. */
export async function waking(db: Database): Promise<{ id: MeetingId; at: Date }[]> {
  const rows = await db
    .select({ id: meetings.id, at: meetings.wakesAt })
    .from(meetings)
    .where(isNotNull(meetings.wakesAt))
  return rows.flatMap(({ id, at }) => (at ? [{ id: meetingId.parse(id), at }] : []))
}

export async function wakesAt(db: Database, id: MeetingId): Promise<Date | null> {
  const [row] = await db.select({ at: meetings.wakesAt }).from(meetings).where(eq(meetings.id, id))
  return row?.at ?? null
}

/** Meetings that are not over, for what the server does by itself. */
export async function unfinished(db: Database): Promise<MeetingRow[]> {
  return db.select().from(meetings).where(ne(meetings.phase, 'closed'))
}

/** The latest so many, soonest first. */
const MOST_LINES = 500

export async function lines(
  db: Reader,
  viewer: Sees,
  filter: { initiativeId?: string | undefined; id?: string },
): Promise<MeetingLine[]> {
  const rows = await db
    .select({
      meeting: meetings,
      initiativeName: initiatives.name,
      editionNumber: editions.number,
      facilitator: { id: people.id, name: people.name },
      myRoles: meetingAttendees.roles,
    })
    .from(meetings)
    .innerJoin(
      initiatives,
      and(eq(initiatives.workspaceId, meetings.workspaceId), eq(initiatives.id, meetings.initiativeId)),
    )
    .innerJoin(
      editions,
      and(eq(editions.workspaceId, meetings.workspaceId), eq(editions.id, meetings.editionId)),
    )
    .innerJoin(
      people,
      and(eq(people.workspaceId, meetings.workspaceId), eq(people.id, meetings.facilitatorId)),
    )
    .leftJoin(
      meetingAttendees,
      and(
        eq(meetingAttendees.workspaceId, meetings.workspaceId),
        eq(meetingAttendees.meetingId, meetings.id),
        eq(meetingAttendees.personId, viewer.id),
      ),
    )
    .where(
      readable(
        viewer,
        filter.initiativeId === undefined ? undefined : eq(meetings.initiativeId, filter.initiativeId),
        filter.id === undefined ? undefined : eq(meetings.id, filter.id),
      ),
    )
    .orderBy(desc(meetings.startsAt), desc(meetings.id))
    .limit(MOST_LINES)
  return rows.toReversed().map(({ meeting, initiativeName, editionNumber, facilitator, myRoles }) => ({
    id: meetingId.parse(meeting.id),
    initiativeId: initiativeId.parse(meeting.initiativeId),
    initiativeName,
    editionId: meeting.editionId as MeetingLine['editionId'], // a row of ours
    editionNumber,
    purpose: meeting.purpose,
    startsAt: meeting.startsAt.toISOString(),
    minutes: meeting.minutes,
    place: meeting.place,
    callLink: meeting.callLink,
    phase: meeting.phase,
    resumesAt: meeting.resumesAt?.toISOString() ?? null,
    paused: meeting.paused,
    calledOff: meeting.calledOff,
    facilitator: { ...facilitator, id: personId.parse(facilitator.id) },
    myRoles: myRoles && roles.filter((role) => myRoles.includes(role)),
  }))
}

/** Those that began, when and on which edition. */
export async function heldOn(db: Reader, viewer: Sees, initiativeId: string) {
  // written out: inside a subquery the builder leaves the tables' names away
  const startedAt = sql<string | null>`(select min(event.at) from meeting_event event
    where event.workspace_id = meeting.workspace_id and event.meeting_id = meeting.id and event.kind = 'started')`
  const rows = await db
    .select({
      id: meetings.id,
      purpose: meetings.purpose,
      edition: editions.number,
      phase: meetings.phase,
      startedAt,
    })
    .from(meetings)
    .innerJoin(
      editions,
      and(eq(editions.workspaceId, meetings.workspaceId), eq(editions.id, meetings.editionId)),
    )
    .where(readable(viewer, eq(meetings.initiativeId, initiativeId)))
  return rows.flatMap(({ startedAt: at, phase, ...meeting }) =>
    at === null ? [] : [{ ...meeting, startedAt: new Date(at), isOver: phase === 'closed' }],
  )
}

export const rightsOnMeeting: ForEach<Right> = (db, workspaceId, among, id) =>
  rightsOfEach(
    db,
    workspaceId,
    among,
    db
      .select({ initiativeId: meetings.initiativeId })
      .from(meetings)
      .where(and(eq(meetings.workspaceId, workspaceId), eq(meetings.id, id))),
  )
