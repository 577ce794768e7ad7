import { describe, expect, it } from 'vitest'
import { mayAsk } from './decideReading.ts'
import { fold } from './fold.ts'
import { Held, jon, luis, omar, priya, questionNamed, stranger } from './meeting.fixture.ts'
import { roomFor } from './visible.ts'

/** Jon reads on paper and never comes in; Omar takes notes. */
const reading = () => new Held().reading(omar, priya)
const agreed = () => {
  const held = reading().revealed()
  held.does(luis, { kind: 'setExperience', experience: 'One text at five.', why: 'The tide.' })
  return held
}

describe('R19: a reader on paper', () => {
  it('asks through the note-taker after the reveal, without ever having come in', () => {
    expect(mayAsk(reading().meeting, omar, jon)).toEqual({ ok: false, refusal: 'not-the-note-taker' })
    const held = reading().revealed()
    expect(mayAsk(held.meeting, omar, jon)).toEqual({ ok: true, value: { sealed: false } })
    expect(mayAsk(held.meeting, priya, jon)).toEqual({ ok: false, refusal: 'not-the-note-taker' })
    const question = { id: questionNamed('91'), by: jon }
    held.does(omar, { kind: 'addQuestion', question })
    // the log says both who entered it and whose it is
    expect(held.log.at(-1)).toMatchObject({ kind: 'question-added', by: omar, question })
  })

  it('is entered as understanding why by the note-taker, and the log says by whom and for whom', () => {
    const held = agreed()
    expect(held.gives(omar, { kind: 'acknowledgeFor', personId: jon })).toEqual(['acknowledged-for'])
    expect(held.log.at(-1)).toMatchObject({ by: omar, personId: jon })
    const { phase } = roomFor(held.meeting, held.questions, priya, held.now)
    expect(phase).toMatchObject({
      responses: [{ name: 'acknowledged', personId: jon, enteredBy: omar, current: true }],
    })
    expect(held.gives(omar, { kind: 'acknowledgeFor', personId: jon })).toEqual([])
    // what is said oneself counts from then on
    held.does(jon, { kind: 'join' })
    held.does(luis, { kind: 'setExperience', experience: 'One text at six.', why: 'The tide.' })
    held.does(jon, { kind: 'acknowledge' })
    expect(held.meeting.responses.get(jon)).toEqual({ name: 'acknowledged', version: 2, enteredBy: null })
    expect(fold(held.log)).toEqual(held.meeting)
  })

  it('is entered as disagreeing by the note-taker, in their own words and name', () => {
    const held = agreed()
    const said = { because: 'Too early.', whatWouldChangeMyMind: 'A warm spring.', commits: true }
    expect(held.gives(priya, { kind: 'dissentFor', personId: jon, ...said })).toBe('not-the-note-taker')
    expect(held.gives(omar, { kind: 'dissentFor', personId: priya, ...said })).toBe('speaks-for-themselves')
    expect(held.gives(omar, { kind: 'dissentFor', personId: jon, ...said })).toEqual(['dissented-for'])
    const { phase } = roomFor(held.meeting, held.questions, priya, held.now)
    expect(phase).toMatchObject({
      responses: [{ name: 'dissented', personId: jon, enteredBy: omar, current: true, ...said }],
    })
    expect(fold(held.log)).toEqual(held.meeting)
  })

  it.each([
    ['a reader', priya, jon, 'not-the-note-taker'],
    ['the note-taker for somebody at a screen', omar, priya, 'speaks-for-themselves'],
    ['the note-taker for somebody not invited', omar, stranger, 'no-such-person'],
  ])('is not entered by %s', (_who, by, personId, refusal) => {
    expect(agreed().gives(by, { kind: 'acknowledgeFor', personId })).toBe(refusal)
  })

  it('has nothing to understand before it is written', () => {
    expect(reading().revealed().gives(omar, { kind: 'acknowledgeFor', personId: jon })).toBe(
      'nothing-to-acknowledge',
    )
  })
})
