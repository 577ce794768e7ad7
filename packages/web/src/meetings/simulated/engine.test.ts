import type { PersonId } from '@foreword/core/ids'
import { idOfNothing as uuid } from '@foreword/core/ids-of-nothing'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { expect, test } from 'vitest'
import { cast } from './cast.ts'
import { READING_MS, Simulation } from './engine.ts'
import { guideEdition } from './guide.fixture.ts'
import { questions } from './questions.ts'

const me = { id: '01900000-0000-7000-8000-0000000000a1' as PersonId, name: 'Ines' }

/** A simulation with a wall clock of ours; everything that was ever sent is kept. */
function opened() {
  let wall = Date.UTC(2027, 2, 1, 9)
  let ids = 900
  const simulation = new Simulation({
    edition: guideEdition(),
    me,
    wall: () => wall,
    newId: () => uuid(++ids),
  })
  const sent = [simulation.message()]
  simulation.subscribe(() => sent.push(simulation.message()))
  simulation.run()
  let keys = 0
  return {
    simulation,
    sent,
    phase: () => simulation.message().room.phase,
    does: (command: MeetingCommand, key = `mine ${++keys}`) => simulation.does(command, key),
    /** Time passes by the wall; the timer fires whenever something falls due. */
    pass(ms: number) {
      const until = wall + ms
      for (let at = simulation.nextAt(); at !== null && at <= until; at = simulation.nextAt()) {
        wall = Math.max(wall, at)
        simulation.run()
      }
      wall = until
      simulation.run()
    },
  }
}

function inDiscussion() {
  const room = opened()
  room.does({ kind: 'start' })
  room.pass(READING_MS)
  room.does({ kind: 'announceReveal', because: 'They have said so.' })
  room.pass(10_000)
  return room
}

test('R2: a whole meeting to decide runs from the lobby to its close', () => {
  const { simulation, sent, phase, does, pass } = opened()
  pass(5_000)
  expect(simulation.message().room.attendees.every(({ here, personId }) => here || personId === me.id)).toBe(
    true,
  )
  does({ kind: 'join' })
  expect(does({ kind: 'start' })).toMatchObject({ ok: true })
  pass(READING_MS)
  expect(phase()).toMatchObject({ name: 'reading', ended: true, progress: { finished: 6, here: 7 } })
  expect(does({ kind: 'answerOneQuestion', want: 'yes', because: '' })).toMatchObject({ ok: true })
  does({ kind: 'announceReveal', because: 'They have said so.' })
  pass(9_900)
  expect(phase()).toMatchObject({ name: 'reveal' })
  pass(100)
  expect(phase()).toMatchObject({
    name: 'discussion',
    summary: { questions: questions.length, people: 5, busiest: { people: 3 } },
    tally: { yes: 5, notYet: 2, no: 0 },
  })

  for (let taken = 0; taken < questions.length; taken++) {
    pass(20_000)
    const now = phase()
    const next = now.name === 'discussion' && now.questions.find(({ state }) => state.name === 'open')
    if (next) does({ kind: 'openQuestion', questionId: next.id })
  }
  expect(simulation.message().room.notNow.close).toBe('no-decision')
  does({ kind: 'moveToDecision' })
  pass(3_000)
  expect(simulation.saying?.by).toBe(cast.customer.name)
  const decisionId = uuid(77) as Extract<MeetingCommand, { kind: 'recordDecision' }>['decisionId']
  does({ kind: 'recordDecision', decisionId, decider: me.id })
  pass(15_000)
  const ended = phase()
  expect(ended.name === 'decision' && ended.responses.map(({ name }) => name).sort()).toEqual([
    ...Array(5).fill('acknowledged'),
    'dissented',
  ])
  expect(does({ kind: 'acknowledge' })).toMatchObject({ ok: true })
  expect(does({ kind: 'close' })).toMatchObject({ ok: true, value: { room: { phase: { name: 'closed' } } } })
  expect(simulation.nextAt()).toBeNull()
  expect(sent.length).toBeGreaterThan(20)
})

test('R7: no word of a simulated question is in any message before the reveal', () => {
  const { sent, does, pass } = opened()
  does({ kind: 'start' })
  pass(READING_MS)
  does({ kind: 'announceReveal', because: 'They have said so.' })
  does({ kind: 'cancelReveal' })
  does({ kind: 'announceReveal', because: 'They have said so.' })
  pass(9_999)
  const before = JSON.stringify(sent)
  for (const { text } of questions) expect(before).not.toContain(text)
  for (const { name } of Object.values(cast)) expect(JSON.stringify(sent.slice(3))).not.toContain(name)
  pass(1)
  const after = JSON.stringify(sent)
  for (const { text } of questions) expect(after).toContain(text)
})

test('R7: reading that is cut short still opens every question, with the lines it is about', () => {
  const { phase, does, pass } = opened()
  does({ kind: 'start' })
  pass(1_000)
  does({ kind: 'announceReveal', because: 'They have said so.' })
  pass(10_000)
  const now = phase()
  if (now.name !== 'discussion') throw new Error('the questions are not open')
  expect(now.questions.map(({ text }) => text).sort()).toEqual(questions.map(({ text }) => text).sort())
  expect(now.questions.filter(({ anchor }) => anchor === null)).toHaveLength(1)
  expect(now.tally).toMatchObject({ yes: 4, notYet: 2 })
})

test('the reading can be let end now, and nothing opens by itself', () => {
  const { simulation, phase, does, pass } = opened()
  does({ kind: 'start' })
  simulation.endReading()
  expect(phase()).toMatchObject({ name: 'reading', ended: true })
  pass(60_000)
  expect(phase()).toMatchObject({ name: 'reading', ended: true })
})

test('acts are refused as the server refuses them, and a repeat with the same key changes nothing', () => {
  const { phase, does } = opened()
  const refusal = (command: MeetingCommand) => {
    const done = does(command)
    return done.ok ? null : done.refusal
  }
  expect(refusal({ kind: 'announceReveal', because: 'They have said so.' })).toBe('not-started')
  expect(refusal({ kind: 'close' })).toBe('not-started')
  does({ kind: 'start' }, 'once')
  const reading = phase()
  expect(does({ kind: 'start' }, 'once')).toMatchObject({ ok: true })
  expect(phase()).toEqual(reading)
  expect(refusal({ kind: 'start' })).toBe('the-room-is-reading')
  expect(refusal({ kind: 'answerOneQuestion', want: 'yes', because: '' })).toBe('still-reading')
  expect(refusal({ kind: 'tick', questions: [] })).toBe('only-the-server')
  expect(refusal({ kind: 'takeFacilitation' })).toBe('not-a-deputy')
})

test('R11: what is not reached is handed over in one act, and whoever watches may ask too', () => {
  const { simulation, phase, does, pass } = inDiscussion()
  const asked = simulation.held.asks(
    me.id,
    {
      key: 'mine',
      id: uuid(55) as never,
      text: 'Who fetches the machines?',
      matter: 'substance',
      anchor: null,
    },
    simulation.now(),
  )
  simulation.changed()
  expect(asked).toMatchObject({ ok: true, value: { seal: 'in-the-room' } })
  if (asked.ok) does({ kind: 'openQuestion', questionId: asked.value.id })
  pass(10_000)
  const now = phase()
  expect(now.name === 'discussion' && now.questions.find(({ mine }) => mine)?.state).toMatchObject({
    name: 'research-owed',
    owner: cast.author.id,
  })
  expect(does({ kind: 'handOver', to: cast.author.id, due: '2027-03-09' })).toMatchObject({ ok: true })
  expect(simulation.message().room.notNow.close).toBe('no-decision')
})
