import { brokenSince } from '@foreword/core/evidence/assumptions'
import type { DraftAssumptions, OpenAssumption, StalePassage } from '@foreword/core/narratives/checks'
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
    const since = brokenSince(assumption.history, addedAt)
    const block = draft.blocks.find((each) => each.id === found.at?.blockId)
    if (!since || !found.at || !block || !stillSays(found)) return []
    return [
      {
        passageId: id,
        assumptionId: assumption.id,
        statement: since.statement,
        state: since.state,
        since: since.at,
        because: because(assumption, since.at),
        part: block.part,
        at: found.at,
        quote: passage.quote,
      },
    ]
  })
  return { assumptions, stale }
}

/** Whether the words that rest on it stand there still, wherever they were moved. */
export const stillSays = ({ state }: Found): boolean => state === 'exact' || state === 'moved'

export const because = ({ history }: TrackedPassage['assumption'], since: string): string =>
  history.find(({ at }) => at === since)?.because ?? ''
