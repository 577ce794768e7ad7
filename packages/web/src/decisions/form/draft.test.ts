import type { AssumptionId, InitiativeId, PersonId } from '@foreword/core/ids'
import { expect, test } from 'vitest'
import { type Among, draftOf, nothingWritten, type Written } from './draft.ts'

// ids made by hand; everywhere else they come parsed from the wire
const ines = { id: 'ines' as PersonId, name: 'Ines' }
const luis = { id: 'luis' as PersonId, name: 'Luis' }
const tides = { id: 'tides' as InitiativeId, name: 'Tide tables' }
const pay = { id: 'pay' as AssumptionId, statement: 'Growers pay' }
const among: Among = { people: [ines, luis], ideas: [tides], assumptions: [pay], today: '2027-03-01' }
const begun: Partial<Written> = { decider: ines.id, because: ' the loss is real ' }
const made = (written: Partial<Written>) => draftOf({ ...nothingWritten, ...begun, ...written }, among)

test('D2: a decision requires who decided, what, and because of what', () => {
  expect(draftOf(nothingWritten, among)).toEqual({
    wrong: {
      decider: 'Choose who decided.',
      'outcome.name': 'Choose what was decided.',
      because: 'Say why, in a sentence.',
    },
  })
})

test.each<[Partial<Written>, object]>([
  [{ outcome: 'fund' }, { name: 'fund', amount: null, people: null }],
  [
    { outcome: 'fund', amount: '18,000', currency: 'EUR', people: '2' },
    { name: 'fund', amount: { minor: 1_800_000, currency: 'EUR' }, people: 2 },
  ],
  [
    { outcome: 'revise', changes: 'The size' },
    { name: 'revise', changes: 'The size' },
  ],
  [
    { outcome: 'investigate', task: 'Count', owner: luis.id, due: '2027-03-01' },
    { name: 'investigate', task: 'Count', owner: luis.id, due: '2027-03-01', cost: null },
  ],
  [
    { outcome: 'park', parkDay: '2028-01-07' },
    { name: 'park', until: { on: 'day', day: '2028-01-07' } },
  ],
  [
    { outcome: 'park', parkOn: 'trigger', trigger: 'The gauge works' },
    { name: 'park', until: { on: 'trigger', trigger: 'The gauge works' } },
  ],
  [
    { outcome: 'park', parkOn: 'assumption', assumption: pay.id },
    { name: 'park', until: { on: 'assumption', assumptionId: pay.id, statement: 'Growers pay' } },
  ],
  [
    { outcome: 'set-aside', reason: 'better-first' },
    { name: 'set-aside', reason: 'better-first', note: '' },
  ],
  [
    { outcome: 'merge', into: tides.id },
    { name: 'merge', into: tides.id },
  ],
])('D1: an outcome is given what it asks for and nothing else: %j', (written, outcome) => {
  expect(made({ ...written, task: written.task ?? 'left over' })).toEqual({
    draft: {
      outcome,
      decider: ines.id,
      because: 'the loss is real',
      door: null,
      rationale: '',
      conditions: [],
      dissent: [],
      reviewOn: null,
    },
  })
})

test.each<[Partial<Written>, string[]]>([
  [{ outcome: 'fund', amount: 'a lot', people: 'two' }, ['outcome.amount', 'outcome.people']],
  [{ outcome: 'investigate', cost: 'x' }, ['outcome.task', 'outcome.owner', 'outcome.due', 'outcome.cost']],
  [{ outcome: 'investigate', task: 'Count', owner: luis.id, due: '2027-02-28' }, ['outcome.due']],
  [{ outcome: 'park' }, ['outcome.until.day']],
  [{ outcome: 'park', parkDay: '2027-02-28' }, ['outcome.until.day']],
  [{ outcome: 'park', parkOn: 'assumption' }, ['outcome.until.assumptionId']],
  [{ outcome: 'park', parkOn: 'trigger', trigger: ' ' }, ['outcome.until.trigger']],
  [{ outcome: 'set-aside' }, ['outcome.reason']],
  [{ outcome: 'merge', into: 'elsewhere' }, ['outcome.into']],
  [{ outcome: 'fund', reviewOn: '2027-02-28' }, ['reviewOn']],
])('D1: what an outcome lacks is said at its field: %j', (written, fields) => {
  const result = made(written)
  expect('wrong' in result ? Object.keys(result.wrong) : []).toEqual(fields)
})

test('D2: dissent is by name, once each, with what would change their mind', () => {
  const one = { key: 1, person: luis.id, because: 'Too early', mind: 'A backtest', commits: true }
  expect(made({ outcome: 'fund', dissent: [one], conditions: 'Two boats\n\n  No debt ' })).toMatchObject({
    draft: {
      dissent: [
        { personId: luis.id, because: 'Too early', whatWouldChangeMyMind: 'A backtest', commits: true },
      ],
      conditions: ['Two boats', 'No debt'],
    },
  })
  expect(
    made({ outcome: 'fund', dissent: [one, { ...one, key: 2 }, { ...one, key: 3, person: '' }] }),
  ).toEqual({
    wrong: {
      'dissent.1.personId': 'They dissent above already. Put both reasons into one.',
      'dissent.2.personId': 'Choose who disagrees, or remove this dissent.',
    },
  })
})
