import { personId } from '@foreword/core/ids'
import { and, asc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { people } from '../people/tables.ts'
import type { MeetingRow } from './store.ts'
import { meetingAttendees, meetings } from './tables.ts'

/** For what the server does by itself; whoever is told of it is asked about one by one. */
export async function oneForServer(db: Database, id: string): Promise<MeetingRow | null> {
  const [row] = await db.select().from(meetings).where(eq(meetings.id, id))
  return row ?? null
}

const reached = { id: people.id, name: people.name, address: people.email }
// guests have no address
const mayBeReached = and(eq(people.active, true), ne(people.role, 'guest'))

/** Somebody who has not left, with where mail reaches them. */
export async function reachable(db: Database, workspaceId: string, id: string) {
  const [row] = await db
    .select(reached)
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, id), mayBeReached))
  return row
}

/** Those who are invited and have not left, with where mail reaches them. */
export async function invitedTo(db: Database, { workspaceId, id }: Pick<MeetingRow, 'workspaceId' | 'id'>) {
  const rows = await db
    .select(reached)
    .from(meetingAttendees)
    .innerJoin(
      people,
      and(eq(people.workspaceId, meetingAttendees.workspaceId), eq(people.id, meetingAttendees.personId)),
    )
    .where(
      and(eq(meetingAttendees.workspaceId, workspaceId), eq(meetingAttendees.meetingId, id), mayBeReached),
    )
    .orderBy(asc(people.id))
  return rows.map(({ id, ...rest }) => ({ ...rest, id: personId.parse(id) }))
}

/**
 * Meetings that begin or go on so soon, and were known of before that: what was scheduled an hour ago for tomorrow
 * needs no reminder.
 */
export async function beginningWithin(db: Database, now: Date, ms: number): Promise<MeetingRow[]> {
  const begins = sql<Date>`coalesce(${meetings.resumesAt}, ${meetings.startsAt})`
  const until = new Date(now.getTime() + ms)
  return db
    .select()
    .from(meetings)
    .where(
      and(
        inArray(meetings.phase, ['lobby', 'adjourned']),
        or(eq(meetings.phase, 'lobby'), isNotNull(meetings.resumesAt)),
        sql`${begins} > ${now.toISOString()}::timestamptz and ${begins} <= ${until.toISOString()}::timestamptz`,
        sql`${meetings.createdAt} + ${ms}::float8 * interval '1 millisecond' < ${begins}`,
      ),
    )
}
