import { brokenSince } from '@foreword/core/evidence/assumptions'
import type { DraftAssumptions, Fallen, OpenAssumption, StalePassage } from '@foreword/core/narratives/checks'
import type { Assumption } from '@foreword/document/checks/assumptions'
import { type Found, find, type Searched } from '@foreword/document/ladder'
import type { TrackedPassage } from './resting-store.ts'

/**
 * W8: what a draft assumes as it stands: what is in brackets, with the assumption that is tracked of it, and the
 * passages that rest on one that was refuted or changed since. Words that were rewritten say something else.
 */
export function assumedIn(
  draft: Searched,
  brackets: readonly Assumption[],
  tracked: readonly TrackedPassage[],
): Pick<DraftAssumptions, 'assumptions' | 'stale'> {
  const placed = tracked.map((each) => ({ ...each, found: find(draft, each.passage) }))
  const assumptions = brackets.map(({ part, at: { block: blockId, from, to }, text }): OpenAssumption => {
    const of = placed.find(
      ({ found: { at } }) => at !== null && at.blockId === blockId && at.from < to && from < at.to,
    )
    return {
      ...{ part, text, at: { blockId, from, to } },
      tracked: of ? { id: of.assumption.id, passageId: of.id, state: of.assumption.state } : null,
    }
  })
  const stale = placed.flatMap(({ id, assumption, addedAt, passage, found }): StalePassage[] => {
    const fell = fallenSince({ assumption, passage }, addedAt)
    const block = draft.blocks.find((each) => each.id === found.at?.blockId)
    if (!fell || !found.at || !block || !stillSays(found)) return []
    return [{ ...fell, passageId: id, part: block.part, at: found.at }]
  })
  return { assumptions, stale }
}

/** Whether the words that rest on it stand there still, wherever they were moved. */
export const stillSays = ({ state }: Found): boolean => state === 'exact' || state === 'moved'

/** How the assumption fell after `at`, if what was written then rests on it; null while it holds. */
export function fallenSince(
  { assumption, passage }: Pick<TrackedPassage, 'assumption' | 'passage'>,
  at: string,
): Fallen | null {
  const since = brokenSince(assumption.history, at)
  if (!since) return null
  const { statement, state, because } = since
  return { assumptionId: assumption.id, statement, state, since: since.at, because, quote: passage.quote }
}
