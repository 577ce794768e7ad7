import { expect, test } from 'vitest'
import { progressWords } from './progress.ts'

test.each([
  [1, 4, 2, false, '1 of 4 have finished.'],
  [0, 1, 0, false, '0 of 1 has finished.'],
  [1, 4, 2, true, '1 of 4 have finished. The time is over; 2 still read.'],
  [3, 4, 1, true, '3 of 4 have finished. The time is over; 1 still reads.'],
  [3, 4, 0, true, '3 of 4 have finished. The time is over.'],
])('R2, R6: %i of %i finished, %i still read, over: %s', (finished, here, stillReading, isOver, words) => {
  expect(progressWords({ finished, here, stillReading }, isOver)).toBe(words)
})
