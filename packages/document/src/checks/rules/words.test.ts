import { expect, test } from 'vitest'
import { foundIn, quotesIn } from '../checks.fixture.ts'
import { adjectives } from './adjectives.ts'
import { claimWithoutEvidence } from './claims.ts'
import { placeholder } from './placeholder.ts'
import { plainWords } from './plain-words.ts'
import { sentenceLong } from './sentence-long.ts'
import { weaselWords } from './weasel-words.ts'

test.each([
  ['Nearly all nurses agree.', [['Nearly all', 'Write: [how many of how many]']]],
  ['It is significantly faster.', [['significantly', 'Write: [how much]']]],
  ['It significantly reduces waste.', [['significantly ', 'Leave it out.']]],
  ['It is significantly faster: 3 hours instead of 12.', []],
  ['A number of wards use it.', [['A number of', 'Write: [how many]']]],
  ['The number of wards grows.', []],
  ['Millions of people wait.', [['Millions of', 'Write: [how many]']]],
  ['“It is significantly better,” she said.', []],
  ['See https://example.com/very-fast for more.', []],
])('N9: weasel words in “%s”: %j', (text, found) => {
  expect(foundIn(weaselWords, text)).toEqual(found)
})

test.each([
  ['A seamless way to pay.', ['seamless']],
  ['The Seamless team pays.', []],
  ['Wren is a leading maker of ovens.', ['a leading']],
  ['It leads to a leading edge.', ['a leading']],
  ['Payment is faster.', ['faster']],
  ['Payment is faster: 2 seconds, not 9.', []],
  ['“It is seamless,” he said.', []],
])('N9: adjectives where a number is meant, in “%s”: %j', (text, quotes) => {
  expect(quotesIn(adjectives, text)).toEqual(quotes)
})

test('N9: an answer may compare without figures, praise itself it may not', () => {
  expect(quotesIn(adjectives, 'It is faster and seamless.', { in: 'internal-faq' })).toEqual(['seamless'])
})

test.each([
  ['We utilize it.', [['utilize', 'Write: use']]],
  ['Utilizing it helps.', [['Utilizing', 'Write: Using']]],
  ['In order to pay, call.', [['In order to', 'Write: To']]],
  ['It is late due to the fact that it rained.', [['due to the fact that', 'Write: because']]],
  ['They leveraged the data.', [['leveraged', 'Write: used']]],
  ['The order is in transit to you.', []],
])('N9: plain words for “%s”: %j', (text, found) => {
  expect(foundIn(plainWords, text)).toEqual(found)
})

test.each([
  ['Studies show that it helps.', ['Studies show']],
  ['Studies show that 40 of 100 wards are better off.', []],
  ['Clearly, we lead.', ['Clearly,']],
  ['The line is clearly marked.', []],
  ['Customers love it.', ['Customers love']],
])('N9: claims in “%s”: %j', (text, quotes) => {
  expect(quotesIn(claimWithoutEvidence, text)).toEqual(quotes)
})

test.each([
  ['It costs XX dollars.', ['XX']],
  ['It costs [XX] dollars.', []],
  ['TODO: ask finance', ['TODO']],
  ['lorem ipsum dolor', ['lorem ipsum']],
])('N9: what was to be filled in, in “%s”: %j', (text, quotes) => {
  expect(quotesIn(placeholder, text)).toEqual(quotes)
})

const many = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ')

test.each([
  [many(30), 30, 0],
  [many(31), 30, 1],
  [`${many(20)}. ${many(20, 'Word')}.`, 30, 0],
  [`${many(20)} at e.g. Dr. Ames, ${many(8)}.`, 30, 1],
  [`“${many(40)},” she said.`, 30, 0],
  [many(21), 20, 1],
])('N9: “%s” with at most %i words a sentence: %i findings', (text, sentenceWords, count) => {
  expect(quotesIn(sentenceLong, text, { settings: { sentenceWords } })).toHaveLength(count)
})

test('N9: a long sentence is cut where its second half can stand, else the place is named', () => {
  const settings = { sentenceWords: 10 }
  expect(
    foundIn(
      sentenceLong,
      'The driver sets three machines in the kitchen, and they run until the walls are dry.',
      {
        settings,
      },
    )[0]?.[1],
  ).toBe('Write: The driver sets three machines in the kitchen. They run until the walls are dry.')
  expect(
    foundIn(
      sentenceLong,
      'The driver sets three machines in the kitchen, the hall and every other room that is wet.',
      {
        settings,
      },
    )[0]?.[1],
  ).toBe('Say it in two sentences: the first can end after “… machines in the kitchen”.')
})

test('N9: a text in another language is measured and not read for English words', () => {
  const german =
    'Nearly all Kunden warten neun Tage auf die erste Maschine, weil niemand den Schaden berühren darf, bevor ein Gutachter ihn gesehen hat, und der Schimmel braucht nur drei Tage, bis er in der ganzen Küche zu sehen und zu riechen ist.'
  expect(quotesIn(weaselWords, german)).toEqual([])
  expect(quotesIn(sentenceLong, german)).toHaveLength(1)
})
