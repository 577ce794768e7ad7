import { expect, test } from 'vitest'
import { doc, faqEntry, heading, paragraph, part } from '../../testing.ts'
import { hitsOf } from '../checks.fixture.ts'
import { partMissing } from './part-missing.ts'

const written = (...names: string[]) =>
  names.map((name) =>
    part(
      `p-${name}`,
      name,
      name === 'headline' ? heading(name, 'A title', 1) : paragraph(name, 'Some words of it.'),
    ),
  )
const missing = (...args: Parameters<typeof hitsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  hitsOf(partMissing, ...args).map(
    ({ about, severity = 'must-fix', block }) => `${about} ${severity} at ${block}`,
  )

test('N9: each required part without words is a finding where it would stand, and an optional one is none', () => {
  const document = doc(
    ...written('headline', 'dateline', 'summary', 'problem', 'customer-quote', 'internal-faq'),
  )
  expect(missing(document)).toEqual([
    'subheading consider at headline',
    'solution must-fix at problem',
    'leader-quote consider at problem',
    'how-it-works must-fix at problem',
    'getting-started must-fix at customer-quote',
    'external-faq consider at customer-quote',
  ])
})

test('N9: a part that holds only the heading its template brought is not written', () => {
  const faq = part('i', 'internal-faq', heading('ih', 'Internal FAQ'), faqEntry('q', ''))
  const parts =
    'headline subheading dateline summary problem solution leader-quote how-it-works customer-quote'
  const document = doc(...written(...parts.split(' '), 'getting-started', 'external-faq'), faq)
  expect(missing(document)).toEqual(['internal-faq must-fix at q-q'])
})

test('N9: while a draft is written, what comes after its last words is no finding yet', () => {
  const document = doc(...written('headline', 'summary'))
  expect(missing(document, { isBeingWritten: true })).toEqual([
    'subheading consider at headline',
    'dateline must-fix at headline',
  ])
})

test('N9: a summary that tells the day makes the dateline a smaller matter', () => {
  const summary = part('s', 'summary', paragraph('s1', 'In August 2031, Wren opens its first shop.'))
  const document = doc(...written('headline', 'subheading'), summary)
  expect(missing(document, { isBeingWritten: true })).toEqual(['dateline consider at subheading'])
})
