import { describe, expect, it } from 'vitest'
import type { DecisionId } from '../ids.ts'
import type { MeetingCommand } from './commands.ts'
import { closingBlockers } from './decideClosing.ts'
import { mayAsk, nextDeadline } from './decideReading.ts'
import { fold } from './fold.ts'
import { closedGate, gates } from './gates.ts'
import {
  Held,
  ines,
  jon,
  luis,
  minute,
  nine,
  omar,
  planned,
  priya,
  questionNamed,
  stranger,
} from './meeting.fixture.ts'
import { isStillReading, openQuestions } from './meeting.ts'
import type { Role } from './plan.ts'

const q1 = questionNamed('91')
const q2 = questionNamed('92')
const ending: MeetingCommand = {
  kind: 'setExperience',
  experience: 'One sentence at five.',
  why: 'A tide is a day.',
}
const decisionId = '01900000-0000-7000-8000-0000000000e1' as DecisionId // made by hand here alone

describe('phases', () => {
  it('R2: go lobby, reading, reveal, discussion, decision, closed', () => {
    const held = new Held()
    const phases = [held.meeting.phase.name]
    const then = (by: typeof luis | null, command: MeetingCommand) => {
      held.does(by, command)
      phases.push(held.meeting.phase.name)
    }
    then(ines, { kind: 'join' })
    then(luis, { kind: 'start' })
    then(luis, { kind: 'announceReveal', because: 'They have said so.' })
    held.now += 10_000
    then(null, { kind: 'tick', questions: [] })
    then(luis, ending)
    then(luis, { kind: 'moveToDecision' })
    then(luis, { kind: 'returnToDiscussion' })
    then(luis, { kind: 'moveToDecision' })
    then(ines, { kind: 'recordDecision', decisionId, decider: ines })
    then(luis, { kind: 'close' })
    expect(phases).toEqual([
      'lobby',
      'lobby',
      'reading',
      'reveal',
      'discussion',
      'discussion',
      'decision',
      'discussion',
      'decision',
      'decision',
      'closed',
    ])
  })

  it('R2, R3: the end of reading offers the reveal and forces nothing', () => {
    const held = new Held().reading(jon)
    expect(nextDeadline(held.meeting)).toBe(minute(12))
    held.now = minute(12) - 1
    expect(held.tick()).toEqual([])
    held.now = minute(12)
    expect(held.tick()).toEqual(['reading-ended'])
    held.now = minute(60)
    expect(held.tick()).toEqual([])
    expect(held.meeting.phase).toEqual({
      name: 'reading',
      reading: { startedAt: nine, endsAt: minute(12), ended: 'time' },
    })
    expect(nextDeadline(held.meeting)).toBeNull()
    expect(held.gives(luis, { kind: 'announceReveal', because: 'They have said so.' })).toEqual([
      'reveal-announced',
    ])
  })

  it('R2: the end of discussion shows overrun and moves nothing; extending needs a click', () => {
    const held = new Held().reading(jon).revealed()
    const endsAt = held.now + 40 * 60_000
    expect(nextDeadline(held.meeting)).toBe(endsAt)
    held.now = endsAt
    expect(held.tick()).toEqual(['discussion-overran'])
    expect(held.tick()).toEqual([])
    expect(held.meeting.phase).toEqual({ name: 'discussion', endsAt, overran: true })
    held.now += 3 * 60_000
    held.does(luis, { kind: 'extendDiscussion', minutes: 5 })
    expect(held.meeting.phase).toEqual({ name: 'discussion', endsAt: held.now + 5 * 60_000, overran: false })
  })

  it('R7: nothing opens before the countdown ends, and it can be stopped', () => {
    const held = new Held().reading(jon)
    expect(held.gives(luis, { kind: 'announceReveal', because: 'They have said so.' })).toEqual([
      'reading-ended',
      'reveal-announced',
    ])
    expect(nextDeadline(held.meeting)).toBe(nine + 10_000)
    held.now += 9_999
    expect(held.tick()).toEqual([])
    expect(held.gives(jon, { kind: 'cancelReveal' })).toBe('not-the-facilitator')
    expect(held.gives(luis, { kind: 'cancelReveal' })).toEqual(['reveal-cancelled'])
    held.now += 60_000
    expect(held.tick()).toEqual([])
    expect(held.meeting.phase).toEqual({
      name: 'reading',
      reading: { startedAt: nine, endsAt: minute(12), ended: null },
    })
  })

  it('R7: a countdown stopped after the time was up leaves the reading ended', () => {
    const held = new Held().reading(jon)
    held.now = minute(12)
    held.does(luis, { kind: 'announceReveal', because: 'They have said so.' })
    held.does(luis, { kind: 'cancelReveal' })
    expect(held.meeting.phase).toMatchObject({ name: 'reading', reading: { ended: 'time' } })
  })

  it.each(['start', 'extendReading', 'announceReveal', 'cancelReveal'] as const)(
    'R7: %s is refused once the questions are open',
    (kind) => {
      const held = new Held().reading(jon).revealed()
      const before = held.meeting
      expect(held.gives(luis, { kind, minutes: 5 } as MeetingCommand)).toBe('the-room-is-discussing')
      expect(held.meeting).toBe(before)
    },
  )

  it('R4: the same command twice under one key happens once, under another it is refused', () => {
    const held = new Held()
    expect(held.gives(luis, { kind: 'start' }, 'k')).toEqual(['joined', 'started'])
    expect(held.gives(luis, { kind: 'start' }, 'k')).toEqual([])
    expect(held.gives(luis, { kind: 'start' }, 'other')).toBe('the-room-is-reading')
  })

  it('R4: one person’s key is not another’s', () => {
    const held = new Held().reading(jon, priya)
    expect(held.gives(jon, { kind: 'finishReading' }, 'k')).toEqual(['finished-reading'])
    expect(held.gives(priya, { kind: 'finishReading' }, 'k')).toEqual(['finished-reading'])
  })

  it('R3: a clock that goes back does not take the log back with it', () => {
    const held = new Held().reading(jon)
    held.now = nine - 600_000
    held.does(jon, { kind: 'finishReading' })
    expect(held.log.at(-1)).toMatchObject({ kind: 'finished-reading', at: nine })
  })

  it('R2: before the start a meeting can be moved or called off, while it goes on neither', () => {
    const held = new Held()
    held.does(luis, { kind: 'changePlan', startsAt: minute(30), place: 'Room 5' })
    expect(held.meeting).toMatchObject({ startsAt: minute(30), place: 'Room 5', readingMinutes: 12 })
    held.reading(jon)
    expect(held.gives(luis, { kind: 'callOff' })).toBe('the-room-is-reading')
    const other = new Held()
    other.does(luis, { kind: 'callOff' })
    expect(other.meeting.phase).toMatchObject({ name: 'closed', how: 'called-off' })
  })
})

