const MINUTE_MS = 60_000

/**
 * | left | |
 * |---|---|
 * | 12 min 1 s | 13 min left |
 * | 40 s | Less than a minute left |
 * | −2 min | Over by 2 min |
 */
export function leftWords(leftMs: number): string {
  if (leftMs <= -MINUTE_MS) return `Over by ${Math.floor(-leftMs / MINUTE_MS)} min`
  if (leftMs <= 0) return 'The time is over'
  if (leftMs < MINUTE_MS) return 'Less than a minute left'
  return `${Math.ceil(leftMs / MINUTE_MS)} min left`
}
