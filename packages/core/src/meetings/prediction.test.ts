import { expect, test } from 'vitest'
import type { DecisionId } from '../ids.ts'
import { Held, ines, jon, luis, omar, priya, stranger } from './meeting.fixture.ts'
import { calibrationOf, isDue, mayPredict } from './prediction.ts'

const on = { predictions: true }
const discussing = () => new Held().reading(ines, omar, jon).revealed()
const deciding = () => {
  const held = discussing()
  held.does(luis, { kind: 'moveToDecision' })
  return held
}
const after = (...given: Parameters<Held['does']>) => {
  const held = deciding()
  held.does(...given)
  return held
}
const recorded = (): Parameters<Held['does']> => [
  ines,
  // made by hand, as the server makes one
  { kind: 'recordDecision', decisionId: ines as string as DecisionId, decider: ines },
]

test.each([
  ['a reader who decides nothing', jon, deciding(), 'ok'],
  ['whoever decides', ines, deciding(), 'ok'],
  ['a reader', jon, after(luis, { kind: 'oweDecision', decider: ines, due: '2027-03-12' }), 'ok'],
  ['a reader', jon, after(...recorded()), 'decision-is-recorded'],
  ['a reader', jon, discussing(), 'the-room-is-discussing'],
  ['a reader', jon, new Held().reading(jon), 'the-room-is-reading'],
  ['a reader', jon, after(luis, { kind: 'pause' }), 'the-meeting-is-adjourned'],
  ['somebody who did not come', priya, deciding(), 'not-in-the-room'],
  ['somebody who went', jon, after(jon, { kind: 'leave' }), 'not-in-the-room'],
  ['somebody who was not invited', stranger, deciding(), 'not-invited'],
])('D3: %s, in that room: may they seal a prediction (%#)', (_, who, { meeting }, is) => {
  const may = mayPredict(meeting, who, on)
  expect(may.ok ? 'ok' : may.refusal).toBe(is)
})

test('D3: off until the company allows it, and nothing for a guest', () => {
  const { meeting } = deciding()
  expect(mayPredict(meeting, jon, { predictions: false })).toMatchObject({ refusal: 'predictions-are-off' })
  const reader = meeting.attendees.get(jon) ?? expect.fail('Jon is there')
  const attendees = new Map(meeting.attendees).set(jon, { ...reader, roles: ['guest'] })
  expect(mayPredict({ ...meeting, attendees }, jon, on)).toMatchObject({ refusal: 'not-invited' })
})

test.each([
  [{ asksOn: '2027-03-02', came: null, isClosed: true }, false],
  [{ asksOn: '2027-03-01', came: null, isClosed: true }, true],
  [{ asksOn: '2027-02-01', came: null, isClosed: true }, true],
  [{ asksOn: '2027-03-01', came: null, isClosed: false }, false],
  [{ asksOn: '2027-03-01', came: 'untold', isClosed: true }, false],
] as const)('D3: its author is asked when its day has come (%#)', (prediction, is) => {
  expect(isDue(prediction, '2027-03-01')).toBe(is)
})

const said = (percent: number, cameTrue: boolean, times = 1) =>
  Array.from({ length: times }, () => ({ percent, cameTrue }))

test.each([
  ['none', [], null],
  ['one too few', said(50, true, 19), null],
  ['all certain and right', said(100, true, 20), { count: 20, brier: 0 }],
  ['all certain and wrong', said(100, false, 20), { count: 20, brier: 1 }],
  ['a half for everything', [...said(50, true, 7), ...said(50, false, 13)], { count: 20, brier: 0.25 }],
  // (0.3² · 14 + 0.7² · 6) / 20
  ['what is said is what comes', [...said(70, true, 14), ...said(70, false, 6)], { count: 20, brier: 0.21 }],
  // the others wait for the next twenty
  ['a batch and a part of one', [...said(100, true, 20), ...said(100, false, 19)], { count: 20, brier: 0 }],
  ['two batches', [...said(100, true, 20), ...said(100, false, 20)], { count: 40, brier: 0.5 }],
])('D3: the score of %s', (_, answered, is) => {
  const found = calibrationOf(answered, 20)
  expect(found && { count: found.count, brier: found.brier }).toEqual(is)
})

test('D3: of each tenth of the scale, what was said on average and what share came true; empty ones are left out', () => {
  const answered = [
    ...said(0, false),
    ...said(9, false),
    ...said(10, true),
    ...said(19, false),
    ...said(95, true, 2),
    ...said(100, true),
    ...said(90, false),
  ]
  expect(calibrationOf(answered, 8)?.deciles).toEqual([
    { from: 0, count: 2, said: 5, cameTrue: 0 },
    { from: 10, count: 2, said: 15, cameTrue: 50 },
    { from: 90, count: 4, said: 95, cameTrue: 75 },
  ])
})
