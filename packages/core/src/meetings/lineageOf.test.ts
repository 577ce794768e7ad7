import { expect, test } from 'vitest'
import { assumptionChangeId, assumptionId, decisionId, editionId, iterationId, narrativeId } from '../ids.ts'
import { byline } from '../people/person.ts'
import type { Iteration } from '../reviews/iterations/iteration.ts'
import type { Belief, Step } from './lineage.ts'
import { beliefsOf, lineageOf } from './lineageOf.ts'

const uuid = (n: number) => `018f4e6a-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = (minute: number) => `2027-03-01T09:${String(minute).padStart(2, '0')}:00.000Z`
const by = byline.parse({ id: uuid(1), name: 'Ines' })
const pay = assumptionId.parse(uuid(2))
const other = assumptionId.parse(uuid(3))
const change = (n: number) => assumptionChangeId.parse(uuid(100 + n))

const line = (n: number, state: Belief['state'], more: { takesBack?: true; statement?: string } = {}) => ({
  ...{ id: change(n), statement: 'They pay', state, because: '', by, at: at(n), takesBack: false },
  ...more,
})

const found = (of: typeof pay, minute: number): Belief => ({
  ...{ changeId: change(minute), assumptionId: of, was: 'They pay', statement: 'They pay' },
  ...{ state: 'refuted', because: 'Nobody did', by, at: at(minute) },
})

const edition = (minute: number): Step => ({
  ...{ what: 'edition', at: at(minute), id: editionId.parse(uuid(4)), number: 1, name: null, title: 'T', by },
})
const decision = (minute: number): Step => ({
  ...{ what: 'decision', at: at(minute), id: decisionId.parse(uuid(5)), number: 1, outcome: 'revise' },
  ...{ because: 'No numbers', decider: by, isSuperseded: false },
})

/** One that tests whether they pay, from minute 10 on. */
function iteration(standing: Iteration['standing']): Step[] {
  const whole: Iteration = {
    ...{ id: iterationId.parse(uuid(6)), objective: 'Know', expects: 'Whether they pay', standing },
    tests: { what: 'assumption', assumptionId: pay, said: 'They pay' },
    document: { narrativeId: narrativeId.parse(uuid(7)), title: '', kind: 'one-pager' },
    ...{ parent: null, edition: null, startedBy: by, startedAt: at(10) },
  }
  const started: Step = { what: 'started', at: at(10), iteration: whole }
  return standing.name === 'running'
    ? [started]
    : [started, { what: 'left', at: standing.at, iteration: whole }]
}
const endedAt30 = (ofChange: number | null): Iteration['standing'] => ({
  ...{ name: 'ended', learnt: 'They do not', by, at: at(30) },
  change: ofChange === null ? null : { id: change(ofChange), state: 'refuted' },
})

test.each<[string, Step[], Belief, string]>([
  ['in the act that ended it', [...iteration(endedAt30(30)), edition(30)], found(pay, 30), 'left'],
  [
    'while it ran, though an edition came between',
    [...iteration(endedAt30(null)), edition(15)],
    found(pay, 20),
    'left',
  ],
  ['while it still runs', [...iteration({ name: 'running' }), edition(15)], found(pay, 20), 'started'],
  ['after it was left', [...iteration(endedAt30(null)), decision(40)], found(pay, 45), 'decision'],
  ['before it started', [edition(5), ...iteration({ name: 'running' })], found(pay, 7), 'edition'],
  [
    'of another assumption meanwhile',
    [...iteration({ name: 'running' }), edition(15)],
    found(other, 20),
    'edition',
  ],
  ['in the moment of a decision', [edition(5), decision(20)], found(pay, 20), 'decision'],
  ['before anything happened', [edition(5)], found(pay, 2), 'before'],
])('N7: what was found out %s', (_, steps, belief, where) => {
  const { steps: told, before } = lineageOf(steps, [belief])
  const holding = told.filter(({ beliefs }) => beliefs.length > 0)
  expect([...holding.map(({ step }) => step.what), ...before.map(() => 'before')]).toEqual([where])
})

test('N7: steps stand in time, whatever order they were read in, and count from 1', () => {
  const { steps } = lineageOf([decision(40), edition(5), ...iteration(endedAt30(null))], [])
  expect(steps.map(({ place, step }) => [place, step.what])).toEqual([
    [1, 'edition'],
    [2, 'started'],
    [3, 'left'],
    [4, 'decision'],
  ])
})

test('W8: to write it down is nothing found out, and what was taken back never happened', () => {
  const history = [
    line(1, 'untested'),
    line(2, 'supported'),
    line(3, 'refuted'),
    line(4, 'supported', { takesBack: true }),
    line(5, 'changed', { statement: 'Large ones pay' }),
  ]
  expect(beliefsOf({ id: pay, history }).map(({ state, was, statement }) => [state, was, statement])).toEqual(
    [
      ['supported', 'They pay', 'They pay'],
      ['changed', 'They pay', 'Large ones pay'],
    ],
  )
})
