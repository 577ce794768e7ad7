import { editionId, initiativeId, meetingId } from '@foreword/core/ids'
import type { ScheduledFor } from '@foreword/core/meetings/assistants-contract'
import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { editions } from '../narratives/tables.ts'
import { people } from '../people/tables.ts'
import { meetingAttendees, meetings } from './tables.ts'

/** What a principal may schedule for: the `edit` of core's rights, as owner or author. */
const editable = (principal: Sees, ...where: SQL[]) =>
  and(
    eq(initiatives.workspaceId, principal.workspaceId),
    visibleInitiative(principal, initiatives.id),
    // written out: inside a subquery the builder leaves the tables' names away
    sql`("initiative"."owner_id" = ${principal.id} or exists (select 1 from initiative_relation shared
      where shared.workspace_id = "initiative"."workspace_id" and shared.initiative_id = "initiative"."id"
        and shared.person_id = ${principal.id} and shared.relation = 'author'))`,
    ...where,
  )

const onIdea = (table: typeof editions | typeof meetings) =>
  and(eq(initiatives.workspaceId, table.workspaceId), eq(initiatives.id, table.initiativeId))

/** Those with an edition to meet on. */
export async function ideasOf(tx: Tx, principal: Sees): Promise<ScheduledFor['ideas']> {
  const rows = await tx
    .select({
      id: initiatives.id,
      name: initiatives.name,
      edition: {
        id: editions.id,
        number: editions.number,
        pages: editions.pages,
        readingMinutes: editions.readingMinutes,
      },
    })
    .from(editions)
    .innerJoin(initiatives, onIdea(editions))
    .where(editable(principal))
    .orderBy(asc(initiatives.name), asc(initiatives.id), desc(editions.frozenAt), desc(editions.number))
  const ideas = new Map<string, ScheduledFor['ideas'][number]>()
  for (const { id, name, edition } of rows) {
    const idea = ideas.get(id) ?? { id: initiativeId.parse(id), name, editions: [] }
    idea.editions.push({ ...edition, id: editionId.parse(edition.id) })
    ideas.set(id, idea)
  }
  return [...ideas.values()]
}

export async function comingOf(tx: Tx, principal: Sees, now: Date): Promise<ScheduledFor['meetings']> {
  const rows = await tx
    .select({
      id: meetings.id,
      initiativeId: initiatives.id,
      initiativeName: initiatives.name,
      editionNumber: editions.number,
      purpose: meetings.purpose,
      startsAt: meetings.startsAt,
      minutes: meetings.minutes,
      invited: people.name,
      facilitates: sql<boolean>`${people.id} = ${principal.id} and 'facilitator' = any(${meetingAttendees.roles})`,
    })
    .from(meetings)
    .innerJoin(initiatives, onIdea(meetings))
    .innerJoin(
      editions,
      and(eq(editions.workspaceId, meetings.workspaceId), eq(editions.id, meetings.editionId)),
    )
    .innerJoin(
      meetingAttendees,
      and(
        eq(meetingAttendees.workspaceId, meetings.workspaceId),
        eq(meetingAttendees.meetingId, meetings.id),
      ),
    )
    .innerJoin(
      people,
      and(eq(people.workspaceId, meetings.workspaceId), eq(people.id, meetingAttendees.personId)),
    )
    // what has begun is the room's own: nobody outside learns who is in it
    .where(editable(principal, eq(meetings.phase, 'lobby'), gt(meetings.startsAt, now)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id), asc(people.name))
  const coming = new Map<string, ScheduledFor['meetings'][number]>()
  for (const { invited, facilitates, ...row } of rows) {
    const meeting = coming.get(row.id) ?? {
      ...row,
      id: meetingId.parse(row.id),
      initiativeId: initiativeId.parse(row.initiativeId),
      startsAt: row.startsAt.toISOString(),
      invited: [],
      mayChange: false,
    }
    meeting.invited.push(invited)
    meeting.mayChange ||= facilitates
    coming.set(row.id, meeting)
  }
  return [...coming.values()]
}
