import { initiativeId, meetingId } from '@foreword/core/ids'
import type { OwedDecision } from '@foreword/core/meetings/contract'
import { sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'

/**
 * What closed meetings left to the viewer to decide, as their logs say. A decision recorded since on the same idea,
 * in a later meeting or outside one, pays the debt: it is not owed twice.
 */
export async function owedDecisions(db: Database | Tx, viewer: Sees): Promise<OwedDecision[]> {
  const { rows } = await db.execute<{
    meeting: string
    initiative: string
    name: string
    edition: number
    due: string
  }>(sql`
    select meeting.id as meeting, meeting.initiative_id as initiative, initiative.name,
      edition.number as edition, owed.payload ->> 'due' as due
    from meeting
    join initiative on initiative.workspace_id = meeting.workspace_id and initiative.id = meeting.initiative_id
    join edition on edition.workspace_id = meeting.workspace_id and edition.id = meeting.edition_id
    join lateral (select event.payload, event.at from meeting_event event
      where event.workspace_id = meeting.workspace_id and event.meeting_id = meeting.id
        and event.kind = 'decision-owed'
      order by event.seq desc limit 1) owed on true
    where meeting.workspace_id = ${viewer.workspaceId} and meeting.phase = 'closed'
      and owed.payload ->> 'decider' = ${viewer.id}
      and ${visibleInitiative(viewer, sql`meeting.initiative_id`)}
      and not exists (select 1 from decision since where since.workspace_id = meeting.workspace_id
        and since.initiative_id = meeting.initiative_id and since.recorded_at >= owed.at)
    order by due, meeting.id`)
  return rows.map(({ meeting, initiative, name, edition, due }) => ({
    meetingId: meetingId.parse(meeting),
    initiativeId: initiativeId.parse(initiative),
    initiativeName: name,
    editionNumber: edition,
    due,
  }))
}
