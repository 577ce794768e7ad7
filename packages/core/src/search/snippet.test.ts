import { expect, test } from 'vitest'
import { snippetOf } from './snippet.ts'
import { endsInBeginning, termsOf } from './terms.ts'

const word = (text: string, isBeginning = false) => ({ word: text, isBeginning })
const marked = ({ snippet, marks }: ReturnType<typeof snippetOf>) =>
  marks.map(({ from, to }) => snippet.slice(from, to))

test.each([
  ['oysters', true],
  ['fresh oys', true],
  ['oysters ', false],
  ['"fresh oys', false],
  ['"fresh oysters"', false],
  ['oysters -cra', false],
  ['o', false],
  ['牡蛎', true],
])('the last word of %j goes on: %s', (text, goesOn) => {
  expect(endsInBeginning(text)).toBe(goesOn)
})

test('the words of a query are those that may be there', () => {
  expect(termsOf("'oyster' & !'crab' & ( 'day' <-> 's''' | 'sol':* )")).toEqual([
    word('oyster'),
    word('day'),
    word("s'"),
    word('sol', true),
  ])
})

test('the passage with most of the words is shown, with each of them marked wherever it stands', () => {
  const passages = [
    { part: 'Summary', text: 'Oysters, oysters.' },
    { part: 'Problem', text: 'No OYSTERS are sold, for nobody is told; oystersoldier.' },
  ]
  const shown = snippetOf(passages, [word('oysters'), word('sol', true)])
  expect(shown).toMatchObject({ part: 'Problem', count: 2 })
  expect(marked(shown)).toEqual(['OYSTERS', 'sold'])
})

test.each(['well-being', 'tide/table', 'C++', "o'clock", 'a.b'])(
  '%s is marked as it is written',
  (written) => {
    expect(marked(snippetOf([{ part: 'Name', text: `Of ${written} too` }], [word(written)]))).toEqual([
      written,
    ])
  },
)

test('a long passage is cut between words, and its marks are still on them', () => {
  const text = `${'before the words stand others '.repeat(20)}a growing Ärger at last ${'and others after '.repeat(40)}`
  const shown = snippetOf([{ part: 'FAQ', text }], [word('ärger')])
  expect(marked(shown)).toEqual(['Ärger'])
  expect(shown.snippet.length).toBeLessThan(260)
  expect(shown.snippet).toMatch(/^… \S.* …$/)
})

test('without any of the words the beginning is shown, and of nothing nothing', () => {
  expect(snippetOf([{ part: 'Name', text: 'Tide tables' }], [word('five')])).toEqual({
    part: 'Name',
    block: null,
    snippet: 'Tide tables',
    marks: [],
    count: 0,
  })
  expect(snippetOf([], [])).toEqual({ part: '', block: null, snippet: '', marks: [], count: 0 })
})
