import { meetingId, type PersonId, personId, type WorkspaceId, workspaceId } from '@foreword/core/ids'
import { and, asc, eq, gt, inArray, lt, lte, not, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../db/database.ts'
import { workspaces } from '../db/tables.ts'
import { editions, narratives } from '../narratives/tables.ts'
import { people } from '../people/tables.ts'
import { meetingGuests, meetings } from './tables.ts'

type Reader = Database | Tx
type InWorkspace = { workspaceId: string }

export async function insertGuest(tx: Tx, row: typeof meetingGuests.$inferInsert): Promise<void> {
  await tx.insert(meetingGuests).values(row)
}

const itsPerson = and(
  eq(people.workspaceId, meetingGuests.workspaceId),
  eq(people.id, meetingGuests.personId),
)
const itsMeeting = and(
  eq(meetings.workspaceId, meetingGuests.workspaceId),
  eq(meetings.id, meetingGuests.meetingId),
)
/** Nobody is sent out of a meeting that has begun, however long it stands still. */
const goesOn = inArray(meetings.phase, ['reading', 'reveal', 'discussion', 'decision', 'adjourned'])
const columns = {
  personId: meetingGuests.personId,
  name: people.name,
  token: meetingGuests.token,
  expiresAt: meetingGuests.expiresAt,
}
export type GuestRow = Awaited<ReturnType<typeof guestsOf>>[number]

/** Those whose links are good. */
export async function guestsOf(db: Reader, workspace: InWorkspace, id: string) {
  return db
    .select(columns)
    .from(meetingGuests)
    .innerJoin(people, itsPerson)
    .where(
      and(
        eq(meetingGuests.workspaceId, workspace.workspaceId),
        eq(meetingGuests.meetingId, id),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(people.createdAt))
}

/** The guest that this person invited with this key before, if they did. */
export async function invitedWith(
  tx: Tx,
  workspace: InWorkspace,
  given: { meetingId: string; invitedBy: string; key: string },
): Promise<GuestRow | null> {
  const [row] = await tx
    .select(columns)
    .from(meetingGuests)
    .innerJoin(people, itsPerson)
    .where(
      and(
        eq(meetingGuests.workspaceId, workspace.workspaceId),
        eq(meetingGuests.meetingId, given.meetingId),
        eq(meetingGuests.invitedBy, given.invitedBy),
        eq(meetingGuests.key, given.key),
      ),
    )
  return row ?? null
}

/** How long a link is good beyond the start of the meeting, or its end. */
export const LASTS_MS = 3 * 24 * 3_600_000

/** Links that would end before `from` and their time are good until then. */
export async function prolong(tx: Tx, workspace: InWorkspace, id: string, from: number): Promise<void> {
  const until = new Date(from + LASTS_MS)
  await tx
    .update(meetingGuests)
    .set({ expiresAt: until })
    .where(
      and(
        eq(meetingGuests.workspaceId, workspace.workspaceId),
        eq(meetingGuests.meetingId, id),
        lt(meetingGuests.expiresAt, until),
      ),
    )
}

/** What a good link is to, for whoever holds it. */
export async function byToken(db: Reader, token: string, now: Date) {
  const host = alias(people, 'host')
  const [row] = await db
    .select({
      name: people.name,
      email: people.email,
      company: workspaces.name,
      invitedBy: host.name,
      document: narratives.title,
      meetingId: meetings.id,
      startsAt: meetings.startsAt,
      minutes: meetings.minutes,
    })
    .from(meetingGuests)
    .innerJoin(people, itsPerson)
    .innerJoin(
      host,
      and(eq(host.workspaceId, meetingGuests.workspaceId), eq(host.id, meetingGuests.invitedBy)),
    )
    .innerJoin(workspaces, eq(workspaces.id, meetingGuests.workspaceId))
    .innerJoin(meetings, itsMeeting)
    .innerJoin(
      editions,
      and(eq(editions.workspaceId, meetings.workspaceId), eq(editions.id, meetings.editionId)),
    )
    .innerJoin(
      narratives,
      and(eq(narratives.workspaceId, editions.workspaceId), eq(narratives.id, editions.narrativeId)),
    )
    .where(
      and(
        eq(meetingGuests.token, token),
        eq(people.active, true),
        or(gt(meetingGuests.expiresAt, now), goesOn),
      ),
    )
  return row ? { ...row, meetingId: meetingId.parse(row.meetingId) } : null
}

/** What a guest is a guest of. */
export async function visitOf(db: Reader, viewer: InWorkspace & { id: string }) {
  const [row] = await db
    .select({
      meetingId: meetings.id,
      phase: meetings.phase,
      calledOff: meetings.calledOff,
      editionId: meetings.editionId,
      narrativeId: editions.narrativeId,
    })
    .from(meetingGuests)
    .innerJoin(meetings, itsMeeting)
    .innerJoin(
      editions,
      and(eq(editions.workspaceId, meetings.workspaceId), eq(editions.id, meetings.editionId)),
    )
    .where(and(eq(meetingGuests.workspaceId, viewer.workspaceId), eq(meetingGuests.personId, viewer.id)))
  return row ?? null
}

/** Guests whose time is over and who have not gone yet; two servers that look at once share them. */
export async function lockExpired(
  tx: Tx,
  now: Date,
): Promise<{ workspaceId: WorkspaceId; personId: PersonId }[]> {
  const rows = await tx
    .select({ workspaceId: people.workspaceId, personId: people.id })
    .from(people)
    .innerJoin(meetingGuests, itsPerson)
    .innerJoin(meetings, itsMeeting)
    .where(and(eq(people.active, true), lte(meetingGuests.expiresAt, now), not(goesOn)))
    .for('update', { of: people, skipLocked: true })
  return rows.map((row) => ({
    workspaceId: workspaceId.parse(row.workspaceId),
    personId: personId.parse(row.personId),
  }))
}
