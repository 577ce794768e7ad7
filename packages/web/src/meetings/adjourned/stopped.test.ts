import { expect, test } from 'vitest'
import { stoppedWords } from './stopped.ts'

const MINUTE_MS = 60_000

test.each([
  ['reading', 12, 'The room was reading, with 12 min left, and resumes with as much.'],
  ['reading', 0.5, 'The room was reading, with less than a minute left, and resumes with as much.'],
  ['reading', 0, 'The room was reading; the time was over.'],
  ['discussion', -2, 'The room was discussing, over by 2 min.'],
  ['decision', 5, 'The room was deciding, with 5 min left, and resumes with as much.'],
] as const)('R2: an adjourned room says where it stopped: %s, %d minutes left', (from, minutes, words) => {
  expect(stoppedWords({ from, leftMs: minutes * MINUTE_MS })).toBe(words)
})