describe('whose act it is', () => {
  const everyone = { ines, luis, omar, priya, stranger }
  const may = (kind: keyof typeof gates) => {
    const phase = gates[kind].in[0]
    const held = new Held()
    if (phase !== 'lobby') held.reading(ines, omar, priya)
    if (phase === 'reveal') held.does(luis, { kind: 'announceReveal', because: 'They have said so.' })
    if (phase === 'discussion' || phase === 'decision') held.revealed()
    if (phase === 'decision') held.does(luis, { kind: 'moveToDecision' })
    return Object.entries(everyone)
      .filter(([, by]) => closedGate(held.meeting, kind, by) === null)
      .map(([name]) => name)
  }

  it.each([
    ['start', ['luis']],
    ['adjourn', ['luis']],
    ['invite', ['luis']],
    ['extendReading', ['luis']],
    ['announceReveal', ['luis']],
    ['cancelReveal', ['luis']],
    ['openQuestion', ['luis', 'omar']],
    ['addToFaq', ['luis', 'omar']],
    ['setExperience', ['luis', 'omar']],
    ['extendDiscussion', ['luis']],
    ['moveToDecision', ['luis']],
    ['returnToDiscussion', ['luis']],
    ['recordDecision', ['ines']],
    ['deliberate', ['ines', 'luis']],
    ['endDeliberation', ['ines', 'luis']],
    ['handOver', ['luis']],
    ['close', ['luis']],
    ['takeFacilitation', ['omar']],
    ['finishReading', ['ines', 'luis', 'omar', 'priya']],
    ['raiseHand', ['ines', 'luis', 'omar', 'priya']],
    ['tick', []],
    ['dropped', []],
  ] as const)('R12: %s is the act of %j', (kind, who) => {
    expect(may(kind)).toEqual([...who])
  })

  it('R12: the role is handed over to somebody in the room, and only one has it', () => {
    const held = new Held().reading(priya)
    expect(held.gives(luis, { kind: 'handOverFacilitation', to: jon })).toBe('no-such-person')
    held.does(luis, { kind: 'handOverFacilitation', to: priya })
    expect(held.meeting.facilitator).toBe(priya)
    expect(
      [...held.meeting.attendees.values()].filter(({ roles }) => roles.includes('facilitator')),
    ).toHaveLength(1)
    expect(held.gives(luis, { kind: 'announceReveal', because: 'They have said so.' })).toBe(
      'not-the-facilitator',
    )
  })

  it('R12: a deputy may take it when the facilitator has been away for thirty seconds; the clock runs on', () => {
    const held = new Held().reading(omar, priya)
    expect(held.gives(omar, { kind: 'takeFacilitation' })).toBe('the-facilitator-is-here')
    held.does(null, { kind: 'dropped', personId: luis })
    held.now += 29_999
    expect(held.gives(omar, { kind: 'takeFacilitation' })).toBe('the-facilitator-is-here')
    held.now += 1
    expect(held.gives(priya, { kind: 'takeFacilitation' })).toBe('not-a-deputy')
    expect(held.gives(omar, { kind: 'takeFacilitation' })).toEqual(['facilitator-changed'])
    expect(held.meeting.facilitator).toBe(omar)
    expect(nextDeadline(held.meeting)).toBe(minute(12))
  })
})

