import { randomUUID } from 'node:crypto'
import type { GroupId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let noor: Colleague
let sea: GroupId
let oysters: GroupId
let land: GroupId
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  noor = await company.join('Noor')
  sea = (await ines.api.groups.make({ name: 'Sea' })).id
  oysters = (await ines.api.groups.make({ name: 'Oysters', parentId: sea })).id
  land = (await ines.api.groups.make({ name: 'Land' })).id
}, 60_000)
afterAll(() => company?.close())

test('P5: an idea is moved by its owner or an administrator who may read it, and its timeline says so', async () => {
  const { id: initiativeId } = await omar.api.initiatives.create({ name: 'Oysters at five', groupId: sea })
  const move = (by: Colleague, groupId: GroupId) => by.api.initiatives.move({ initiativeId, groupId })
  expect((await move(omar, land)).group).toEqual({ id: land, name: 'Land' })
  expect((await move(omar, land)).group.name).toBe('Land')
  expect(await refusal(move(noor, sea))).toBe('not-allowed')
  await omar.api.initiatives.share({
    initiativeId,
    people: [{ personId: noor.id, relation: 'author' }],
  })
  expect(await refusal(move(noor, sea))).toBe('not-allowed')
  expect((await move(ines, oysters)).group.name).toBe('Oysters')
  await vi.waitFor(async () => {
    const { activity } = await omar.api.initiatives.activity({ initiativeId })
    expect(activity.filter(({ says }) => says.startsWith('moved it'))).toMatchObject([
      { says: 'moved it from Land to Oysters', actor: { name: 'Ines' } },
      { says: 'moved it from Sea to Land', actor: { name: 'Omar' } },
    ])
  })
  // being an administrator opens nothing
  await omar.api.initiatives.update({ initiativeId, visibility: 'named' })
  expect(await refusal(move(ines, sea))).toBe('not-found')
})

test('P5: an idea goes to no group that is closed or is none, and stays in one that is closed after', async () => {
  const { id: initiativeId } = await omar.api.initiatives.create({ name: 'Kelp', groupId: land })
  const closed = await ines.api.groups.make({ name: 'Old' })
  await ines.api.groups.close({ groupId: closed.id, closed: true })
  const nowhere = randomUUID() as GroupId // of no group
  for (const groupId of [closed.id, nowhere])
    expect(await refusal(omar.api.initiatives.move({ initiativeId, groupId }))).toBe('unknown-group')
  expect((await omar.api.initiatives.get({ initiativeId })).group.name).toBe('Land')
})

test('P5: ideas are listed by group, with those of the groups that stand in it, and only those one may read', async () => {
  const names = async (by: Colleague, group?: GroupId) =>
    (await by.api.initiatives.list({ group, text: 'listed' })).initiatives.map(({ name }) => name).toSorted()
  const begin = (name: string, groupId: GroupId, visibility: 'company' | 'named' = 'company') =>
    omar.api.initiatives.create({ name: `Listed ${name}`, groupId, visibility })
  await begin('in the sea', sea)
  await begin('of oysters', oysters)
  await begin('secretly', oysters, 'named')
  await begin('on land', land)
  expect(await names(omar, sea)).toEqual(['Listed in the sea', 'Listed of oysters', 'Listed secretly'])
  expect(await names(noor, sea)).toEqual(['Listed in the sea', 'Listed of oysters'])
  expect(await names(noor, oysters)).toEqual(['Listed of oysters'])
  const [everybody] = await noor.api.groups.list()
  expect(await names(noor, everybody?.id)).toEqual(await names(noor))
  expect(await names(noor, randomUUID() as GroupId)).toEqual([]) // of no group
})
