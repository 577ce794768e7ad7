import type { InitiativeId, PersonId } from '@foreword/core/ids'
import { expect, test } from 'vitest'
import { draftOf, type Filled, moneyOf, nothingFilled } from './filled.ts'

// any text does where nothing is looked up
const ines = 'ines' as PersonId
const luis = 'luis' as PersonId
const filled = (more: Partial<Filled>): Filled => ({
  ...nothingFilled,
  decider: ines,
  because: 'the loss is real.',
  ...more,
})
const outcome = (more: Partial<Filled>) => {
  const draft = draftOf(filled(more))
  return 'draft' in draft ? draft.draft.outcome : draft
}

test.each<[Partial<Filled>, unknown]>([
  [{ outcome: 'fund' }, { name: 'fund', amount: null, people: null }],
  [
    { outcome: 'fund', amount: '18,000', people: '2' },
    { name: 'fund', amount: { minor: 1_800_000, currency: 'USD' }, people: 2 },
  ],
  [
    { outcome: 'investigate', task: ' count the mornings ', owner: luis, due: '2028-01-07' },
    { name: 'investigate', task: 'count the mornings', owner: luis, due: '2028-01-07', cost: null },
  ],
  [
    { outcome: 'park', parkUntil: '2028-03-01' },
    { name: 'park', until: { on: 'day', day: '2028-03-01' } },
  ],
  [
    { outcome: 'park', parkOn: 'trigger', trigger: 'the tender opens' },
    { name: 'park', until: { on: 'trigger', trigger: 'the tender opens' } },
  ],
  [
    { outcome: 'set-aside', reason: 'not-wanted' },
    { name: 'set-aside', reason: 'not-wanted', note: '' },
  ],
  [
    { outcome: 'merge', into: 'other' as InitiativeId },
    { name: 'merge', into: 'other' },
  ],
])('D1: each outcome carries what it asks for and nothing of the others (%#)', (more, expected) => {
  expect(outcome(more)).toEqual(expected)
})

test.each<[Partial<Filled>, RegExp]>([
  [{ decider: '' }, /who decided/],
  [{}, /what was decided/],
  [{ outcome: 'revise', because: ' ' }, /Say why/],
  [{ outcome: 'investigate', task: 'count', owner: luis }, /until when/],
  [{ outcome: 'park' }, /until which day/],
  [{ outcome: 'set-aside' }, /reason/],
  [{ outcome: 'fund', amount: 'a lot' }, /number/],
])('D2: what is missing is said in a sentence with its remedy (%#)', (more, says) => {
  const draft = draftOf(filled(more))
  expect('missing' in draft ? draft.missing : '').toMatch(says)
})

test('D1: an amount is counted in the smallest unit of its currency', () => {
  expect([
    moneyOf('18 000.50', 'EUR'),
    moneyOf('5000', 'JPY'),
    moneyOf('', 'USD'),
    moneyOf('x', 'USD'),
  ]).toEqual([{ minor: 1_800_050, currency: 'EUR' }, { minor: 5_000, currency: 'JPY' }, null, undefined])
})
