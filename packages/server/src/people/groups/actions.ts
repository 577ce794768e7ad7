import type { GroupId } from '@foreword/core/ids'
import type { groupsContract } from '@foreword/core/people/groups/contract'
import type { Group } from '@foreword/core/people/groups/group'
import { inOrder, leads, MOST_LEVELS, mayStandIn } from '@foreword/core/people/groups/tree'
import { ok, type Result, refuse } from '@foreword/core/result'
import { newId } from '../../db/ids.ts'
import type { Call } from '../../http/call.ts'
import type { Inputs } from '../../http/os.ts'
import * as peopleStore from '../store.ts'
import * as store from './store.ts'

type In = Inputs<typeof groupsContract>

export async function list(_: unknown, { tx, workspaceId, person }: Call) {
  const groups = inOrder(await store.all(tx, workspaceId))
  return ok(
    groups.map(({ level, ...group }) =>
      mayArrange(groups, group.id, person) ? group : { ...group, budget: null },
    ),
  )
}

/** Administrators, and whoever leads the group or one it stands in. */
const mayArrange = (
  groups: Parameters<typeof leads>[0],
  id: string,
  { id: personId, role }: Call['person'],
) => role === 'administrator' || leads(groups, id, personId)

export async function make({ name, parentId }: In['make'], call: Call) {
  const { tx, workspaceId, now } = call
  const groups = await locked(call)
  const parent = parentId ?? theCompany(groups).id
  const allowed = mayBe(groups, { id: null, name, parentId: parent })
  if (!allowed.ok) return allowed
  const id = newId<GroupId>()
  await store.insert(tx, { workspaceId, id, parentId: parent, name, createdAt: now })
  return one(id, call)
}

export async function change(
  { groupId, name, parentId, lead, budget }: In['change'],
  call: Call,
): Promise<Result<Group, 'not-found' | 'group-of-everybody' | 'invalid-input'>> {
  const { tx, workspaceId } = call
  const groups = await locked(call)
  const was = groups.find(({ id }) => id === groupId)
  if (!was) return refuse('not-found')
  if (was.parentId === null && (name !== undefined || parentId !== undefined))
    return refuse('group-of-everybody')
  if (was.parentId !== null && (name !== undefined || parentId !== undefined)) {
    const wanted = { id: groupId, name: name ?? was.name, parentId: parentId ?? was.parentId }
    const allowed = mayBe(groups, wanted, was)
    if (!allowed.ok) return allowed
  }
  if (lead && !(await isHere(lead, call))) return wrong('lead', NOT_HERE)
  await store.update(tx, workspaceId, groupId, {
    ...(name === undefined ? {} : { name }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(lead === undefined ? {} : { leadId: lead }),
    ...(budget === undefined
      ? {}
      : { budgetMinor: budget?.minor ?? null, budgetCurrency: budget?.currency ?? null }),
  })
  return one(groupId, call)
}

export async function setPerson({ groupId, part, personId, on }: In['setPerson'], call: Call) {
  const { tx, workspaceId, person, now } = call
  const groups = await store.placed(tx, workspaceId)
  const group = groups.find(({ id }) => id === groupId)
  if (!group) return refuse('not-found')
  if (!mayArrange(groups, groupId, person)) return refuse('not-allowed')
  if (part === 'member' && group.parentId === null) return refuse('group-of-everybody')
  const row = { workspaceId, groupId, part, personId }
  if (!on) {
    await store.take(tx, row)
    return one(groupId, call)
  }
  if (!(await isHere(personId, call))) return wrong('personId', NOT_HERE)
  await store.add(tx, { ...row, since: now })
  return one(groupId, call)
}

export async function close({ groupId, closed }: In['close'], call: Call) {
  const { tx, workspaceId, now } = call
  const groups = await locked(call)
  const group = groups.find(({ id }) => id === groupId)
  if (!group) return refuse('not-found')
  if (group.parentId === null) return refuse('group-of-everybody')
  if (closed !== (group.closedAt !== null))
    await store.update(tx, workspaceId, groupId, { closedAt: closed ? now : null })
  return one(groupId, call)
}

export async function remove({ groupId }: In['remove'], call: Call) {
  const groups = await locked(call)
  const group = groups.find(({ id }) => id === groupId)
  if (!group) return refuse('not-found')
  if (group.parentId === null) return refuse('group-of-everybody')
  return (await store.remove(call.tx, call.workspaceId, groupId)) ? ok(undefined) : refuse('group-in-use')
}

type Placed = Awaited<ReturnType<typeof store.placed>>[number]

async function locked({ tx, workspaceId }: Call): Promise<Placed[]> {
  await store.lockTree(tx, workspaceId)
  return store.placed(tx, workspaceId)
}

function theCompany(groups: readonly Placed[]): Placed {
  const found = groups.find(({ parentId }) => parentId === null)
  if (!found) throw new Error('a company without the group of everybody')
  return found
}

const NOT_HERE = 'Nobody of this id is here any more: choose somebody else'
const wrong = (field: string, message: string) => refuse('invalid-input', { fields: [{ field, message }] })

/** Whether a group may have this name in this place. `was`: as it stands; what does not change is not asked again. */
function mayBe(
  groups: readonly Placed[],
  { id, name, parentId }: { id: string | null; name: string; parentId: string },
  was?: Placed,
): Result<undefined, 'invalid-input'> {
  const parent = groups.find((group) => group.id === parentId)
  if (!parent) return wrong('parentId', 'There is no such group: choose another to put it in')
  if (parentId !== was?.parentId) {
    if (parent.closedAt !== null)
      return wrong('parentId', `${parent.name} is closed: open it again, or choose another`)
    const stands = mayStandIn(groups, { id, parentId })
    if (!stands.ok && stands.refusal === 'in-itself')
      return wrong('parentId', `${parent.name} stands in ${name} itself: choose another`)
    if (!stands.ok)
      return wrong(
        'parentId',
        `That would make more than ${MOST_LEVELS} levels with the company’s own: choose one further up`,
      )
  }
  const same = (other: string) => other.toLowerCase() === name.toLowerCase()
  if (groups.some((group) => group.id !== id && group.parentId === parentId && same(group.name)))
    return wrong('name', `There is a group of this name in ${parent.name} already: choose another name`)
  return ok(undefined)
}

async function isHere(id: string, { tx, workspaceId }: Call): Promise<boolean> {
  const person = await peopleStore.person(tx, workspaceId, id)
  return person?.active === true && person.role !== 'guest'
}

async function one(id: string, { tx, workspaceId }: Call): Promise<Result<Group>> {
  const found = (await store.all(tx, workspaceId)).find((group) => group.id === id)
  if (!found) throw new Error(`the group ${id} is gone right after it was written`)
  return ok(found)
}
