import { schema } from '@foreword/document/schema'
import { doc, faqEntry, paragraph, part } from '@foreword/document/testing'
import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { faqsOf, shownNumber } from '../editor/faq-order.ts'
import { nearestSlot, slotsOf } from './faq-slots.ts'

const draft = Node.fromJSON(
  schema,
  doc(
    part('s', 'summary', paragraph('p', 'A summary.')),
    part(
      'e',
      'external-faq',
      faqEntry('a', 'Why?', paragraph('a1', 'So.')),
      faqEntry('b', '2. How?', paragraph('b1', 'Thus.')),
    ),
    part('i', 'internal-faq', faqEntry('c', 'Who?', paragraph('c1', 'We.'))),
  ),
)
const faqs = faqsOf(draft)
const [external] = faqs
const questions = faqs.flatMap(({ entries }) => entries)
const at = (top: number) => ({ top, rows: [{ top, height: 20 }] })
const rows = new Map(
  questions.flatMap(({ questionId, node }, n) => [
    [questionId, at(100 * n + 100)],
    [String(node.child(1).attrs.id), at(100 * n + 130)],
  ]),
)

test('N1: the questions of a draft stand in their FAQs, numbered from one in each', () => {
  expect(faqs.map(({ part, entries }) => [part, entries.map(({ id, number }) => `${number} ${id}`)])).toEqual(
    [
      ['external-faq', ['1 a', '2 b']],
      ['internal-faq', ['1 c']],
    ],
  )
  expect(questions.map(shownNumber)).toEqual([1, undefined, 1])
})

test('N1: an entry is let go before another or at the end of a FAQ, and beside itself it stays', () => {
  const slots = slotsOf(faqs, rows)
  expect(slots.map(({ place, top }) => [place.part, place.before, top])).toEqual([
    ['e', 'a', 92],
    ['e', 'b', 192],
    ['e', undefined, 258],
    ['i', 'c', 292],
    ['i', undefined, 358],
  ])
  expect(nearestSlot(slots, 120, 'c')?.place).toEqual({ part: 'e', before: 'a' })
  expect(nearestSlot(slots, 370, 'a')?.place).toEqual({ part: 'i' })
  expect(nearestSlot(slots, 120, 'a')).toBeUndefined()
  expect(nearestSlot(slots, 190, 'a')).toBeUndefined()
  expect(external?.entries).toHaveLength(2)
})
