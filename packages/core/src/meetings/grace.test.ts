import { expect, it } from 'vitest'
import { Held, jon, luis, minute, omar, priya } from './meeting.fixture.ts'
import { roomFor } from './visible.ts'

const because = 'The plane leaves at five.'
const phaseOf = (held: Held, viewer = luis) => roomFor(held.meeting, held.questions, viewer, held.now).phase

it.each([
  ['nobody else is here', [], [], 'reveal-announced'],
  ['everybody else has finished', [priya, jon], [priya, jon], 'reveal-announced'],
  ['one still reads', [priya, jon], [jon], 'others-still-read'],
])('R2: while %s, opening without a reason gives %s', (_who, come, finished, gives) => {
  const held = new Held().reading(...come)
  for (const person of finished) held.does(person, { kind: 'finishReading' })
  const result = held.gives(luis, { kind: 'announceReveal' })
  expect(typeof result === 'string' ? result : result.at(-1)).toBe(gives)
})

it('R2: who has gone out is not waited for', () => {
  const held = new Held().reading(priya, jon)
  held.does(priya, { kind: 'leave' })
  held.does(null, { kind: 'dropped', personId: jon })
  expect(held.gives(luis, { kind: 'announceReveal' })).toEqual(['reading-ended', 'reveal-announced'])
})

it('R2: the end of the time offers the reveal; with one still reading it opens only with a reason, or a minute is given', () => {
  const held = new Held().reading(priya, jon)
  held.does(priya, { kind: 'finishReading' })
  held.now = minute(12)
  held.tick()
  expect(phaseOf(held)).toMatchObject({ ended: true, progress: { finished: 1, here: 3, stillReading: 1 } })
  expect(held.gives(luis, { kind: 'announceReveal', because: '  ' })).toBe('others-still-read')
  held.now = minute(13)
  held.does(luis, { kind: 'extendReading', minutes: 1 })
  expect(phaseOf(held)).toMatchObject({ ended: false, endsAt: '2027-03-01T09:14:00.000Z' })
  held.does(jon, { kind: 'finishReading' })
  expect(held.gives(luis, { kind: 'announceReveal' })).toEqual(['reading-ended', 'reveal-announced'])
  expect(held.meeting.early).toBeNull()
})

it('R2, R6: the reason is seen by everybody while the questions open and stays in the record, with a count and no name', () => {
  const held = new Held().reading(priya, jon, omar)
  held.does(omar, { kind: 'finishReading' })
  held.does(luis, { kind: 'announceReveal', because })
  for (const viewer of [luis, priya, jon, omar]) expect(phaseOf(held, viewer)).toMatchObject({ because })
  expect(held.log.at(-1)).toMatchObject({ early: { stillReading: 2, because } })
  held.does(luis, { kind: 'cancelReveal' })
  expect(held.meeting.early).toBeNull()
  held.does(luis, { kind: 'announceReveal', because })
  held.now += 10_000
  held.tick()
  expect(phaseOf(held, jon)).toMatchObject({ name: 'discussion', early: { stillReading: 2, because } })
})
