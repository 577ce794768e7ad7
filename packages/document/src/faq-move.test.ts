import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anchorAt, locate } from './anchors.ts'
import { faqEntries } from './blocks.ts'
import { moveFaqEntry } from './faq-move.ts'
import { faqNumbers } from './faq-numbers.ts'
import type { DocumentJson } from './json.ts'
import { countingIds, doc, faqEntry, heading, paragraph, part } from './testing.ts'
import { documentFromYDoc, FRAGMENT, textOrigins } from './yjs.ts'
import { yDocFrom } from './yjs-write.ts'

const entry = (id: string) =>
  faqEntry(id, `What of ${id}?`, paragraph(`${id}-answer`, `This of ${id}, at length.`))
const start = () =>
  doc(
    part('e', 'external-faq', heading('et', 'External FAQ'), entry('a'), entry('b')),
    part('i', 'internal-faq', heading('it', 'Internal FAQ'), entry('c'), entry('d'), entry('f')),
  )
const read = (live: Y.Doc) => documentFromYDoc(live, countingIds())
const order = (document: DocumentJson) =>
  Object.fromEntries(
    document.content.map((each) => [
      each.attrs?.part,
      (each.content ?? []).filter(({ type }) => type === 'faqEntry').map(({ attrs }) => attrs?.id),
    ]),
  )
function twoOf(document: DocumentJson): [Y.Doc, Y.Doc] {
  const one = yDocFrom(document)
  const two = new Y.Doc()
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  return [one, two]
}
function meet(one: Y.Doc, two: Y.Doc) {
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)))
}
function allIds(document: DocumentJson): string[] {
  return [...JSON.stringify(document).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '')
}
function textOf(live: Y.Doc, id: string): Y.XmlText {
  for (const text of live.getXmlFragment(FRAGMENT).createTreeWalker((node) => node instanceof Y.XmlText))
    if (
      text instanceof Y.XmlText &&
      text.parent instanceof Y.XmlElement &&
      text.parent.getAttribute('id') === id
    )
      return text
  throw new Error(`${id} holds no text`)
}

test.each([
  [
    'down within its FAQ',
    'c',
    { part: 'i', before: 'f' },
    { 'external-faq': ['a', 'b'], 'internal-faq': ['d', 'c', 'f'] },
  ],
  ['to the end', 'c', { part: 'i' }, { 'external-faq': ['a', 'b'], 'internal-faq': ['d', 'f', 'c'] }],
  [
    'to the start',
    'f',
    { part: 'i', before: 'c' },
    { 'external-faq': ['a', 'b'], 'internal-faq': ['f', 'c', 'd'] },
  ],
  [
    'to the other FAQ',
    'b',
    { part: 'i', before: 'd' },
    { 'external-faq': ['a'], 'internal-faq': ['c', 'b', 'd', 'f'] },
  ],
])('N1: an entry is moved %s, with every word and every block id', (_, id, place, expected) => {
  const live = yDocFrom(start())
  const before = new Map(faqEntries(read(live)).map((each) => [each.id, each]))
  expect(moveFaqEntry(live, id, place)).toBe(true)
  expect(order(read(live))).toEqual(expected)
  for (const each of faqEntries(read(live)))
    expect(each).toMatchObject({
      question: before.get(each.id)?.question,
      answer: before.get(each.id)?.answer,
    })
  expect(allIds(read(live)).toSorted()).toEqual(allIds(start()).toSorted())
})

test('N1: to where it stands already, or to where nothing is, an entry does not move', () => {
  const live = yDocFrom(start())
  const state = Y.encodeStateVector(live)
  for (const place of [
    { part: 'i', before: 'c' },
    { part: 'i', before: 'd' },
    { part: 'x' },
    { part: 'i', before: 'a' },
  ])
    expect(moveFaqEntry(live, 'c', place)).toBe(false)
  expect(moveFaqEntry(live, 'f', { part: 'i' })).toBe(false)
  expect(Y.encodeStateVector(live)).toEqual(state)
})

test('F2: a comment in an entry is found in it wherever the entry went, and those in others did not move at all', () => {
  const live = yDocFrom(start())
  const inMoved = anchorAt(read(live), 'b-answer', 8, 9)
  const origins = textOrigins(live)
  moveFaqEntry(live, 'b', { part: 'i', before: 'f' })
  expect(inMoved && locate(inMoved, read(live))).toMatchObject({
    state: 'attached',
    method: 'position',
    block: 'b-answer',
  })
  const after = textOrigins(live)
  for (const id of ['a-answer', 'c-answer', 'd-answer', 'f-answer']) expect(after[id]).toEqual(origins[id])
})

test('A1: what somebody writes in one entry while another is moved past it is kept, in that entry', () => {
  const [one, two] = twoOf(start())
  moveFaqEntry(one, 'c', { part: 'i' })
  textOf(two, 'd-answer').insert(0, 'Surely: ')
  meet(one, two)
  expect(read(one)).toEqual(read(two))
  expect(faqEntries(read(one)).find(({ id }) => id === 'd')?.answer).toBe('Surely: This of d, at length.')
})

test('N1: a FAQ whose only entry goes keeps a line to write in', () => {
  const live = yDocFrom(doc(part('e', 'external-faq', entry('a')), part('i', 'internal-faq', entry('c'))))
  moveFaqEntry(live, 'a', { part: 'i', before: 'c' })
  expect(order(read(live))).toEqual({ 'external-faq': [], 'internal-faq': ['a', 'c'] })
  expect(read(live).content[0]?.content?.map(({ type }) => type)).toEqual(['paragraph'])
})

test('N1: entries are numbered within their FAQ; one that its author numbered shows no second number', () => {
  const own = faqEntry('own', '3. And this?', paragraph('own-answer', 'Yes.'))
  const document = doc(
    part('e', 'external-faq', entry('a'), own, entry('b')),
    part('i', 'internal-faq', entry('c')),
  )
  expect(Object.fromEntries(faqNumbers(document))).toEqual({ a: 1, b: 3, c: 1 })
})
