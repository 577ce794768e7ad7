import type { DraftLayout } from '@foreword/core/narratives/narrative'
import { expect, test } from 'vitest'
import { merged, numbered, pageStarts } from './geometry.ts'

const layout = (blocks: DraftLayout['blocks']): DraftLayout => ({
  corePages: 1,
  pressReleasePages: 1,
  pages: 2,
  lines: 9,
  words: 90,
  readingMinutes: 3,
  blocks,
  missingGlyphs: [],
})
const row = (top: number) => ({ top, height: 20 })
const block = (...tops: number[]) => ({ top: tops[0] ?? 0, rows: tops.map(row) })

test('N4: each row has the typesetter’s number where rows and lines agree, else only the first', () => {
  const geometry = new Map([
    ['a', block(0, 24)],
    ['b', block(60, 84, 108)],
    ['empty', block()],
    ['left', block(200)],
    ['right', block(200, 224)],
  ])
  const lines = [
    { block: 'a', page: 1, line: 1, lines: 2 },
    { block: 'b', page: 1, line: 3, lines: 2 },
    { block: 'empty', page: 1, line: 5, lines: 0 },
    { block: 'left', page: 1, line: 5, lines: 0 },
    { block: 'right', page: 1, line: 5, lines: 2 },
  ]
  expect(numbered(geometry, layout(lines)).map(({ line, top }) => [line, top])).toEqual([
    [1, 0],
    [2, 24],
    [3, 60],
    [5, 200],
    [6, 224],
  ])
})

test('N3: a page begins at the first block that stands on it', () => {
  const blocks = [
    { block: 'a', page: 1, line: 1, lines: 40 },
    { block: 'b', page: 2, line: 41, lines: 2 },
    { block: 'c', page: 2, line: 43, lines: 2 },
    { block: 'd', page: 4, line: 90, lines: 2 },
  ]
  expect([...pageStarts(layout(blocks))]).toEqual([
    ['b', 2],
    ['d', 4],
  ])
})

test('boxes beside each other are one row', () => {
  const boxes = [
    { top: 0, height: 20 },
    { top: 3, height: 15 },
    { top: 24, height: 20 },
  ]
  expect(merged(boxes)).toEqual([
    { top: 0, height: 20 },
    { top: 24, height: 20 },
  ])
})
