import { setTimeout as delay } from 'node:timers/promises'

/** An answer that does not come holds up nobody who asks later. */
const LONGEST_WAIT_MS = 25

/**
 * Asks once for all that is asked for in one turn, or while the answer before is on its way: two hundred at a door would
 * ask two hundred times. Whoever asks gets what was read after they asked, never something older.
 */
export function gathered<Key, Answer>(
  askAll: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | undefined> {
  let coming: { keys: Set<Key>; answers: Promise<ReadonlyMap<Key, Answer>> } | undefined
  let before: Promise<unknown> = Promise.resolve()

  async function next(keys: ReadonlySet<Key>) {
    await new Promise((resolve) => setImmediate(resolve))
    const late = new AbortController()
    await Promise.race([before, delay(LONGEST_WAIT_MS, undefined, { signal: late.signal }).catch(() => {})])
    late.abort()
    coming = undefined
    const answers = askAll([...keys])
    before = answers.catch(() => {})
    return answers
  }

  return async (key) => {
    if (!coming) {
      const keys = new Set<Key>()
      coming = { keys, answers: next(keys) }
    }
    coming.keys.add(key)
    return (await coming.answers).get(key)
  }
}
