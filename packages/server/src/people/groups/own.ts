import type { GroupId, PersonId, WorkspaceId } from '@foreword/core/ids'
import { inOrder } from '@foreword/core/people/groups/tree'
import type { Database, Tx } from '../../db/database.ts'
import * as store from './store.ts'

/**
 * The groups an idea can be put in, each after the one it stands in, and the one for what this person begins: which
 * they are a member of, else lead, else the company's own.
 */
export async function openGroups(
  db: Database | Tx,
  workspaceId: WorkspaceId,
  person: PersonId,
): Promise<{ groups: { id: GroupId; name: string; level: number }[]; ownGroup: GroupId }> {
  const all = inOrder(await store.placed(db, workspaceId))
  const open = all.filter(({ closedAt }) => closedAt === null)
  const company = all[0]
  if (!company) throw new Error('a company without the group of everybody')
  const memberships = await store.membershipsOf(db, workspaceId, person)
  const own =
    memberships.flatMap((id) => open.filter((group) => group.id === id))[0] ??
    open.find(({ lead, level }) => lead === person && level > 0) ??
    company
  return { groups: open.map(({ id, name, level }) => ({ id, name, level })), ownGroup: own.id }
}
