import { expect, test } from 'vitest'
import { doc, heading, paragraph, part } from '../../testing.ts'
import { foundIn, hitsOf, quotesIn } from '../checks.fixture.ts'
import { dateline } from './dateline.ts'
import { everyone } from './everyone.ts'
import { futureTense } from './future-tense.ts'
import { headlineLong } from './headline-long.ts'
import { corePages, pressReleasePages } from './pages.ts'

test.each([
  ['Larkspur starts drying a flooded home the night it is reported', 15, 0],
  ['One two three four five six', 5, 1],
  ['One two three four five', 5, 0],
])('N9: headline “%s” with at most %i words: %i findings', (text, headlineWords, count) => {
  expect(quotesIn(headlineLong, text, { in: 'headline', settings: { headlineWords } })).toHaveLength(count)
})

// today is 15 June 2030
test.each([
  ['HOLLOWAY BRIDGE — 12 January 2032 —', []],
  ['OSLO, 15 June 2030 —', ['15 June 2030']],
  ['OSLO, June 16, 2030 —', []],
  ['LONDON (Wire) — December 1, 2016 —', ['December 1, 2016']],
  ['Riga, 2030-06-14', ['2030-06-14']],
  ['Riga, June 2030', []],
  ['Riga, May 2030', ['May 2030']],
  ['Riga, Q2 2030', []],
  ['Riga, Q1 2030', ['Q1 2030']],
  ['Riga, in the spring', ['Riga, in the spring']],
])('N9: the dateline “%s” has %j', (text, quotes) => {
  expect(quotesIn(dateline, text, { in: 'dateline' })).toEqual(quotes)
})

test('N9: without a dateline the day in the first sentence counts', () => {
  const summary = (text: string) => hitsOf(dateline, doc(part('s', 'summary', paragraph('b', text))))
  expect(summary('In August 2022, Wren released its catalogue.')).toMatchObject([{ from: 3, to: 14 }])
  expect(summary('Wren opens. It was founded in August 2022.')).toEqual([])
})

test.each([
  ['The kit will reduce waste.', [['will reduce', 'Write: reduces']]],
  ['Teams will get an answer.', [['will get', 'Write: get']]],
  ['The course will be free.', [['will be', 'Write: is']]],
  ['Winners will be named.', [['will be', 'Write: are']]],
  ['It will not carry water.', [['will not carry', 'Write: does not carry']]],
  ['She will have a key.', [['will have', 'Write: has']]],
  ['The firm is going to open.', [['is going to open', 'Write: opens']]],
  ['The bus will also carry bikes.', [['will also carry', 'Write: also carries']]],
  ['They wrote a will and left.', []],
  ['The will of the people counts.', []],
  ['“It will rain,” she said.', []],
])('N9: “%s” in a press release: %j', (text, found) => {
  expect(foundIn(futureTense, text)).toEqual(found)
})

test('N9: an answer in the FAQ may speak of the future', () => {
  expect(quotesIn(futureTense, 'We will hire four people.', { in: 'internal-faq' })).toEqual([])
})

test('N9: the lines that say whom it is for name somebody', () => {
  expect(foundIn(everyone, 'A calendar for everyone who works.', { in: 'subheading' })).toEqual([
    ['everyone', 'Write: [one kind of person, in one situation]'],
  ])
  expect(quotesIn(everyone, 'Everyone on the ward sees the roster.', { in: 'summary' })).toEqual([])
  expect(quotesIn(everyone, 'It works for everyone.', { in: 'internal-faq' })).toEqual([])
})

const long = doc(
  part('h', 'headline', heading('h1', 'Wren opens', 1)),
  part('s', 'summary', paragraph('s1', 'Today it opens.'), paragraph('s2', 'And more.')),
  part('i', 'internal-faq', paragraph('i1', 'Words.'), paragraph('i2', 'More words.')),
  part('a', 'appendix', paragraph('a1', 'A chart.')),
)
const places = (pages: Record<string, number>) =>
  Object.entries(pages).map(([block, page]) => ({ block, page }))

test.each([
  [1, 6, { h1: 1, s1: 1, s2: 1, i1: 2, i2: 6, a1: 7 }, [], []],
  [2, 7, { h1: 1, s1: 1, s2: 2, i1: 3, i2: 7, a1: 8 }, ['s2'], ['i2']],
])(
  'N3: a press release of %i pages and a core of %i: the finding stands where the first page too many begins',
  (pressReleasePagesCount, corePagesCount, pages, ofRelease, ofCore) => {
    const extent = {
      pressReleasePages: pressReleasePagesCount,
      corePages: corePagesCount,
      blocks: places(pages),
    }
    expect(hitsOf(pressReleasePages, long, { extent }).map(({ block }) => block)).toEqual(ofRelease)
    expect(hitsOf(corePages, long, { extent }).map(({ block }) => block)).toEqual(ofCore)
  },
)

test('N3: before it is typeset its pages are no finding', () => {
  expect([...hitsOf(pressReleasePages, long), ...hitsOf(corePages, long)]).toEqual([])
})
