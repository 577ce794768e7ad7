import { expect, test } from 'vitest'
import { dueWords } from './due.ts'

test.each([
  ['2031-03-02', 'was due on 2 March 2031', true],
  ['2031-03-03', 'due today', false],
  ['2031-03-04', 'due on 4 March 2031', false],
])('Q3: what is due on %s says when, and whether it is late', (day, words, isLate) => {
  expect(dueWords(day, new Date(2031, 2, 3, 23, 30))).toEqual({ words, isLate })
})
