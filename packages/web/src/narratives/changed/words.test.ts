import type { ChangedLines } from '@foreword/core/narratives/narrative'
import { expect, test } from 'vitest'
import { changedPages, changeWords } from './words.ts'

const place = (
  how: ChangedLines['how'],
  line: number | null,
  lastLine: number | null = line,
  page = 1,
): ChangedLines => ({ how, line, lastLine, page })

test.each([
  [place('new', 31, 33), 'lines 31–33 are new'],
  [place('new', 31), 'line 31 is new'],
  [place('changed', 8), 'line 8 changed'],
  [place('moved', 4, 5), 'lines 4–5 stood elsewhere'],
  [place('cut', 12), 'something is gone before line 12'],
  [place('changed', null), 'a figure changed'],
])('R17: %o is said as “%s”', (change, said) => {
  expect(changeWords(change)).toBe(said)
})

test('R17: the pages that changed are said each in one sentence, and of many places how many there are', () => {
  const many = [41, 45, 50, 60, 71].map((line) => place('changed', line, line, 3))
  expect(
    changedPages([place('changed', 8), place('new', 31, 33, 2), place('cut', 40, 40, 2), ...many]),
  ).toEqual([
    { page: 1, line: 8, says: 'line 8 changed' },
    { page: 2, line: 31, says: 'lines 31–33 are new; something is gone before line 40' },
    { page: 3, line: 41, says: '5 places changed, from line 41 to line 71' },
  ])
})
