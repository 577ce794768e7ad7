import { describe, expect, test } from 'vitest'
import {
  curveOf,
  customerShare,
  defaultPlan,
  type HeldOn,
  keepNotesUntil,
  lastDay,
  missingKinds,
  paceOf,
  type StudyPlan,
  wantedBefore,
  weeksBegun,
  weeksOf,
} from './study.ts'

/** Thirty in six weeks from Monday the first of March: until Sunday the eleventh of April. */
const plan: StudyPlan = { ...defaultPlan, startsOn: '2027-03-01' }
const on = (day: string, customers: number, prospects = 0): HeldOn => ({ day, customers, prospects })

test.each([
  ['2027-02-20', 0],
  ['2027-03-01', 0],
  ['2027-03-02', 0],
  ['2027-03-08', 5],
  ['2027-03-22', 15],
  ['2027-04-11', 29],
  ['2027-04-12', 30],
  ['2027-06-01', 30],
])('W7: before %s thirty in six weeks want %i held', (day, wanted) => {
  expect(wantedBefore(plan, day)).toBe(wanted)
  expect(lastDay(plan)).toBe('2027-04-11')
})

test.each<[string, Partial<StudyPlan>, HeldOn[], string, object]>([
  ['is to begin', {}, [], '2027-02-27', { counted: 0, wanted: 0, state: 'not begun' }],
  ['begins', {}, [], '2027-03-01', { counted: 0, wanted: 0, state: 'on pace' }],
  ['has as many as it wants', {}, [on('2027-03-03', 5)], '2027-03-08', { counted: 5, state: 'on pace' }],
  ['has one too few', {}, [on('2027-03-03', 4)], '2027-03-08', { counted: 4, wanted: 5, state: 'behind' }],
  [
    'counts no prospects',
    {},
    [on('2027-03-03', 2, 9)],
    '2027-03-08',
    { counted: 2, besides: 9, wanted: 5, state: 'behind' },
  ],
  [
    'counts prospects when it says so',
    { prospectsCount: true },
    [on('2027-03-03', 2, 9)],
    '2027-03-08',
    { counted: 11, besides: 0, state: 'on pace' },
  ],
  ['is there early', {}, [on('2027-03-03', 30)], '2027-03-08', { counted: 30, state: 'reached' }],
  ['ends today', {}, [on('2027-03-03', 29)], '2027-04-11', { wanted: 29, state: 'on pace' }],
  ['has ended short', {}, [on('2027-03-03', 29)], '2027-04-12', { wanted: 30, state: 'over' }],
])('W7: a study that %s', (_, differs, held, today, gives) => {
  expect(paceOf({ ...plan, ...differs }, held, today)).toMatchObject(gives)
})

test('W7: the picture rises with the day after each interview that counts, from what was there before', () => {
  const held = [on('2027-02-10', 1), on('2027-02-20', 1), on('2027-03-01', 2, 4), on('2027-03-04', 0, 1)]
  expect(curveOf(plan, held)).toEqual([
    { day: 0, count: 2 },
    { day: 1, count: 4 },
    { day: 4, count: 4 },
  ])
  expect(curveOf({ ...plan, prospectsCount: true }, held)).toEqual([
    { day: 0, count: 2 },
    { day: 1, count: 8 },
    { day: 4, count: 9 },
  ])
  expect(curveOf(plan, [])).toEqual([{ day: 0, count: 0 }])
})

test.each<[HeldOn[], number | null]>([
  [[], null],
  [[on('2027-03-01', 1)], 100],
  [[on('2027-03-01', 1), on('2027-03-02', 0, 2)], 33],
  [[on('2027-03-01', 0, 2)], 0],
])('W7: the share of current customers in %j is %j', (held, share) => expect(customerShare(held)).toBe(share))

test('W7: each kind of evidence that an idea has none of is missing, but the anecdote', () => {
  expect(missingKinds([])).toEqual(['interview', 'data', 'experiment', 'market'])
  expect(missingKinds(['interview', 'market', 'anecdote'])).toEqual(['data', 'experiment'])
})

describe('W7: the weeks in which is said what we believe', () => {
  const weeks = (today: string, said: number[] = [], held: HeldOn[] = []) =>
    weeksOf(plan, { held, said, today }).map(({ week, state }) => `${week} ${state}`)

  test.each<[string, string, number[], HeldOn[], string[]]>([
    ['are none before it begins', '2027-02-28', [], [], []],
    ['are now in the first', '2027-03-07', [], [], ['1 now']],
    ['are owed when they are over', '2027-03-08', [], [], ['2 now', '1 owed']],
    ['are said, also this one', '2027-03-16', [1, 3], [], ['3 said', '2 owed', '1 said']],
    [
      'are no more than its window has',
      '2027-06-01',
      [1, 2, 4, 5],
      [],
      ['6 owed', '5 said', '4 said', '3 owed', '2 said', '1 said'],
    ],
    [
      'end with the one in which the target is reached',
      '2027-06-01',
      [1],
      [on('2027-03-02', 10), on('2027-03-16', 20)],
      ['3 owed', '2 owed', '1 said'],
    ],
    [
      'go on after that where something is said',
      '2027-03-29',
      [1, 4],
      [on('2027-03-02', 30)],
      ['4 said', '1 said'],
    ],
    ['are one when all was held before it', '2027-03-29', [], [on('2026-03-02', 30)], ['1 owed']],
  ])('%s', (_, today, said, held, expected) => expect(weeks(today, said, held)).toEqual(expected))

  test('are named by their days', () => {
    expect(weeksOf(plan, { held: [], said: [], today: '2027-03-09' })[0]).toEqual({
      ...{ week: 2, from: '2027-03-08', to: '2027-03-14', state: 'now' },
    })
    // forty days have a sixth week too
    expect(weeksBegun({ ...plan, windowDays: 40 }, '2027-09-01')).toBe(6)
  })
})

test.each([
  ['2027-03-01', '2028-03-01'],
  ['2027-12-31', '2028-12-31'],
  ['2028-02-29', '2029-02-28'],
])('W7: raw notes of %s are kept until %s', (held, until) => expect(keepNotesUntil(held)).toBe(until))
