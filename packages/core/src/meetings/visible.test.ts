import { describe, expect, it } from 'vitest'
import type { PersonId } from '../ids.ts'
import type { EditionAnchor } from '../reviews/anchor.ts'
import {
  Held,
  ines,
  jon,
  luis,
  minute,
  omar,
  planned,
  priya,
  questionNamed,
  stranger,
} from './meeting.fixture.ts'
import { defaultMeetingSettings } from './plan.ts'
import { room } from './room.ts'
import { summarySentence } from './summary.ts'
import { roomFor } from './visible.ts'

const q1 = questionNamed('91')
const q2 = questionNamed('92')
const q3 = questionNamed('93')
const see = (held: Held, viewer: PersonId) => roomFor(held.meeting, held.questions, viewer, held.now)
const on = (page: number, line: number): EditionAnchor => ({
  on: 'edition',
  editionId: planned().edition.id,
  blockId: 'b',
  from: 0,
  to: 4,
  quote: 'Until now',
  page,
  line,
  lastLine: line,
})

/** Jon asks about line 9, Priya about line 4 and about form; both have answered R18. */
function asked(settings = {}) {
  const held = new Held(planned({ settings: { ...defaultMeetingSettings, ...settings } })).reading(
    ines,
    omar,
    priya,
    jon,
  )
  held.asks(jon, q1, 'canary-jon', { anchor: on(1, 9) })
  held.asks(priya, q2, 'canary-priya', { anchor: on(1, 4) })
  held.asks(priya, q3, 'canary-form', { matter: 'form', anchor: on(2, 30) })
  held.does(jon, { kind: 'finishReading' })
  held.does(priya, { kind: 'finishReading' })
  held.does(jon, { kind: 'answerOneQuestion', want: 'no', because: 'canary-because' })
  return held
}

describe('while the room reads', () => {
  it.each(['reading', 'reveal'])('R7: in %s a sealed question reaches nobody but its author', (phase) => {
    const held = asked()
    if (phase === 'reveal') held.does(luis, { kind: 'announceReveal', because: 'They have said so.' })
    for (const viewer of [ines, luis, omar, priya, stranger]) {
      const sent = JSON.stringify(see(held, viewer))
      expect(sent).not.toContain('canary-jon')
      expect(sent).not.toContain('canary-because')
      expect(sent.includes('canary-priya')).toBe(viewer === priya)
    }
    expect(see(held, jon).phase).toMatchObject({
      mine: {
        questions: [{ id: q1, text: 'canary-jon' }],
        answer: { want: 'no', because: 'canary-because' },
      },
    })
  })

  it('R6: there is only text and clock, except that the facilitator sees how many have finished', () => {
    const held = asked()
    expect(see(held, priya)).toMatchObject({ attendees: [], phase: { name: 'reading', progress: null } })
    expect(see(held, luis).phase).toMatchObject({ progress: { finished: 2, here: 5, names: null } })
  })

  it('R6: whose names, is a setting', () => {
    const held = asked({ namesOfFinished: true })
    expect(see(held, luis).phase).toMatchObject({ progress: { finished: 2, names: [jon, priya] } })
    expect(see(held, omar).phase).toMatchObject({ progress: null })
  })

  it('R3: deadlines are the server’s instants', () => {
    const held = asked()
    expect(see(held, jon).phase).toMatchObject({ endsAt: new Date(minute(12)).toISOString() })
    held.does(luis, { kind: 'announceReveal', because: 'They have said so.' })
    expect(see(held, jon).phase).toMatchObject({ opensAt: '2027-03-01T09:00:10.000Z' })
  })

  it('R14: who is not in the room gets the phase and nothing from inside', () => {
    expect(see(asked(), stranger)).toMatchObject({
      me: null,
      attendees: [],
      phase: { name: 'outside', phase: 'reading' },
    })
  })
})

