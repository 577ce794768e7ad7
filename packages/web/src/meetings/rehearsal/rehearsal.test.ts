import type { MeetingId, PersonId } from '@foreword/core/ids'
import { idOfNothing } from '@foreword/core/ids-of-nothing'
import { expect, test } from 'vitest'
import { guideEdition } from '../simulated/guide.fixture.ts'
import { Rehearsal, roomMinutes } from './rehearsal.ts'
import { rehearsedSentence } from './words.ts'

const nine = Date.UTC(2027, 2, 1, 9)
const me = { id: '01900000-0000-7000-8000-0000000000a1' as PersonId, name: 'Ines' }
const begun = { meetingId: idOfNothing(7) as MeetingId, startedAt: nine, seconds: [], finished: false }

function rehearsed(at = nine) {
  const edition = guideEdition()
  const clock = { now: at }
  const rehearsal = new Rehearsal({ edition, me, now: () => clock.now, begun })
  return { edition, clock, rehearsal }
}

test('R20: whoever rehearses is alone in a room that reads, with its clock and nothing to open', () => {
  const { edition, rehearsal } = rehearsed()
  const { room } = rehearsal.message()
  expect(room.phase).toMatchObject({
    name: 'reading',
    progress: null,
    endsAt: new Date(nine + roomMinutes(edition) * 60_000).toISOString(),
  })
  expect(room.notNow).toMatchObject({
    announceReveal: 'not-the-facilitator',
    extendReading: 'not-the-facilitator',
  })
  expect(rehearsal.nextAt()).toBe(nine + roomMinutes(edition) * 60_000)
})

test('R20: the end of its time moves nothing, and Finished is the end', () => {
  const { edition, clock, rehearsal } = rehearsed()
  let heard = 0
  rehearsal.subscribe(() => heard++)
  clock.now = nine + roomMinutes(edition) * 60_000
  rehearsal.tick()
  rehearsal.tick()
  expect(rehearsal.message().room.phase).toMatchObject({ name: 'reading', ended: true })
  expect([heard, rehearsal.nextAt()]).toEqual([1, null])
  rehearsal.does({ kind: 'finishReading' }, 'k')
  expect(rehearsal.begun.finished).toBe(true)
})

test('R20: a reload goes on where it was', () => {
  const { edition, clock, rehearsal } = rehearsed()
  rehearsal.hold([{ page: 1, seconds: 40 }])
  rehearsal.hold([
    { page: 1, seconds: 20 },
    { page: 2, seconds: 90 },
  ])
  clock.now += 180_000
  const again = new Rehearsal({ edition, me, now: () => clock.now, begun: rehearsal.begun })
  expect(again.begun).toEqual({
    ...begun,
    seconds: [
      [1, 60],
      [2, 90],
    ],
  })
  expect(again.message()).toEqual(rehearsal.message())
})

test.each([
  [
    [
      [1, 60],
      [2, 180],
    ],
    'You read 2 pages in 4 min, 2 min a page; page 2 took longest, 3 min. A room is given 6 minutes.',
  ],
  [
    [
      [1, 60],
      [2, 4],
    ],
    'You read 1 page in 1 min. A room is given 6 minutes.',
  ],
  [[[1, 2]], 'No page was held long enough to say how long it takes.'],
] as [[number, number][], string][])('R20: of %j it says: %s', (held, words) => {
  expect(rehearsedSentence(held, 6)).toBe(words)
})
