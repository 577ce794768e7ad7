import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { MeetingId, PersonId, QuestionId } from '../ids.ts'
import type { EditionAnchor } from '../reviews/anchor.ts'
import type { Question } from '../reviews/question.ts'
import { displayFor } from './display.ts'
import {
  Held,
  ines,
  jon,
  luis,
  nine,
  omar,
  planned,
  priya,
  questionNamed,
  stranger,
} from './meeting.fixture.ts'
import { withoutPace } from './pace.ts'
import { candidates, isStillOpen, type Returning, type ReturningQuestion, settledBy } from './returning.ts'
import { room } from './room.ts'
import { summarySentence } from './summary.ts'
import { roomFor } from './visible.ts'

const earlier = questionNamed('b9') as string as MeetingId
const owed = questionNamed('81')
const answered = questionNamed('82')
const scoped = questionNamed('83')
const fresh = questionNamed('91')

const on = (line: number): EditionAnchor => ({
  on: 'edition',
  editionId: planned().edition.id,
  blockId: 'b',
  from: 0,
  to: 4,
  quote: 'Until now',
  page: 1,
  line,
  lastLine: line,
})

function asked(id: QuestionId, by: PersonId, text: string, more: Partial<Question> = {}): Question {
  const { initiativeId, edition } = planned()
  return {
    id,
    initiativeId,
    meetingId: earlier,
    editionId: edition.id,
    by,
    enteredBy: null,
    text,
    matter: 'substance',
    anchor: on(9),
    seal: 'on-record',
    state: { name: 'open' },
    faqBlockId: null,
    accepted: null,
    askedAt: '2027-02-01T09:00:00.000Z',
    ...more,
  }
}

/** Luis owes Jon an answer; Priya was answered in the room, Jon in the document; what Omar asked was out of scope. */
const before: Question[] = [
  asked(owed, jon, 'How often?', { state: { name: 'research-owed', owner: luis, due: '2027-02-20' } }),
  asked(answered, priya, 'Who pays?', {
    state: { name: 'answered-in-the-room', answer: 'The port.' },
    anchor: null,
  }),
  asked(scoped, omar, 'And oysters?', { state: { name: 'out-of-scope', because: '' }, anchor: on(4) }),
]

function returningTo(questions: readonly Question[] = before): Returning {
  return {
    since: {
      meetingId: earlier,
      purpose: 'decide',
      at: '2027-02-01T10:00:00.000Z',
      edition: { id: planned().edition.id, number: 2 },
      isSameDocument: true,
    },
    decision: null,
    actions: [],
    questions: questions.map(
      (question): ReturningQuestion => ({
        question,
        edition: 2,
        answer: null,
        here: question.anchor && { anchor: { ...question.anchor, line: 11, lastLine: 12 }, isReworded: true },
      }),
    ),
  }
}

const see = (held: Held, viewer: PersonId, questions?: readonly Question[]) =>
  roomFor(held.meeting, held.questions, viewer, held.now, returningTo(questions))
const says = (held: Held, by: PersonId, questionId: QuestionId, accepted: boolean | null) => {
  const asker = before.find(({ id }) => id === questionId)?.by ?? stranger
  return held.gives(by, { kind: 'answerReturn', questionId, asker, accepted })
}
const given = (held: Held) => ({
  earlier: {
    tallies: [{ edition: 2, at: nine - 1e9, yes: 1, notYet: 2, no: 0 }],
    questions: candidates(before),
  },
  questions: held.questions.filter(({ seal }) => seal === 'sealed').map(({ id, by }) => ({ id, by })),
})
function revealed(held: Held) {
  held.does(luis, { kind: 'announceReveal', because: 'We go on.' })
  held.now += 10_000
  held.does(null, { kind: 'tick', ...given(held) })
  return held
}
function reading(...people: PersonId[]) {
  const held = new Held()
  for (const person of people) held.does(person, { kind: 'join' })
  held.does(luis, { kind: 'start', since: earlier })
  return held
}

describe('what is open from before', () => {
  it.each([
    ['open', null, true],
    ['research-owed', null, true],
    ['research-owed', true, false],
    ['answered-in-the-room', null, false],
    ['answered-in-the-document', false, true],
    ['out-of-scope', false, true],
    ['withdrawn', false, false],
    ['withdrawn', null, false],
  ] as const)('F5: %s, accepted %s: %s', (name, accepted, open) => {
    const state = { name } as Question['state']
    expect(isStillOpen({ state, accepted, matter: 'substance' })).toBe(open)
    expect(isStillOpen({ state, accepted, matter: 'form' })).toBe(false)
  })
})

