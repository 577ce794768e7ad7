import type { PersonId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
const people: Colleague[] = []
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  for (const name of ['Omar', 'Noor', 'Lea', 'Gil', 'Jon', 'Ana', 'Uma', 'Kai'])
    people.push(await company.join(name))
}, 120_000)
afterAll(() => company?.close())

test('P5, R12: whom the group of an idea names, or the nearest above it that does, is proposed to decide', async () => {
  const [omar, noor, lea] = people as [Colleague, Colleague, Colleague]
  const sea = await ines.api.groups.make({ name: 'Sea' })
  const oysters = await ines.api.groups.make({ name: 'Oysters', parentId: sea.id })
  const file = new File(['# Oysters at five\n\nIt sends one text.\n'], 'a.md')
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file })
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  const deciders = async (asked: PersonId[] = []) => {
    const { attendees } = await ines.api.meetings.propose({ initiativeId, editionId, people: asked })
    return attendees.filter(({ roles }) => roles.includes('decider')).map(({ name }) => name)
  }
  // nine people are no table, so whoever it is shared with is proposed: she alone
  expect(await deciders()).toEqual(['Ines'])
  await ines.api.initiatives.move({ initiativeId, groupId: oysters.id })
  const set = (groupId: typeof sea.id, { id: personId }: Colleague, on = true) =>
    ines.api.groups.setPerson({ groupId, part: 'decider', personId, on })
  await set(sea.id, omar)
  expect(await deciders()).toEqual(['Omar'])
  await set(oysters.id, lea)
  await set(oysters.id, noor)
  expect((await deciders()).toSorted()).toEqual(['Lea', 'Noor'])
  // whoever is asked for by name stays asked for, and nobody else comes
  expect(await deciders([omar.id, lea.id])).toEqual(['Lea'])
  // who wrote it does not decide on it
  await set(oysters.id, lea, false)
  await set(oysters.id, noor, false)
  await set(oysters.id, ines)
  expect(await deciders([omar.id])).toEqual(['Omar'])
})
