import { describe, expect, it } from 'vitest'
import { editionAnchor } from '../reviews/anchor.ts'
import { display, displayCode, displayFor } from './display.ts'
import { Held, ines, jon, luis, minute, omar, planned, priya, questionNamed } from './meeting.fixture.ts'

import { nothingReturns } from './returning.ts'

const [q1, q2, q3] = [questionNamed('91'), questionNamed('92'), questionNamed('93')]
const title = 'One text at five'
const seen = (held: Held) =>
  displayFor({ meeting: held.meeting, questions: held.questions, returning: nothingReturns, title })
const anchor = editionAnchor.parse({
  on: 'edition',
  editionId: planned().edition.id,
  blockId: 'b',
  from: 0,
  to: 9,
  quote: 'nine days',
  page: 2,
  line: 41,
  lastLine: 42,
})

/** A room that has read, asked and answered, with a word to look for in everything that is somebody’s. */
function asked() {
  const held = new Held().reading(ines, omar, priya, jon)
  held.asks(jon, q1, 'canary-question', { anchor })
  held.asks(priya, q2, 'canary-form', { matter: 'form' })
  held.asks(omar, q3, 'canary-second')
  held.does(jon, { kind: 'finishReading' })
  held.does(jon, { kind: 'answerOneQuestion', want: 'no', because: 'canary-because' })
  return held
}

describe('R19: a screen on the wall', () => {
  it('shows when it begins, then title and clock, and nothing of what anybody does', () => {
    expect(seen(new Held())).toEqual({
      title,
      phase: { name: 'lobby', startsAt: '2027-03-01T09:00:00.000Z' },
    })
    const reading = { name: 'reading', endsAt: '2027-03-01T09:12:00.000Z', ended: false }
    expect(seen(new Held().reading(jon))).toEqual({ title, phase: reading })
    // the very same whether or not anybody has asked, finished or answered
    expect(seen(asked())).toEqual({ title, phase: reading })
  })

  it('shows the question at hand with its lines once they are open, without who asked', () => {
    const held = asked().revealed()
    const lines = { quote: 'nine days', page: 2, line: 41, lastLine: 42 }
    expect(seen(held)?.phase).toMatchObject({ question: { text: 'canary-question', lines } })
    held.does(luis, { kind: 'openQuestion', questionId: q3 })
    expect(seen(held)?.phase).toMatchObject({ question: { text: 'canary-second', lines: null } })
    // one that was withdrawn in the instant of the reveal, or is of form, is never at hand
    expect(JSON.stringify(seen(held))).not.toContain('canary-form')
  })

  it('never shows a name, an id, an answer, a hand or who is here, in any phase', () => {
    const held = asked()
    const people = [ines, luis, omar, priya, jon]
    const look = () => {
      const shown = seen(held)
      if (shown) expect(display.parse(shown)).toEqual(shown)
      const text = JSON.stringify(shown)
      for (const one of [...people, held.meeting.id, held.meeting.initiativeId, q1, q2, q3])
        expect(text).not.toContain(one)
      expect(text).not.toContain('canary-because')
      expect(text).not.toContain('canary-form')
      return shown?.phase.name ?? null
    }
    const phases = [look()]
    const then = (by: typeof luis, command: Parameters<Held['does']>[1]) => {
      held.does(by, command)
      phases.push(look())
    }
    then(luis, { kind: 'pause' })
    then(luis, { kind: 'resume' })
    then(luis, { kind: 'announceReveal', because: 'canary-because' })
    held.now += 10_000
    held.tick()
    phases.push(look())
    then(priya, { kind: 'raiseHand' })
    then(luis, { kind: 'handOver', to: luis, due: '2027-03-08' })
    then(luis, { kind: 'setExperience', experience: 'canary-because', why: 'canary-because' })
    then(luis, { kind: 'moveToDecision' })
    then(luis, { kind: 'adjourn', resumesAt: minute(600) })
    then(luis, { kind: 'resume' })
    then(luis, { kind: 'oweDecision', decider: ines, due: '2027-03-08' })
    then(luis, { kind: 'close' })
    expect(phases).toEqual([
      'reading',
      'adjourned',
      'reading',
      'reveal',
      'discussion',
      'discussion',
      'discussion',
      'discussion',
      'decision',
      'adjourned',
      'decision',
      'decision',
      null,
    ])
  })
})

it.each([
  ['k7mq 3f9p', 'K7MQ3F9P'],
  [' K7MQ-3F9P ', 'K7MQ3F9P'],
  ['K7MQ3F9', null],
  ['K7MQ3F9O', null],
  ['', null],
])('R19: a code typed as %j is %j', (typed, code) => {
  const read = displayCode.safeParse(typed)
  expect(read.success ? read.data : null).toBe(code)
})
