import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../time.ts'
import { Held, ines, luis, omar, planned, priya, stranger } from './meeting.fixture.ts'
import { roomFor } from './visible.ts'
import { mayGiveWindow, type Window, windowNow } from './window.ts'

/** Luis wrote and facilitated, Priya was there; Ines, Omar and Jon were not. */
const talking = () => new Held(planned({ purpose: 'improve' })).reading(luis, priya).revealed()
const closed = () => {
  const held = talking()
  held.does(luis, { kind: 'setExperience', experience: 'A text.', why: 'The tide.' })
  held.does(luis, { kind: 'close' })
  return held
}
const given: Window = { minutes: 20, until: 1_000 * MINUTE_MS, startedAt: null, isOver: false }

describe('R14: a time of one’s own', () => {
  it.each([
    ['before its last day', given, 999, 'given'],
    ['at its last moment', given, 1_000, 'given'],
    ['after it', given, 1_001, 'over'],
    ['begun', { ...given, startedAt: 500 * MINUTE_MS }, 519.9, 'running'],
    ['begun at the last moment', { ...given, startedAt: 1_000 * MINUTE_MS }, 1_010, 'running'],
    ['begun and at its end', { ...given, startedAt: 500 * MINUTE_MS }, 520, 'over'],
    ['ended early', { ...given, isOver: true }, 500, 'over'],
  ] as const)('%s', (_, window, minute, is) => {
    expect(windowNow(window, minute * MINUTE_MS)).toBe(is)
  })

  it('is given when the room has closed, by whoever facilitated or wrote, to whoever was invited and not there', () => {
    let held = talking()
    const may = (by: typeof luis, to: typeof luis) => {
      const result = mayGiveWindow(held.meeting, by, to)
      return result.ok ? 'given' : result.refusal
    }
    expect(may(luis, omar)).toBe('not-closed-yet')
    held = closed()
    expect(held.meeting.phase.name).toBe('closed')
    expect(may(luis, omar)).toBe('given')
    expect(may(ines, omar)).toBe('not-the-facilitator')
    expect(may(priya, omar)).toBe('not-the-facilitator')
    expect(may(luis, priya)).toBe('was-there')
    expect(may(luis, stranger)).toBe('no-such-person')
  })

  it('shows text and clock and one’s own, and nothing of what the room left, until it is over', () => {
    const held = closed()
    const at = held.now
    const windows = new Map([[omar, { ...given, startedAt: at, until: at }]])
    const see = (who: typeof luis, after = 1) =>
      roomFor(held.meeting, [], who, at + after * MINUTE_MS, undefined, undefined, windows)
    expect(see(omar)).toMatchObject({
      attendees: [],
      phase: { name: 'reading', late: true, window: true, progress: null, mine: { mayAnswer: false } },
    })
    expect(see(omar, 20).phase.name).toBe('closed')
    expect(see(priya).phase).toMatchObject({ name: 'closed', windows: [] })
    expect(see(luis).phase).toMatchObject({ name: 'closed', windows: [{ personId: omar, minutes: 20 }] })
  })

  it('is offered to its reader alone', () => {
    const held = closed()
    const windows = new Map([[omar, { ...given, until: held.now }]])
    const see = (who: typeof luis) =>
      roomFor(held.meeting, [], who, held.now, undefined, undefined, windows).me?.window
    expect(see(omar)).toMatchObject({ minutes: 20 })
    expect(see(luis)).toBeNull()
  })
})
