import { expect, test } from 'vitest'
import type { QuestionId } from '../ids.ts'
import { Held, ines, jon, luis, omar, planned, priya, questionNamed } from './meeting.fixture.ts'
import { roomFor } from './visible.ts'

const MINUTE_MS = 60_000
const ids = ['1', '2', '3', '4'].map(questionNamed)
const [q1, q2, q3] = ids as [QuestionId, QuestionId, QuestionId]
const answered = { name: 'answered-in-the-room', answer: '' } as const

/** Four questions of one person each, and forty minutes. */
function open(changes: Parameters<typeof planned>[0] = {}) {
  const held = new Held(planned(changes)).reading(ines, luis, omar, priya, jon)
  for (const id of ids) held.asks(priya, id, 'Why?')
  return held.revealed()
}
function minutes(held: Held, viewer = luis) {
  const { phase } = roomFor(held.meeting, held.questions, viewer, held.now)
  const time = phase.name === 'discussion' ? phase.questionTime : null
  return time && { left: (Date.parse(time.endsAt) - held.now) / MINUTE_MS, shown: time.shown }
}

test('R10: the question at hand has its share of what is left, and what it leaves unspent flows on', () => {
  const held = open()
  expect(minutes(held)).toEqual({ left: 10, shown: true })
  // the room sees only an overrun
  expect(minutes(held, priya)).toEqual({ left: 10, shown: false })
  held.now += 4 * MINUTE_MS
  expect(minutes(held)?.left).toBe(6)
  held.does(omar, { kind: 'endQuestion', questionId: q1, state: answered })
  held.does(omar, { kind: 'openQuestion', questionId: q2 })
  expect(minutes(held)?.left).toBe(12)
  held.now += 18 * MINUTE_MS
  expect(minutes(held)?.left).toBe(-6)
  held.does(omar, { kind: 'endQuestion', questionId: q2, state: answered })
  held.does(omar, { kind: 'openQuestion', questionId: q3 })
  expect(minutes(held)?.left).toBe(9)
})

test('R10: what more people ask, and what must be answered before a yes, has more of it', () => {
  const held = open()
  held.does(priya, { kind: 'setMust', questionId: q1, must: true })
  expect(minutes(held)?.left).toBe(16) // 4 of 4 + 3 × 2
  held.does(jon, { kind: 'askToo', questionId: q1 })
  held.does(omar, { kind: 'askToo', questionId: q1 })
  expect(minutes(held)?.left).toBeCloseTo(40 * (8 / 14))
  held.does(omar, { kind: 'mergeQuestions', questionIds: [q2, q3] })
  expect(minutes(held)?.left).toBeCloseTo(40 * (8 / 12))
})

test('R10: extending gives more to what is at hand; with no time left there is nothing to share', () => {
  const held = open()
  held.does(luis, { kind: 'extendDiscussion', minutes: 20 })
  expect(minutes(held)?.left).toBe(15)
  held.now += 61 * MINUTE_MS
  held.does(omar, { kind: 'openQuestion', questionId: q2 })
  expect(minutes(held)).toBeNull()
})

test('R10: who sees it is a setting', () => {
  const { settings } = planned()
  const everybody = open({ settings: { ...settings, timePerQuestion: 'everybody' } })
  expect(minutes(everybody, priya)?.shown).toBe(true)
  const nobody = open({ settings: { ...settings, timePerQuestion: 'nobody' } })
  expect(minutes(nobody)).toBeNull()
})

test('R2, R10: while the room stands still, so does the time of the question at hand', () => {
  const held = open()
  held.now += 4 * MINUTE_MS
  held.adjourned()
  held.now += 90 * MINUTE_MS
  held.does(luis, { kind: 'resume' })
  expect(minutes(held)?.left).toBe(6)
})
