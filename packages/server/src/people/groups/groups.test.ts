import { randomUUID } from 'node:crypto'
import type { GroupId, PersonId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let noor: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  noor = await company.join('Noor')
}, 60_000)
afterAll(() => company?.close())

const make = (name: string, parentId?: GroupId) => ines.api.groups.make({ name, parentId })
const own = async () => {
  const [first] = await ines.api.groups.list()
  if (!first) throw new Error('no group')
  return first
}
/** Which field an act was refused for, or the name of the refusal. */
async function fieldRefused(act: Promise<unknown>): Promise<unknown> {
  try {
    return await act
  } catch (error) {
    const { code, data } = error as { code: string; data?: { fields?: { field: string }[] } } // an ORPCError
    return data?.fields?.[0]?.field ?? code
  }
}

test('P5: a company begins with one group of everybody, named like it; what one begins is in it', async () => {
  expect(await ines.api.groups.list()).toEqual([
    {
      id: expect.any(String),
      ...{
        name: 'Tidewatch',
        parentId: null,
        lead: null,
        budget: null,
        closedAt: null,
        members: [],
        deciders: [],
      },
      readers: { team: [], peers: [], 'cross-functional': [], leadership: [] },
    },
  ])
  const me = await omar.api.people.me()
  const { id } = await own()
  expect(me).toMatchObject({ groups: [{ id, name: 'Tidewatch', level: 0 }], ownGroup: id })
  await ines.api.people.updateWorkspace({ name: 'Tidewatch & Sons' })
  expect((await own()).name).toBe('Tidewatch & Sons')
  await ines.api.people.updateWorkspace({ name: 'Tidewatch' })
})

test('P5: the group of everybody is not renamed, moved, closed or deleted, and nobody is named a member of it', async () => {
  const { id: groupId } = await own()
  const { id: elsewhere } = await make('Elsewhere')
  const { groups } = ines.api
  const refusals = [
    groups.change({ groupId, name: 'Us' }),
    groups.change({ groupId, parentId: elsewhere }),
    groups.close({ groupId, closed: true }),
    groups.remove({ groupId }),
    groups.setPerson({ groupId, part: 'member', personId: omar.id, on: true }),
  ].map(refusal)
  expect(new Set(await Promise.all(refusals))).toEqual(new Set(['group-of-everybody']))
  expect(await groups.change({ groupId, lead: ines.id })).toMatchObject({ lead: ines.id })
  await groups.change({ groupId, lead: null })
  await groups.remove({ groupId: elsewhere })
})

test('P5: groups nest; a name that is there, a circle and a depth too great are refused by their field', async () => {
  const sea = await make('Sea')
  const oysters = await make('Oysters', sea.id)
  expect(oysters.parentId).toBe(sea.id)
  expect((await ines.api.groups.list()).map(({ name }) => name)).toEqual(['Tidewatch', 'Sea', 'Oysters'])
  expect(await fieldRefused(make('oysters', sea.id))).toBe('name')
  expect(await fieldRefused(make('  '))).toBe('name')
  expect(await fieldRefused(make('Nets', randomUUID() as GroupId))).toBe('parentId') // of no group
  const change = ines.api.groups.change
  expect(await fieldRefused(change({ groupId: sea.id, parentId: oysters.id }))).toBe('parentId')
  expect(await fieldRefused(change({ groupId: sea.id, parentId: sea.id }))).toBe('parentId')
  let deepest = oysters
  for (const name of ['Four', 'Five', 'Six']) deepest = await make(name, deepest.id)
  expect(await fieldRefused(make('Seven', deepest.id))).toBe('parentId')
  const nobody = randomUUID() as PersonId // of no person
  expect(await fieldRefused(change({ groupId: sea.id, lead: nobody, name: 'Ocean' }))).toBe('lead')
  expect((await ines.api.groups.list()).map(({ name }) => name)).toContain('Sea')
  expect(await refusal(change({ groupId: randomUUID() as GroupId, name: 'Gone' }))).toBe('not-found')
})

test('P5: of two groups moved into each other at once, one stays', async () => {
  const [one, other] = [await make('One'), await make('Other')]
  const moves = await Promise.all([
    fieldRefused(ines.api.groups.change({ groupId: one.id, parentId: other.id })),
    fieldRefused(ines.api.groups.change({ groupId: other.id, parentId: one.id })),
  ])
  expect(moves.filter((moved) => moved === 'parentId')).toHaveLength(1)
  expect((await ines.api.groups.list()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['One', 'Other']),
  )
})

