import { expect, test } from 'vitest'
import { paceSentence, paceWords } from './words.ts'

test('R6: a closed meeting says how its pages were read, and where too few read one it says so', () => {
  const pages = [
    { page: 1, readers: 5, medianSeconds: 150 },
    { page: 2, readers: 4, medianSeconds: 60 },
    { page: 3, readers: 2, medianSeconds: null },
  ]
  expect(pages.map(paceWords)).toEqual([
    '2 min 30 s · 5 readers',
    '1 min · 4 readers',
    '2 readers, too few to say',
  ])
  expect(paceSentence(pages)).toBe('A page took this room 1 min 45 s, in the middle of its readers.')
  expect(paceSentence(pages.slice(2))).toBe('Fewer than three read each page, so no time is kept.')
})
