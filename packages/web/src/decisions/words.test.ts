import type { Outcome } from '@foreword/core/decisions/outcome'
import { sentence } from '@foreword/core/decisions/sentence'
import type { InitiativeId, PersonId } from '@foreword/core/ids'
import { expect, test } from 'vitest'
import { headline, shortHash, today } from './words.ts'

// ids made by hand; everywhere else they come parsed from the wire
const ines = 'ines' as PersonId
const other = 'other' as InitiativeId
const speaker = { person: () => 'Ines', initiative: () => 'Tide tables, because we can' }

test.each<[Outcome, string]>([
  [
    { name: 'fund', amount: { minor: 1_800_000, currency: 'USD' }, people: 2 },
    'Fund it with 18,000 USD and 2 people.',
  ],
  [{ name: 'fund', amount: null, people: null }, 'Fund it.'],
  [{ name: 'revise', changes: 'Everything, at length' }, 'Revise and resubmit.'],
  [
    { name: 'investigate', task: 'Count', owner: ines, due: '2028-01-07', cost: null },
    'Investigate until 7\u00a0January\u00a02028, then decide again.',
  ],
  [
    { name: 'park', until: { on: 'trigger', trigger: 'the gauge works' } },
    'Park it until this happens: the gauge works.',
  ],
  [{ name: 'set-aside', reason: 'better-first', note: '' }, 'Set it aside (other ideas come first).'],
  [{ name: 'merge', into: other }, 'Merge it into Tide tables, because we can.'],
])('D1: the title of a decision says the outcome and nothing of who and why: %j', (outcome, title) => {
  const decision = {
    outcome,
    decider: ines,
    because: 'it is so, because it is',
    door: null,
    rationale: '',
    conditions: [],
    dissent: [],
    reviewOn: null,
  }
  expect(headline({ outcome, sentence: sentence(decision, speaker) })).toBe(title)
})

test('D2: a hash is shown so that two can be told apart by eye', () => {
  expect(shortHash(`9f2c41d0${'0'.repeat(52)}e7a8`)).toBe('9f2c 41d0 … e7a8')
})

test('D1: today is the day on the wall, not the day in Greenwich', () => {
  expect(today(new Date(2027, 2, 1, 0, 5))).toBe('2027-03-01')
})
