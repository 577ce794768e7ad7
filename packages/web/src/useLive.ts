import { getEventMeta } from '@orpc/client'
import { useEffect, useEffectEvent, useState } from 'react'
import { isReached, subscribeConnection } from './connection.ts'
import { refusalOf } from './refusal.ts'

export type LiveState =
  | { name: 'connecting' }
  | { name: 'live' }
  /** The line is cut; what is on screen is the last that came. It is tried again by itself. */
  | { name: 'away' }
  /** The server said no (a right was withdrawn, the thing is gone): not tried again. */
  | { name: 'refused'; error: unknown }

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000

/**
 * Follows an event iterator for as long as the component stands and `key` is the same: reconnects by itself and asks
 * to go on after the last event that had an id. After a break without ids the server is expected to begin with a
 * whole snapshot.
 *
 *     useLive(`meeting ${id}`, (options) => live.meetings.follow({ meetingId: id }, options), onEvent)
 */
export function useLive<Event>(
  key: string,
  open: (options: { signal: AbortSignal; lastEventId?: string | undefined }) => Promise<AsyncIterable<Event>>,
  onEvent: (event: Event) => void,
): LiveState {
  const [state, setState] = useState<LiveState>({ name: 'connecting' })
  const openLatest = useEffectEvent(open)
  const tell = useEffectEvent(onEvent)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new subscription, though nothing here reads it
  useEffect(() => {
    const stop = new AbortController()
    const follow = async () => {
      let lastEventId: string | undefined
      let waitMs = FIRST_WAIT_MS
      while (!stop.signal.aborted) {
        try {
          const events = await openLatest({ signal: stop.signal, lastEventId })
          setState({ name: 'live' })
          const openedAt = performance.now()
          for await (const event of events) {
            if (stop.signal.aborted) return
            // a line that holds; one that ends after each first event is not opened four times a second
            if (performance.now() - openedAt > LONGEST_WAIT_MS) waitMs = FIRST_WAIT_MS
            lastEventId = getEventMeta(event)?.id ?? lastEventId
            tell(event)
          }
        } catch (error) {
          if (stop.signal.aborted) return
          if (refusalOf(error).kind === 'refused') return setState({ name: 'refused', error })
        }
        if (stop.signal.aborted) return
        setState({ name: 'away' })
        await pause(waitMs, stop.signal)
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
      }
    }
    setState({ name: 'connecting' })
    void follow()
    return () => stop.abort()
  }, [key])

  return state
}

/** Waits, but no longer than until the server answers again; a little at random, so that a room does not come at once. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(done, ms * (0.75 + Math.random() / 2))
    const unsubscribe = subscribeConnection(() => isReached() && done())
    signal.addEventListener('abort', done, { once: true })
  })
}
