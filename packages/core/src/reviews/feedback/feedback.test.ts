import { expect, test } from 'vitest'
import { nextRound, type Readership, readershipOf, readershipWarning } from './feedback.ts'

test('F1: rounds widen: the one proposed is the one after the widest asked', () => {
  expect(nextRound([])).toBe('team')
  expect(nextRound(['team'])).toBe('peers')
  expect(nextRound(['cross-functional', 'team'])).toBe('leadership')
  expect(nextRound(['leadership'])).toBe('leadership')
})

test('F1: a person asked in three rounds is one reader, and an area counts once somebody from it has read', () => {
  const reader = (personId: string, functionalArea: string | null, hasRead: boolean) => ({
    ...{ personId, functionalArea, hasRead },
  })
  expect(
    readershipOf([
      reader('omar', 'finance', true),
      reader('omar', 'finance', false),
      reader('noor', 'legal', false),
      reader('lea', null, true),
      reader('ana', 'design', true),
    ]),
  ).toEqual({ asked: 4, readers: 3, areas: ['design', 'finance'] } satisfies Readership)
})

test.each([
  [{ asked: 0, readers: 0, areas: [] }, 'Nobody was asked'],
  [{ asked: 3, readers: 0, areas: [] }, 'Nobody who was asked'],
  [{ asked: 3, readers: 2, areas: ['legal'] }, 'the same functional area'],
])('F1: %o is warned of', (readership, says) => {
  expect(readershipWarning(readership)).toContain(says)
})

test('F1: readers from several areas, one reader, or readers without an area are no warning', () => {
  expect(readershipWarning({ asked: 3, readers: 2, areas: ['legal', 'design'] })).toBe(null)
  expect(readershipWarning({ asked: 1, readers: 1, areas: ['legal'] })).toBe(null)
  expect(readershipWarning({ asked: 2, readers: 2, areas: [] })).toBe(null)
})
