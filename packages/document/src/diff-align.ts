import { diffArrays } from 'diff/lib/diff/array.js'
import type { Compared } from './diff-words.ts'
import { countWords } from './words.ts'

export type Pair =
  | { kind: 'stayed' | 'moved'; before: Compared; after: Compared }
  | { kind: 'added'; after: Compared }
  | { kind: 'removed'; before: Compared }

/** So many words are not the same by chance when they leave one place and come in another. */
const TELLING_WORDS = 4

/**
 * Which block became which: by its id, then by equal text, then by likeness where they stand. Of two neighbours that
 * changed places one has moved. In the order of `after`, with what was removed where it stood.
 */
export function align(before: readonly Compared[], after: readonly Compared[]): Pair[] {
  const ids = new Set(before.map((block) => block.id))
  const shared = new Set(after.map((block) => block.id).filter((id) => id !== '' && ids.has(id)))
  // documents without a common past (a new import) have no ids in common: there the words are the key
  const keyOf = ({ id, text }: Compared) => (shared.has(id) ? `id ${id}` : `text ${text}`)
  const steps = diffArrays(before.map(keyOf), after.map(keyOf))

  const gaps: { removed: Compared[]; added: Compared[]; stayed: Pair[] }[] = []
  let [old, now] = [0, 0]
  let gap: (typeof gaps)[number] = { removed: [], added: [], stayed: [] }
  for (const { removed, added, count } of steps) {
    if (removed) gap.removed.push(...before.slice(old, old + count))
    else if (added) gap.added.push(...after.slice(now, now + count))
    else {
      for (let at = 0; at < count; at++) gap.stayed.push(...stayed(before[old + at], after[now + at]))
      gaps.push(gap)
      gap = { removed: [], added: [], stayed: [] }
    }
    if (!added) old += count
    if (!removed) now += count
  }
  gaps.push(gap)

  const came = moves(
    gaps.flatMap(({ removed }) => removed),
    gaps.flatMap(({ added }) => added),
    (block) => (shared.has(block.id) || countWords(block.text) >= TELLING_WORDS ? keyOf(block) : null),
  )
  const gone = new Set(came.values())
  return gaps.flatMap(({ removed, added, stayed }) => [
    ...likeliest(
      removed.filter((block) => !gone.has(block)),
      added,
      came,
    ),
    ...stayed,
  ])
}

function stayed(before: Compared | undefined, after: Compared | undefined): Pair[] {
  if (before === undefined || after === undefined) throw new Error('a pair of nothing')
  return [{ kind: 'stayed', before, after }]
}

/** What was taken out in one place and stands in another: the block that came → the one it was. */
function moves(removed: Compared[], added: Compared[], keyOf: (block: Compared) => string | null) {
  const left = Map.groupBy(removed, keyOf)
  const came = new Map<Compared, Compared>()
  for (const now of added) {
    const key = keyOf(now)
    const old = key === null ? undefined : left.get(key)?.shift()
    if (old) came.set(now, old)
  }
  return came
}

/** Between two kept blocks: which removed block became which added one, in order, if they share half their words. */
function likeliest(removed: Compared[], added: Compared[], came: ReadonlyMap<Compared, Compared>): Pair[] {
  const pairs: Pair[] = []
  let next = 0
  // in a rewrite of hundreds of blocks nobody follows which became which, and comparing all would take seconds
  const isRewrite = removed.length * added.length > 10_000
  for (const now of added) {
    const from = came.get(now)
    const match = isRewrite || from ? -1 : mostLike(removed, next, now)
    const old = removed[match]
    if (from) pairs.push({ kind: 'moved', before: from, after: now })
    else if (old === undefined) pairs.push({ kind: 'added', after: now })
    else {
      pairs.push(...removed.slice(next, match).map(taken), { kind: 'stayed', before: old, after: now })
      next = match + 1
    }
  }
  return [...pairs, ...removed.slice(next).map(taken)]
}

const taken = (before: Compared): Pair => ({ kind: 'removed', before })

function mostLike(removed: Compared[], from: number, now: Compared): number {
  return removed.findIndex((old, index) => index >= from && likeness(old.text, now.text) >= 0.5)
}

/** Share of common words, 0 to 1. */
function likeness(a: string, b: string): number {
  const left = a.toLowerCase().split(/\s+/)
  const right = new Set(b.toLowerCase().split(/\s+/))
  const common = left.filter((word) => right.has(word)).length
  return (2 * common) / (left.length + b.split(/\s+/).length)
}
