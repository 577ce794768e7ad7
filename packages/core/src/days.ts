import type { Instant } from './time.ts'

const HALF_DAY_MS = 12 * 60 * 60 * 1000

/**
 * Whether a calendar day is over everywhere on earth, for a promise is made in the promiser's own time zone and the
 * server does not know which. At 2027-03-02T11:59Z the first of March is not past; a minute later it is.
 */
export function isPast(day: string, now: Instant): boolean {
  return day < new Date(now - HALF_DAY_MS).toISOString().slice(0, 10)
}
