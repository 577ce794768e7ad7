import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { canonical } from '../canonical.ts'
import type { DocumentJson } from '../json.ts'
import { plainJson } from '../plain-json.ts'
import { schema } from '../schema.ts'
import { doc, faqEntry, heading, paragraph, part } from '../testing.ts'
import { suggestionsOf } from './list.ts'
import { asAccepted, withSuggestions } from './resolve.ts'
import { suggested } from './suggest.ts'

const mia = { id: 's1', by: 'mia', at: '2030-01-01T09:00:00.000Z' }

function propose(before: DocumentJson, after: DocumentJson): DocumentJson {
  return plainJson(suggested(Node.fromJSON(schema, before), Node.fromJSON(schema, after), mia).document)
}

const read = (before: DocumentJson, after: DocumentJson) =>
  suggestionsOf(propose(before, after)).map(({ changes, where }) => ({ changes, where }))

const one = doc(part('p', 'other', paragraph('a', 'The berth is free'), paragraph('b', 'from May')))

test('a word put in place of another is one proposal, with what was and what would be', () => {
  const after = doc(part('p', 'other', paragraph('a', 'The quay is free'), paragraph('b', 'from May')))
  expect(read(one, after)).toEqual([
    {
      changes: [
        { kind: 'deleted', text: 'berth' },
        { kind: 'inserted', text: 'quay' },
      ],
      where: { block: 'a', from: 4, to: 13 },
    },
  ])
  expect(suggestionsOf(propose(one, after))[0]).toMatchObject(mia)
})

test('splitting and joining paragraphs is a break more or less, and moves no word', () => {
  const split = doc(
    part('p', 'other', paragraph('a', 'The '), paragraph('n', 'berth is free'), paragraph('b', 'from May')),
  )
  expect(read(one, split)).toEqual([
    { changes: [{ kind: 'inserted', text: '\n' }], where: { block: 'n', from: 0, to: 0 } },
  ])
  const joined = doc(part('p', 'other', paragraph('a', 'The berth is freefrom May')))
  expect(read(one, joined)).toEqual([
    { changes: [{ kind: 'deleted', text: '\n' }], where: { block: 'b', from: 0, to: 0 } },
  ])
})

test('a changed level, and a block that moves, are said as such', () => {
  const before = doc(
    part('p', 'internal-faq', heading('h', 'FAQ', 2), faqEntry('e', 'Why?'), faqEntry('f', 'When?')),
  )
  const after = doc(
    part('p', 'internal-faq', heading('h', 'FAQ', 3), faqEntry('f', 'When?'), faqEntry('e', 'Why?')),
  )
  expect(read(before, after)[0]?.changes).toMatchObject([
    { kind: 'block-changed', was: { type: 'heading', attrs: { level: 2 } }, now: { attrs: { level: 3 } } },
    { kind: 'block-moved', type: 'faqEntry' },
  ])
})

test('pages are counted of the text as accepted, under the ids that stand on the screen', () => {
  const before = doc(part('p', 'internal-faq', faqEntry('e', 'Why?'), faqEntry('f', 'When?')))
  const after = doc(part('p', 'internal-faq', faqEntry('f', 'When?'), faqEntry('e', 'Why?')))
  const open = propose(before, after)
  const ids = (document: DocumentJson) => document.content[0]?.content?.map(({ attrs }) => attrs?.id)
  expect(withSuggestions(open, 'accept')).toEqual(canonical(after))
  expect(ids(open)).toContain(ids(asAccepted(open))?.find((id) => String(id).includes('~')))
  expect(ids(asAccepted(open))).toHaveLength(2)
})

test('of a long text rewritten elsewhere each change shows by itself', () => {
  const was = 'Every farmer of the bay reads the soil by a boring that takes one day and costs 400 euros'
  const now = 'Every grower of the bay reads the soil by a probe that takes one day and costs 40 euros'
  const before = doc(part('p', 'other', paragraph('a', was)))
  const after = doc(part('p', 'other', paragraph('a', now)))
  const [proposal] = read(before, after)
  expect(proposal?.changes).toEqual([
    { kind: 'deleted', text: 'farmer' },
    { kind: 'inserted', text: 'grower' },
    { kind: 'deleted', text: 'boring' },
    { kind: 'inserted', text: 'probe' },
    { kind: 'deleted', text: '400' },
    { kind: 'inserted', text: '40' },
  ])
})
