import { personId, type WorkspaceId } from '@foreword/core/ids'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { people } from '../people/tables.ts'
import type { MeetingRow } from './store.ts'
import { meetingAttendees, meetings, personCalendars } from './tables.ts'

type Reader = Database | Tx

const of = ({ workspaceId, id }: Sees) =>
  and(eq(personCalendars.workspaceId, workspaceId), eq(personCalendars.personId, id))

export async function since(db: Reader, person: Sees): Promise<Date | null> {
  const [row] = await db.select({ at: personCalendars.createdAt }).from(personCalendars).where(of(person))
  return row?.at ?? null
}

/** The one before is forgotten. */
export async function keep(tx: Tx, person: Sees, secretHash: string, now: Date): Promise<void> {
  await tx
    .insert(personCalendars)
    .values({ workspaceId: person.workspaceId, personId: person.id, secretHash, createdAt: now })
    .onConflictDoUpdate({
      target: [personCalendars.workspaceId, personCalendars.personId],
      set: { secretHash, createdAt: now },
    })
}

export async function forget(tx: Tx, person: Sees): Promise<void> {
  await tx.delete(personCalendars).where(of(person))
}

/** Whose it is; null when it was ended, or they have left (A4). */
export async function whose(db: Reader, secretHash: string): Promise<Sees | null> {
  const [row] = await db
    .select({ workspaceId: people.workspaceId, id: people.id })
    .from(personCalendars)
    .innerJoin(
      people,
      and(eq(people.workspaceId, personCalendars.workspaceId), eq(people.id, personCalendars.personId)),
    )
    .where(and(eq(personCalendars.secretHash, secretHash), eq(people.active, true)))
  return row
    ? { id: personId.parse(row.id), workspaceId: row.workspaceId as WorkspaceId } // a row of ours
    : null
}

/** Meetings that somebody is invited to and that are not called off, seen or not: whoever shows them asks. */
export async function meetingsOf(db: Reader, { workspaceId, id }: Sees, after: Date): Promise<MeetingRow[]> {
  const rows = await db
    .select({ meeting: meetings })
    .from(meetings)
    .innerJoin(
      meetingAttendees,
      and(
        eq(meetingAttendees.workspaceId, meetings.workspaceId),
        eq(meetingAttendees.meetingId, meetings.id),
      ),
    )
    .where(
      and(
        eq(meetings.workspaceId, workspaceId),
        eq(meetingAttendees.personId, id),
        eq(meetings.calledOff, false),
        gt(meetings.startsAt, after),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
  return rows.map(({ meeting }) => meeting)
}
