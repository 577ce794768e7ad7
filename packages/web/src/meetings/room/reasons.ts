/*
 * The sentences of refusals come after the page. Their table stands beside schemas, which a browser that shows a page
 * to read does not need; until it is here, what is disabled says only that it is.
 */
import { useSyncExternalStore } from 'react'

let sentences: Record<string, { message: string }> = {}
const listeners = new Set<() => void>()

void import('@foreword/core/meetings/refusals').then(
  ({ meetingRefusals }) => {
    sentences = meetingRefusals
    for (const listener of listeners) listener()
  },
  () => {}, // the refusal itself still says why
)

export const reasonFor = (refusal: string) => sentences[refusal]?.message ?? 'This is not possible now.'

/** Draws anew when the sentences have come. */
export function useReasons() {
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sentences,
  )
}
