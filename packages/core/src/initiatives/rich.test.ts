import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, linesOf, type Piece, plainWords, textOf } from './rich.ts'

const id = '0190d0c0-0000-7000-8000-000000000001'

test('W2: how a long answer is set, and what its words are', () => {
  const rows: [text: string, plain: string, pieces: Piece[]][] = [
    ['They wait', 'They wait', [{ text: 'They wait' }]],
    [
      'They **often** wait',
      'They often wait',
      [{ text: 'They ' }, { text: 'often', strong: true }, { text: ' wait' }],
    ],
    ['_Nine_ of', 'Nine of', [{ text: 'Nine', em: true }, { text: ' of' }]],
    [
      '**a _b_**',
      'a b',
      [
        { text: 'a ', strong: true },
        { text: 'b', strong: true, em: true },
      ],
    ],
    [
      `[nine of twelve](evidence:${id})`,
      'nine of twelve',
      [{ text: 'nine of twelve', href: `evidence:${id}` }],
    ],
    ['[logs](https://a.example/b)', 'logs', [{ text: 'logs', href: 'https://a.example/b' }]],
    ['a \\*\\* b', 'a ** b', [{ text: 'a ** b' }]],
  ]
  for (const [text, plain, pieces] of rows) {
    expect(plainWords(text), text).toBe(plain)
    expect(linesOf(text), text).toEqual([{ kind: 'line', pieces }])
  }
  expect(plainWords('Steps:\n- one\n- _two_\n1. three')).toBe('Steps:\n– one\n– two\n1. three')
})

test('W2: a text that was never meant to be set reads as it was written', () => {
  for (const text of [
    '2*3*4',
    'snake_case_name',
    '[x] done',
    '[x](javascript:1)',
    '* star',
    '** b **',
    '-5',
    '3.5 kg',
  ])
    expect(plainWords(text)).toBe(text)
})

const words = fc
  .array(
    fc.constantFrom(
      'tide',
      'quay',
      ' ',
      ' ',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '\\',
      '- ',
      '1. ',
      '.',
      'é',
      '🦪',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))
const anyText = fc.array(words, { maxLength: 5 }).map((lines) => lines.join('\n'))
const piece = (text: fc.Arbitrary<string>): fc.Arbitrary<Piece> =>
  fc
    .record({
      text,
      strong: fc.boolean(),
      em: fc.boolean(),
      linked: fc.constantFrom('', `evidence:${id}`, 'https://a.example'),
    })
    .map(({ text, strong, em, linked }) => ({
      text,
      ...(strong ? { strong } : {}),
      ...(em ? { em } : {}),
      ...(linked ? { href: linked } : {}),
    }))
const line = (text: fc.Arbitrary<string>): fc.Arbitrary<Line> =>
  fc
    .record({
      kind: fc.constantFrom('line', 'bullet', 'number'),
      number: fc.nat(99),
      pieces: fc.array(piece(text), { maxLength: 4 }),
    })
    .map(({ kind, number, pieces }) => ({ kind, ...(kind === 'number' ? { number } : {}), pieces }) as Line)
const said = (lines: readonly Line[]) => lines.map(({ pieces }) => pieces.map(({ text }) => text).join(''))

test('W2: a text that nobody edited is the same text, to the letter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(textOf(linesOf(text), text)).toBe(text)
    }),
  )
})

test('W2: what is written anew says the same words on the same lines, whatever signs are among them', () => {
  fc.assert(
    fc.property(fc.array(line(words), { minLength: 1, maxLength: 4 }), (lines) => {
      const back = linesOf(textOf(lines, ''))
      expect(said(back)).toEqual(said(lines))
      expect(back.map(({ kind, number }) => [kind, number])).toEqual(
        lines.map(({ kind, number }) => [kind, number]),
      )
    }),
    { numRuns: 500 },
  )
})

test('W2: words set in any way are set so again, apart from spaces at an end', () => {
  const plain = fc
    .array(fc.constantFrom('tide', 'quay', 'boat'), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(' '))
  // whole words, for emphasis has no half ones
  const spaced = fc
    .array(piece(plain), { maxLength: 4 })
    .map((all) => all.flatMap((one) => [one, { text: ' ' }]))
  fc.assert(
    fc.property(spaced, (pieces) => {
      const line: Line = { kind: 'line', pieces }
      const [back] = linesOf(textOf([line], ''))
      expect(back).toEqual(linesOf(textOf(linesOf(textOf([line], '')), ''))[0])
      const set = (all: readonly Piece[]) =>
        all.flatMap(({ text, ...how }) => [...text].filter((c) => c !== ' ').map((c) => ({ c, ...how })))
      expect(set(back?.pieces ?? [])).toEqual(set(pieces))
    }),
  )
})
