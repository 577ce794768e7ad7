/** Waits for the writing in a draft to pause, and no longer than so long for somebody who never does. */
export interface Pauses {
  edited(id: string): void
  close(): void
}

export function createPauses(
  { pauseMs, longestWaitMs }: { pauseMs: number; longestWaitMs: number },
  paused: (id: string) => Promise<void>,
): Pauses {
  const waiting = new Map<string, { since: number; timer: NodeJS.Timeout }>()
  return {
    edited(id) {
      const before = waiting.get(id)
      clearTimeout(before?.timer)
      const since = before?.since ?? performance.now()
      const left = Math.max(0, since + longestWaitMs - performance.now())
      const act = () => {
        waiting.delete(id)
        void paused(id)
      }
      waiting.set(id, { since, timer: setTimeout(act, Math.min(pauseMs, left)) })
    },
    close() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
