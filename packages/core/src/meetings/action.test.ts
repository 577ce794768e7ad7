import { expect, test } from 'vitest'
import type { ActionId } from '../ids.ts'
import { whatItNeeds } from './action.ts'
import { Held, ines, jon, luis, omar, priya, stranger } from './meeting.fixture.ts'
import { roomFor } from './visible.ts'

const id = (n: number) => `01900000-0000-7000-8000-0000000000f${n}` as ActionId // made by hand here alone
const set = (n: number, text: string, owner: typeof omar | null = null, due: string | null = null) =>
  ({ kind: 'setAction', actionId: id(n), text, owner, due }) as const

const talking = () => new Held().reading(ines, luis, omar, priya, jon).revealed()

function closed() {
  const held = talking()
  held.does(omar, set(1, 'Call the hatchery', jon, '2027-03-08'))
  held.does(luis, { kind: 'setExperience', experience: 'A text at five.', why: 'The tide.' })
  held.does(luis, { kind: 'moveToDecision' })
  held.does(luis, { kind: 'oweDecision', decider: ines, due: '2027-03-09' })
  held.does(luis, { kind: 'close' })
  return held
}

test.each([
  [null, null, 'Needs an owner and a date'],
  [omar, null, 'Needs a date'],
  [null, '2027-03-08', 'Needs an owner'],
  [omar, '2027-03-08', null],
])('D5: an action of %s by %s: %s', (owner, due, needs) => {
  expect(whatItNeeds({ owner, due })).toBe(needs)
})

test('D5: who takes the minutes, or an author, writes down what is to be done, once the questions are open', () => {
  const held = new Held().reading(ines, luis, omar, priya, jon)
  expect(held.gives(omar, set(1, 'Call the hatchery'))).toBe('the-room-is-reading')
  held.revealed()
  expect(held.gives(priya, set(1, 'Call the hatchery'))).toBe('not-the-note-taker')
  expect(held.gives(omar, set(1, 'Call the hatchery'))).toEqual(['action-set'])
  expect(held.gives(omar, set(1, 'Call the hatchery'))).toEqual([])
  expect(held.gives(luis, set(1, 'Call the hatchery', jon, '2027-03-08'))).toEqual(['action-set'])
  expect(held.gives(omar, set(2, 'We should look at Maine', stranger))).toBe('no-such-person')
  expect(held.gives(omar, set(2, 'We should look at Maine', null, '2027-02-01'))).toBe('day-has-passed')
  expect([...held.meeting.actions.values()]).toEqual([
    { text: 'Call the hatchery', owner: jon, due: '2027-03-08', doneAt: null },
  ])
  expect(held.gives(omar, { kind: 'dropAction', actionId: id(1) })).toEqual(['action-dropped'])
  expect(held.meeting.actions.size).toBe(0)
})

test('D5: nothing is done in the room; afterwards its owner says so, or whoever took the minutes, and takes it back', () => {
  const held = talking()
  held.does(omar, set(1, 'Call the hatchery', jon, '2027-03-08'))
  const done = { kind: 'finishAction', actionId: id(1), done: true } as const
  expect(held.gives(jon, done)).toBe('the-room-is-discussing')

  const after = closed()
  expect(after.gives(priya, done)).toBe('not-your-action')
  expect(after.gives(jon, { ...done, actionId: id(7) })).toBe('no-such-action')
  expect(after.gives(jon, done)).toEqual(['action-done'])
  const { phase } = roomFor(after.meeting, after.questions, priya, after.now)
  expect(phase).toMatchObject({ name: 'closed', actions: [{ text: 'Call the hatchery', owner: jon }] })
  expect(after.gives(omar, { ...done, done: false })).toEqual(['action-done'])
  expect(after.meeting.actions.get(id(1))?.doneAt).toBeNull()
  // in other words, it is what it was: done, or not
  after.does(jon, done)
  after.does(omar, set(1, 'Call two hatcheries', jon, '2027-03-08'))
  expect(after.meeting.actions.get(id(1))).toMatchObject({ text: 'Call two hatcheries', doneAt: after.now })
})

test('D5: a meeting that was called off leaves nothing to do', () => {
  const held = new Held()
  for (const person of [luis, omar]) held.does(person, { kind: 'join' })
  held.does(luis, { kind: 'callOff' })
  expect(held.gives(omar, set(1, 'Call the hatchery'))).toBe('meeting-is-closed')
})
