import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { DecisionId, PersonId } from '../ids.ts'
import type { MeetingCommand } from './commands.ts'
import { closingBlockers } from './decideClosing.ts'
import { nextDeadline } from './decideReading.ts'
import { fold } from './fold.ts'
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
import { isStillReading, leftWhenAdjourned, openQuestions, questionsAreOpen } from './meeting.ts'
import { discussionOrders } from './plan.ts'
import { roomFor } from './visible.ts'

// a thousand meetings, each looked at after every step: a busy machine takes a while, and is no wrong answer
vi.setConfig({ testTimeout: 120_000 })

// a failing run prints its seed; FOREWORD_SEED runs it again, FOREWORD_RUNS runs more
const settings = {
  numRuns: Number(process.env.FOREWORD_RUNS ?? 1000),
  ...(process.env.FOREWORD_SEED ? { seed: Number(process.env.FOREWORD_SEED) } : { seed: 20270301 }),
}

const people = [ines, luis, omar, priya, jon]
const everyone = [...people, stranger]
const questions = ['91', '92', '93', '94', '95', '96'].map(questionNamed)
const decisionId = '01900000-0000-7000-8000-0000000000e1' as DecisionId // made by hand here alone

const person = fc.constantFrom(...everyone)
const question = fc.constantFrom(...questions)
const due = fc.constantFrom('2027-02-01', '2027-03-08')
const minutes = fc.integer({ min: 1, max: 30 })
const kind = <Kind extends MeetingCommand['kind']>(name: Kind) => fc.constant({ kind: name })

/** Every command, those that move the meeting on more often, so that many runs reach the end. */
const command: fc.Arbitrary<MeetingCommand> = fc.oneof(
  ...(['join', 'start', 'finishReading', 'moveToDecision', 'close'] as const).map((name) => ({
    weight: 4,
    arbitrary: kind(name) as fc.Arbitrary<MeetingCommand>, // a kind alone is the whole of these commands
  })),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('announceReveal' as const),
      because: fc.constantFrom('', 'They have said so.'),
    }),
  },
  ...(
    [
      'leave',
      'cancelReveal',
      'takeFacilitation',
      'raiseHand',
      'lowerHand',
      'returnToDiscussion',
      'acknowledge',
      'pause',
      'resume',
    ] as const
  ).map((name) => ({ weight: 1, arbitrary: kind(name) as fc.Arbitrary<MeetingCommand> })),
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('handOverFacilitation' as const), to: person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('adjourn' as const),
      resumesAt: fc.constantFrom(null, minute(-30), minute(600)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('extendReading' as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('extendDiscussion' as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('giveTurn' as const), to: person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('openQuestion' as const), questionId: question }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('endQuestion' as const),
      questionId: question,
      state: fc.constantFrom(
        { name: 'withdrawn' as const },
        { name: 'answered-in-the-room' as const, answer: '' },
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('mergeQuestions' as const, 'splitQuestions' as const, 'keepApart' as const),
      questionIds: fc.array(question, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('chooseOrder' as const),
      order: fc.constantFrom(...discussionOrders),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('askToo' as const, 'askTooNoMore' as const, 'writeNote' as const),
      questionId: question,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('setMust' as const), questionId: question, must: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('acceptAnswer' as const),
      questionId: question,
      accepted: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('hearView' as const, 'uninvite' as const),
      personId: person,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('addToFaq' as const),
      questionId: question,
      blockId: fc.string(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('answerOneQuestion' as const),
      want: fc.constantFrom('yes' as const, 'no' as const),
      because: fc.constant('because-canary'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('recordDecision' as const),
      decisionId: fc.constant(decisionId),
      decider: person,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('oweDecision' as const), decider: person, due }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('setExperience' as const),
      experience: fc.constantFrom('a', 'b'),
      why: fc.constant('w'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('dissent' as const),
      because: fc.constant('no'),
      whatWouldChangeMyMind: fc.constant(''),
      commits: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('handOver' as const), to: person, due }) },
)

type Step =
  | { act: 'command'; by: PersonId; command: MeetingCommand; key: string | undefined }
  | { act: 'ask'; by: PersonId; question: number }
  | { act: 'lead' }
  | { act: 'tick' }
  | { act: 'drop'; by: PersonId }

/** The facilitator and the deputy act more often than others; one key in four is an old one sent again. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      act: fc.constant('command' as const),
      by: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(luis, omar, ines) },
        { weight: 2, arbitrary: person },
      ),
      command,
      key: fc.option(fc.constantFrom('old-1', 'old-2', 'old-3'), { freq: 4, nil: undefined }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('ask' as const),
      by: person,
      question: fc.nat(questions.length - 1),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ act: 'tick' as const }) },
  { weight: 4, arbitrary: fc.constant({ act: 'lead' as const }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('drop' as const), by: person }) },
)

/** A clock that mostly goes forward and now and then jumps ten minutes either way. */
const tickOfClock = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -600_000, max: 600_000 }) },
)

