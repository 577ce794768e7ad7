import { describe, expect, test } from 'vitest'
import {
  type AssumptionState,
  brokenSince,
  type Change,
  changeTo,
  isNewsToOwner,
  standingAt,
} from './assumptions.ts'

const day = (n: number) => `2027-03-${String(n).padStart(2, '0')}T09:00:00.000Z`
const on = (n: number, state: AssumptionState, statement = 'Growers pay'): Change => ({
  state,
  statement,
  at: day(n),
})

test.each<[string, AssumptionState, AssumptionState, string | undefined, unknown]>([
  ['is found to hold', 'untested', 'supported', undefined, { state: 'supported', statement: 'Growers pay' }],
  ['is refuted after all', 'supported', 'refuted', undefined, { state: 'refuted', statement: 'Growers pay' }],
  [
    'is to be tested again',
    'refuted',
    'untested',
    'Growers pay',
    { state: 'untested', statement: 'Growers pay' },
  ],
  ['becomes another', 'untested', 'changed', 'Buyers pay', { state: 'changed', statement: 'Buyers pay' }],
  [
    'becomes another again',
    'changed',
    'changed',
    'Nobody pays',
    { state: 'changed', statement: 'Nobody pays' },
  ],
  ['changes without new words', 'untested', 'changed', undefined, 'assumption-stands-so'],
  ['stands so already', 'refuted', 'refuted', undefined, 'assumption-stands-so'],
  ['is reworded in passing', 'untested', 'supported', 'Buyers pay', 'assumption-not-reworded'],
])('W8: an assumption that %s', (_, from, state, statement, gives) => {
  const changed = changeTo({ state: from, statement: 'Growers pay' }, { state, statement })
  expect(changed.ok ? changed.value : changed.refusal).toEqual(gives)
})

describe('W8: what was written on the tenth', () => {
  test.each<[string, Change[], Change | null]>([
    ['rests on what is untested', [on(1, 'untested')], null],
    ['on what was supported since', [on(1, 'untested'), on(12, 'supported')], null],
    ['on what was refuted since', [on(1, 'untested'), on(12, 'refuted')], on(12, 'refuted')],
    [
      'on what had been supported',
      [on(1, 'untested'), on(5, 'supported'), on(12, 'refuted')],
      on(12, 'refuted'),
    ],
    ['on nothing: it was known to be refuted', [on(1, 'untested'), on(9, 'refuted')], null],
    [
      'on nothing, though it was believed again and refuted again',
      [on(1, 'untested'), on(9, 'refuted'), on(12, 'untested'), on(14, 'refuted')],
      null,
    ],
    ['on what was taken back', [on(1, 'untested'), on(12, 'refuted'), on(13, 'untested')], null],
    [
      'since the second time, of two',
      [on(1, 'untested'), on(12, 'refuted'), on(13, 'untested'), on(15, 'refuted')],
      on(15, 'refuted'),
    ],
    ['on other words', [on(1, 'untested'), on(12, 'changed', 'Buyers pay')], on(12, 'changed', 'Buyers pay')],
    [
      'on other words, though the new ones hold',
      [on(1, 'untested'), on(12, 'changed', 'Buyers pay'), on(13, 'supported', 'Buyers pay')],
      on(12, 'changed', 'Buyers pay'),
    ],
    ['on the new words', [on(1, 'untested'), on(9, 'changed', 'Buyers pay')], null],
    [
      'on the new words, refuted since',
      [on(1, 'untested'), on(9, 'changed', 'Buyers pay'), on(12, 'refuted', 'Buyers pay')],
      on(12, 'refuted', 'Buyers pay'),
    ],
    ['on what was noted down later', [on(11, 'untested'), on(12, 'refuted')], on(12, 'refuted')],
    ['on what was noted down as refuted', [on(11, 'refuted')], null],
    ['on nothing that is known', [], null],
  ])('rests %s', (_, history, since) => {
    expect(brokenSince(history, day(10))).toEqual(since)
  })
})

test('W8: how it stood at a moment is the last change until then, and before the first as it was written down', () => {
  const history = [on(2, 'untested'), on(4, 'supported')]
  expect([1, 2, 3, 4, 9].map((n) => standingAt(history, day(n))?.state)).toEqual([
    ...['untested', 'untested', 'untested', 'supported', 'supported'],
  ])
})

test.each<[AssumptionState, AssumptionState, boolean]>([
  ['untested', 'supported', false],
  ['supported', 'untested', false],
  ['untested', 'refuted', true],
  ['supported', 'changed', true],
  ['refuted', 'untested', true],
  ['changed', 'supported', true],
])('W8: from %s to %s is news to the owner: %s', (from, to, is) => expect(isNewsToOwner(from, to)).toBe(is))