describe('reading', () => {
  it.each([
    ['nobody has finished', new Held().reading(jon), jon, 'still-reading'],
    ['in the room, not in it', new Held().reading(), jon, 'not-in-the-room'],
    ['before the start', new Held(), luis, 'not-in-the-room'],
  ] as const)('R18: the one question waits: %s', (_when, held, by, refusal) => {
    expect(held.gives(by, { kind: 'answerOneQuestion', want: 'yes', because: '' })).toBe(refusal)
  })

  it('R18: each answers once, when their own reading ends', () => {
    const held = new Held().reading(jon, priya)
    held.does(jon, { kind: 'finishReading' })
    const answer: MeetingCommand = { kind: 'answerOneQuestion', want: 'not-yet', because: 'The price' }
    expect(held.gives(jon, answer)).toEqual(['answered-the-one-question'])
    expect(held.gives(jon, { ...answer, want: 'yes' } as MeetingCommand)).toBe('already-answered')
    expect(held.gives(priya, answer)).toBe('still-reading')
    held.now = minute(12)
    expect(held.gives(priya, answer)).toEqual(['answered-the-one-question'])
  })

  it('R14: whoever comes after the reading began is a partial reader, and coming back changes nothing', () => {
    const held = new Held().reading(priya)
    held.does(jon, { kind: 'join' })
    held.does(null, { kind: 'dropped', personId: priya })
    held.does(priya, { kind: 'join' })
    const partial = (person: typeof jon) => held.meeting.attendees.get(person)?.joined?.partial
    expect([partial(luis), partial(priya), partial(jon)]).toEqual([false, false, true])
  })

  it('R14: who comes after the reveal reads until they say Finished', () => {
    const held = new Held().reading(priya).revealed()
    held.does(jon, { kind: 'join' })
    expect([isStillReading(held.meeting, jon), isStillReading(held.meeting, priya)]).toEqual([true, false])
    held.does(jon, { kind: 'finishReading' })
    expect(isStillReading(held.meeting, jon)).toBe(false)
  })

  it.each([
    ['lobby', new Held(), luis, luis, 'no-questions-now'],
    ['reading', new Held().reading(jon), jon, jon, { sealed: true }],
    ['reading, not joined', new Held().reading(), jon, jon, 'not-in-the-room'],
    ['reading, for a paper reader', new Held().reading(omar, jon), omar, jon, 'not-the-note-taker'],
    ['adjourned', new Held().reading(jon).adjourned(), jon, jon, 'no-questions-now'],
    ['discussion', new Held().reading(jon).revealed(), jon, jon, { sealed: false }],
    ['discussion, for a paper reader', new Held().reading(omar).revealed(), omar, jon, { sealed: false }],
    [
      'discussion, by a reader for another',
      new Held().reading(jon).revealed(),
      jon,
      priya,
      'not-the-note-taker',
    ],
    ['discussion, for a stranger', new Held().reading(omar).revealed(), omar, stranger, 'no-such-person'],
  ] as const)('R5, R19: asking in %s', (_when, held, by, asker, gives) => {
    const may = mayAsk(held.meeting, by, asker)
    expect(may.ok ? may.value : may.refusal).toEqual(gives)
  })
})

