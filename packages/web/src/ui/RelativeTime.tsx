import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000
const units = [
  { unit: 'year', ms: 365.25 * 24 * 60 * MINUTE_MS },
  { unit: 'month', ms: 30.44 * 24 * 60 * MINUTE_MS },
  { unit: 'week', ms: 7 * 24 * 60 * MINUTE_MS },
  { unit: 'day', ms: 24 * 60 * MINUTE_MS },
  { unit: 'hour', ms: 60 * MINUTE_MS },
  { unit: 'minute', ms: MINUTE_MS },
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })

/** “3 days ago”, “in 2 hours”, “just now”. */
export function relative(fromMs: number, nowMs: number): string {
  const apart = fromMs - nowMs
  const fit = units.find(({ ms }) => Math.abs(apart) >= ms)
  return fit ? words.format(Math.trunc(apart / fit.ms), fit.unit) : 'just now'
}

const listeners = new Set<() => void>()
let minute = Math.floor(Date.now() / MINUTE_MS)
setInterval(() => {
  minute = Math.floor(Date.now() / MINUTE_MS)
  for (const listener of listeners) listener()
}, MINUTE_MS / 2)

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** `at` is ISO 8601. Words that keep up with the clock; the exact instant, in the reader's own zone, on hover. */
export function RelativeTime({ at }: { at: string }) {
  useSyncExternalStore(subscribe, () => minute)
  const instant = new Date(at)
  return (
    <time dateTime={at} title={exact.format(instant)} className="whitespace-nowrap">
      {relative(instant.getTime(), Date.now())}
    </time>
  )
}
