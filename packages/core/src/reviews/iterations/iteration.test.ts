import { expect, test } from 'vitest'
import { byline } from '../../people/person.ts'
import { type IterationStanding, type Leaving, leaves, objectiveFrom, testsEnough } from './iteration.ts'

const by = byline.parse({ id: '018f4e6a-0000-7000-8000-000000000001', name: 'Ines' })
const at = '2027-03-01T09:00:00.000Z'
const running: IterationStanding = { name: 'running' }
const ended: IterationStanding = { name: 'ended', learnt: 'They pay', change: null, by, at }
const dropped: IterationStanding = { name: 'dropped', because: 'No time', by, at }

test.each<[string, unknown, boolean, boolean]>([
  ['nothing, of an idea that assumes nothing', null, false, true],
  ['nothing, though the idea has assumptions', null, true, false],
  ['one of them', { what: 'assumption' }, true, true],
  ['an open question instead', { what: 'question' }, true, true],
  ['an open question, where nothing is assumed', { what: 'question' }, false, true],
])('N7: an iteration that tests %s', (_, tests, assumes, enough) => {
  expect(testsEnough(tests, { assumes }).ok).toBe(enough)
})

test.each<[IterationStanding, Leaving, boolean | 'iteration-is-over']>([
  [running, { name: 'ended', learnt: 'They pay' }, true],
  [running, { name: 'dropped', because: 'No time' }, true],
  [ended, { name: 'ended', learnt: 'They pay' }, false],
  [ended, { name: 'ended', learnt: 'They do not' }, 'iteration-is-over'],
  [ended, { name: 'dropped', because: 'They pay' }, 'iteration-is-over'],
  [dropped, { name: 'dropped', because: 'No time' }, false],
  [dropped, { name: 'dropped', because: 'No money' }, 'iteration-is-over'],
  [dropped, { name: 'ended', learnt: 'No time' }, 'iteration-is-over'],
])('N7: from %o, leaving it as %o', (now, as, expected) => {
  const left = leaves(now, as)
  expect(left.ok ? left.value : left.refusal).toBe(expected)
})

test('N7: an open question proposes an objective on one line, which fits whatever its length', () => {
  expect(objectiveFrom('How often\n do they pay? ')).toBe('Find an answer to “How often do they pay?”')
  expect(objectiveFrom('a '.repeat(1000)).length).toBeLessThan(500)
})