describe('once the questions are open', () => {
  it('R8: everybody has them all in the order of discussion, with the sentence above', () => {
    const held = asked().revealed()
    const { phase } = see(held, ines)
    if (phase.name !== 'discussion') throw new Error(phase.name)
    expect(phase.questions.map(({ id, by, text }) => ({ id, by, text }))).toEqual([
      { id: q2, by: priya, text: 'canary-priya' },
      { id: q1, by: jon, text: 'canary-jon' },
    ])
    expect(phase.current).toBe(q2)
    expect(summarySentence(phase.summary)).toBe('2 questions from 2 people.')
  })

  it('R8: remarks on form go to the author’s list, not the queue', () => {
    const held = asked().revealed()
    const form = (viewer: PersonId) => JSON.stringify(see(held, viewer)).includes('canary-form')
    expect([luis, priya, jon, ines].map(form)).toEqual([true, true, false, false])
  })

  it('R18: the tally opens, without names', () => {
    const { phase } = see(asked().revealed(), ines)
    expect(phase).toMatchObject({
      tally: { yes: 0, notYet: 0, no: 1, answers: [{ want: 'no', because: 'canary-because' }] },
    })
  })

  it('R7: with names withheld, an asker is named when they speak', () => {
    const held = asked({ namesAtReveal: false }).revealed()
    const names = (viewer: PersonId) => {
      const { phase } = see(held, viewer)
      return phase.name === 'discussion' ? [phase.questions.map(({ by }) => by), phase.turns] : null
    }
    expect(names(ines)).toEqual([[null, null], []])
    expect(names(jon)).toEqual([[null, jon], []])
    held.does(omar, { kind: 'openQuestion', questionId: q1 })
    expect(names(ines)).toEqual([
      [null, jon],
      [jon, luis],
    ])
  })

  it('R14: a latecomer reads on with nothing of the others’, until they say Finished', () => {
    const held = new Held().reading(ines, jon)
    held.asks(jon, q1, 'canary-jon')
    held.revealed()
    held.does(priya, { kind: 'join' })
    expect(JSON.stringify(see(held, priya))).not.toContain('canary')
    expect(see(held, priya).phase).toMatchObject({ name: 'reading', late: true })
    held.does(priya, { kind: 'finishReading' })
    expect(see(held, priya)).toMatchObject({ me: { partial: true }, phase: { name: 'discussion' } })
  })

  it('R9: asker, author, raised hands juniors first, deciders last; a call out of turn goes first', () => {
    const held = asked().revealed()
    for (const person of [ines, omar, jon]) held.does(person, { kind: 'raiseHand' })
    const turns = () => {
      const { phase } = see(held, luis)
      return phase.name === 'discussion' ? phase.turns : []
    }
    expect(turns()).toEqual([priya, luis, jon, omar, ines])
    held.does(luis, { kind: 'giveTurn', to: omar })
    expect(turns()).toEqual([omar, priya, luis, jon, ines])
    expect(held.log.at(-1)).toMatchObject({ kind: 'turn-given', to: omar })
  })

  it('R9: the round of views is junior first, deciders last', () => {
    const held = asked().revealed()
    held.does(luis, { kind: 'moveToDecision' })
    expect(see(held, luis).phase).toMatchObject({ name: 'decision', views: [jon, priya, omar, luis, ines] })
  })

  it('R9: without bands it is by lot, the same for everybody, deciders last', () => {
    const attendees = planned().attendees.map((attendee) => ({ ...attendee, band: null }))
    const held = new Held(planned({ attendees })).reading(ines, omar, priya, jon).revealed()
    held.does(luis, { kind: 'moveToDecision' })
    const views = [luis, jon].map((viewer) => {
      const { phase } = see(held, viewer)
      return phase.name === 'decision' ? phase.views : []
    })
    expect(views[0]).toEqual(views[1])
    expect(views[0]?.at(-1)).toBe(ines)
    expect([...(views[0] ?? [])].sort()).toEqual([ines, luis, omar, priya, jon])
  })
})

it('P2: nobody’s speaking order is sent to anybody', () => {
  const held = asked().revealed()
  for (const viewer of [ines, luis, jon]) expect(JSON.stringify(see(held, viewer))).not.toContain('band')
})

it('W: a button is disabled with its reason', () => {
  const held = asked()
  expect(see(held, jon).notNow).toMatchObject({
    announceReveal: 'not-the-facilitator',
    recordDecision: 'not-a-decider',
    raiseHand: 'the-room-is-reading',
  })
  expect(see(held, luis).notNow.announceReveal).toBeUndefined()
  held.revealed()
  expect(see(held, luis).notNow.close).toBe('questions-without-an-end')
})

it('R12: the deputy is offered the role while the facilitator is away, nobody else', () => {
  const held = asked()
  held.does(null, { kind: 'dropped', personId: luis })
  held.now += 30_000
  expect([omar, priya].map((viewer) => see(held, viewer).facilitationOffered)).toEqual([true, false])
})

it('A5: every room is what the contract says it is', () => {
  const held = asked()
  const rooms = [see(held, jon), see(held, stranger), see(held.revealed(), jon)]
  held.does(luis, { kind: 'moveToDecision' })
  for (const one of [...rooms, see(held, ines)]) expect(room.parse(one)).toEqual(one)
})
