import { expect, test } from 'vitest'
import { doc, paragraph, part } from '../../testing.ts'
import { foundIn, hitsOf } from '../checks.fixture.ts'
import { quoteContrast, quoteNamed } from './quotes.ts'

test.each([
  ['“We slept upstairs,” said Tobias Renn, who has two children.', []],
  ['"I like it" - Asim Hussain, Chair Green Software Foundation.', []],
  ['“Fine,” said Jobs Inc. Founder and CEO, Teresa Holmes. “Good.”', []],
  ['“Fine,” said Ana, a baker.', []],
  ['“Fine,” said Dr. Lisa Rodriguez, Director at FakeCo.', []],
  [
    '"Fine." - Mr. CTO, ACME Corp.',
    [['Mr. CTO, ACME Corp', 'Write: [first and last name], Mr. CTO, ACME Corp']],
  ],
  [
    '"Fine" - CEO, Consultancy ABC',
    [['CEO, Consultancy ABC', 'Write: [first and last name], CEO, Consultancy ABC']],
  ],
])('N9: who says %s', (text, found) => {
  expect(foundIn(quoteNamed, text, { in: 'customer-quote' })).toEqual(found)
})

test('N9: a quotation that nobody says is a finding, and its speaker may stand on the line below', () => {
  expect(foundIn(quoteNamed, '“We slept upstairs.”', { in: 'customer-quote' })).toHaveLength(1)
  const below = part(
    'c',
    'customer-quote',
    paragraph('c1', '“We slept upstairs.”'),
    paragraph('c2', '— Tobias Renn, Esk'),
  )
  expect(hitsOf(quoteNamed, doc(below))).toEqual([])
})

test('N9: an invented customer is no finding', () => {
  expect(
    foundIn(quoteNamed, 'Said Ama Brandt, ward sister at St Osyth’s, a hospital of our invention.', {
      in: 'customer-quote',
    }),
  ).toEqual([])
})

test.each([
  ['“It used to take a week,” said Ana Lim.', 0],
  ['“Reviews dropped from 12 hours to 3,” said Ana Lim.', 0],
  ['“This is a great product,” said Ana Lim.', 1],
])('N9: a before and an after in %s: %i findings', (text, count) => {
  expect(foundIn(quoteContrast, text, { in: 'customer-quote' })).toHaveLength(count)
})

test('N9: one customer who tells what changed is enough', () => {
  const quotes = ['“Great,” said Ana Lim.', '“I had four versions in pencil,” said Ama Brandt.']
  const document = doc(part('c', 'customer-quote', ...quotes.map((text, n) => paragraph(`c${n}`, text))))
  expect(hitsOf(quoteContrast, document)).toEqual([])
})
