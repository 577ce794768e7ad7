import type { Meeting } from '@foreword/core/meetings/meeting'
import { type PagePace, paceOf } from '@foreword/core/meetings/pace'
import { stepsOf } from '@foreword/core/narratives/reading-pace'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { addReaders } from '../narratives/reading-pace-store.ts'
import { pagePace, readingPace } from './tables.ts'

type InWorkspace = { workspaceId: string }
type Reader = { meetingId: string; personId: string }

const inMeeting = (workspace: InWorkspace, meetingId: string) =>
  and(eq(readingPace.workspaceId, workspace.workspaceId), eq(readingPace.meetingId, meetingId))

/** When this reader was last heard. Their rows are held until the transaction ends, so that two tabs take turns. */
export async function lastHeard(
  tx: Tx,
  workspace: InWorkspace,
  { meetingId, personId }: Reader,
): Promise<Date | null> {
  const rows = await tx
    .select({ at: readingPace.heardAt })
    .from(readingPace)
    .where(and(inMeeting(workspace, meetingId), eq(readingPace.personId, personId)))
    .for('update')
  const instants = rows.map(({ at }) => at.getTime())
  return instants.length === 0 ? null : new Date(Math.max(...instants))
}

export async function addPace(
  tx: Tx,
  workspace: InWorkspace,
  reader: Reader,
  { counted, at }: { counted: ReadonlyMap<number, number>; at: Date },
): Promise<void> {
  const { workspaceId } = workspace
  const rows = [...counted].map(([page, readMs]) => ({ workspaceId, ...reader, page, readMs, heardAt: at }))
  await tx
    .insert(readingPace)
    .values(rows)
    .onConflictDoUpdate({
      target: [readingPace.workspaceId, readingPace.meetingId, readingPace.personId, readingPace.page],
      set: { readMs: sql`${readingPace.readMs} + excluded.read_ms`, heardAt: at },
    })
}

/** How many hold each page: a reader is where they were last heard, if that was after `since`. */
export async function readersOn(
  db: Database | Tx,
  workspace: InWorkspace,
  meetingId: string,
  since: Date,
): Promise<{ page: number; readers: number }[]> {
  const latest = db
    .selectDistinctOn([readingPace.personId], { page: readingPace.page, heardAt: readingPace.heardAt })
    .from(readingPace)
    .where(inMeeting(workspace, meetingId))
    // of two pages in one message the later one is held
    .orderBy(readingPace.personId, sql`${readingPace.heardAt} desc`, sql`${readingPace.page} desc`)
    .as('latest')
  return db
    .select({ page: latest.page, readers: sql<number>`count(*)::int` })
    .from(latest)
    .where(sql`${latest.heardAt} >= ${since.toISOString()}::timestamptz`)
    .groupBy(latest.page)
    .orderBy(asc(latest.page))
}

/** R6: the close keeps counts for each page and deletes everything that has a person in it. */
export async function keepCounts(
  tx: Tx,
  workspace: InWorkspace,
  { id: meetingId, edition }: Pick<Meeting, 'id' | 'edition'>,
): Promise<void> {
  const rows = await tx.delete(readingPace).where(inMeeting(workspace, meetingId)).returning()
  await addReaders(tx, workspace, stepsOf(rows, edition.pages))
  const kept = paceOf(rows)
  const { workspaceId } = workspace
  if (kept.length > 0)
    await tx.insert(pagePace).values(kept.map((page) => ({ workspaceId, meetingId, ...page })))
}

export async function keptPace(
  db: Database | Tx,
  workspace: InWorkspace,
  meetingId: string,
): Promise<PagePace[]> {
  return db
    .select({ page: pagePace.page, readers: pagePace.readers, medianSeconds: pagePace.medianSeconds })
    .from(pagePace)
    .where(and(eq(pagePace.workspaceId, workspace.workspaceId), eq(pagePace.meetingId, meetingId)))
    .orderBy(asc(pagePace.page))
}