test('P5: its lead, and whoever leads what it stands in, says who is in it; nobody else does but administrators', async () => {
  const land = await make('Land')
  const barley = await make('Barley', land.id)
  await ines.api.groups.change({ groupId: land.id, lead: omar.id })
  const set = (by: Colleague, groupId: GroupId, on = true) =>
    by.api.groups.setPerson({ groupId, part: 'member', personId: noor.id, on })
  expect(await refusal(set(noor, barley.id))).toBe('not-allowed')
  expect(await set(omar, barley.id)).toMatchObject({ members: [noor.id] })
  expect(await set(omar, barley.id)).toMatchObject({ members: [noor.id] })
  await omar.api.groups.setPerson({ groupId: land.id, part: 'decider', personId: ines.id, on: true })
  const named = await omar.api.groups.setPerson({
    ...{ groupId: land.id, part: 'peers', personId: noor.id, on: true },
  })
  expect(named).toMatchObject({
    members: [],
    deciders: [ines.id],
    readers: { team: [], peers: [noor.id], 'cross-functional': [], leadership: [] },
  })
  expect(await refusal(omar.api.groups.change({ groupId: land.id, name: 'Fields' }))).toBe('not-allowed')
  expect(await set(omar, barley.id, false)).toMatchObject({ members: [] })
  const { id: aside } = await make('Aside')
  expect(await refusal(set(omar, aside))).toBe('not-allowed')
})

test('P5: a budget is an amount and its currency, told to administrators and whoever leads the group', async () => {
  const bay = await make('Bay')
  const inner = await make('Inner bay', bay.id)
  const budget = { minor: 25_000_000, currency: 'USD' }
  const { change } = ines.api.groups
  await change({ groupId: bay.id, lead: omar.id })
  expect(await change({ groupId: inner.id, budget })).toMatchObject({ budget })
  const seenBy = async ({ api }: Colleague) =>
    (await api.groups.list()).find(({ id }) => id === inner.id)?.budget
  expect([await seenBy(ines), await seenBy(omar), await seenBy(noor)]).toEqual([budget, budget, null])
  const none = { minor: -1, currency: 'USD' }
  expect(await fieldRefused(change({ groupId: inner.id, budget: none }))).toBe('budget.minor')
  expect(await refusal(omar.api.groups.change({ groupId: inner.id, budget: null }))).toBe('not-allowed')
  expect(await change({ groupId: inner.id, budget: null })).toMatchObject({ budget: null })
})

test('P5: what one begins is in the group one is a member of, else leads, unless one says another', async () => {
  const reeds = await make('Reeds')
  const gulls = await make('Gulls')
  await ines.api.groups.change({ groupId: reeds.id, lead: noor.id })
  expect((await noor.api.people.me())?.ownGroup).toBe(reeds.id)
  await ines.api.groups.setPerson({ groupId: gulls.id, part: 'member', personId: noor.id, on: true })
  expect((await noor.api.initiatives.create({ name: 'A' })).group.name).toBe('Gulls')
  const other = await noor.api.initiatives.create({ name: 'B', groupId: reeds.id })
  expect(other.group.name).toBe('Reeds')
})

test('P5: a group that ideas or groups stand in is closed and not deleted; closed, it takes in nothing more', async () => {
  const kelp = await make('Kelp')
  const inner = await make('Inner', kelp.id)
  const { remove, close } = ines.api.groups
  expect(await refusal(remove({ groupId: kelp.id }))).toBe('group-in-use')
  await ines.api.groups.setPerson({ groupId: inner.id, part: 'member', personId: omar.id, on: true })
  await remove({ groupId: inner.id })
  const begin = () => omar.api.initiatives.create({ name: 'Kelp at five', groupId: kelp.id })
  const idea = await begin()
  expect(await refusal(remove({ groupId: kelp.id }))).toBe('group-in-use')
  expect(await close({ groupId: kelp.id, closed: true })).toMatchObject({ closedAt: expect.any(String) })
  expect(await refusal(begin())).toBe('unknown-group')
  expect(await fieldRefused(make('Inner', kelp.id))).toBe('parentId')
  expect((await omar.api.initiatives.get({ initiativeId: idea.id })).group.name).toBe('Kelp')
  expect((await omar.api.people.me())?.groups.map(({ name }) => name)).not.toContain('Kelp')
  expect(await close({ groupId: kelp.id, closed: false })).toMatchObject({ closedAt: null })
  expect((await begin()).group.name).toBe('Kelp')
})

test('P5, A4: who has left is in no list, and is taken in by none', async () => {
  const gone = await company.join('Gone')
  const quay = await make('Quay')
  const set = (part: 'member' | 'team' | 'decider') =>
    ines.api.groups.setPerson({ groupId: quay.id, part, personId: gone.id, on: true })
  for (const part of ['member', 'team', 'decider'] as const) await set(part)
  await ines.api.groups.change({ groupId: quay.id, lead: gone.id })
  await ines.api.people.remove({ personId: gone.id })
  const now = (await ines.api.groups.list()).find(({ id }) => id === quay.id)
  expect(now).toEqual({ ...quay, lead: null })
  expect(await fieldRefused(set('member'))).toBe('personId')
})
