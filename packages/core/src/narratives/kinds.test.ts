import { expect, test } from 'vitest'
import { defaultKinds, findKind, sectionOf } from './kinds.ts'

const prFaq = findKind(defaultKinds, 'pr-faq')

test('N2: a PR/FAQ has the press release, then both FAQs, then the appendix', () => {
  expect(prFaq?.parts.map((part) => part.id)).toEqual([
    'headline',
    'subheading',
    'dateline',
    'summary',
    'problem',
    'solution',
    'leader-quote',
    'how-it-works',
    'customer-quote',
    'getting-started',
    'external-faq',
    'internal-faq',
    'appendix',
  ])
})

test('N3: six pages for the core and one for the press release, by default', () => {
  expect(prFaq?.limits).toEqual({ corePages: 6, pressReleasePages: 1 })
})

test('N1: every part of every kind teaches: it has guidance and a quality bar that is a question', () => {
  for (const kind of defaultKinds) {
    for (const part of kind.parts) {
      expect(part.guidance.length, part.id).toBeGreaterThan(30)
      expect(part.qualityBar, part.id).toMatch(/\?$/)
    }
    expect(new Set(kind.parts.map((part) => part.id)).size).toBe(kind.parts.length)
  }
})

test('N1: a part that the kind does not know belongs to the body', () => {
  expect(prFaq && sectionOf(prFaq, 'other')).toBe('body')
  expect(prFaq && sectionOf(prFaq, 'appendix')).toBe('appendix')
})
