import { expect, test } from 'vitest'
import { dayFromNow } from './days.ts'

test('R11: a day some days from now is the one on the wall, over the end of a month', () => {
  expect(dayFromNow(7, new Date(2027, 1, 26, 23, 59))).toBe('2027-03-05')
})
