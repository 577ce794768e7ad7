import type { MeetingId, PersonId } from '@foreword/core/ids'

/** A page that reloads, or a tunnel, is not a departure. */
const GRACE_MS = 4_000
/** After a start of the server browsers come back by themselves, each after a pause of its own. */
const RETURN_MS = 20_000

/**
 * Who watches which room from this process. A person has left when their last stream has been gone for a moment; one
 * person may watch in several tabs.
 */
export function createPresence(dropped: (meeting: MeetingId, person: PersonId) => void) {
  const streams = new Map<string, number>()
  const leaving = new Map<string, NodeJS.Timeout>()
  const watching = new Map<MeetingId, number>()

  function leaveAfter(ms: number, key: string, meeting: MeetingId, person: PersonId) {
    const timer = setTimeout(() => {
      leaving.delete(key)
      dropped(meeting, person)
    }, ms)
    leaving.set(key, timer.unref())
  }

  return {
    isHere: (meeting: MeetingId, person: PersonId) => streams.has(`${meeting} ${person}`),
    /** How many streams of a room there are. */
    watching: (meeting: MeetingId) => watching.get(meeting) ?? 0,
    /** Somebody whom the log has in the room, though no stream of theirs has begun since the start. */
    awaited(meeting: MeetingId, person: PersonId): void {
      const key = `${meeting} ${person}`
      if (!streams.has(key) && !leaving.has(key)) leaveAfter(RETURN_MS, key, meeting, person)
    },
    /** Call when a stream begins; call what it returns when the stream ends. */
    enter(meeting: MeetingId, person: PersonId): () => void {
      const key = `${meeting} ${person}`
      clearTimeout(leaving.get(key))
      leaving.delete(key)
      streams.set(key, (streams.get(key) ?? 0) + 1)
      watching.set(meeting, (watching.get(meeting) ?? 0) + 1)
      return () => {
        const others = (watching.get(meeting) ?? 1) - 1
        if (others > 0) watching.set(meeting, others)
        else watching.delete(meeting)
        const left = (streams.get(key) ?? 1) - 1
        if (left > 0) {
          streams.set(key, left)
          return
        }
        streams.delete(key)
        leaveAfter(GRACE_MS, key, meeting, person)
      }
    },
    stop() {
      for (const timer of leaving.values()) clearTimeout(timer)
      leaving.clear()
    },
  }
}
export type Presence = ReturnType<typeof createPresence>
