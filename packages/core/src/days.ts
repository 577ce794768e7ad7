import type { Instant } from './time.ts'

const HALF_DAY_MS = 12 * 60 * 60 * 1000

/**
 * Whether a calendar day is over everywhere on earth, for a promise is made in the promiser's own time zone and the
 * server does not know which. At 2027-03-02T11:59Z the first of March is not past; a minute later it is.
 */
export function isPast(day: string, now: Instant): boolean {
  return day < new Date(now - HALF_DAY_MS).toISOString().slice(0, 10)
}

const DAY_MS = 2 * HALF_DAY_MS
const midnight = (day: string): Instant => Date.parse(`${day}T00:00:00Z`)

/** Days from one to another: negative when that was before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((midnight(to) - midnight(from)) / DAY_MS)

/** The day so many days after. */
export const dayAfter = (day: string, days: number): string =>
  new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Whether a calendar day has begun nowhere on earth yet: what is said to have been on it was not. */
export function isAhead(day: string, now: Instant): boolean {
  // the first to see a day are fourteen hours ahead
  return day > new Date(now + 14 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
