import { meetingId, personId } from '@foreword/core/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '../db/ids.ts'
import { createPresence } from './presence.ts'

const meeting = meetingId.parse(newId())
const person = personId.parse(newId())

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('A page that reloads has not left the room, one that stays away has', () => {
  const dropped = vi.fn()
  const { enter } = createPresence(dropped)
  const leave = enter(meeting, person)
  leave()
  vi.advanceTimersByTime(3_000)
  const leaveAgain = enter(meeting, person)
  vi.advanceTimersByTime(10_000)
  expect(dropped).not.toHaveBeenCalled()
  leaveAgain()
  vi.advanceTimersByTime(5_000)
  expect(dropped).toHaveBeenCalledExactlyOnceWith(meeting, person)
})

test('R12: who was in the room when the server fell and does not come back has left it', () => {
  const dropped = vi.fn()
  const { awaited, enter } = createPresence(dropped)
  const another = personId.parse(newId())
  awaited(meeting, person)
  awaited(meeting, another)
  vi.advanceTimersByTime(10_000)
  enter(meeting, another)
  vi.advanceTimersByTime(60_000)
  expect(dropped).toHaveBeenCalledExactlyOnceWith(meeting, person)
})
