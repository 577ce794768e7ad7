/**
 * Answers about a draft, computed one after another for each. Who asks while one is running, which may not know the
 * newest edit, gets the one after it: one more, for all who asked.
 */
export function oneAtATime<Answer>(
  compute: (id: string) => Promise<Answer>,
): (id: string) => Promise<Answer> {
  const running = new Map<string, Promise<Answer>>()
  const next = new Map<string, Promise<Answer>>()

  function start(id: string): Promise<Answer> {
    const answer = compute(id).finally(() => running.delete(id))
    running.set(id, answer)
    return answer
  }

  return (id) => {
    const now = running.get(id)
    if (!now) return start(id)
    const waiting = next.get(id)
    if (waiting) return waiting
    const begin = () => {
      next.delete(id)
      return start(id)
    }
    // whether the one before worked out is its askers' business
    const after = now.then(begin, begin)
    next.set(id, after)
    return after
  }
}