describe('the cover sheet', () => {
  const cover = (held: Held, viewer: PersonId, questions?: readonly Question[]) => {
    const { phase } = see(held, viewer, questions)
    return 'cover' in phase ? phase.cover : null
  }

  it('R17: one’s own come first, each with where it was asked and how it ended; then others’ open ones', () => {
    const sheet = cover(reading(jon, priya), priya)
    expect(sheet?.own).toEqual([
      {
        id: answered,
        text: 'Who pays?',
        asked: { edition: 2, on: null },
        ended: { name: 'answered-in-the-room', answer: 'The port.' },
        answer: null,
        here: null,
        accepted: null,
      },
    ])
    expect(sheet?.others).toEqual([
      {
        id: owed,
        text: 'How often?',
        asked: { edition: 2, on: { line: 9, lastLine: 9, quote: 'Until now' } },
        ended: { name: 'research-owed', owner: luis, due: '2027-02-20' },
        answer: null,
        here: { page: 1, line: 11, lastLine: 12, isReworded: true },
      },
    ])
  })

  it.each(['lobby', 'reading', 'reveal'] as const)('R17: it opens the room, in %s', (phase) => {
    const held = phase === 'lobby' ? new Held() : reading(jon)
    if (phase === 'lobby') held.does(jon, { kind: 'join' })
    if (phase === 'reveal') held.does(luis, { kind: 'announceReveal', because: 'We go on.' })
    expect(cover(held, jon)?.own.map(({ text }) => text)).toEqual(['How often?'])
  })

  it('R14: a latecomer gets it too; whoever has finished, is outside or comes after the close does not', () => {
    const held = revealed(reading(ines, jon))
    held.does(priya, { kind: 'join' })
    expect(cover(held, priya)?.own.map(({ text }) => text)).toEqual(['Who pays?'])
    expect(cover(held, jon)).toBeNull()
    expect(cover(held, stranger)).toBeNull()
  })

  it('R17: the first meeting on an initiative has none', () => {
    const held = new Held().reading(jon)
    expect(roomFor(held.meeting, held.questions, jon, held.now).phase).toMatchObject({ cover: null })
  })

  it('F5: what was withdrawn, was about form, or is settled is not on it', () => {
    const mine = [
      asked(owed, jon, 'Settled?', { accepted: true }),
      asked(answered, jon, 'Withdrawn?', { state: { name: 'withdrawn' } }),
      asked(scoped, jon, 'A comma?', { matter: 'form' }),
    ]
    expect(cover(reading(jon), jon, mine)?.own).toEqual([])
    expect(cover(reading(ines, jon), ines, mine)?.others).toEqual([])
  })
})

