import { describe, expect, it } from 'vitest'
import type { PersonId } from '../ids.ts'
import { nextDeadline } from './decideReading.ts'
import { deputyOfferedAt } from './decideRoom.ts'
import { fold } from './fold.ts'
import { Held, ines, jon, luis, minute, omar, priya, questionNamed, stranger } from './meeting.fixture.ts'
import { room } from './room.ts'
import { roomFor } from './visible.ts'

const q1 = questionNamed('91')
const see = (held: Held, viewer: PersonId) => roomFor(held.meeting, held.questions, viewer, held.now)
const deciding = () => {
  const held = new Held().reading(ines, omar, priya, jon).revealed()
  held.does(luis, { kind: 'moveToDecision' })
  return held
}

it.each([
  ['lobby', new Held(), 'not-started'],
  ['reading', new Held().reading(jon), ['adjourned']],
  ['discussion', new Held().reading(jon).revealed(), ['adjourned']],
  ['decision', deciding(), ['adjourned']],
] as const)('R2: a meeting is adjourned from %s: %j', (_phase, held, gives) => {
  expect(held.gives(luis, { kind: 'adjourn', resumesAt: null })).toEqual(gives)
})

it('R2: not in the countdown, which is over in a moment or is stopped', () => {
  const held = new Held().reading(jon)
  held.does(luis, { kind: 'announceReveal', because: 'They have said so.' })
  expect(held.gives(luis, { kind: 'adjourn', resumesAt: null })).toBe('the-questions-are-opening')
})

it('R2: a reading resumes with the time that was left, and the clock waits meanwhile', () => {
  const held = new Held().reading(jon)
  held.now = minute(7)
  held.adjourned(minute(24 * 60))
  expect(nextDeadline(held.meeting)).toBeNull()
  held.now = minute(60)
  expect(held.tick()).toEqual([])
  held.now = minute(24 * 60 + 3)
  expect(held.gives(luis, { kind: 'resume' })).toEqual(['resumed'])
  expect(held.meeting.phase).toEqual({
    name: 'reading',
    // twelve minutes, of which seven had passed: the hairline goes on where it was
    reading: { startedAt: held.now - 7 * 60_000, endsAt: held.now + 5 * 60_000, ended: null },
  })
  expect(nextDeadline(held.meeting)).toBe(held.now + 5 * 60_000)
  expect(fold(held.log)).toEqual(held.meeting)
})

it.each([
  ['reading', () => new Held().reading(jon), ['paused']],
  ['discussion', () => new Held().reading(jon).revealed(), ['paused']],
  ['decision', deciding, ['paused']],
  ['lobby', () => new Held(), 'not-started'],
])('R2: a meeting is paused for an interruption from %s', (_phase, before, gives) => {
  expect(before().gives(luis, { kind: 'pause' })).toEqual(gives)
})

it('R2: a pause is the same standing still, for minutes: it resumes with what was left, or becomes an adjournment', () => {
  const held = new Held().reading(jon)
  held.now = minute(7)
  expect(held.gives(jon, { kind: 'pause' })).toBe('not-the-facilitator')
  held.does(luis, { kind: 'pause' })
  expect(held.gives(luis, { kind: 'pause' })).toBe('the-meeting-is-adjourned')
  expect(nextDeadline(held.meeting)).toBeNull()
  expect(see(held, jon).phase).toMatchObject({ name: 'adjourned', paused: true, leftMs: 5 * 60_000 })
  held.now = minute(600)
  expect(held.tick()).toEqual([])
  held.does(luis, { kind: 'resume' })
  expect(held.log.at(-1)).toMatchObject({ kind: 'resumed', paused: true, endsAt: minute(605) })
  expect(held.meeting.phase).toMatchObject({ name: 'reading', reading: { endsAt: minute(605) } })
  held.does(luis, { kind: 'pause' })
  expect(held.gives(luis, { kind: 'adjourn', resumesAt: null })).toEqual(['adjourned'])
  expect(held.meeting.phase).toMatchObject({ paused: false, at: minute(600) })
  expect(fold(held.log)).toEqual(held.meeting)
})

it('R2: what was over stays over by as much', () => {
  const held = new Held().reading(jon).revealed()
  held.now = minute(50)
  held.tick()
  const before = held.meeting.phase
  if (before.name !== 'discussion') throw new Error('not in discussion')
  const over = held.now - before.endsAt
  held.adjourned()
  held.now = minute(5000)
  held.does(luis, { kind: 'resume' })
  expect(held.meeting.phase).toEqual({ name: 'discussion', endsAt: held.now - over, overran: true })
  expect(nextDeadline(held.meeting)).toBeNull()
})

it('R2: a decision is gone on with where it was, with all that was agreed', () => {
  const held = deciding()
  held.does(luis, { kind: 'setExperience', experience: 'One text at five.', why: 'The tide.' })
  held.does(jon, { kind: 'acknowledge' })
  const { ending, responses } = held.meeting
  held.adjourned()
  expect(held.gives(luis, { kind: 'close' })).toBe('the-meeting-is-adjourned')
  held.now += 86_400_000
  held.does(luis, { kind: 'resume' })
  expect(held.meeting).toMatchObject({ phase: { name: 'decision' }, ending, responses })
})

