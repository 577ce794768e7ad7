import { expect, test } from 'vitest'
import { newPageParts, sectionsOf } from './sections.ts'
import { doc, faqEntry, heading, paragraph, part } from './testing.ts'

const note = part('n', 'other', paragraph('n1', 'A note to the reader.'))
const headline = part('h', 'headline', heading('h1', 'Harbour opens', 1))
const summary = part('s', 'summary', paragraph('s1', 'Today it opens.'))
const about = part('ab', 'other', paragraph('ab1', 'About Harbour.'))
const faq = part('f', 'internal-faq', faqEntry('f1', 'Why?', paragraph('f2', 'Because.')))
const metrics = part('m', 'other', heading('m1', 'Metrics'), paragraph('m2', 'Ten.'))
const appendix = part('a', 'appendix', paragraph('a1', 'Charts.'))

test('N3: the press release ends at the FAQ and the appendix is outside the count', () => {
  const document = doc(note, headline, summary, about, faq, metrics, appendix)
  expect(sectionsOf(document)).toEqual([
    'preface',
    'press-release',
    'press-release',
    'press-release',
    'core',
    'core',
    'appendix',
  ])
  expect([...newPageParts(document)]).toEqual([1, 4, 6])
})

test('N3: a title alone does not take a page from its questions', () => {
  expect([...newPageParts(doc(headline, faq))]).toEqual([])
})

test('N3: an appendix in the middle does not hide the pages after it', () => {
  expect(sectionsOf(doc(headline, appendix, faq))).toEqual(['press-release', 'core', 'core'])
})

test('N3: a heading "Press Release" after a note opens the page of the press release', () => {
  const title = part('t', 'other', heading('t1', 'Press Release'))
  expect([...newPageParts(doc(note, title, headline, summary, faq))]).toEqual([1, 4])
})
