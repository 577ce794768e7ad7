import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from './fold.ts'
import { Held, jon, luis, priya } from './meeting.fixture.ts'
import { counting, paceOf, shownHeld, withoutPace } from './pace.ts'

it('R6: pace loses its name and its time at the close, and the fold reads on', () => {
  const held = new Held().reading(jon, priya)
  held.now += 400_000
  held.does(jon, { kind: 'finishReading' })
  held.does(jon, { kind: 'answerOneQuestion', want: 'yes', because: '' })
  held.revealed()
  const at = held.log.find(({ kind }) => kind === 'revealed')?.at
  const forgotten = withoutPace(held.log)
  expect(forgotten.filter(({ kind }) => kind === 'finished-reading')).toMatchObject([{ by: null, at }])
  expect(forgotten.filter(({ kind }) => kind === 'answered-the-one-question')).toMatchObject([
    { by: jon, at },
  ])
  const others = (log: typeof forgotten) =>
    log.filter(({ kind }) => kind !== 'finished-reading' && kind !== 'answered-the-one-question')
  expect(others(forgotten)).toEqual(others(held.log))
  const kept = fold(forgotten)
  expect([kept.finished.size, kept.wants, kept.phase]).toEqual([0, held.meeting.wants, held.meeting.phase])
  expect(withoutPace(forgotten)).toEqual(forgotten)
})

it('R6: a late reader’s finishing loses its time as well', () => {
  const held = new Held().reading(priya).revealed()
  held.does(jon, { kind: 'join' })
  held.now += 90_000
  held.does(jon, { kind: 'finishReading' })
  const [finished] = withoutPace(held.log).filter(({ kind }) => kind === 'finished-reading')
  expect(finished).toMatchObject({ by: null, at: held.log.find(({ kind }) => kind === 'revealed')?.at })
  expect(JSON.stringify(finished)).not.toContain(luis)
})

it.each([
  ['what was held', [{ page: 2, seconds: 10 }], 10_000, [[2, 10_000]]],
  ['nothing for a repeat', [{ page: 2, seconds: 10 }], 0, [[2, 0]]],
  [
    'no more than has passed',
    [
      { page: 2, seconds: 60 },
      { page: 3, seconds: 60 },
    ],
    60_000,
    [
      [2, 30_000],
      [3, 30_000],
    ],
  ],
  ['a minute for what nobody heard of', [{ page: 1, seconds: 3600 }], null, [[1, 60_000]]],
  ['all of a lost connection', [{ page: 4, seconds: 300 }], 320_000, [[4, 300_000]]],
  ['nothing when the clock went back', [{ page: 4, seconds: 3 }], -5_000, [[4, 0]]],
] as const)('R6: of what a browser says it counts %s', (_what, held, since, counted) => {
  expect([...counting([...held], since)]).toEqual(counted)
})

it('R6: however often a browser speaks, no more counts than the server’s clock has passed', () => {
  const beacon = fc.record({
    held: fc.array(fc.record({ page: fc.integer({ min: 1, max: 6 }), seconds: fc.nat(3600) }), {
      minLength: 1,
    }),
    passedMs: fc.nat(40_000),
  })
  fc.assert(
    fc.property(fc.array(beacon, { minLength: 1 }), (beacons) => {
      let counted = 0
      let passed = 60_000
      for (const [place, { held, passedMs }] of beacons.entries()) {
        if (place > 0) passed += passedMs
        for (const ms of counting(held, place === 0 ? null : passedMs).values()) counted += ms
      }
      expect(counted).toBeLessThanOrEqual(passed)
    }),
  )
})

it('R6: what stays of the readers is a count and a middle for each page, and no time of fewer than three', () => {
  const rows = [
    ...[60_000, 200_000, 90_000, 1_000].map((readMs) => ({ page: 1, readMs })),
    ...[60_000, 90_000].map((readMs) => ({ page: 3, readMs })),
    ...[10_000, 20_000, 40_000, 80_000].map((readMs) => ({ page: 2, readMs })),
  ]
  expect(paceOf(rows)).toEqual([
    { page: 1, readers: 3, medianSeconds: 90 },
    { page: 2, readers: 4, medianSeconds: 30 },
    { page: 3, readers: 2, medianSeconds: null },
  ])
})

it('R6: of one or two readers the facilitator is not even shown on which page they are', () => {
  const held = (...readers: number[]) => readers.map((count, at) => ({ page: at + 1, readers: count }))
  expect([held(1), held(1, 1)].map(shownHeld)).toEqual([[], []])
  expect(shownHeld(held(2, 1))).toEqual(held(2, 1))
})
