import {
  type ActionId,
  actionId,
  initiativeId,
  type MeetingId,
  meetingId,
  personId,
} from '@foreword/core/ids'
import type { Action } from '@foreword/core/meetings/action'
import type { OwedAction } from '@foreword/core/meetings/contract'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { meetingActions, meetings } from './tables.ts'

/** Keeps the row of an action in step with the fold, under the meeting's lock. */
export async function keepAction(
  tx: Tx,
  { workspaceId }: Pick<Sees, 'workspaceId'>,
  { id, actions }: Meeting,
  ofAction: ActionId,
): Promise<void> {
  const action = actions.get(ofAction)
  const key = { workspaceId, meetingId: id, id: ofAction }
  if (!action) {
    await tx
      .delete(meetingActions)
      .where(
        and(
          eq(meetingActions.workspaceId, workspaceId),
          eq(meetingActions.meetingId, id),
          eq(meetingActions.id, ofAction),
        ),
      )
    return
  }
  const { text, owner, due, doneAt } = action
  const row = { text, ownerId: owner, due, doneAt: doneAt === null ? null : new Date(doneAt) }
  await tx
    .insert(meetingActions)
    .values({ ...key, ...row })
    .onConflictDoUpdate({
      target: [meetingActions.workspaceId, meetingActions.meetingId, meetingActions.id],
      set: row,
    })
}

/** What the viewer is to do, out of closed meetings on what they may still see; by its day, those without one last. */
export async function owedActions(db: Database | Tx, viewer: Sees): Promise<OwedAction[]> {
  const rows = await db
    .select({
      meeting: meetings.id,
      initiative: initiatives.id,
      initiativeName: initiatives.name,
      id: meetingActions.id,
      text: meetingActions.text,
      due: meetingActions.due,
    })
    .from(meetingActions)
    .innerJoin(
      meetings,
      and(eq(meetings.workspaceId, meetingActions.workspaceId), eq(meetings.id, meetingActions.meetingId)),
    )
    .innerJoin(
      initiatives,
      and(eq(initiatives.workspaceId, meetings.workspaceId), eq(initiatives.id, meetings.initiativeId)),
    )
    .where(
      and(
        eq(meetingActions.workspaceId, viewer.workspaceId),
        eq(meetingActions.ownerId, viewer.id),
        isNull(meetingActions.doneAt),
        eq(meetings.phase, 'closed'),
        visibleInitiative(viewer, meetings.initiativeId),
      ),
    )
    .orderBy(asc(meetingActions.due), asc(meetingActions.id))
    .limit(200)
  return rows.map(({ meeting, initiative, id, ...said }) => ({
    ...said,
    meetingId: meetingId.parse(meeting),
    initiativeId: initiativeId.parse(initiative),
    actionId: actionId.parse(id),
  }))
}

/**
 * What closed meetings on the same initiative left to do and nobody has done, and what of the `last` one's is done; by
 * its day, those without one last. Whoever calls has seen to the right to read them.
 */
export async function actionsBefore(
  db: Database | Tx,
  { workspaceId }: Pick<Sees, 'workspaceId'>,
  { id, initiativeId }: Pick<Meeting, 'id' | 'initiativeId'>,
  last: MeetingId,
): Promise<Action[]> {
  const { text, ownerId, due, doneAt } = meetingActions
  const rows = await db
    .select({ id: meetingActions.id, text, owner: ownerId, due, doneAt })
    .from(meetingActions)
    .innerJoin(
      meetings,
      and(eq(meetings.workspaceId, meetingActions.workspaceId), eq(meetings.id, meetingActions.meetingId)),
    )
    .where(
      and(
        eq(meetings.workspaceId, workspaceId),
        eq(meetings.initiativeId, initiativeId),
        ne(meetings.id, id),
        eq(meetings.phase, 'closed'),
        or(isNull(doneAt), eq(meetings.id, last)),
      ),
    )
    .orderBy(asc(due), asc(meetingActions.id))
    .limit(200)
  return rows.map((row) => ({
    ...row,
    id: actionId.parse(row.id),
    owner: row.owner === null ? null : personId.parse(row.owner),
    doneAt: row.doneAt?.toISOString() ?? null,
  }))
}
