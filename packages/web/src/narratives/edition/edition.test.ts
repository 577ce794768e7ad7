import { describe, expect, test } from 'vitest'
import { chosen, moved } from './line-cursor.ts'
import { passageOf } from './passage.ts'
import { runsOf } from './runs.ts'
import { settingOf } from './setting.ts'

const line = (number: number, block: string, from: number, to: number, page = 1) => ({
  line: number,
  page,
  block,
  from,
  to,
})

describe('the setting of an edition', () => {
  test('N4: a block over two pages has its lines on both, and a number stands once though cells share it', () => {
    const lines = [
      line(1, 'a', 0, 10),
      line(2, 'a', 10, 20, 2),
      line(3, 'left', 0, 4, 2),
      line(3, 'right', 0, 6, 2),
    ]
    const { pages } = settingOf({ lines, figures: [] })
    expect(pages.map(({ page, blocks }) => [page, [...blocks.keys()]])).toEqual([
      [1, ['a']],
      [2, ['a', 'left', 'right']],
    ])
    expect([...(pages[1]?.numbered ?? [])].map(({ block, line: number }) => [number, block])).toEqual([
      [2, 'a'],
      [3, 'left'],
    ])
  })
})

describe('a line as runs', () => {
  test('is cut where a mark begins or ends, and where the line does', () => {
    const block = {
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [
        { type: 'text', text: 'plain ' },
        { type: 'text', text: 'bold words', marks: [{ type: 'strong' }] },
      ],
    }
    const runs = runsOf(block, { from: 2, to: 11 }, [{ id: 'q', blockId: 'a', from: 4, to: 8 }])
    expect(runs.map(({ from, text, marks, marked }) => [from, text, marks.length, marked.length])).toEqual([
      [2, 'ai', 0, 0],
      [4, 'n ', 0, 1],
      [6, 'bo', 1, 1],
      [8, 'ld ', 1, 0],
    ])
  })
})

describe('a passage', () => {
  const lines = [line(7, 'a', 0, 12), line(8, 'a', 12, 30, 2)]
  const text = 'one two 👩‍👩‍👧 six seven eight.'

  test('loses the space around it and takes whole characters', () => {
    expect(passageOf({ id: 'a', text }, { from: 7, to: 10 }, lines)).toEqual({
      blockId: 'a',
      from: 8,
      to: 16,
      quote: '👩‍👩‍👧',
      page: 1,
      line: 7,
      lastLine: 8,
    })
  })

  test('of nothing but space is none', () => {
    expect(passageOf({ id: 'a', text }, { from: 7, to: 8 }, lines)).toBeNull()
  })
})

describe('lines chosen by keyboard', () => {
  const lines = [line(1, 'a', 0, 5), line(2, 'a', 5, 9), line(3, 'b', 0, 4)]
  const press = (cursor: Parameters<typeof moved>[1], key: string, shiftKey = false) =>
    moved(lines, cursor, { key, shiftKey })

  test('begin at the first, go on line by line and stop at the last', () => {
    expect(press(null, 'ArrowDown')).toEqual({ anchor: 0, head: 0 })
    expect(press({ anchor: 0, head: 0 }, 'ArrowDown')).toEqual({ anchor: 1, head: 1 })
    expect(press({ anchor: 2, head: 2 }, 'ArrowDown')).toEqual({ anchor: 2, head: 2 })
    expect(press(null, 'x')).toBeUndefined()
  })

  test('grow with Shift, within their block', () => {
    const two = press({ anchor: 0, head: 0 }, 'ArrowDown', true)
    expect(two).toEqual({ anchor: 0, head: 1 })
    expect(press(two ?? null, 'ArrowDown', true)).toEqual(two)
    expect(chosen(lines, { anchor: 1, head: 0 }).map(({ line: number }) => number)).toEqual([1, 2])
  })
})