describe('that answers it, and not yet', () => {
  it('R17: only the asker says it; it can be said again, the other way, and taken back', () => {
    const held = reading(jon, priya)
    expect(says(held, priya, owed, true)).toBe('not-the-asker')
    expect(says(held, jon, owed, false)).toEqual(['return-answered'])
    expect(says(held, jon, owed, false)).toEqual([])
    expect(says(held, jon, owed, true)).toEqual(['return-answered'])
    expect(see(held, jon).phase).toMatchObject({ cover: { own: [{ accepted: true }] } })
    says(held, jon, owed, null)
    expect(see(held, jon).phase).toMatchObject({ cover: { own: [{ accepted: null }] } })
  })

  it('R5: whoever is past the reveal says it in the discussion', () => {
    expect(says(revealed(reading(jon)), jon, owed, true)).toBe('the-room-is-discussing')
  })

  const answers = fc.array(
    fc.record({
      by: fc.constantFrom(jon, priya, omar),
      accepted: fc.constantFrom(true, false, null),
      later: fc.nat(3),
    }),
    { maxLength: 12 },
  )
  const asks: ReadonlyMap<PersonId, QuestionId> = new Map([
    [jon, owed],
    [priya, answered],
    [omar, scoped],
  ])

  test('R6, R7: whatever the others say on their cover sheets, nobody is sent one byte of it before the reveal', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('lobby', 'reading', 'reveal'), (acts, phase) => {
        const held = phase === 'lobby' ? new Held() : reading(ines, jon, priya, omar)
        if (phase === 'lobby') for (const by of [ines, jon, priya, omar]) held.does(by, { kind: 'join' })
        if (phase === 'reveal') held.does(luis, { kind: 'announceReveal', because: 'We go on.' })
        const people = [ines, luis, omar, priya, jon, stranger]
        const sent = new Map(people.map((viewer) => [viewer, JSON.stringify(see(held, viewer))]))
        for (const { by, accepted } of acts) {
          says(held, by, asks.get(by) ?? fresh, accepted)
          for (const viewer of people) {
            const now = JSON.stringify(see(held, viewer))
            if (viewer !== by) expect(now).toBe(sent.get(viewer))
            else sent.set(viewer, now)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('F5: what opens the meeting is what its askers said last, and else what was open', () => {
    fc.assert(
      fc.property(answers, (acts) => {
        const held = reading(ines, jon, priya, omar)
        const last = new Map<QuestionId, boolean | null>()
        for (const { by, accepted } of acts) {
          const id = asks.get(by) ?? fresh
          says(held, by, id, accepted)
          last.set(id, accepted)
        }
        revealed(held)
        const open = before.filter(
          (question) =>
            (last.get(question.id) ?? null) === false ||
            ((last.get(question.id) ?? null) === null && isStillOpen(question)),
        )
        expect([...held.meeting.questions.keys()].sort()).toEqual(open.map(({ id }) => id).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('R6: when the meeting closes the log no longer knows when in the reading it was said', () => {
    const held = reading(jon)
    held.now += 77_000
    says(held, jon, owed, true)
    revealed(held)
    const reveal = held.log.find(({ kind }) => kind === 'revealed')
    expect(withoutPace(held.log).find(({ kind }) => kind === 'return-answered')).toMatchObject({
      by: jon,
      at: reveal?.at,
    })
  })
})

describe('once the questions are open', () => {
  function withNew() {
    const held = reading(ines, jon, priya, omar)
    held.asks(priya, fresh, 'Something new?', { anchor: on(2) })
    says(held, priya, answered, false)
    return revealed(held)
  }
  const queueOf = (held: Held, viewer: PersonId) => {
    const { phase } = see(held, viewer)
    if (phase.name !== 'discussion') throw new Error(phase.name)
    return phase
  }

  it('F5: those that are open from before open the meeting, each where its words stand now', () => {
    const phase = queueOf(withNew(), ines)
    expect(phase.questions.map(({ id, carried }) => [id, carried?.edition ?? null])).toEqual([
      [owed, 2],
      [answered, 2],
      [fresh, null],
    ])
    expect(phase.questions[0]).toMatchObject({
      by: jon,
      anchor: { line: 11, lastLine: 12 },
      carried: { on: { line: 9 } },
      state: { name: 'open' },
    })
    expect(phase.current).toBe(owed)
    expect(summarySentence(phase.summary)).toBe('1 question from 1 person, and 2 carried forward.')
  })

  it('R11: they leave the room with an end like any other', () => {
    const held = withNew()
    expect(held.gives(luis, { kind: 'close' })).toBe('questions-without-an-end')
    for (const questionId of [owed, answered, fresh])
      held.does(luis, {
        kind: 'endQuestion',
        questionId,
        state: { name: 'answered-in-the-room', answer: '' },
      })
    held.does(luis, { kind: 'moveToDecision' })
    expect(held.gives(luis, { kind: 'close' })).not.toBe('questions-without-an-end')
  })

  it('R11: one that has its entry in the FAQ gets no second', () => {
    const held = reading(jon)
    held.does(luis, { kind: 'announceReveal', because: 'We go on.' })
    held.now += 10_000
    const inFaq = candidates(before.map((each) => ({ ...each, faqBlockId: 'entry' })))
    held.does(null, { kind: 'tick', questions: [], earlier: { tallies: [], questions: inFaq } })
    expect(held.gives(luis, { kind: 'addToFaq', questionId: owed, blockId: 'another' })).toEqual([])
  })

  it('R9: an asker who is not at this meeting is not among those who speak', () => {
    const attendees = planned().attendees.filter(({ personId }) => personId !== jon)
    const held = new Held(planned({ attendees }))
    held.does(luis, { kind: 'start', since: earlier })
    const { turns, current } = queueOf(revealed(held), luis)
    expect([current, turns]).toEqual([owed, [luis]])
  })

  it('R18: the counts of the meetings before stand beside those of this one, and nobody in them', () => {
    const held = withNew()
    expect(queueOf(held, ines).tally.before).toEqual([
      { edition: 2, at: new Date(nine - 1e9).toISOString(), yes: 1, notYet: 2, no: 0 },
    ])
  })

  it('R19: a screen on the wall shows the one at hand, and nothing else of what was before', () => {
    const held = withNew()
    const shown = displayFor({
      meeting: held.meeting,
      questions: held.questions,
      returning: returningTo(),
      title: 'Tidewatch',
    })
    expect(shown?.phase).toMatchObject({ question: { text: 'How often?', lines: { line: 11 } } })
    const whileReading = displayFor({
      ...held,
      meeting: reading(jon).meeting,
      returning: returningTo(),
      title: '',
    })
    expect(JSON.stringify(whileReading)).not.toContain('How often?')
  })

  it('F1: a guest is at this meeting alone: no cover sheet, and no counts of those before', () => {
    const attendees = [
      ...planned().attendees.filter(({ personId }) => personId !== jon),
      { personId: jon, roles: ['guest' as const], band: null },
    ]
    const held = new Held(planned({ attendees }))
    for (const person of [jon, priya]) held.does(person, { kind: 'join' })
    held.does(luis, { kind: 'start', since: earlier })
    expect(see(held, jon).phase).toMatchObject({ cover: null })
    expect(see(held, priya).phase).toMatchObject({ cover: { own: [{ id: answered }] } })
    expect(queueOf(revealed(held), jon).tally.before).toEqual([])
    expect(queueOf(held, priya).tally.before).toHaveLength(1)
  })

  it('R14: what a latecomer says takes effect when their own reading ends', () => {
    const held = revealed(reading(ines, omar))
    held.does(priya, { kind: 'join' })
    says(held, priya, answered, false)
    expect(held.meeting.questions.has(answered)).toBe(false)
    const { earlier: known } = given(held)
    expect(held.gives(priya, { kind: 'finishReading', earlier: known })).toEqual([
      'finished-reading',
      'question-carried',
    ])
    held.does(jon, { kind: 'join' })
    says(held, jon, owed, true)
    expect(held.gives(jon, { kind: 'finishReading', earlier: known })).toEqual([
      'finished-reading',
      'question-ended',
    ])
    expect(held.meeting.questions.get(owed)?.state?.name).toBe('answered-in-the-document')
  })

  it('A5: every room is what the contract says it is', () => {
    const held = reading(ines, jon)
    const rooms = [see(held, jon), see(revealed(held), jon)]
    for (const one of rooms) expect(room.parse(one)).toEqual(one)
  })
})

describe('what the close leaves in the ledger', () => {
  const state = { name: 'research-owed', owner: luis, due: '2027-02-20' } as const
  const ended = { name: 'answered-in-the-room', answer: 'Weekly.' } as const

  it.each([
    [
      'that answers it, of what was owed',
      true,
      null,
      { accepted: true, state: { name: 'answered-in-the-document', blockId: null, on: null } },
    ],
    ['not yet, and the room ended it', false, ended, { accepted: null, state: ended }],
    ['nothing, and the room ended it', null, ended, { accepted: null, state: ended }],
  ] as const)('F5: %s', (_, accepted, end, left) => {
    const held = reading(jon)
    says(held, jon, owed, accepted)
    revealed(held)
    if (end) held.does(luis, { kind: 'endQuestion', questionId: owed, state: end })
    expect(settledBy(held.meeting, { id: owed, state })).toEqual(left)
  })

  it('F5: that answers it, of what had been answered, changes no end', () => {
    const held = reading(priya)
    says(held, priya, answered, true)
    const was = { name: 'answered-in-the-room', answer: 'The port.' } as const
    expect(settledBy(revealed(held).meeting, { id: answered, state: was })).toEqual({ accepted: true })
  })

  it('F5: not yet, by a latecomer who never finished, opens the next meeting', () => {
    const held = revealed(reading(ines))
    held.does(priya, { kind: 'join' })
    says(held, priya, answered, false)
    expect(settledBy(held.meeting, { id: answered, state: ended })).toEqual({ accepted: false })
  })

  it('F5: of what nobody said anything, nothing', () => {
    expect(settledBy(revealed(reading(jon)).meeting, { id: answered, state: ended })).toBeNull()
  })
})
