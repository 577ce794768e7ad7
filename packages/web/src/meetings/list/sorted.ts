import type { MeetingLine } from '@foreword/core/meetings/contract'

const MINUTE_MS = 60_000
/** A lobby that was never left is over this long after it should have ended. */
const FORGOTTEN_MS = 12 * 60 * MINUTE_MS

export interface Sorted {
  /** The room is open, or about to be. */
  now: MeetingLine[]
  coming: MeetingLine[]
  /** Latest first. */
  past: MeetingLine[]
}

/** Whether people are in the room, or should soon be: from a quarter of an hour before the start. */
export function isNow({ phase, startsAt, minutes }: MeetingLine, nowMs: number): boolean {
  if (phase === 'closed') return false
  if (phase !== 'lobby') return true
  const start = Date.parse(startsAt)
  return nowMs > start - 15 * MINUTE_MS && nowMs < start + minutes * MINUTE_MS + FORGOTTEN_MS
}

/** A list of meetings as one looks for them: what is on, what comes, soonest first, and what has been. */
export function sortedMeetings(lines: readonly MeetingLine[], nowMs: number): Sorted {
  const soonest = [...lines].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  const now = soonest.filter((line) => isNow(line, nowMs))
  const rest = soonest.filter((line) => !now.includes(line))
  const isComing = (line: MeetingLine) => line.phase === 'lobby' && Date.parse(line.startsAt) > nowMs
  return {
    now,
    coming: rest.filter(isComing),
    past: rest.filter((line) => !isComing(line)).reverse(),
  }
}
