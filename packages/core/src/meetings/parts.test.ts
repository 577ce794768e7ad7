import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { QuestionId } from '../ids.ts'
import { followRoom } from './follow.ts'
import { Held, ines, jon, luis, omar, planned, priya, questionNamed, stranger } from './meeting.fixture.ts'
import { changedParts, nothingSent, partsOf } from './parts.ts'
import { type RoomMessage, roomMessage } from './room.ts'
import { roomFor } from './visible.ts'

const everyone = [ines, luis, omar, priya, jon, stranger]

function messageFor(held: Held, viewer: (typeof everyone)[number]): RoomMessage {
  const room = roomFor(held.meeting, held.questions, viewer, held.now)
  const people = room.attendees.map(({ personId }) => ({
    id: personId,
    name: `Nobody ${personId.slice(-2)}`,
  }))
  return roomMessage.parse({ room, people, serverTime: new Date(held.now).toISOString() })
}

/** A person's stream, as the server sends it and a browser puts it together. */
function stream(viewer: (typeof everyone)[number]) {
  let sent = nothingSent
  const follow = followRoom()
  let shown: RoomMessage | undefined
  return (held: Held) => {
    const message = messageFor(held, viewer)
    const stands = partsOf(message)
    const parts = changedParts(sent, stands)
    sent = stands
    if (parts) shown = follow({ parts, serverTime: message.serverTime })
    return { parts, shown, message }
  }
}

const id = (n: number): QuestionId => questionNamed(String(91 + n))
const steps: ((held: Held, n: number) => unknown)[] = [
  (held, n) => held.does(everyone[n % 5] ?? ines, { kind: 'join' }),
  (held, n) => held.does(everyone[n % 5] ?? ines, { kind: 'leave' }),
  (held) => held.does(luis, { kind: 'start' }),
  (held, n) => held.asks(everyone[n % 5] ?? ines, id(n), `Why, number ${n}?`),
  (held) => held.does(luis, { kind: 'announceReveal', because: 'They have said so.' }),
  (held) => {
    held.now += 11_000
    return held.tick()
  },
  (held, n) => held.does(everyone[n % 5] ?? ines, { kind: 'raiseHand' }),
  (held, n) => held.does(everyone[n % 5] ?? ines, { kind: 'askToo', questionId: id(n) }),
  (held, n) => held.does(luis, { kind: 'openQuestion', questionId: id(n) }),
  (held, n) => held.does(luis, { kind: 'setMust', questionId: id(n), must: n % 2 === 0 }),
  (held, n) => held.does(omar, { kind: 'mergeQuestions', questionIds: [id(n), id(n + 1)] }),
  (held) => held.does(luis, { kind: 'chooseOrder', order: 'asked' }),
  (held) => held.does(luis, { kind: 'adjourn', resumesAt: null }),
  (held) => held.does(luis, { kind: 'resume' }),
]
const course = fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(5)), { minLength: 10, maxLength: 40 })

it('R4: what is sent after each step puts together the very room that everybody may see', () => {
  fc.assert(
    fc.property(course, (taken) => {
      const held = new Held(planned({ purpose: 'improve' }))
      const streams = everyone.map(stream)
      for (const [step, n] of [[0, 1], [0, 2], [2, 0], [3, 0], [3, 1], ...taken] as const) {
        steps[step]?.(held, n)
        for (const next of streams) {
          const { shown, message } = next(held)
          expect(shown?.room).toEqual(message.room)
          expect(shown?.people).toEqual(message.people)
        }
      }
    }),
    { numRuns: 150 },
  )
})

it('sends of an act only what it changes', () => {
  const held = new Held().reading(ines, luis, omar, priya, jon)
  for (let n = 0; n < 6; n++) held.asks(everyone[n % 5] ?? ines, id(n), `Why, number ${n}?`)
  held.revealed()
  const next = stream(priya)
  expect(Object.keys(next(held).parts ?? {})).toContain('phase.questions:')
  held.does(jon, { kind: 'raiseHand' })
  expect(Object.keys(next(held).parts ?? {})).toEqual(expect.arrayContaining(['phase.hands']))
  held.does(jon, { kind: 'lowerHand' })
  const { parts } = next(held)
  expect(Object.keys(parts ?? {}).filter((name) => name.includes('questions'))).toEqual([])
  expect(next(held).parts).toBeNull()
})
