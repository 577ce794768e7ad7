import { expect, test } from 'vitest'
import { decidersFor, inOrder, leads, mayStandIn, peopleIn, readersFor, upwards, within } from './tree.ts'

const nobody = { team: [], peers: [], 'cross-functional': [], leadership: [] }
const group = (id: string, parentId: string | null, more: object = {}) => ({
  ...{ id, name: id, parentId, lead: null, members: [], deciders: [], readers: nobody },
  ...more,
})

const groups = [
  group('company', null, { deciders: ['ada'], readers: { ...nobody, leadership: ['ada'] } }),
  group('sea', 'company', { lead: 'omar', deciders: ['omar'], readers: { ...nobody, peers: ['noor'] } }),
  group('oysters', 'sea', { lead: 'lea', members: ['lea', 'gil'], readers: { ...nobody, team: ['gil'] } }),
  group('land', 'company'),
]

test('P5: groups nest, each right after the one it stands in, those beside each other by name', () => {
  expect(inOrder(groups).map(({ id, level }) => `${level} ${id}`)).toEqual([
    '0 company',
    '1 land',
    '1 sea',
    '2 oysters',
  ])
  expect(within(groups, 'sea').map(({ id }) => id)).toEqual(['sea', 'oysters'])
  expect(upwards(groups, 'oysters').map(({ id }) => id)).toEqual(['oysters', 'sea', 'company'])
  expect(within(groups, 'nowhere')).toEqual([])
})

test.each([
  ['itself', 'sea', 'sea', 'in-itself'],
  ['what stands in it', 'sea', 'oysters', 'in-itself'],
  ['another', 'sea', 'land', null],
  ['where it is', 'oysters', 'sea', null],
])('P5: a group moved into %s', (_, id, parentId, refusal) => {
  const allowed = mayStandIn(groups, { id, parentId })
  expect(allowed.ok ? null : allowed.refusal).toBe(refusal)
})

test('P5: groups stand in each other six levels deep, and a move counts what it brings along', () => {
  const chain = ['1', '2', '3', '4', '5', '6'].map((id, at, all) => group(id, all[at - 1] ?? null))
  const pair = [group('a', '1'), group('b', 'a')]
  const asked = (id: string | null, parentId: string) => mayStandIn([...chain, ...pair], { id, parentId }).ok
  expect(asked(null, '5')).toBe(true)
  expect(asked(null, '6')).toBe(false)
  expect(asked('b', '5')).toBe(true)
  expect(asked('a', '4')).toBe(true)
  expect(asked('a', '5')).toBe(false)
})

test('P5: everybody is in the company’s own group, and whoever leads another is in it once', () => {
  const everybody = ['ada', 'gil', 'lea']
  const of = (id: string) => groups.filter((one) => one.id === id).map((one) => peopleIn(one, everybody))
  expect(of('company')).toEqual([everybody])
  expect(of('oysters')).toEqual([['lea', 'gil']])
  expect(of('sea')).toEqual([['omar']])
})

test('P5: default readers and deciders are those of the nearest group above that has any', () => {
  expect(readersFor(groups, 'oysters', 'team')).toEqual(['gil'])
  expect(readersFor(groups, 'oysters', 'peers')).toEqual(['noor'])
  expect(readersFor(groups, 'oysters', 'leadership')).toEqual(['ada'])
  expect(readersFor(groups, 'oysters', 'cross-functional')).toEqual([])
  expect(decidersFor(groups, 'oysters')).toEqual(['omar'])
  expect(decidersFor(groups, 'land')).toEqual(['ada'])
})

test('P5: who leads a group leads what stands in it, and nothing beside it', () => {
  expect(leads(groups, 'oysters', 'omar')).toBe(true)
  expect(leads(groups, 'sea', 'lea')).toBe(false)
  expect(leads(groups, 'land', 'omar')).toBe(false)
})
