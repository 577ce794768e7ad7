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

/** When one comes to it: the start, or for an adjourned meeting when it goes on; null when no day is set for that. */
export function dueAt({ phase, startsAt, resumesAt }: MeetingLine): number | null {
  if (phase !== 'adjourned') return Date.parse(startsAt)
  return resumesAt === null ? null : Date.parse(resumesAt)
}

/** Whether people are in the room, or should soon be: from a quarter of an hour before the start. */
export function isNow(line: MeetingLine, nowMs: number): boolean {
  const { phase, minutes, paused } = line
  if (phase === 'closed') return false
  if (paused) return true
  if (phase !== 'lobby' && phase !== 'adjourned') return true
  const start = dueAt(line)
  return (
    start !== null && nowMs > start - 15 * MINUTE_MS && nowMs < start + minutes * MINUTE_MS + FORGOTTEN_MS
  )
}

/** A list of meetings as one looks for them: what is on, what comes, soonest first, and what has been. */
export function sortedMeetings(lines: readonly MeetingLine[], nowMs: number): Sorted {
  // an adjourned one without a day comes after all that have one
  const order = (line: MeetingLine) => dueAt(line) ?? Number.MAX_SAFE_INTEGER
  const soonest = [...lines].sort((a, b) => order(a) - order(b))
  const now = soonest.filter((line) => isNow(line, nowMs))
  const rest = soonest.filter((line) => !now.includes(line))
  const isComing = (line: MeetingLine) =>
    line.phase === 'adjourned' || (line.phase === 'lobby' && Date.parse(line.startsAt) > nowMs)
  return {
    now,
    coming: rest.filter(isComing),
    past: rest.filter((line) => !isComing(line)).reverse(),
  }
}
