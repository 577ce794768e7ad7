import { expect, test } from 'vitest'
import { contentsOf, placeIn } from './outline.ts'
import { doc, faqEntry, heading, paragraph, part } from './testing.ts'

const document = doc(
  part('h', 'headline', heading('h1', 'Growers know at five')),
  part(
    's',
    'summary',
    paragraph('s1', 'One text.'),
    heading('s2', 'Who  it is for'),
    paragraph('s3', 'Growers.'),
  ),
  part(
    'e',
    'external-faq',
    heading('e1', 'Questions growers will ask'),
    faqEntry('a', 'What does it cost?', paragraph('a1', 'Nothing.')),
    heading('e2', 'Money'),
    faqEntry('b', '', paragraph('b1', '')),
    faqEntry('c', 'Q4. Who pays?', paragraph('c1', 'The harbour.')),
  ),
)
const contents = contentsOf(document)

test('the contents are parts by the heading that stands over them, with their headings and questions', () => {
  expect(contents).toEqual([
    { block: 'h', part: 'headline', title: null, first: 'h1', entries: [] },
    {
      block: 's',
      part: 'summary',
      title: null,
      first: 's1',
      entries: [{ block: 's2', kind: 'heading', level: 2, words: 'Who it is for', number: null }],
    },
    {
      block: 'e',
      part: 'external-faq',
      title: 'Questions growers will ask',
      first: 'e1',
      entries: [
        { block: 'a-q', kind: 'question', level: 2, words: 'What does it cost?', number: 1 },
        { block: 'e2', kind: 'heading', level: 2, words: 'Money', number: null },
        { block: 'c-q', kind: 'question', level: 2, words: 'Q4. Who pays?', number: null },
      ],
    },
  ])
})

test('words proposed to be taken out are not in the contents', () => {
  const struck = { type: 'text', text: 'Old', marks: [{ type: 'deleted' }] }
  const proposed = doc(
    part('s', 'summary', paragraph('s1', ''), {
      ...heading('s2', ''),
      content: [struck, { type: 'text', text: 'New', marks: [{ type: 'inserted' }] }],
    }),
    part('p', 'problem', paragraph('p1', ''), { ...heading('p2', ''), content: [struck] }),
  )
  expect(contentsOf(proposed).map(({ entries }) => entries.map(({ words }) => words))).toEqual([['New'], []])
})

test.each([
  ['h1', { part: 'h', entry: null }],
  ['s1', { part: 's', entry: null }],
  ['s3', { part: 's', entry: 's2' }],
  ['e1', { part: 'e', entry: null }],
  ['a1', { part: 'e', entry: 'a-q' }],
  // a question without words is not in the contents
  ['b1', { part: 'e', entry: 'e2' }],
  ['c1', { part: 'e', entry: 'c-q' }],
  ['elsewhere', null],
])('at %s one is in the last of the contents that was passed', (here, place) => {
  const blocks = ['h1', 's1', 's2', 's3', 'e1', 'a-q', 'a1', 'e2', 'b-q', 'b1', 'c-q', 'c1']
  expect(placeIn(contents, blocks, here)).toEqual(place)
})
