import { findKind } from '@foreword/core/narratives/kind'
import { defaultKinds } from '@foreword/core/narratives/kinds'
import { describe, expect, test } from 'vitest'
import { faqEntries, presentParts, textBlocks, wordCount } from './blocks.ts'
import { canonical } from './canonical.ts'
import { guideAnnotations, guideDocument } from './guide.ts'
import { hasExample } from './guides/kinds.ts'
import { startDocument } from './start.ts'
import { countingIds } from './testing.ts'

const guide = guideDocument(countingIds())
const prFaq = findKind(defaultKinds, 'pr-faq')

test('W11: the guide has every part of a PR/FAQ, in order, all written', () => {
  expect(guide.content.map((part) => part.attrs?.part)).toEqual(prFaq?.parts.map((part) => part.id))
  expect([...presentParts(guide)]).toEqual(prFaq?.parts.map((part) => part.id))
  expect(faqEntries(guide).every((entry) => entry.answer.length > entry.question.length)).toBe(true)
})

test('W11: every note of the guide stands on words of the guide, in their order', () => {
  const order = textBlocks(guide).map((block) => block.id)
  const places = guideAnnotations(guide).map(({ anchor }) => order.indexOf(anchor.block))
  expect(places.length).toBeGreaterThan(12)
  const meeting = guideAnnotations(guide).filter((note) => note.about === 'meeting')
  expect(meeting.map((note) => note.title)).toEqual([
    'Before the meeting',
    'Reading: the first twenty minutes',
    'The reveal, and the order of questions',
    'The voice against',
    'How the meeting ends',
  ])
})

test('N9: the guide keeps its own rules: sentences of at most 30 words in the press release, nothing "will"', () => {
  const release = textBlocks(guide).filter(
    (block) => !block.part.endsWith('-faq') && block.part !== 'appendix',
  )
  for (const block of release) {
    expect(block.text).not.toMatch(/\bwill\b/)
    for (const sentence of block.text.split(/(?<=[.?!])”?\s+/))
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(30)
  }
  expect(wordCount(guide)).toBeLessThan(3300)
})

test('N1: a new draft of every kind is valid, empty and has all its parts', () => {
  for (const kind of defaultKinds) {
    const draft = startDocument(kind, countingIds())
    expect(canonical(draft).content.map((part) => part.attrs?.part)).toEqual(
      kind.parts.map((part) => part.id),
    )
  }
})

describe.each(defaultKinds.map((kind) => [kind.id, kind] as const))('W11: the example of %s', (id, kind) => {
  const example = guideDocument(countingIds(), id)

  test('has the required parts of its kind, in order, all written, and none that it does not know', () => {
    const known = kind.parts.map((part) => part.id)
    const written = [...presentParts(example)]
    expect(known.filter((part) => written.includes(part))).toEqual(written)
    expect(kind.parts.filter((part) => part.required && !written.includes(part.id))).toEqual([])
    expect(faqEntries(example).every((entry) => entry.answer.length > entry.question.length)).toBe(true)
  })

  test('says how it is written and how its meeting is held, each note on its own words, in their order', () => {
    const order = textBlocks(example).map((block) => block.id)
    const notes = guideAnnotations(example, id)
    const places = notes.map(({ anchor }) => order.indexOf(anchor.block))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(notes.filter(({ about }) => about === 'meeting').length).toBeGreaterThanOrEqual(2)
    expect(notes.filter(({ about }) => about === 'writing').length).toBeGreaterThanOrEqual(3)
  })
})

test('W11: the press release by itself keeps the rules of one: short sentences, nothing "will"', () => {
  for (const { text } of textBlocks(guideDocument(countingIds(), 'press-release'))) {
    expect(text).not.toMatch(/\bwill\b/)
    for (const sentence of text.split(/(?<=[.?!:])”?\s+/))
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(30)
  }
})

test('W11: a kind that a company made has no example', () => {
  expect(defaultKinds.every(({ id }) => hasExample(id))).toBe(true)
  expect(hasExample('quarterly-review')).toBe(false)
})
