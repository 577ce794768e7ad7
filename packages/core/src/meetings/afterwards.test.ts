import { expect, it } from 'vitest'
import { afterwardsOf, timesAtHand } from './afterwards.ts'
import { Held, ines, jon, luis, omar, planned, priya, questionNamed } from './meeting.fixture.ts'

const [q1, q2, q3] = [questionNamed('1'), questionNamed('2'), questionNamed('3')]
const MINUTE_MS = 60_000

const discussing = () => {
  const held = new Held(planned()).reading(ines, omar, priya, jon)
  held.asks(jon, q1, 'How many farms?')
  held.asks(priya, q2, 'Were the broken stations counted?')
  held.asks(priya, q3, 'And who pays?')
  for (const person of [ines, luis, omar, priya, jon]) held.does(person, { kind: 'finishReading' })
  return held.revealed()
}
const takes = (held: Held, questionId: typeof q1) => held.does(luis, { kind: 'openQuestion', questionId })
const minutes = (held: Held) =>
  [...timesAtHand(held.log)].map(([id, milliseconds]) => [id, milliseconds / MINUTE_MS])

it('R10: a question is at hand from when it is taken up until the next is', () => {
  const held = discussing()
  takes(held, q1)
  held.now += 4 * MINUTE_MS
  takes(held, q2)
  held.now += 6 * MINUTE_MS
  takes(held, q1)
  held.now += MINUTE_MS
  held.does(luis, { kind: 'moveToDecision' })
  expect(minutes(held)).toEqual([
    [q1, 5],
    [q2, 6],
  ])
})

it('R2: no time passes for it while the room decides or stands still', () => {
  const held = discussing()
  takes(held, q1)
  held.now += 2 * MINUTE_MS
  held.does(luis, { kind: 'moveToDecision' })
  held.now += 7 * MINUTE_MS
  held.does(luis, { kind: 'returnToDiscussion' })
  held.now += MINUTE_MS
  held.adjourned()
  held.now += 600 * MINUTE_MS
  held.does(luis, { kind: 'resume' })
  held.now += 3 * MINUTE_MS
  takes(held, q2)
  expect(minutes(held)).toEqual([[q1, 6]])
})

it('R6: questions are counted by page and area, and an asker who was never named is in no area', () => {
  const held = discussing()
  takes(held, q2)
  held.now += 2 * MINUTE_MS
  takes(held, q1)
  const anchor = (page: number) => ({
    ...{ on: 'edition' as const, editionId: held.meeting.edition.id, blockId: 'b', from: 0, to: 1 },
    ...{ quote: 'a', page, line: page * 40, lastLine: page * 40 },
  })
  const asked = [
    { id: q1, by: jon, anchor: anchor(2) },
    { id: q2, by: priya, anchor: anchor(1) },
    { id: q3, by: null, anchor: null },
  ]
  expect(afterwardsOf(held.log, asked, new Map([[jon, 'finance']]))).toEqual({
    pages: [
      { page: 1, questions: 1, seconds: 120 },
      { page: 2, questions: 1, seconds: 0 },
      { page: null, questions: 1, seconds: 0 },
    ],
    areas: [
      { area: 'finance', questions: 1 },
      { area: null, questions: 1 },
    ],
    longest: { questionId: q2, seconds: 120 },
  })
  expect(afterwardsOf([], [], new Map())).toEqual({ pages: [], areas: [], longest: null })
})
