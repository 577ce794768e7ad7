import type { Instant } from '@foreword/core/time'

/** A clock beside the one on the wall: at `wall` it showed `shown`, and runs `rate` times as fast since. */
export interface FastClock {
  wall: Instant
  shown: Instant
  rate: number
}

/**
 * | at | showed | rate | asked at | shows |
 * |---|---|---|---|---|
 * | 0 | 9:00 | 10 | 6 s later | 9:01 |
 */
export const shownAt = ({ wall, shown, rate }: FastClock, at: Instant): Instant =>
  Math.round(shown + (at - wall) * rate)

/** When the wall clock shows what this one calls `instant`; the past when it has been. */
export const wallAt = ({ wall, shown, rate }: FastClock, instant: Instant): Instant =>
  Math.ceil(wall + (instant - shown) / rate)

/** The same time, at another pace from now on. */
export const atRate = (clock: FastClock, rate: number, now: Instant): FastClock => ({
  wall: now,
  shown: shownAt(clock, now),
  rate,
})

/** Moved forward to `instant`; a clock never goes back. */
export const movedTo = (clock: FastClock, instant: Instant, now: Instant): FastClock => ({
  ...clock,
  wall: now,
  shown: Math.max(instant, shownAt(clock, now)),
})
