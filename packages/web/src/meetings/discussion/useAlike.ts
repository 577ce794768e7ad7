import type { QuestionId } from '@foreword/core/ids'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { suggestedClusters } from '@foreword/core/reviews/similar'
import { useMemo } from 'react'
import { notifyUndo } from '../../shell/notices.ts'
import { tellRefusal, useAct } from '../room/act.tsx'
import { counted } from '../words.ts'
import { type Item, isOpenItem } from './items.ts'

export type Apart = readonly (readonly [QuestionId, QuestionId])[]

/** R8: which of the open questions seem to ask the same; for those who say whether they do. */
function useSuggested(items: readonly Item[], apart: Apart): QuestionId[][] {
  // a room message is new at every change; what makes questions alike is not
  const asked = JSON.stringify([
    items
      .filter(isOpenItem)
      .map(({ questions }) => questions.map(({ id, text, anchor }) => ({ id, text, anchor }))),
    apart,
  ])
  return useMemo(() => {
    // parsed back from what is written above
    const [open, pairs] = JSON.parse(asked) as [
      Pick<RoomQuestion, 'id' | 'text' | 'anchor'>[][],
      [QuestionId, QuestionId][],
    ]
    const isApart = (one: QuestionId, other: QuestionId) =>
      pairs.some((pair) => pair.includes(one) && pair.includes(other))
    const together = open.filter((each) => each.length > 1).map((each) => each.map(({ id }) => id))
    return suggestedClusters(open.flat(), together, isApart)
  }, [asked])
}

/** What seems to ask the same as the question at hand, and is not one with it. */
export function useAlike(item: Item, items: readonly Item[], apart: Apart): QuestionId[] {
  const ids = item.questions.map(({ id }) => id)
  const suggested = useSuggested(items, apart).find((each) => each.some((id) => ids.includes(id)))
  return suggested?.filter((id) => !ids.includes(id)) ?? []
}

/** Merges others into it, and offers the way back. */
export function useMerge(item: Item) {
  const merge = useAct('mergeQuestions')
  const split = useAct('splitQuestions')
  const join = (joining: readonly QuestionId[], onDone = () => {}) => {
    const questionIds = [...item.questions.map(({ id }) => id), ...joining]
    merge.mutate(
      { questionIds },
      {
        onError: tellRefusal,
        onSuccess() {
          onDone()
          notifyUndo(`${counted(questionIds.length, 'question')} are one now.`, () =>
            split.mutate({ questionIds: [...joining] }, { onError: tellRefusal }),
          )
        },
      },
    )
  }
  return { merge, split, join }
}