const course = fc.array(fc.tuple(step, tickOfClock, person), { minLength: 20, maxLength: 70 })
const purpose = fc.constantFrom('improve' as const, 'decide' as const)

/** What a facilitator who wants to get on does next; without it few runs would come to their end. */
function leads({ meeting }: Held): MeetingCommand {
  const { phase, ending, purpose, decision } = meeting
  if (phase.name === 'lobby') return { kind: 'start' }
  if (phase.name === 'reading') return { kind: 'announceReveal', because: 'They have said so.' }
  if (phase.name === 'adjourned') return { kind: 'resume' }
  if (openQuestions(meeting).length > 0) return { kind: 'handOver', to: luis, due: '2027-03-08' }
  if (!ending) return { kind: 'setExperience', experience: 'a', why: 'w' }
  if (purpose === 'improve' || decision) return { kind: 'close' }
  if (phase.name === 'discussion') return { kind: 'moveToDecision' }
  return { kind: 'oweDecision', decider: ines, due: '2027-03-08' }
}

function take(held: Held, what: Step): void {
  if (what.act === 'tick') held.tick()
  else if (what.act === 'lead') held.does(held.meeting.facilitator, leads(held))
  else if (what.act === 'drop') held.does(null, { kind: 'dropped', personId: what.by })
  else if (what.act === 'command') held.does(what.by, what.command, what.key)
  else {
    const id = questions[what.question]
    if (id && !held.questions.some((one) => one.id === id)) held.asks(what.by, id, `canary-${what.by}`)
  }
}

it('R4: any interleaving of commands gives one log, no lost command, and no way back across the reveal', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(purpose, course, (to, steps) => {
      const held = new Held(planned({ purpose: to }))
      for (const [what, passes] of steps) {
        held.now += passes
        const before = held.meeting
        const length = held.log.length
        take(held, what)
        const after = held.meeting
        // not lost: either the log grew, or the meeting is the very one it was
        if (held.log.length === length) expect(after).toBe(before)
        if (questionsAreOpen(before.phase)) expect(questionsAreOpen(after.phase)).toBe(true)
        if (after.phase.name === 'adjourned') {
          expect(nextDeadline(after)).toBeNull()
          // only time passes while it stands still; the room says no more than where it stopped
          expect(after.questions.size).toBe(before.questions.size)
        }
        if (before.phase.name === 'adjourned' && after.phase.name !== 'adjourned') {
          const resumed = held.log.at(-1)
          const left = leftWhenAdjourned(before.phase)
          expect(resumed).toMatchObject({ kind: 'resumed', endsAt: held.now + left })
          expect(after.phase.name).toBe(before.phase.from.name)
        }
        if (before.phase.name === 'closed') {
          // of what is closed nothing changes but a decision that was owed, when it is taken (R2)
          const taken = before.decision?.name === 'owed' && after.decision?.name === 'recorded'
          const { decision, seen, updatedAt } = after
          expect(after).toEqual(taken ? { ...before, decision, seen, updatedAt } : before)
        }
        for (const id of before.questions.keys()) expect(after.questions.has(id)).toBe(true)
        reached.add(after.phase.name)
      }
      expect(fold(held.log)).toEqual(held.meeting)
      const instants = held.log.map(({ at }) => at)
      expect(instants).toEqual([...instants].sort((a, b) => a - b))
      const reveals = held.log.filter(({ kind }) => kind === 'revealed').length
      expect(reveals).toBe(questionsAreOpen(held.meeting.phase) ? 1 : 0)
      expect(
        [...held.meeting.attendees.values()].filter(({ roles }) => roles.includes('facilitator')),
      ).toHaveLength(1)
    }),
    settings,
  )
  expect([...reached].sort()).toEqual([
    'adjourned',
    'closed',
    'decision',
    'discussion',
    'lobby',
    'reading',
    'reveal',
  ])
})

it('R4: a log delivered with repeats folds to the same meeting', () => {
  fc.assert(
    fc.property(course, fc.infiniteStream(fc.nat()), (steps, noise) => {
      const held = new Held()
      for (const [what, passes] of steps) {
        held.now += passes
        take(held, what)
      }
      const repeated = held.log.flatMap((event, place) => {
        const again = held.log[(noise.next().value ?? 0) % (place + 1)]
        return again ? [event, again] : [event]
      })
      expect(fold(repeated)).toEqual(held.meeting)
    }),
    { ...settings, numRuns: Math.ceil(settings.numRuns / 4) },
  )
})

