import { isDetached } from '@foreword/core/reviews/detached'
import type { Comment } from './useDraftComments.ts'

type Sortable = Pick<Comment, 'id' | 'anchor' | 'carried' | 'resolved'>

export interface Sorted<Each extends Sortable> {
  /** Open, beside their words or about the whole document. */
  placed: Each[]
  /** Open, and their words are gone: kept in a list of their own (F2). */
  lost: Each[]
  resolved: Each[]
}

export function sorted<Each extends Sortable>(comments: readonly Each[]): Sorted<Each> {
  const open = comments.filter(({ resolved }) => resolved === null)
  return {
    placed: open.filter((comment) => !isDetached(comment)),
    lost: open.filter(isDetached),
    resolved: comments.filter(({ resolved }) => resolved !== null),
  }
}

/** Where a comment stands in the text it is shown beside; null: about all of it, or lost. */
export function placeOf({ anchor, carried }: Pick<Comment, 'anchor' | 'carried'>) {
  if (carried !== null) return carried.at
  if (anchor === null) return null
  return anchor.on === 'draft' ? anchor.at : anchor
}

/**
 * The comment to go to from the one at hand, or from a place in the text away from it: the nearest in that direction, and
 * round at the ends. `stops` are in order, each with where it stands.
 */
export function neighbour<Id extends string>(
  stops: readonly { id: Id; at: number }[],
  from: { atHand: string | null; at: number },
  step: 1 | -1,
): Id | null {
  if (stops.length === 0) return null
  const here = stops.findIndex(({ id }) => id === from.atHand)
  const stop = stops[here]
  // whoever has gone on in the text since goes on from there; what stands beside no words cannot be left like that
  const isHere =
    stop !== undefined && (stop.at === from.at || stop.at === 0 || stop.at === Number.POSITIVE_INFINITY)
  if (isHere) return stops[(here + step + stops.length) % stops.length]?.id ?? null
  const next = step === 1 ? stops.find(({ at }) => at >= from.at) : stops.findLast(({ at }) => at < from.at)
  return (next ?? (step === 1 ? stops[0] : stops.at(-1)))?.id ?? null
}
