import { type MeetingId, meetingId, type PersonId, personId } from '@foreword/core/ids'
import type { OwnWindow } from '@foreword/core/meetings/contract'
import type { Window, Windows } from '@foreword/core/meetings/window'
import { and, asc, eq, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { editions } from '../narratives/tables.ts'
import { meetings, meetingWindows } from './tables.ts'

type InWorkspace = Pick<Sees, 'workspaceId'>

export async function windowsOf(
  db: Database | Tx,
  { workspaceId }: InWorkspace,
  id: MeetingId,
): Promise<Windows> {
  const rows = await db
    .select()
    .from(meetingWindows)
    .where(and(eq(meetingWindows.workspaceId, workspaceId), eq(meetingWindows.meetingId, id)))
  return new Map(
    rows.map(({ minutes, until, startedAt, isOver, ...row }) => [
      personId.parse(row.personId),
      { minutes, until: until.getTime(), startedAt: startedAt?.getTime() ?? null, isOver },
    ]),
  )
}

/** Under the meeting's lock. */
export async function keepWindow(
  tx: Tx,
  of: { workspaceId: Sees['workspaceId']; meetingId: MeetingId; personId: PersonId },
  { minutes, until, startedAt, isOver }: Window,
): Promise<void> {
  const row = {
    minutes,
    until: new Date(until),
    startedAt: startedAt === null ? null : new Date(startedAt),
    isOver,
  }
  await tx
    .insert(meetingWindows)
    .values({ ...of, ...row })
    .onConflictDoUpdate({
      target: [meetingWindows.workspaceId, meetingWindows.meetingId, meetingWindows.personId],
      set: row,
    })
}

/** R6: those whose time is over, also when nobody said so; when they began is forgotten. Gives their meetings. */
export async function endOver(db: Database, now: Date): Promise<MeetingId[]> {
  const { startedAt, minutes } = meetingWindows
  const rows = await db
    .update(meetingWindows)
    .set({ startedAt: null, isOver: true })
    .where(lte(sql`${startedAt} + make_interval(mins => ${minutes})`, now))
    .returning({ id: meetingWindows.meetingId })
  return [...new Set(rows.map(({ id }) => meetingId.parse(id)))]
}

/** What the viewer may begin or is in, of meetings on what they may still see. */
export async function ownWindows(db: Database | Tx, viewer: Sees, now: Date): Promise<OwnWindow[]> {
  const { workspaceId } = viewer
  const { minutes, until, startedAt } = meetingWindows
  const rows = await db
    .select({
      meetingId: meetings.id,
      initiativeName: initiatives.name,
      editionNumber: editions.number,
      minutes,
      until,
    })
    .from(meetingWindows)
    .innerJoin(
      meetings,
      and(eq(meetings.workspaceId, workspaceId), eq(meetings.id, meetingWindows.meetingId)),
    )
    .innerJoin(
      initiatives,
      and(eq(initiatives.workspaceId, workspaceId), eq(initiatives.id, meetings.initiativeId)),
    )
    .innerJoin(editions, and(eq(editions.workspaceId, workspaceId), eq(editions.id, meetings.editionId)))
    .where(
      and(
        eq(meetingWindows.workspaceId, workspaceId),
        eq(meetingWindows.personId, viewer.id),
        eq(meetingWindows.isOver, false),
        or(and(isNull(startedAt), gte(until, now)), isNotNull(startedAt)),
        visibleInitiative(viewer, meetings.initiativeId),
      ),
    )
    .orderBy(asc(until))
    .limit(100)
  return rows.map((row) => ({
    ...row,
    meetingId: meetingId.parse(row.meetingId),
    until: row.until.toISOString(),
  }))
}