it('R7: before the reveal a viewer’s room is the same whether or not others have asked, answered or finished', () => {
  fc.assert(
    fc.property(course, (steps) => {
      const held = new Held()
      for (const [what, passes, viewer] of steps) {
        held.now += passes
        take(held, what)
        const { meeting } = held
        const room = roomFor(meeting, held.questions, viewer, held.now)
        if (questionsAreOpen(meeting.phase)) {
          // R14: nor does somebody who came late, or is not in the room, see any before their own reading ends
          const inside = meeting.attendees.get(viewer)?.joined && !isStillReading(meeting, viewer)
          if (meeting.phase.name === 'closed' || inside) continue
          const text = JSON.stringify(room)
          for (const other of everyone)
            if (other !== viewer) expect(text.includes(`canary-${other}`)).toBe(false)
          expect(text.includes('because-canary') && !meeting.wants.has(viewer)).toBe(false)
          continue
        }
        const own = held.questions.filter(({ by }) => by === viewer)
        const only = <V>(entries: Iterable<readonly [PersonId, V]>) =>
          new Map([...entries].filter(([by]) => by === viewer))
        const alone = {
          ...meeting,
          wants: only(meeting.wants),
          // how many have finished is the facilitator's to see (R6)
          finished:
            viewer === meeting.facilitator
              ? meeting.finished
              : new Set([...meeting.finished].filter((by) => by === viewer)),
        }
        const sent = JSON.stringify(room)
        expect(sent).toBe(JSON.stringify(roomFor(alone, own, viewer, held.now)))
        for (const other of everyone)
          if (other !== viewer) expect(sent.includes(`canary-${other}`)).toBe(false)
      }
    }),
    settings,
  )
})

it('R11, R2: what is closed has an end for every question, an ending, and a decision where one was due', () => {
  let closed = 0
  fc.assert(
    fc.property(purpose, course, (to, steps) => {
      const held = new Held(planned({ purpose: to }))
      held.reading(...people)
      for (const [what, passes] of steps) {
        held.now += passes
        take(held, what)
      }
      if (held.meeting.phase.name !== 'closed') return
      closed += 1
      expect(openQuestions(held.meeting)).toEqual([])
      expect(closingBlockers(held.meeting)).toEqual([])
      expect(held.meeting.ending).not.toBeNull()
      expect(held.meeting.decision !== null || to === 'improve').toBe(true)
    }),
    settings,
  )
  expect(closed).toBeGreaterThan(0)
})

it('R8: whatever is merged, split and ended by whom, no question is lost, doubled or in two clusters, and splitting takes back what only the cluster had ended', () => {
  let merges = 0
  fc.assert(
    fc.property(course, (steps) => {
      const held = new Held()
      held.reading(...people)
      for (const [at, id] of questions.entries()) held.asks(people[at % people.length] ?? jon, id, `q${at}`)
      held.revealed()
      for (const [what, passes] of steps) {
        held.now += passes
        const before = held.meeting
        const length = held.log.length
        take(held, what)
        const { meeting } = held
        const together = meeting.clusters.flat()
        expect(new Set(together).size).toBe(together.length)
        for (const cluster of meeting.clusters) expect(cluster.length).toBeGreaterThan(1)
        for (const id of together) expect(meeting.questions.has(id)).toBe(true)
        for (const event of held.log.slice(length))
          if (event.kind === 'questions-split')
            for (const id of event.questionIds) {
              const was = before.questions.get(id)
              expect(meeting.questions.get(id)?.state).toEqual(was?.endedTogether ? null : was?.state)
            }
        if (!questionsAreOpen(meeting.phase) || meeting.phase.name === 'adjourned') continue
        const { phase } = roomFor(meeting, held.questions, luis, held.now)
        if (!('questions' in phase)) continue
        const shown = phase.questions.map(({ id }) => id)
        expect([...shown].sort()).toEqual([...meeting.questions.keys()].sort())
        expect(phase.clusters.map((each) => [...each].sort()).sort()).toEqual(
          meeting.clusters.map((each) => [...each].sort()).sort(),
        )
        // those of a cluster stand beside each other, so that they are taken up as one
        for (const cluster of phase.clusters) {
          const [lead] = cluster
          const first = lead === undefined ? -1 : shown.indexOf(lead)
          expect(shown.slice(first, first + cluster.length)).toEqual(cluster)
        }
        merges += meeting.clusters.length
      }
    }),
    { ...settings, numRuns: Math.ceil(settings.numRuns / 2) },
  )
  expect(merges).toBeGreaterThan(0)
})
