import { expect, test } from 'vitest'
import { Held, ines, jon, luis, omar, planned, questionNamed } from './meeting.fixture.ts'
import { writtenOver } from './note.ts'

test.each([
  [null, 0, 'a', 'writes'],
  [{ text: 'a', version: 1 }, 1, 'ab', 'writes'],
  [{ text: 'ab', version: 2 }, 1, 'ac', 'changed'],
  [{ text: 'ab', version: 2 }, 1, 'ab', 'stands'],
  [null, 3, 'a', 'changed'],
])('over %j, what was written over version %i with %j %s', (stands, over, text, what) => {
  expect(writtenOver(stands, { over, text })).toBe(what)
})

test('R12: what is said is written down by the note-taker or the facilitator, while the room talks', () => {
  const held = new Held(planned()).reading(ines, luis, omar, jon)
  const id = questionNamed('1')
  held.asks(jon, id, 'Why?')
  const writes = (by: typeof jon) => held.gives(by, { kind: 'writeNote', questionId: id })
  expect(writes(omar)).toBe('the-room-is-reading')
  held.revealed()
  expect([omar, luis, jon].map(writes)).toEqual([[], [], 'not-the-note-taker'])
  expect(held.gives(omar, { kind: 'writeNote', questionId: questionNamed('99') })).toBe('no-such-question')
})