describe('ending', () => {
  const inDiscussion = () => {
    const held = new Held().reading(ines, omar, priya, jon)
    held.asks(jon, q1, 'How many farms?')
    held.asks(priya, q2, 'Were the broken stations counted?')
    return held.revealed()
  }

  it('R11: every question leaves with an end state, and the meeting cannot close before', () => {
    const held = inDiscussion()
    held.does(luis, ending)
    held.does(luis, { kind: 'oweDecision', decider: ines, due: '2027-03-08' })
    expect(openQuestions(held.meeting)).toEqual([q1, q2])
    expect(held.gives(luis, { kind: 'close' })).toBe('questions-without-an-end')
    held.does(omar, {
      kind: 'endQuestion',
      questionId: q1,
      state: { name: 'answered-in-the-room', answer: '' },
    })
    expect(held.gives(luis, { kind: 'close' })).toBe('questions-without-an-end')
    expect(held.gives(luis, { kind: 'handOver', to: luis, due: '2027-03-08' })).toEqual(['handed-over'])
    expect(held.meeting.questions.get(q2)?.state).toEqual({
      name: 'research-owed',
      owner: luis,
      due: '2027-03-08',
    })
    expect(held.meeting.questions.get(q1)?.state?.name).toBe('answered-in-the-room')
    expect(held.gives(luis, { kind: 'handOver', to: luis, due: '2027-03-08' })).toEqual([])
    expect(held.gives(luis, { kind: 'close' })).toEqual(['closed'])
  })

  it.each([
    ['to a reader', { to: jon, due: '2027-03-08' }, 'not-an-author'],
    ['by a day that has passed', { to: luis, due: '2027-02-20' }, 'day-has-passed'],
  ] as const)('R11: what was not reached is not handed over %s', (_what, given, refusal) => {
    expect(inDiscussion().gives(luis, { kind: 'handOver', ...given })).toBe(refusal)
  })

  it('R11: only its asker withdraws a question, and only so', () => {
    const held = inDiscussion()
    const state = { name: 'withdrawn' } as const
    expect(held.gives(priya, { kind: 'endQuestion', questionId: q1, state })).toBe('not-the-note-taker')
    expect(held.gives(jon, { kind: 'endQuestion', questionId: q1, state })).toEqual(['question-ended'])
    const scope = { name: 'out-of-scope', because: '' } as const
    expect(held.gives(jon, { kind: 'endQuestion', questionId: q1, state: scope })).toBe('not-the-note-taker')
  })

  it('R11: a question goes into the FAQ once, and needs no further end', () => {
    const held = inDiscussion()
    const add: MeetingCommand = { kind: 'addToFaq', questionId: q1, blockId: 'b7' }
    expect(held.gives(luis, add)).toEqual(['question-added-to-faq', 'question-ended'])
    expect(held.gives(omar, { ...add, blockId: 'b8' } as MeetingCommand)).toEqual([])
    expect(held.meeting.questions.get(q1)).toMatchObject({
      faqBlockId: 'b7',
      state: { name: 'answered-in-the-document', blockId: 'b7' },
    })
  })

  it.each([
    ['decide', null, ['no-decision']],
    ['decide', { kind: 'oweDecision', decider: ines, due: '2027-03-08' }, []],
    ['improve', null, []],
  ] as const)('R2: a meeting to %s after %j closes: %j', (purpose, command, blockers) => {
    const held = new Held(planned({ purpose })).reading(ines).revealed()
    held.does(luis, ending)
    if (command) held.does(luis, command)
    expect(closingBlockers(held.meeting)).toEqual(blockers)
  })

  it('R2: a meeting to improve takes no decision', () => {
    const held = new Held(planned({ purpose: 'improve' })).reading(ines).revealed()
    expect(held.gives(luis, { kind: 'moveToDecision' })).toBe('purpose-is-to-improve')
    expect(held.gives(luis, { kind: 'oweDecision', decider: ines, due: '2027-03-08' })).toBe(
      'purpose-is-to-improve',
    )
  })

  it('D2: a recorded decision is not taken back, and only a decider records one in their own name', () => {
    const held = inDiscussion()
    held.does(luis, { kind: 'moveToDecision' })
    expect(held.gives(luis, { kind: 'recordDecision', decisionId, decider: luis })).toBe('not-a-decider')
    expect(held.gives(ines, { kind: 'recordDecision', decisionId, decider: jon })).toBe('not-a-decider')
    expect(held.gives(ines, { kind: 'recordDecision', decisionId, decider: ines })).toEqual([
      'decision-recorded',
    ])
    expect(held.gives(luis, { kind: 'returnToDiscussion' })).toBe('decision-is-recorded')
    expect(held.gives(luis, { kind: 'oweDecision', decider: ines, due: '2027-03-08' })).toBe(
      'decision-is-recorded',
    )
  })

  describe('R16: those who decide deliberate apart', () => {
    const deciding = () => {
      const held = inDiscussion()
      held.does(luis, { kind: 'moveToDecision' })
      return held
    }

    it('who takes part and for how long is recorded, and asking twice begins one', () => {
      const held = deciding()
      const from = held.now
      expect(held.gives(priya, { kind: 'deliberate' })).toBe('not-a-decider')
      expect(held.gives(ines, { kind: 'deliberate' })).toEqual(['deliberation-begun'])
      expect(held.gives(luis, { kind: 'deliberate' })).toEqual([])
      held.now += 6 * 60_000
      expect(held.gives(luis, { kind: 'endDeliberation' })).toEqual(['deliberation-ended'])
      expect(held.gives(luis, { kind: 'endDeliberation' })).toEqual([])
      expect(held.meeting.deliberations).toEqual([{ people: [ines, luis], from, to: held.now }])
    })

    it.each([
      [
        'the decision',
        (held: Held) => held.does(ines, { kind: 'recordDecision', decisionId, decider: ines }),
      ],
      ['a return to the discussion', (held: Held) => held.does(luis, { kind: 'returnToDiscussion' })],
      ['adjourning', (held: Held) => held.adjourned()],
    ])('%s ends it', (_, ends) => {
      const held = deciding()
      held.does(ines, { kind: 'deliberate' })
      held.now += 60_000
      ends(held)
      expect(held.meeting.deliberations).toMatchObject([{ to: held.now }])
      expect(fold(held.log).deliberations).toEqual(held.meeting.deliberations)
    })

    it('the author may have left, and it goes on', () => {
      const held = deciding()
      held.does(ines, { kind: 'deliberate' })
      held.does(luis, { kind: 'leave' })
      expect(held.gives(ines, { kind: 'recordDecision', decisionId, decider: ines })).toEqual([
        'decision-recorded',
      ])
    })
  })

  it('R2: what was left owed is recorded after the close, once, by a decider; nothing else is', () => {
    const held = new Held(planned({ purpose: 'decide' })).reading(ines, priya).revealed()
    const record = { kind: 'recordDecision', decisionId, decider: ines } as const
    const another = '01900000-0000-7000-8000-0000000000e2' as DecisionId // made by hand as the first
    held.does(luis, { kind: 'moveToDecision' })
    held.does(luis, ending)
    held.does(luis, { kind: 'oweDecision', decider: ines, due: '2027-03-08' })
    expect(held.gives(luis, { kind: 'close' })).toEqual(['closed'])
    expect(held.gives(priya, { ...record, decider: priya })).toBe('not-a-decider')
    expect(held.gives(luis, { kind: 'oweDecision', decider: ines, due: '2027-03-09' })).toBe(
      'meeting-is-closed',
    )
    expect(held.gives(ines, record)).toEqual(['decision-recorded'])
    expect(held.meeting.phase.name).toBe('closed')
    expect(held.gives(ines, { ...record, decisionId: another })).toBe('decision-is-recorded')

    const improved = new Held(planned({ purpose: 'improve' })).reading(ines).revealed()
    improved.does(luis, ending)
    improved.does(luis, { kind: 'close' })
    expect(improved.gives(ines, record)).toBe('meeting-is-closed')
  })

  it('R15: it ends with experience and why; silence never holds the close', () => {
    const held = new Held(planned({ purpose: 'improve' })).reading(jon, priya).revealed()
    expect(held.gives(luis, { kind: 'close' })).toBe('no-experience-and-why')
    expect(held.gives(jon, { kind: 'acknowledge' })).toBe('nothing-to-acknowledge')
    held.does(luis, ending)
    expect(held.gives(jon, { kind: 'acknowledge' })).toEqual(['acknowledged'])
    expect(held.gives(luis, { kind: 'close' })).toEqual(['closed'])
    expect(held.gives(priya, { kind: 'acknowledge' })).toBe('meeting-is-closed')
  })

  it('R15: nobody is taken to have understood words they never saw', () => {
    const held = new Held().reading(jon).revealed()
    held.does(luis, ending)
    held.does(jon, { kind: 'acknowledge' })
    held.does(luis, { ...ending, why: 'Another why.' } as MeetingCommand)
    expect(held.meeting.responses.get(jon)?.version).toBe(1)
    expect(held.meeting.ending?.version).toBe(2)
    expect(held.gives(jon, { kind: 'acknowledge' })).toEqual(['acknowledged'])
  })
})

