import { expect, test } from 'vitest'
import { faqEntries, presentParts, textBlocks, titleOf, wordCount } from './blocks.ts'
import { assetsOf, figures, fingerprint } from './figures.ts'
import { footnoteNumbers, footnoteReferences, numberedText } from './footnotes.ts'
import {
  diagram,
  doc,
  faqEntry,
  footnote,
  heading,
  image,
  noted,
  part,
  sketch,
  someAsset,
  text,
} from './testing.ts'

const document = doc(
  part('p1', 'headline', {
    ...heading('h', '', 1),
    content: [...text('Opens today'), footnote('f0', 'Or so.')],
  }),
  part(
    'p2',
    'internal-faq',
    faqEntry('e', 'Why?', noted('a', 'Because', footnote('f1', 'A source.'), ' of it.'), image('i')),
  ),
  part(
    'p3',
    'appendix',
    diagram('d', 'graph TD'),
    sketch('k', { drawing: null }),
    image('j', { src: 'a.png' }),
  ),
)

test('a footnote is a text block of its own, after the text it belongs to, where it takes one character', () => {
  expect(textBlocks(document).map(({ id, type, entryId, text }) => [id, type, entryId, text])).toEqual([
    ['h', 'heading', null, 'Opens today\uFFFC'],
    ['f0', 'footnote', null, 'Or so.'],
    ['e-q', 'faqQuestion', 'e', 'Why?'],
    ['a', 'paragraph', 'e', 'Because\uFFFC of it.'],
    ['f1', 'footnote', 'e', 'A source.'],
  ])
  expect(titleOf(document)).toBe('Opens today')
  expect(faqEntries(document)[0]?.answer).toBe('Because of it.\nA source.')
  expect(wordCount(document)).toBe(10)
  expect(Object.fromEntries(footnoteNumbers(document))).toEqual({ f0: 1, f1: 2 })
  expect(Object.fromEntries(footnoteReferences(document))).toEqual({ h: [1], a: [2] })
  expect(numberedText('Because\uFFFC of it.', [2])).toBe('Because2 of it.')
})

test('N2: an appendix of nothing but visuals is there, and every asset is named once', () => {
  expect(figures(document).map(({ id, type, shown, entryId }) => [id, type, shown, entryId])).toEqual([
    ['i', 'image', someAsset('a'), 'e'],
    ['d', 'diagram', null, null],
    ['k', 'sketch', null, null],
    ['j', 'image', 'a.png', null],
  ])
  expect(presentParts(document)).toEqual(new Set(['headline', 'internal-faq', 'appendix']))
  expect(assetsOf(document)).toEqual(['a'.repeat(64), '5'.repeat(64)])
})

test('a diagram changed in one character has another fingerprint', () => {
  const drawn = fingerprint('graph TD\n  A --> B')
  expect(drawn).toBe(fingerprint('graph TD\n  A --> B'))
  expect(new Set([drawn, fingerprint('graph TD\n  A --> C'), fingerprint('')]).size).toBe(3)
})
