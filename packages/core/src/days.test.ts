import { expect, test } from 'vitest'
import { dayAfter, daysBetween, isAhead } from './days.ts'

test.each([
  ['2027-03-01', '2027-03-01', 0],
  ['2027-02-27', '2027-03-02', 3],
  ['2028-02-27', '2028-03-02', 4],
  // where clocks are put forward on the night between
  ['2027-03-27', '2027-03-29', 2],
  ['2027-12-31', '2028-01-01', 1],
])('from %s to %s are %i days, and back again as many less than none', (from, to, days) => {
  expect([daysBetween(from, to), daysBetween(to, from) + 0, dayAfter(from, days)]).toEqual([
    days,
    0 - days,
    to,
  ])
})

test('a day lies ahead until it has begun somewhere', () => {
  const at = (time: string) => isAhead('2027-03-02', Date.parse(time))
  expect([at('2027-03-01T09:59:59Z'), at('2027-03-01T10:00:00Z'), at('2027-03-05T00:00:00Z')]).toEqual([
    ...[true, false, false],
  ])
})
