import { expect, test } from 'vitest'
import { offsetFrom } from './offset.ts'

const MINUTE_MS = 60_000

test('R3: with our clock ten minutes wrong, the error is at most half the fastest round trip', () => {
  const truth = 10 * MINUTE_MS
  // the way there and the way back are never equally long
  const asked = [
    { there: 30, back: 170 },
    { there: 4, back: 16 },
    { there: 90, back: 10 },
  ].map(({ there, back }, at) => {
    const sentAt = at * 1_000
    return { sentAt, receivedAt: sentAt + there + back, serverTime: sentAt + there + truth }
  })
  expect(Math.abs(offsetFrom(asked) - truth)).toBeLessThanOrEqual(10)
})

test('R3: nothing asked, nothing corrected', () => {
  expect(offsetFrom([])).toBe(0)
})
