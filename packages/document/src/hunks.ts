import { diffArrays } from 'diff/lib/diff/array.js'

/** What one side put in the place of some tokens of the base; with `start` and `end` the same, only put there. */
export interface Hunk<Token> {
  start: number
  end: number
  put: Token[]
}

/** Beyond so many changes a comparison costs more than it tells: the side is something else altogether. */
const MOST_CHANGES = 2_000

/** In the order of the base; between two of them at least one token is kept. */
export function hunksBetween<Token>(
  base: readonly Token[],
  side: readonly Token[],
  key: (token: Token) => string,
): Hunk<Token>[] {
  const steps = diffArrays(base.map(key), side.map(key), { maxEditLength: MOST_CHANGES })
  if (!steps) return [{ start: 0, end: base.length, put: [...side] }]
  const out: Hunk<Token>[] = []
  let at = 0
  let from = 0
  let isOpen = false
  for (const step of steps) {
    if (!step.added && !step.removed) {
      at += step.count
      from += step.count
      isOpen = false
      continue
    }
    if (!isOpen) out.push({ start: at, end: at, put: [] })
    isOpen = true
    const hunk = out.at(-1)
    if (!hunk) continue
    if (step.removed) {
      at += step.count
      hunk.end = at
    } else {
      hunk.put.push(...side.slice(from, from + step.count))
      from += step.count
    }
  }
  return out
}
