import { expect, test } from 'vitest'
import { findKind, freeId, kindTemplate, sectionOf } from './kind.ts'
import { defaultKinds } from './kinds.ts'

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

test("N1: the seven kinds that ship, each valid by the rules for a company's own", () => {
  expect(defaultKinds.map(({ id }) => id)).toEqual([
    'pr-faq',
    'press-release',
    'faq',
    'technical-faq',
    'six-pager',
    'one-pager',
    'correction-of-errors',
  ])
  for (const { id, ...template } of defaultKinds)
    expect(kindTemplate.safeParse(template), id).toEqual({ success: true, data: template })
})

test('Q2: a correction of errors asks for impact in numbers, a cause and no person, owners and dates', () => {
  const parts = new Map(findKind(defaultKinds, 'correction-of-errors')?.parts.map((part) => [part.id, part]))
  expect(parts.get('impact')?.guidance).toMatch(/numbers/i)
  expect(parts.get('five-whys')?.qualityBar).toMatch(/cause .* no person/)
  expect(parts.get('corrective-actions')?.qualityBar).toMatch(/owner, a date/)
  for (const id of ['impact', 'five-whys', 'corrective-actions']) expect(parts.get(id)?.required).toBe(true)
})

const part = (id: string, change: object = {}) => ({
  id,
  label: 'Part',
  section: 'body',
  required: true,
  guidance: 'Write it.',
  qualityBar: 'Is it written?',
  startsWith: 'paragraph',
  ...change,
})
const template = (change: object) => ({
  label: 'Memo',
  purpose: 'To remember.',
  limits: { corePages: 2, pressReleasePages: null },
  parts: [part('a'), part('b')],
  ...change,
})

test.each([
  ['two parts of one id', { parts: [part('a'), part('a')] }, 'parts.1.id'],
  [
    'an appendix before the end',
    { parts: [part('a', { section: 'appendix' }), part('b')] },
    'parts.0.section',
  ],
  [
    'a limit for a press release it has not',
    { limits: { corePages: 1, pressReleasePages: 1 } },
    'limits.pressReleasePages',
  ],
  ['no parts', { parts: [] }, 'parts'],
  ['a part without a name', { parts: [part('a', { label: '  ' })] }, 'parts.0.label'],
  ['an id that no document could carry', { parts: [part('A b')] }, 'parts.0.id'],
  ['half a page', { limits: { corePages: 0.5, pressReleasePages: null } }, 'limits.corePages'],
  ['a name without end', { label: 'x'.repeat(61) }, 'label'],
])('A5: a template with %s is refused at that field', (_, change, field) => {
  const read = kindTemplate.safeParse(template(change))
  expect(read.success).toBe(false)
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain(field)
})

test('N8: the id of a new kind is made of its name and is never one that is taken', () => {
  expect(freeId('Quarterly Review', [], 'kind')).toBe('quarterly-review')
  expect(freeId('PR/FAQ', ['pr-faq', 'pr-faq-2'], 'kind')).toBe('pr-faq-3')
  expect(freeId('\u4e8b\u5f8c\u691c\u8a3c', [], 'kind')).toBe('kind')
})
