import { expect, test } from 'vitest'
import { relative } from './RelativeTime.tsx'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

test.each([
  [-30_000, 'just now'],
  [30_000, 'just now'],
  [-5 * MINUTE_MS, '5 minutes ago'],
  [2 * HOUR_MS + 5, 'in 2 hours'],
  [-24 * HOUR_MS, 'yesterday'],
  [-72 * HOUR_MS, '3 days ago'],
  [-800 * 24 * HOUR_MS, '2 years ago'],
])('an instant %i ms from now is said as “%s”', (apart, words) => {
  expect(relative(1_800_000_000_000 + apart, 1_800_000_000_000)).toBe(words)
})
