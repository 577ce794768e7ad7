import type { GroupId, PersonId } from '@foreword/core/ids'
import { expect, test } from 'vitest'
import type { Group } from '../../people/groups/useGroups.ts'
import { namesWords, resolveAsked } from './asking.ts'

// ids need only differ here
const personId = (name: string) => name as PersonId
const groupId = (name: string) => name as GroupId

const person = (name: string) => ({
  ...{ id: personId(name), name, email: '', role: 'member' as const, functionalArea: null, active: true },
})
const people = ['Lea', 'Noor', 'Omar'].map(person)
const group: Group = {
  ...{ id: groupId('sea'), name: 'Sea', parentId: null, lead: null, budget: null, closedAt: null },
  members: [],
  deciders: [],
  readers: {
    team: [personId('Noor')],
    peers: [personId('Lea'), personId('Gone')],
    'cross-functional': [],
    leadership: [],
  },
}
const idea = {
  group: { id: group.id, name: 'Sea' },
  owner: { id: personId('Ines'), name: 'Ines' },
  visibility: 'company' as const,
  relations: [],
}
const names = (some: readonly { name: string }[]) => some.map(({ name }) => name)

test('F1, P5: the group’s readers of a round are asked until they are taken off, and others as they are chosen', () => {
  const given = { idea, groups: [group], people, byHand: new Map<string, boolean>() }
  expect(names(resolveAsked({ ...given, round: 'team' }).asked)).toEqual(['Noor'])
  expect(names(resolveAsked({ ...given, round: 'peers' }).asked)).toEqual(['Lea'])
  expect(names(resolveAsked({ ...given, round: 'leadership' }).asked)).toEqual([])
  // chosen by hand and proposed is asked once
  const byHand = new Map([
    ['Noor', true],
    ['Omar', true],
    ['Lea', false],
  ])
  expect(names(resolveAsked({ ...given, byHand, round: 'team' }).asked)).toEqual(['Noor', 'Omar'])
  expect(names(resolveAsked({ ...given, byHand, round: 'peers' }).asked)).toEqual(['Noor', 'Omar'])
})

test('F1: who may not read the idea is asked by nobody, and named when the group proposes them', () => {
  const relations = [
    {
      personId: personId('Noor'),
      relation: 'reader' as const,
      person: { id: personId('Noor'), name: 'Noor' },
    },
  ]
  const named = resolveAsked({
    idea: { ...idea, visibility: 'named', relations },
    round: 'peers',
    groups: [group],
    people,
    byHand: new Map([
      ['Omar', true],
      ['Noor', true],
    ]),
  })
  expect(names(named.asked)).toEqual(['Noor'])
  expect(names(named.proposed)).toEqual([])
  expect(names(named.shutProposed)).toEqual(['Lea'])
  expect([...named.shutOut]).toEqual(['Lea', 'Omar'])
})

test('many names are the first of them, and how many others', () => {
  expect(namesWords(['Lea', 'Noor', 'Omar'])).toBe('Lea, Noor and Omar')
  expect(namesWords(['Lea', 'Noor', 'Omar', 'Gil'], 2)).toBe('Lea, Noor and 2 others')
})
