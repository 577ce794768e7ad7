import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textBlocks } from './blocks.ts'
import { changedLines } from './changed-lines.ts'
import type { DocumentJson } from './json.ts'
import { diagram, doc, heading, paragraph, part } from './testing.ts'

const WIDE = 20

/** Set in lines of twenty characters, three to a page, as a typesetter with little paper would. */
function set(document: DocumentJson, figures: { block: string; page: number }[] = []) {
  let line = 0
  const lines = textBlocks(document).flatMap(({ id, text }) =>
    Array.from({ length: Math.ceil(text.length / WIDE) }, (_, at) => {
      line += 1
      const from = at * WIDE
      return { line, page: Math.ceil(line / 3), block: id, from, to: Math.min(text.length, from + WIDE) }
    }),
  )
  return { document, lines, figures: figures.map((figure) => ({ ...figure, shows: null })) }
}

const head = part('p1', 'headline', heading('h', 'Ford opens', 1))
const problem = (...blocks: Parameters<typeof part>[2][]) => part('p2', 'problem', ...blocks)
const sheep = paragraph('a', 'Sheep drown at night because nobody sees them there.')
const why = paragraph('b', 'Nobody knows why.')
const before = doc(head, problem(sheep, why))

const said = (after: DocumentJson) =>
  changedLines(before, set(after)).map(
    ({ how, page, line, lastLine }) => `${how} ${page}: ${line}–${lastLine}`,
  )

test.each([
  ['the same', doc(head, problem(sheep, why)), []],
  ['a new paragraph', doc(head, problem(sheep, why, paragraph('c', 'A post rings.'))), ['new 2: 6–6']],
  [
    'a new one in between, over the end of a page',
    doc(head, problem(paragraph('c', 'A post rings at the farm, and every light is on.'), sheep, why)),
    ['new 1: 2–3', 'new 2: 4–4'],
  ],
  [
    'a word in the middle of a paragraph',
    doc(head, problem(paragraph('a', 'Sheep drown at night because somebody sees them there.'), why)),
    ['changed 1: 3–3'],
  ],
  [
    'words that are gone',
    doc(head, problem(paragraph('a', 'Sheep drown at night because nobody sees.'), why)),
    ['changed 2: 4–4'],
  ],
  ['a paragraph that is gone', doc(head, problem(why)), ['cut 1: 2–2']],
  ['the last paragraph gone', doc(head, problem(sheep)), ['cut 2: 4–4']],
  [
    'another level',
    doc(part('p1', 'headline', heading('h', 'Ford opens', 2)), problem(sheep, why)),
    ['changed 1: 1–1'],
  ],
])('R17: of %s, these lines differ', (_, after, expected) => {
  expect(said(after)).toEqual(expected)
})

test('R17: what stands elsewhere has moved', () => {
  expect(said(doc(head, problem(why, sheep)))).toEqual(['moved 1: 3–3', 'moved 2: 4–5'])
})

test('R17: a figure that is another has a page and no line', () => {
  const after = doc(head, problem(sheep, why, diagram('d', 'a --> b')))
  const figure = { block: 'd', page: 3 }
  expect(changedLines(before, set(after, [figure]))).toEqual([
    { page: 3, line: null, lastLine: null, how: 'new' },
  ])
})

test('R17: whatever was written, a line that has no bar says words that stood there before', () => {
  const words = fc.array(fc.constantFrom('sheep', 'drown', 'post', 'rings', 'ford', 'tide'), {
    minLength: 1,
    maxLength: 12,
  })
  const paragraphs = fc.uniqueArray(fc.tuple(fc.nat(6), words), {
    minLength: 1,
    maxLength: 5,
    selector: ([id]) => id,
  })
  const made = paragraphs.map((all) =>
    doc(problem(...all.map(([id, said]) => paragraph(`n${id}`, said.join(' '))))),
  )
  fc.assert(
    fc.property(made, made, (old, now) => {
      const was = textBlocks(old).map(({ text }) => text)
      const sheet = set(now)
      const changed = changedLines(old, sheet)
      const marked = new Set(
        changed.flatMap(({ line, lastLine }) =>
          Array.from({ length: (lastLine ?? 0) - (line ?? 0) + 1 }, (_, at) => (line ?? 0) + at),
        ),
      )
      for (const { block, from, to, line } of sheet.lines) {
        if (marked.has(line)) continue
        const text =
          textBlocks(now)
            .find(({ id }) => id === block)
            ?.text.slice(from, to)
            .trim() ?? ''
        expect(was.some((each) => each.includes(text))).toBe(true)
      }
      expect(changedLines(now, sheet)).toEqual([])
    }),
  )
})