it.each(['started', 'reveal-announced', 'reveal-cancelled', 'reading-extended'] as const)(
  'R7: even a log that says %s after the reveal leads nowhere back',
  (kind) => {
    const held = new Held().reading(jon).revealed()
    const times = { endsAt: minute(99), opensAt: minute(99), early: null, since: null }
    const stray = { kind, ...times, by: luis, at: held.now, key: 'stray:0' }
    expect(fold([...held.log, stray]).phase).toEqual(held.meeting.phase)
  },
)

it('R4: a log that does not begin with its plan is broken and says so', () => {
  expect(() => fold([])).toThrow('begins with scheduled')
})

it('R2, R11: who alone could take what is handed over, or decide, keeps that role', () => {
  const held = new Held()
  const invite = (personId: typeof luis, ...roles: Role[]) =>
    held.gives(luis, { kind: 'invite', attendee: { personId, roles, band: null } })
  expect(invite(luis, 'facilitator', 'reader')).toBe('no-author')
  expect(invite(ines, 'reader')).toBe('no-decider')
  expect(invite(omar, 'decider', 'author')).toEqual(['invited'])
  expect(invite(ines, 'reader')).toEqual(['invited'])
})

it('R12: who is invited is taken off before the start alone, and never whoever runs it or alone could decide', () => {
  const held = new Held()
  const uninvite = (personId: typeof luis, by = luis) => held.gives(by, { kind: 'uninvite', personId })
  expect(uninvite(luis)).toBe('no-facilitator')
  expect(uninvite(ines)).toBe('no-decider')
  expect(uninvite(jon, omar)).toBe('not-the-facilitator')
  expect(uninvite(stranger)).toEqual([])
  held.gives(jon, { kind: 'join' })
  expect(uninvite(jon)).toEqual(['uninvited'])
  expect(held.meeting.attendees.has(jon)).toBe(false)
  expect(held.gives(jon, { kind: 'join' })).toBe('not-invited')
  held.gives(luis, { kind: 'join' })
  held.gives(luis, { kind: 'start' })
  expect(uninvite(omar)).toBe('the-room-is-reading')
  // R6: nor is anything of somebody changed whom nobody sees
  const attendee = { personId: omar, roles: ['bar-raiser' as const], band: null }
  expect(held.gives(luis, { kind: 'invite', attendee })).toEqual([])
})
