import { expect, test } from 'vitest'
import { spokenLines } from '../narratives/spoken-lines.ts'
import { passageOnLines } from './line.ts'
import { saidEnd } from './question.ts'
import { endOf } from './said-end.ts'

const texts: Record<string, string> = {
  head: 'Tidewatch texts growers',
  body: 'Until now a grower learned of it at nine.  Now at five.',
  left: '',
  right: 'Forty dollars',
}
const edition = {
  id: 'e1' as never, // a bare id stands in for the branded one
  lines: [
    { line: 1, page: 1, block: 'head', from: 0, to: 23 },
    { line: 2, page: 1, block: 'body', from: 0, to: 43 },
    { line: 3, page: 2, block: 'body', from: 43, to: 55 },
    // in a table two blocks share a line
    { line: 4, page: 2, block: 'left', from: 0, to: 0 },
    { line: 4, page: 2, block: 'right', from: 0, to: 13 },
    { line: 5, page: 2, block: 'left', from: 0, to: 0 },
  ],
  textOf: (block: string) => texts[block],
}
const on = (line: number, lastLine = line) => passageOnLines(edition, line, lastLine)

test.each([
  [1, { blockId: 'head', from: 0, to: 23, page: 1, quote: 'Tidewatch texts growers' }],
  // without the space at which it was broken
  [2, { blockId: 'body', from: 0, to: 41, page: 1, quote: 'Until now a grower learned of it at nine.' }],
  [3, { blockId: 'body', from: 43, to: 55, page: 2, quote: 'Now at five.' }],
  [4, { blockId: 'right', from: 0, to: 13, page: 2, quote: 'Forty dollars' }],
])('F5, N4: line %i is the passage that stands on it', (line, passage) => {
  expect(on(line)).toEqual({ on: 'edition', editionId: 'e1', line, lastLine: line, ...passage })
})

test('F5, N4: lines of one block are one passage, over a page too', () => {
  expect(on(2, 3)).toEqual({
    ...{ on: 'edition', editionId: 'e1', blockId: 'body', from: 0, to: 55, page: 1, line: 2, lastLine: 3 },
    quote: texts.body,
  })
  expect([spokenLines({ line: 9, lastLine: 9 }), spokenLines({ line: 8, lastLine: 9 })]).toEqual([
    'line 9',
    'lines 8–9',
  ])
})

test.each([0, 5, 6, 2.5, Number.NaN])('F5: nothing stands on line %d', (line) => {
  expect(on(line)).toBeNull()
})

test('F5, A5: an end is kept with the passage of its line, and a line that says nothing is refused by its name', () => {
  const said = (line: number | null, lastLine: number | null = null) =>
    endOf({ name: 'answered-in-the-document', line, lastLine }, on)
  expect(said(3)).toEqual({
    ok: true,
    value: { name: 'answered-in-the-document', blockId: 'body', on: on(3) },
  })
  expect(said(null)).toEqual({
    ok: true,
    value: { name: 'answered-in-the-document', blockId: null, on: null },
  })
  expect(said(900)).toMatchObject({
    ok: false,
    refusal: 'invalid-input',
    data: { fields: [{ field: 'state.line', message: expect.stringContaining('line 900') }] },
  })
  expect(said(2, 3)).toMatchObject({ ok: true, value: { on: on(2, 3) } })
  for (const [line, lastLine] of [
    [1, 2],
    [3, 2],
    [2, 900],
  ] as const)
    expect(said(line, lastLine)).toMatchObject({
      data: { fields: [{ field: 'state.lastLine', message: expect.stringContaining(`${lastLine}`) }] },
    })
  expect(said(null, 3)).toMatchObject({ data: { fields: [{ field: 'state.line' }] } })
  const scope = { name: 'out-of-scope', because: 'Another idea.' } as const
  expect(endOf(scope, on)).toEqual({ ok: true, value: scope })
})

test.each([
  [{}, { line: null, lastLine: null }],
  [
    { line: 41, lastLine: 43 },
    { line: 41, lastLine: 43 },
  ],
  [{ line: 0 }, null],
  [{ line: 1.5 }, null],
  [{ line: '41' }, null],
])('F5: said of the document with %j', (given, more) => {
  const parsed = saidEnd.safeParse({ name: 'answered-in-the-document', ...given })
  expect(parsed.success ? parsed.data : null).toEqual(more && { name: 'answered-in-the-document', ...more })
})
