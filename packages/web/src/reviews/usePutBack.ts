import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import type { Desk } from '../narratives/sheet/DraftDesk.tsx'
import type { Passage } from '../narratives/sheet/outline.ts'
import { notifyRefusal, notifyUndo } from '../shell/notices.ts'
import { draftSelectionOf } from './passage.ts'
import { type Comment, refreshComments } from './useDraftComments.ts'

/** Putting back by hand what lost its place: at once beside words selected already, else beside those selected next. */
export function usePutBack(desk: Desk | null, onPut: (id: string | null) => void) {
  const [placing, setPlacing] = useState<string | null>(null)
  const { mutate } = useMutation(
    api.reviews.reattachComment.mutationOptions({
      onSuccess: refreshComments,
      onError: (error) => notifyRefusal(error, 'It could not be put there. Try again in a moment.'),
    }),
  )
  const put = (id: string, passage: Passage) => {
    if (!desk) return
    const commentId = id as Comment['id'] // one of those listed
    mutate(
      { commentId, on: draftSelectionOf(desk.view.state, passage) },
      {
        onSuccess() {
          setPlacing(null)
          onPut(id)
          notifyUndo('Put back in its new place.', () => mutate({ commentId, on: null }))
        },
      },
    )
  }
  /** Closes what covers the text on a phone, and waits for words. */
  const begin = (id: string) => {
    setPlacing(id)
    onPut(null)
  }
  return { placing, put, begin, stop: () => setPlacing(null) }
}
