import { ok, type Result, refuse } from '../../result.ts'
import type { Round } from '../rounds.ts'

/* Groups as a tree (P5). Apart from the schemas, so that a browser that applies the rules need not load them. */

/** Levels of groups, the company's own being the first: of more, nobody would find their own. */
export const MOST_LEVELS = 6

/** As much of a group as says where it stands. Only the company's own stands in no other. */
interface Placed {
  id: string
  parentId: string | null
}

/** Each right after the one it is in, those beside each other by name; `level` is 0 for the company's own. */
export function inOrder<G extends Placed & { name: string }>(
  groups: readonly G[],
): (G & { level: number })[] {
  const under = (parentId: string | null, level: number): (G & { level: number })[] =>
    groups
      .filter((group) => group.parentId === parentId)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
      .flatMap((group) => [{ ...group, level }, ...under(group.id, level + 1)])
  return under(null, 0)
}

/** The group and all that stand in it, however deep; empty when there is none of this id. */
export function within<G extends Placed>(groups: readonly G[], id: string): G[] {
  return groups
    .filter((group) => group.id === id)
    .flatMap((group) => [
      group,
      ...groups.filter(({ parentId }) => parentId === id).flatMap((child) => within(groups, child.id)),
    ])
}

/** From the group up to the company's own. */
export function upwards<G extends Placed>(groups: readonly G[], id: string): G[] {
  const group = groups.find((one) => one.id === id)
  if (!group) return []
  return [group, ...(group.parentId === null ? [] : upwards(groups, group.parentId))]
}

/** Whether a group may stand in another. `id` is null for one that is about to be made. */
export function mayStandIn(
  groups: readonly Placed[],
  { id, parentId }: { id: string | null; parentId: string },
): Result<undefined, 'in-itself' | 'too-deep'> {
  const above = upwards(groups, parentId)
  if (id !== null && above.some((group) => group.id === id)) return refuse('in-itself')
  if (above.length + (id === null ? 1 : levelsOf(groups, id)) > MOST_LEVELS) return refuse('too-deep')
  return ok(undefined)
}

function levelsOf(groups: readonly Placed[], id: string): number {
  const children = groups.filter(({ parentId }) => parentId === id)
  return 1 + Math.max(0, ...children.map((child) => levelsOf(groups, child.id)))
}

interface Manned<Id extends string> extends Placed {
  lead: Id | null
  members: readonly Id[]
  deciders: readonly Id[]
  readers: Readonly<Record<Round, readonly Id[]>>
}

/** Who is in a group: of the company's own everybody, of another its members and whoever leads it. */
export function peopleIn<Id extends string>(group: Manned<Id>, everybody: readonly Id[]): Id[] {
  if (group.parentId === null) return [...everybody]
  return [...new Set([...(group.lead === null ? [] : [group.lead]), ...group.members])]
}

/** The people a group asks in a round, or those of the nearest one above that has any. */
export function readersFor<Id extends string>(
  groups: readonly Manned<Id>[],
  id: string,
  round: Round,
): readonly Id[] {
  return nearest(groups, id, ({ readers }) => readers[round])
}

/** Who decides on its ideas, found in the same way. */
export function decidersFor<Id extends string>(groups: readonly Manned<Id>[], id: string): readonly Id[] {
  return nearest(groups, id, ({ deciders }) => deciders)
}

function nearest<Id extends string>(
  groups: readonly Manned<Id>[],
  id: string,
  named: (group: Manned<Id>) => readonly Id[],
): readonly Id[] {
  return (
    upwards(groups, id)
      .map(named)
      .find((people) => people.length > 0) ?? []
  )
}

/** Who leads a group or one it stands in says who is in it, who reads and who decides. */
export function leads(
  groups: readonly (Placed & { lead: string | null })[],
  id: string,
  personId: string,
): boolean {
  return upwards(groups, id).some(({ lead }) => lead === personId)
}
