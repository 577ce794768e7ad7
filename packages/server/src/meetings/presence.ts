import type { MeetingId, PersonId } from '@foreword/core/ids'

/** A page that reloads, or a tunnel, is not a departure. */
const GRACE_MS = 4_000

/**
 * Who watches which room from this process. A person has left when their last stream has been gone for a moment; one
 * person may watch in several tabs.
 */
export function createPresence(dropped: (meeting: MeetingId, person: PersonId) => void) {
  const streams = new Map<string, number>()
  const leaving = new Map<string, NodeJS.Timeout>()

  return {
    /** Call when a stream begins; call what it returns when the stream ends. */
    enter(meeting: MeetingId, person: PersonId): () => void {
      const key = `${meeting} ${person}`
      clearTimeout(leaving.get(key))
      leaving.delete(key)
      streams.set(key, (streams.get(key) ?? 0) + 1)
      return () => {
        const left = (streams.get(key) ?? 1) - 1
        if (left > 0) {
          streams.set(key, left)
          return
        }
        streams.delete(key)
        const timer = setTimeout(() => {
          leaving.delete(key)
          dropped(meeting, person)
        }, GRACE_MS)
        leaving.set(key, timer.unref())
      }
    },
    stop() {
      for (const timer of leaving.values()) clearTimeout(timer)
      leaving.clear()
    },
  }
}
export type Presence = ReturnType<typeof createPresence>
