const WINDOW_MS = 10 * 60_000
const MOST = 10

/** Counts failed sign-ins by address and e-mail, in memory: a guard against guessing, not a record of anybody. */
export function createAttempts(now: () => number) {
  const failures = new Map<string, number[]>()
  const recent = (key: string) => (failures.get(key) ?? []).filter((at) => at > now() - WINDOW_MS)
  return {
    tooMany: (key: string) => recent(key).length >= MOST,
    failed(key: string) {
      if (failures.size > 10_000) failures.clear()
      failures.set(key, [...recent(key), now()])
    },
    succeeded: (key: string) => failures.delete(key),
  }
}
export type Attempts = ReturnType<typeof createAttempts>
