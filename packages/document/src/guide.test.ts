import { defaultKinds, findKind } from '@foreword/core/narratives/kinds'
import { expect, test } from 'vitest'
import { faqEntries, presentParts, textBlocks, wordCount } from './blocks.ts'
import { canonical } from './canonical.ts'
import { guideAnnotations, guideDocument } from './guide.ts'
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
