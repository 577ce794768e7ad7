import { initiativeId, type MeetingId, meetingId } from '@foreword/core/ids'
import { isDue, type WhatBecame } from '@foreword/core/meetings/prediction'
import type { OwnPrediction } from '@foreword/core/meetings/predictions-contract'
import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { meetingPredictions, meetings } from './tables.ts'

/** D3: every query here but the last is of the viewer's own, and there is no other. */
const own = ({ workspaceId, id }: Sees, ...where: (SQL | undefined)[]) =>
  and(eq(meetingPredictions.workspaceId, workspaceId), eq(meetingPredictions.personId, id), ...where)

/** The latest day first, on what the viewer may still see. */
export async function ownPredictions(
  db: Database | Tx,
  viewer: Sees,
  today: string,
  of?: MeetingId,
): Promise<OwnPrediction[]> {
  const { percent, metric, day, asksOn, came } = meetingPredictions
  const rows = await db
    .select({
      meeting: meetings.id,
      phase: meetings.phase,
      initiative: initiatives.id,
      initiativeName: initiatives.name,
      said: { percent, metric, day, asksOn, came },
    })
    .from(meetingPredictions)
    .innerJoin(
      meetings,
      and(
        eq(meetings.workspaceId, meetingPredictions.workspaceId),
        eq(meetings.id, meetingPredictions.meetingId),
      ),
    )
    .innerJoin(
      initiatives,
      and(eq(initiatives.workspaceId, meetings.workspaceId), eq(initiatives.id, meetings.initiativeId)),
    )
    .where(
      own(
        viewer,
        of === undefined ? undefined : eq(meetings.id, of),
        visibleInitiative(viewer, meetings.initiativeId),
      ),
    )
    .orderBy(desc(day), asc(meetings.id))
    .limit(500)
  return rows.map(({ meeting, phase, initiative, initiativeName, said }) => ({
    ...said,
    meetingId: meetingId.parse(meeting),
    initiativeId: initiativeId.parse(initiative),
    initiativeName,
    isDue: isDue({ ...said, isClosed: phase === 'closed' }, today),
  }))
}

type Words = Pick<typeof meetingPredictions.$inferInsert, 'percent' | 'metric' | 'day'>

/** Under the meeting's lock. */
export async function keep(
  tx: Tx,
  viewer: Sees,
  of: MeetingId,
  { percent, metric, day }: Words,
  sealedAt: Date,
): Promise<void> {
  const words = { percent, metric, day, asksOn: day, sealedAt }
  await tx
    .insert(meetingPredictions)
    .values({ workspaceId: viewer.workspaceId, meetingId: of, personId: viewer.id, ...words })
    .onConflictDoUpdate({
      target: [meetingPredictions.workspaceId, meetingPredictions.meetingId, meetingPredictions.personId],
      set: words,
    })
}

/** Under the meeting's lock. */
export async function remove(tx: Tx, viewer: Sees, of: MeetingId): Promise<void> {
  await tx.delete(meetingPredictions).where(own(viewer, eq(meetingPredictions.meetingId, of)))
}

export async function change(
  tx: Tx,
  viewer: Sees,
  of: MeetingId,
  changed: { came: WhatBecame | null; answeredAt: Date | null } | { asksOn: string },
): Promise<void> {
  await tx
    .update(meetingPredictions)
    .set(changed)
    .where(own(viewer, eq(meetingPredictions.meetingId, of)))
}

/** Everybody's that came true or did not, without whose they are, in the order in which that was said. */
export async function answered(db: Database | Tx, { workspaceId }: Pick<Sees, 'workspaceId'>) {
  const { percent, came, answeredAt, meetingId, personId } = meetingPredictions
  const rows = await db
    .select({ percent, came })
    .from(meetingPredictions)
    .where(and(eq(meetingPredictions.workspaceId, workspaceId), inArray(came, ['yes', 'no'])))
    .orderBy(asc(answeredAt), asc(meetingId), asc(personId))
  return rows.map((row) => ({ percent: row.percent, cameTrue: row.came === 'yes' }))
}
