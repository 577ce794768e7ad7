import { type Right, rightOn } from '@foreword/core/people/permissions'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import type { Viewer } from '../http/call.ts'

type Reader = Database | Tx
/** As much of a viewer as decides what they may see. */
export type Sees = Pick<Viewer, 'id' | 'workspaceId'>
/** The same of each of several, whose ids are in a column. */
type SeesEach = Pick<Viewer, 'workspaceId'> & { id: Viewer['id'] | SQL }

/**
 * True of a row whose initiative the viewer may see. `column` holds the initiative's id. Every store query that
 * reads what hangs on an initiative has this in its `where`; the rule itself is `rightOn` in core. What is open to the
 * company is not open to a guest.
 */
export function visibleInitiative(viewer: SeesEach, column: SQLWrapper): SQL {
  return sql`exists (
    select 1 from initiative seen where seen.workspace_id = ${viewer.workspaceId} and seen.id = ${column}
      and ((seen.visibility = 'company' and not ${isGuest(viewer)}) or seen.owner_id = ${viewer.id} or exists (
        select 1 from initiative_relation shared where shared.workspace_id = seen.workspace_id
          and shared.initiative_id = seen.id and shared.person_id = ${viewer.id})
        or exists (
        select 1 from initiative_guest guest where guest.workspace_id = seen.workspace_id
          and guest.initiative_id = seen.id and guest.person_id = ${viewer.id})))`
}

/** True when the viewer is nobody’s colleague, and sees of an idea only what their visit is to. */
export const isGuest = (viewer: SeesEach) => sql`exists (select 1 from person visitor
  where visitor.workspace_id = ${viewer.workspaceId} and visitor.id = ${viewer.id} and visitor.role = 'guest')`

/**
 * The right the viewer has on an initiative; null when for them there is none. It is named by its id, or by the query
 * that finds the id of what hangs on it: asked before every operation, so asked at once.
 */
export async function rightsFor(
  db: Reader,
  viewer: Sees,
  initiativeId: string | SQLWrapper,
): Promise<Right | null> {
  const { rows } = await db.execute<{
    visibility: 'company' | 'named'
    owner: string
    relation: 'author' | 'reader' | 'guest' | 'outsider' | null
  }>(sql`
    select initiative.visibility, initiative.owner_id as owner, case
      when not ${isGuest(viewer)} then shared.relation
      when exists (select 1 from initiative_guest guest where guest.workspace_id = initiative.workspace_id
        and guest.initiative_id = initiative.id and guest.person_id = ${viewer.id}) then 'guest'
      else 'outsider' end as relation from initiative
    left join initiative_relation shared on shared.workspace_id = initiative.workspace_id
      and shared.initiative_id = initiative.id and shared.person_id = ${viewer.id}
    where initiative.workspace_id = ${viewer.workspaceId} and initiative.id = ${initiativeId}`)
  const [row] = rows
  if (!row) return null
  return rightOn(
    { visibility: row.visibility, ownerId: row.owner },
    { id: viewer.id, relation: row.relation },
  )
}
