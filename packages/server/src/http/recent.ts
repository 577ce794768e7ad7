/**
 * What was made for an id, for as long as it is among the `most` that were asked for last: for what never changes, or
 * is put anew when it does.
 */
export function createRecent<Value>(most: number) {
  const kept = new Map<string, Value>()

  function put(id: string, value: Value): Value {
    kept.delete(id)
    kept.set(id, value)
    const oldest = kept.size > most ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    return value
  }

  return {
    get(id: string): Value | undefined {
      const value = kept.get(id)
      if (value !== undefined) put(id, value)
      return value
    },
    put,
    forget: (id: string) => void kept.delete(id),
  }
}
