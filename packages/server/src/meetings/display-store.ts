import type { MeetingId, PersonId, WorkspaceId } from '@foreword/core/ids'
import { and, eq } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { meetingDisplays, meetings } from './tables.ts'

type InWorkspace = { workspaceId: string }

const ofMeeting = ({ workspaceId }: InWorkspace, meetingId: string) =>
  and(eq(meetingDisplays.workspaceId, workspaceId), eq(meetingDisplays.meetingId, meetingId))

export async function displayOf(
  tx: Tx,
  workspace: InWorkspace,
  meetingId: string,
): Promise<{ code: string } | null> {
  const [row] = await tx
    .select({ code: meetingDisplays.code })
    .from(meetingDisplays)
    .where(ofMeeting(workspace, meetingId))
  return row ?? null
}

/** In place of the one before. */
export async function putDisplay(tx: Tx, row: typeof meetingDisplays.$inferInsert): Promise<void> {
  const { code, madeBy, madeAt } = row
  await tx
    .insert(meetingDisplays)
    .values(row)
    .onConflictDoUpdate({
      target: [meetingDisplays.workspaceId, meetingDisplays.meetingId],
      set: { code, madeBy, madeAt },
    })
}

export async function endDisplays(tx: Tx, workspace: InWorkspace, meetingId: string): Promise<void> {
  await tx.delete(meetingDisplays).where(ofMeeting(workspace, meetingId))
}

/** The one query without a viewer that leads from the outside to a meeting: by a code in force, and to nothing else. */
export async function shownBy(
  db: Database | Tx,
  code: string,
): Promise<{ workspaceId: WorkspaceId; meetingId: MeetingId; madeBy: PersonId; title: string } | null> {
  const [row] = await db
    .select({
      workspaceId: meetings.workspaceId,
      meetingId: meetings.id,
      madeBy: meetingDisplays.madeBy,
      title: initiatives.name,
    })
    .from(meetingDisplays)
    .innerJoin(
      meetings,
      and(eq(meetings.workspaceId, meetingDisplays.workspaceId), eq(meetings.id, meetingDisplays.meetingId)),
    )
    .innerJoin(
      initiatives,
      and(eq(initiatives.workspaceId, meetings.workspaceId), eq(initiatives.id, meetings.initiativeId)),
    )
    .where(eq(meetingDisplays.code, code))
  if (!row) return null
  // a row of ours
  return {
    ...row,
    workspaceId: row.workspaceId as WorkspaceId,
    meetingId: row.meetingId as MeetingId,
    madeBy: row.madeBy as PersonId,
  }
}
