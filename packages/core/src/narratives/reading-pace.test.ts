import { describe, expect, it } from 'vitest'
import { finishing, finishingSentence, stepsOf } from './reading-pace.ts'

const held = (personId: string, ...seconds: number[]) =>
  seconds.map((each, at) => ({ personId, page: at + 1, readMs: each * 1000 }))

describe('R6, N5: what stays of how long readers took', () => {
  it('is a step for each who read, without them', () => {
    const room = [...held('a', 100, 140), ...held('b', 50, 70), ...held('c', 300, 290)]
    expect(stepsOf(room, 2).toSorted((a, b) => a - b)).toEqual([60, 120, 300])
  })

  it.each([
    ['a room of two', [...held('a', 100, 140), ...held('b', 50, 70)], 2],
    ['a third who only looked in', [...held('a', 100), ...held('b', 50), ...held('c', 2)], 1],
    ['a third who held one page of four', [...held('a', 90, 90), ...held('b', 90, 90), ...held('c', 90)], 4],
  ])('is nothing for %s', (_who, rows, pages) => {
    expect(stepsOf(rows, pages)).toEqual([])
  })

  it('counts a fast glance and a day at one page within its ends', () => {
    const room = [...held('a', 6), ...held('b', 50_000), ...held('c', 16)]
    expect(stepsOf(room, 1).toSorted((a, b) => a - b)).toEqual([15, 30, 900])
  })
})

const pace = [
  { secondsPerPage: 120, readers: 9 },
  { secondsPerPage: 240, readers: 6 },
]
describe('N5: the author is told who would finish', () => {
  it.each([
    [
      6,
      18,
      { readers: 15, finish: 9 },
      'Of 15 readers measured here, 9 would have read 6 pages in 18 minutes.',
    ],
    [
      6,
      24,
      { readers: 15, finish: 15 },
      'All 15 readers measured here would have read 6 pages in 24 minutes.',
    ],
    [
      6,
      1,
      { readers: 15, finish: 0 },
      'Of 15 readers measured here, none would have read 6 pages in 1 minute.',
    ],
  ])('%i pages in %i minutes', (pages, minutes, found, sentence) => {
    expect(finishing(pace, { pages, minutes })).toEqual(found)
    expect(finishingSentence(pace, { pages, minutes })).toBe(sentence)
  })

  it('and honestly when too few were measured', () => {
    const few = [{ secondsPerPage: 120, readers: 11 }]
    expect(finishing(few, { pages: 1, minutes: 60 })).toBeNull()
    expect(finishingSentence(few, { pages: 1, minutes: 3 })).toBe(
      'Too few readers have been measured here to say who would read one page in 3 minutes.',
    )
  })
})
