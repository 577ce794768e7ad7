import { expect, test } from 'vitest'
import type { NewsLine } from './contract.ts'
import { actorsOf, gather } from './gather.ts'

const id = (n: number) => `0198a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
const line = (n: number, name: string, on: number | null): NewsLine => ({
  id: id(n),
  at: '2031-03-02T09:00:00.000Z',
  // the ids are written above
  actor: { id: id(900) as never, name },
  kind: on === null ? 'documents' : 'comments',
  says: on === null ? 'froze edition 1' : 'How many?',
  reason: '',
  about: null,
  comment: on === null ? null : { id: id(n) as never, narrativeId: id(on) as never, editionId: null },
  initiative: { id: id(1) as never, name: 'Harbour' },
})

test.each<[string, NewsLine[], number[][]]>([
  ['nothing', [], []],
  ['comments on one document', [line(3, 'Omar', 7), line(2, 'Noor', 7)], [[3, 2]]],
  ['comments on two documents', [line(3, 'Omar', 7), line(2, 'Noor', 8)], [[3], [2]]],
  ['something between', [line(4, 'Omar', 7), line(3, 'Omar', null), line(2, 'Noor', 7)], [[4], [3], [2]]],
  ['two editions frozen', [line(3, 'Omar', null), line(2, 'Omar', null)], [[3], [2]]],
])('News gathers what stands beside each other: %s', (_, lines, rows) => {
  const got = gather(lines)
  expect(got.map((row) => row.lines.map((each) => each.id))).toEqual(rows.map((row) => row.map(id)))
  // it opens where whoever looks has not been yet: at the earliest
  expect(got.map(({ first }) => first.id)).toEqual(rows.map((row) => id(row.at(-1) ?? 0)))
})

test.each<[string[], string]>([
  [['Omar'], 'Omar'],
  [['Noor', 'Omar', 'Omar'], 'Omar and Noor'],
  [['Lu', 'Noor', 'Omar'], 'Omar, Noor and Lu'],
  [['Ada', 'Lu', 'Noor', 'Omar'], 'Omar, Noor and 2 others'],
])('News names who spoke, the first first: %j', (names, said) => {
  const [row] = gather(names.map((name, at) => line(at, name, 7)))
  expect(row && actorsOf(row)).toBe(said)
})
