import { expect, test } from 'vitest'
import type { DocumentJson } from '../json.ts'
import { doc, paragraph, part } from '../testing.ts'
import { inDraft } from './in-draft.ts'

const taken = { type: 'deleted' }
const draft: DocumentJson = doc(
  part('p', 'summary', {
    type: 'paragraph',
    attrs: { id: 'b' },
    content: [
      { type: 'text', text: 'It is ' },
      { type: 'text', text: 'not ', marks: [taken] },
      { type: 'text', text: 'seamless.' },
    ],
  }),
  part('q', 'problem', paragraph('c', 'It is seamless.')),
)

test.each([
  // "It is seamless." as accepted
  [
    { block: 'b', from: 6, to: 14 },
    { block: 'b', from: 10, to: 18 },
  ],
  [
    { block: 'b', from: 0, to: 5 },
    { block: 'b', from: 0, to: 5 },
  ],
  // a passage around what is taken out holds it too
  [
    { block: 'b', from: 3, to: 14 },
    { block: 'b', from: 3, to: 18 },
  ],
  [
    { block: 'b', from: 15, to: 15 },
    { block: 'b', from: 19, to: 19 },
  ],
  [
    { block: 'c', from: 6, to: 14 },
    { block: 'c', from: 6, to: 14 },
  ],
])('N9: %j as accepted is %j in the draft', (accepted, place) => {
  expect(inDraft(draft)(accepted)).toEqual(place)
})