it('R2: said again, it changes the day; a moment that has passed is refused', () => {
  const held = new Held().reading(jon).adjourned()
  expect(held.gives(luis, { kind: 'adjourn', resumesAt: held.now })).toBe('moment-has-passed')
  expect(held.gives(luis, { kind: 'adjourn', resumesAt: minute(600) })).toEqual(['adjourned'])
  expect(held.gives(luis, { kind: 'adjourn', resumesAt: minute(600) })).toEqual([])
  expect(held.meeting.phase).toMatchObject({ resumesAt: minute(600), at: minute(0) })
  expect(held.gives(jon, { kind: 'resume' })).toBe('not-the-facilitator')
  held.does(luis, { kind: 'resume' })
  expect(held.gives(luis, { kind: 'resume' })).toBe('the-room-is-reading')
})

it('R2, R7: adjourned out of the reading it can be called off; what was sealed stays so for good', () => {
  const held = new Held().reading(ines, omar, priya, jon)
  held.asks(jon, q1, 'canary-jon')
  held.does(jon, { kind: 'finishReading' })
  held.does(jon, { kind: 'answerOneQuestion', want: 'no', because: 'canary-because' })
  held.adjourned(minute(600))
  expect(held.gives(jon, { kind: 'callOff' })).toBe('not-the-facilitator')
  expect(held.gives(luis, { kind: 'callOff' })).toEqual(['called-off'])
  expect(held.meeting.phase).toMatchObject({ name: 'closed', how: 'called-off' })
  expect(nextDeadline(held.meeting)).toBeNull()
  for (const viewer of [ines, luis, omar, priya, jon, stranger]) {
    const seen = see(held, viewer)
    expect(room.parse(seen)).toEqual(seen)
    expect(JSON.stringify(seen)).not.toContain('canary')
    expect(seen.phase).toMatchObject({ tally: { yes: 0, notYet: 0, no: 0, answers: [] }, questions: [] })
  }
  expect(held.gives(luis, { kind: 'resume' })).toBe('meeting-is-closed')
  expect(fold(held.log)).toEqual(held.meeting)
})

it.each([
  ['discussion', () => new Held().reading(jon).revealed()],
  ['decision', deciding],
])('R11: adjourned out of the %s it is not: its questions leave with an end', (_phase, before) => {
  const held = before().adjourned()
  expect(held.gives(luis, { kind: 'callOff' })).toBe('the-questions-were-opened')
})

describe('while it stands still', () => {
  it('R7: nobody is shown anything sealed, and nothing is lost', () => {
    const held = new Held().reading(ines, omar, priya, jon)
    held.asks(jon, q1, 'canary-jon')
    held.does(jon, { kind: 'finishReading' })
    held.does(jon, { kind: 'answerOneQuestion', want: 'no', because: 'canary-because' })
    held.adjourned()
    for (const viewer of [ines, luis, omar, priya, jon, stranger]) {
      const seen = see(held, viewer)
      expect(room.parse(seen)).toEqual(seen)
      expect(JSON.stringify(seen)).not.toContain('canary')
    }
    expect(see(held, priya).phase).toEqual({
      name: 'adjourned',
      at: '2027-03-01T09:00:00.000Z',
      resumesAt: null,
      from: 'reading',
      leftMs: 12 * 60_000,
      paused: false,
    })
    expect(see(held, stranger).phase).toEqual({ name: 'outside', phase: 'adjourned' })
    held.does(luis, { kind: 'resume' })
    held.revealed()
    expect(see(held, priya).phase).toMatchObject({
      name: 'discussion',
      questions: [{ text: 'canary-jon' }],
      tally: { no: 1 },
    })
  })

  it('R14: who first comes then, after a reveal, reads first when it goes on', () => {
    const held = new Held().reading(priya).revealed().adjourned()
    held.does(jon, { kind: 'join' })
    expect(held.meeting.attendees.get(jon)?.joined).toEqual({ partial: true, afterReveal: true })
    held.does(luis, { kind: 'resume' })
    expect(see(held, jon).phase).toMatchObject({ name: 'reading', late: true })
    expect(see(held, priya).phase.name).toBe('discussion')
  })

  it('R12: nobody is away from it before its day; then a deputy is offered the place', () => {
    const held = new Held().reading(omar).adjourned(minute(600))
    held.does(null, { kind: 'dropped', personId: luis })
    expect(deputyOfferedAt(held.meeting)).toBe(minute(600) + 30_000)
    held.now = minute(500)
    expect(held.gives(omar, { kind: 'takeFacilitation' })).toBe('the-facilitator-is-here')
    held.now = minute(601)
    expect(held.gives(omar, { kind: 'takeFacilitation' })).toEqual(['facilitator-changed'])
    expect(held.gives(omar, { kind: 'resume' })).toEqual(['resumed'])
  })
})
