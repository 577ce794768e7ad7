import { type EditionId, editionId, type MeetingId, meetingId, personId } from '@foreword/core/ids'
import type { EarlierTally, Want } from '@foreword/core/meetings/events'
import type { Meeting } from '@foreword/core/meetings/meeting'
import type { Purpose } from '@foreword/core/meetings/plan'
import { day } from '@foreword/core/time'
import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { editions } from '../narratives/tables.ts'
import { meetingEvents, meetings } from './tables.ts'

type Reader = Database | Tx
type InWorkspace = { workspaceId: string }
type OfInitiative = Pick<Meeting, 'id' | 'initiativeId' | 'edition'>

/** A meeting that was held to its end, with the edition it read. */
export interface HeldMeeting {
  id: MeetingId
  purpose: Purpose
  closedAt: Date
  edition: { id: EditionId; number: number }
  /** Whether it read the document of which this one reads an edition. */
  isSameDocument: boolean
}

const held = (
  db: Reader,
  workspace: InWorkspace,
  { id, initiativeId, edition }: OfInitiative,
  ...where: SQL[]
) =>
  db
    .select({
      id: meetings.id,
      purpose: meetings.purpose,
      closedAt: meetingEvents.at,
      edition: { id: editions.id, number: editions.number },
      isSameDocument: sql<boolean>`${editions.narrativeId} = (select read.narrative_id from edition read
        where read.workspace_id = ${workspace.workspaceId} and read.id = ${edition.id})`,
    })
    .from(meetings)
    .innerJoin(
      meetingEvents,
      and(
        eq(meetingEvents.workspaceId, meetings.workspaceId),
        eq(meetingEvents.meetingId, meetings.id),
        eq(meetingEvents.kind, 'closed'),
      ),
    )
    .innerJoin(
      editions,
      and(eq(editions.workspaceId, meetings.workspaceId), eq(editions.id, meetings.editionId)),
    )
    .where(
      and(
        eq(meetings.workspaceId, workspace.workspaceId),
        eq(meetings.initiativeId, initiativeId),
        ne(meetings.id, id),
        ...where,
      ),
    )
    .orderBy(desc(meetingEvents.at), desc(meetings.id))

/**
 * The last meeting on the same initiative that was held to its end: none that was called off, and none that is only
 * adjourned. Once this one has started it is the one of its log. Whoever calls has seen to the right to read it.
 */
export async function lastHeld(
  db: Reader,
  workspace: InWorkspace,
  meeting: OfInitiative & Partial<Pick<Meeting, 'since'>>,
): Promise<HeldMeeting | null> {
  const known = meeting.since ? [eq(meetings.id, meeting.since)] : []
  const [row] = await held(db, workspace, meeting, ...known).limit(1)
  if (!row) return null
  const { id, edition, ...rest } = row
  return { ...rest, id: meetingId.parse(id), edition: { ...edition, id: editionId.parse(edition.id) } }
}

/** R18 at the meetings held before, first to last; those at which nobody answered are left out. */
export async function talliesBefore(
  db: Reader,
  workspace: InWorkspace,
  meeting: OfInitiative,
): Promise<EarlierTally[]> {
  const before = await held(db, workspace, meeting)
  if (before.length === 0) return []
  const count = (want: Want) =>
    sql<number>`count(*) filter (where ${meetingEvents.payload} ->> 'want' = ${want})::int`
  const rows = await db
    .select({
      meetingId: meetingEvents.meetingId,
      yes: count('yes'),
      notYet: count('not-yet'),
      no: count('no'),
    })
    .from(meetingEvents)
    .where(
      and(
        eq(meetingEvents.workspaceId, workspace.workspaceId),
        eq(meetingEvents.kind, 'answered-the-one-question'),
        inArray(
          meetingEvents.meetingId,
          before.map(({ id }) => id),
        ),
      ),
    )
    .groupBy(meetingEvents.meetingId)
  return before.toReversed().flatMap(({ id, edition, closedAt }) => {
    const { meetingId: _, ...counts } = rows.find((row) => row.meetingId === id) ?? {}
    return 'yes' in counts ? [{ ...counts, edition: edition.number, at: closedAt.getTime() }] : []
  })
}

/** By whom and by when a meeting left its decision owed; null when it did not. */
export async function decisionOwed(db: Reader, workspace: InWorkspace, id: MeetingId) {
  const [row] = await db
    .select({ payload: meetingEvents.payload })
    .from(meetingEvents)
    .where(
      and(
        eq(meetingEvents.workspaceId, workspace.workspaceId),
        eq(meetingEvents.meetingId, id),
        eq(meetingEvents.kind, 'decision-owed'),
      ),
    )
    .orderBy(desc(meetingEvents.seq))
    .limit(1)
  return row ? owed.parse(row.payload) : null
}

const owed = z.object({ decider: personId, due: day })
