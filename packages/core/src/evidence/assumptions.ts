import { ok, type Result, refuse } from '../result.ts'

/** W8: what is known of a statement that something rests on. `changed`: it is another statement now. */
export const assumptionStates = ['untested', 'supported', 'refuted', 'changed'] as const
export type AssumptionState = (typeof assumptionStates)[number]

/** What people read for a state. */
export const assumptionStateLabels = {
  untested: 'Untested',
  supported: 'Supported',
  refuted: 'Refuted',
  changed: 'Changed',
} satisfies Record<AssumptionState, string>

export interface Standing {
  state: AssumptionState
  statement: string
}

/** A line of its history: how it has stood since a moment. The first is how it was written down. */
export interface Change extends Standing {
  /** ISO 8601. */
  at: string
}

/** How it stands after the change, or why that is none. Only a changed one says something new. */
export function changeTo(
  now: Standing,
  { state, statement }: { state: AssumptionState; statement?: string | undefined },
): Result<Standing, 'assumption-stands-so' | 'assumption-not-reworded'> {
  const says = statement ?? now.statement
  const isReworded = says !== now.statement
  if (state === 'changed') return isReworded ? ok({ state, statement: says }) : refuse('assumption-stands-so')
  if (isReworded) return refuse('assumption-not-reworded')
  return state === now.state ? refuse('assumption-stands-so') : ok({ state, statement: says })
}

/** How it stood at a moment; before it was written down, as it was written down. `history` is in its order. */
export function standingAt(history: readonly Change[], at: string): Standing | undefined {
  return history.findLast((change) => change.at <= at) ?? history[0]
}

/**
 * W8: since when what was written or frozen at `at` rests on something that no longer holds, and how; null while it
 * holds. What was written while it was known to be refuted did not rest on it, and what was taken back never happened.
 *
 * | then | later | now |
 * |---|---|---|
 * | untested or supported | refuted | since then it rests on what is refuted |
 * | untested or supported | changed | since then it rests on other words, whatever becomes of the new ones |
 * | refuted | | it does not rest on it |
 * | untested | refuted, taken back | it holds |
 */
export function brokenSince<Line extends Change>(history: readonly Line[], at: string): Line | null {
  const then = standingAt(history, at)
  if (!then || then.state === 'refuted') return null
  const isBroken = ({ state, statement }: Standing) => state === 'refuted' || statement !== then.statement
  const later = history.filter((change) => change.at > at)
  const lastHeld = later.findLastIndex((change) => !isBroken(change))
  return later[lastHeld + 1] ?? null
}

/** Whether it is news to the owner: something that rests on it may not hold any more, or does again. */
export const isNewsToOwner = (from: AssumptionState, to: AssumptionState): boolean =>
  [from, to].some((state) => state === 'refuted' || state === 'changed')
