import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerPatch, noAnswers } from './answers.ts'
import { merge, type StoredAnswer } from './merge.ts'

const blank = (question: keyof typeof noAnswers): StoredAnswer => ({
  value: noAnswers[question],
  version: 0,
  touched: {},
})
const mara = (version: number) => ({ version, by: 'mara' })
const omar = (version: number) => ({ version, by: 'omar' })

function merged(
  stored: StoredAnswer,
  patch: AnswerPatch,
  from: { version: number; by: string },
): StoredAnswer {
  const result = merge(stored, patch, from)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const customer = (fields: Partial<typeof noAnswers.customer>) => ({ question: 'customer', fields }) as const

test('W2: two people who fill in different fields at once both keep their words', () => {
  const first = merged(blank('customer'), customer({ who: 'Oyster growers' }), mara(0))
  const second = merged(first, customer({ time: 'Five in the morning' }), omar(0))
  expect(second.value).toEqual({ ...noAnswers.customer, who: 'Oyster growers', time: 'Five in the morning' })
  expect(second.version).toBe(2)
})

test('W2: a field somebody else changed meanwhile is refused, and nothing else of the edit is written', () => {
  const first = merged(blank('customer'), customer({ who: 'Oyster growers' }), mara(0))
  const late = merge(first, customer({ who: 'Fishers', place: 'Maine' }), omar(0))
  expect(late).toEqual({ ok: false, refusal: 'answered-meanwhile' })
})

test('W2: one person’s own later words win over their earlier ones, whatever version they were typed on', () => {
  const first = merged(blank('customer'), customer({ who: 'Oyster' }), mara(0))
  const second = merged(first, customer({ who: 'Oyster growers' }), mara(0))
  expect(second.value).toMatchObject({ who: 'Oyster growers' })
})

test('A1: sending the same words again after a lost answer is no conflict and no new version', () => {
  const first = merged(blank('customer'), customer({ who: 'Oyster growers' }), mara(0))
  expect(merged(first, customer({ who: 'Oyster growers' }), omar(0))).toEqual(first)
})

const evidence = (fields: Extract<AnswerPatch, { question: 'evidence' }>['fields']) =>
  ({ question: 'evidence', fields }) as const

test('W6: two people add evidence at once, and each edits a different field of one piece', () => {
  let stored = merged(
    blank('evidence'),
    evidence({ items: [{ id: 'aaaaaaaa', statement: 'Nine of twelve' }] }),
    mara(0),
  )
  stored = merged(stored, evidence({ items: [{ id: 'bbbbbbbb', kind: 'data' }] }), omar(0))
  stored = merged(stored, evidence({ items: [{ id: 'aaaaaaaa', source: 'Calls in May' }] }), omar(1))
  stored = merged(stored, evidence({ items: [{ id: 'aaaaaaaa', date: 'May' }] }), mara(1))
  expect(stored.value).toEqual({
    items: [
      {
        id: 'aaaaaaaa',
        kind: 'interview',
        statement: 'Nine of twelve',
        source: 'Calls in May',
        date: 'May',
        provenance: 'observed',
        link: '',
      },
      {
        id: 'bbbbbbbb',
        kind: 'data',
        statement: '',
        source: '',
        date: '',
        provenance: 'observed',
        link: '',
      },
    ],
  })
})

test('W6: a piece of evidence removed by one is not brought back in pieces by another, nor removed unread', () => {
  const stored = merged(
    blank('evidence'),
    evidence({ items: [{ id: 'aaaaaaaa', statement: 'Nine' }] }),
    mara(0),
  )
  const removed = merged(stored, evidence({ removed: ['aaaaaaaa'] }), omar(1))
  expect(removed.value).toEqual({ items: [] })
  const late = merge(removed, evidence({ items: [{ id: 'aaaaaaaa', date: 'May' }] }), mara(1))
  expect(late).toEqual({ ok: false, refusal: 'answered-meanwhile' })

  const changed = merged(stored, evidence({ items: [{ id: 'aaaaaaaa', source: 'A call' }] }), mara(1))
  expect(merge(changed, evidence({ removed: ['aaaaaaaa'] }), omar(1)).ok).toBe(false)
})

test('A5: a full list takes no more entries', () => {
  const sixty = Array.from({ length: 60 }, (_, n) => ({ id: `item-${1000 + n}` }))
  const full = merged(blank('evidence'), evidence({ items: sixty }), mara(0))
  const more = merge(full, evidence({ items: [{ id: 'one-more-entry' }] }), mara(1))
  expect(more).toEqual({ ok: false, refusal: 'too-many-entries' })
})

test('A1: whatever is sent by whom on whatever version, an accepted word is never lost to another person unseen', () => {
  const field = fc.constantFrom('who', 'time', 'place' as const)
  const step = fc.record({
    by: fc.constantFrom('mara', 'omar', 'ines'),
    field,
    text: fc.string({ maxLength: 3 }),
    lag: fc.nat(4),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let stored = blank('customer')
      for (const { by, field, text, lag } of steps) {
        const version = Math.max(0, stored.version - lag)
        const before: Record<string, unknown> = { ...stored.value }
        const touch = stored.touched[field]
        const result = merge(stored, customer({ [field]: text }), { version, by })
        if (!result.ok) continue
        const overwrote = before[field] !== text && touch && touch.by !== by
        if (overwrote) expect(touch.version).toBeLessThanOrEqual(version)
        expect(result.value.value).toEqual({ ...before, [field]: text })
        stored = result.value
      }
    }),
  )
})
