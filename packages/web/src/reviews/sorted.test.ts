import { expect, test } from 'vitest'
import { neighbour, sorted } from './sorted.ts'

const stops = [
  { id: 'a', at: 10 },
  { id: 'b', at: 20 },
  { id: 'lost', at: Number.POSITIVE_INFINITY },
]

test.each([
  ['a', 10, 1, 'b'],
  ['lost', 0, 1, 'a'],
  ['a', 10, -1, 'lost'],
  ['b', 5, 1, 'a'],
  ['a', 25, -1, 'b'],
  [null, 12, 1, 'b'],
  [null, 12, -1, 'a'],
  [null, 5, -1, 'lost'],
  ['gone', 21, 1, 'lost'],
] as const)('F2: from %s at %i by %i one comes to %s', (atHand, at, step, to) => {
  expect(neighbour(stops, { atHand, at }, step)).toBe(to)
})

test('without comments there is nowhere to go', () => {
  expect(neighbour([], { atHand: null, at: 0 }, 1)).toBeNull()
})

test('F2: what lost its place is never among what is about the whole document', () => {
  const place = { method: 'none', confidence: 0, line: null, edition: null, start: null, end: null } as const
  const comment = (id: string, given: object) => ({
    id,
    anchor: null,
    carried: null,
    resolved: null,
    ...given,
  })
  const anchor = { on: 'draft', state: 'detached', at: null }
  const made = { on: 'edition' }
  const all = [
    comment('whole', {}),
    comment('carried-whole', { carried: { ...place, state: 'exact', at: null } }),
    comment('lost', { anchor }),
    comment('carried-lost', { anchor: made, carried: { ...place, state: 'detached', at: null } }),
    comment('done', { anchor, resolved: { at: '2027-03-01T09:00:00Z' } }),
  ]
  // as much of a comment as is asked for
  const { placed, lost, resolved } = sorted(all as unknown as Parameters<typeof sorted>[0])
  expect([placed, lost, resolved].map((list) => list.map(({ id }) => id as string))).toEqual([
    ['whole', 'carried-whole'],
    ['lost', 'carried-lost'],
    ['done'],
  ])
})
