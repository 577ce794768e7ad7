import type { PersonId } from '@foreword/core/ids'
import { type Right, rightOn } from '@foreword/core/people/permissions'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import type { Viewer } from '../http/call.ts'
import { gathered } from '../http/gathered.ts'
import { createRecent } from '../http/recent.ts'

type Reader = Database | Tx
/** As much of a viewer as decides what they may see. */
export type Sees = Pick<Viewer, 'id' | 'workspaceId'>
/** The same of each of several, whose ids are in a column. */
export type SeesEach = Pick<Viewer, 'workspaceId'> & { id: Viewer['id'] | SQL }

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
  { id, workspaceId }: Sees,
  initiativeId: string | SQLWrapper,
): Promise<Right | null> {
  return (await rightsOfEach(db, workspaceId, [id], initiativeId)).get(id) ?? null
}

/** The same of several people; whoever has none is not in it. */
export async function rightsOfEach(
  db: Reader,
  workspaceId: Viewer['workspaceId'],
  people: readonly PersonId[],
  initiativeId: string | SQLWrapper,
): Promise<ReadonlyMap<PersonId, Right>> {
  const { rows } = await db.execute<{
    id: PersonId
    visibility: 'company' | 'named'
    owner: string
    relation: 'author' | 'reader' | 'guest' | 'outsider' | null
  }>(sql`
    select asked.id, initiative.visibility, initiative.owner_id as owner, case
      when asked.role <> 'guest' then shared.relation
      when exists (select 1 from initiative_guest guest where guest.workspace_id = initiative.workspace_id
        and guest.initiative_id = initiative.id and guest.person_id = asked.id) then 'guest'
      else 'outsider' end as relation from initiative
    join person asked on asked.workspace_id = initiative.workspace_id
      and asked.id = any(${sql.param(people)}::uuid[])
    left join initiative_relation shared on shared.workspace_id = initiative.workspace_id
      and shared.initiative_id = initiative.id and shared.person_id = asked.id
    where initiative.workspace_id = ${workspaceId} and initiative.id = ${initiativeId}`)
  return new Map(
    rows.flatMap(({ id, visibility, owner, relation }) => {
      const right = rightOn({ visibility, ownerId: owner }, { id, relation })
      return right ? [[id, right] as const] : []
    }),
  )
}

/** What each of several people may have of what an id names; whoever may have nothing of it is not in it. */
export type ForEach<Answer> = (
  db: Reader,
  workspaceId: Viewer['workspaceId'],
  people: readonly PersonId[],
  id: string,
) => Promise<ReadonlyMap<PersonId, Answer>>

/** Asks for all who ask at about the same time about the same thing, at once: a crowd at the door of a room. */
export function together<Answer>(find: ForEach<Answer>) {
  const asking = createRecent<(person: PersonId) => Promise<Answer | undefined>>(32)
  return async (db: Database, { workspaceId, id: person }: Sees, id: string): Promise<Answer | null> => {
    const about = `${workspaceId} ${id}`
    const ask =
      asking.get(about) ??
      asking.put(
        about,
        gathered((people) => find(db, workspaceId, people, id)),
      )
    return (await ask(person)) ?? null
  }
}
