import { idOfNothing } from '@foreword/core/ids-of-nothing'
import { queryClient } from '../../api.ts'

/** Answers and half-written words of a meeting that never was. */
export function forget(meetingId: string) {
  const ofNothing = idOfNothing(0).slice(0, -12)
  queryClient.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(ofNothing) })
  try {
    for (const key of Object.keys(localStorage)) if (key.includes(meetingId)) localStorage.removeItem(key)
  } catch {
    // storage is forbidden, so nothing was kept
  }
}
