import type { Role } from '@foreword/core/meetings/plan'
import { expect, test } from 'vitest'
import { leftWords } from './room/left.ts'
import { roleWords, whenWords, yourPartWords } from './words.ts'

const now = new Date(2027, 2, 3, 9, 30)

test.each([
  [new Date(2027, 2, 3, 14, 0), 'Today at 14:00'],
  [new Date(2027, 2, 4, 0, 5), 'Tomorrow at 00:05'],
  [new Date(2027, 2, 2, 23, 55), 'Yesterday at 23:55'],
  [new Date(2027, 2, 12, 9, 0), 'Friday 12 March at 09:00'],
  [new Date(2026, 10, 3, 9, 0), '3 November 2026 at 09:00'],
])('a meeting is spoken of by the day on the reader’s wall (%#)', (at, words) => {
  expect(whenWords(at, now)).toBe(words)
})

test.each([
  [12 * 60_000 + 1, '13 min left'],
  [60_000, '1 min left'],
  [40_000, 'Less than a minute left'],
  [-5_000, 'The time is over'],
  [-125_000, 'Over by 2 min'],
])('R10: %i ms are shown as %s', (leftMs, words) => {
  expect(leftWords(leftMs)).toBe(words)
})

test.each<[Role[], string, string]>([
  [['facilitator', 'author', 'reader'], 'Facilitator, author', 'you facilitate'],
  [['reader'], 'Reader', 'you read'],
  [['note-taker', 'decider', 'reader'], 'Note-taker, decider', 'you decide'],
])('R12: the roles %j are said in words', (roles, words, part) => {
  expect([roleWords(roles), yourPartWords(roles)]).toEqual([words, part])
})
