import { type MeetingId, meetingId, type PersonId, personId } from '@foreword/core/ids'
import type { Window, Windows } from '@foreword/core/meetings/window'
import { and, eq, lte, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { meetingWindows } from './tables.ts'

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
