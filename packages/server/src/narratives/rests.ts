/** Acts on an edit at once, and rests after each act: what is edited meanwhile is acted on together. */
export interface Rests {
  edited(id: string): void
  close(): void
}

/** At least this long after each act, and twice as long as the act took: a slow machine keeps time for the writing. */
const SHORTEST_REST_MS = 150

export function createRests(act: (id: string) => Promise<void>): Rests {
  /** Those that are acted on or rest; true when they were edited since. */
  const busy = new Map<string, boolean>()
  const resting = new Set<NodeJS.Timeout>()
  let isClosed = false

  async function begin(id: string): Promise<void> {
    busy.set(id, false)
    const from = performance.now()
    await act(id)
    if (isClosed) return
    const restMs = Math.max(SHORTEST_REST_MS, 2 * (performance.now() - from))
    const timer = setTimeout(() => {
      resting.delete(timer)
      const wasEdited = busy.get(id)
      busy.delete(id)
      if (wasEdited) void begin(id)
    }, restMs)
    resting.add(timer)
  }

  return {
    edited(id) {
      if (busy.has(id)) busy.set(id, true)
      else void begin(id)
    },
    close() {
      isClosed = true
      for (const timer of resting) clearTimeout(timer)
    },
  }
}
