import type { DisplayMessage } from '@foreword/core/meetings/display'
import { useEffect, useState } from 'react'
import { client } from '../../api.ts'
import { useLive } from '../../useLive.ts'
import { hearServerTime, useServerClock, useServerNow } from '../room/clock.ts'

const ASK_MS = 5_000
const ANSWER_MS = 4_000
/** Two answers missed: whatever stands here may be out of date. */
const STALE_MS = 12_000

/**
 * What a screen shows, and whether it may still be believed. A line that was cut without a word is found out by asking
 * what time it is; a computer that slept knows on waking that it has heard nothing meanwhile, and looks afresh.
 */
export function useScreen(code: string) {
  const [message, setMessage] = useState<DisplayMessage>()
  const [heardAt, setHeardAt] = useState(Date.now)
  const [line, setLine] = useState(0)
  useServerClock()
  // drawn every second, which also is how silence is noticed
  useServerNow()
  const state = useLive(
    `display ${code} ${line}`,
    // a screen has no account, so not over the socket, whose door asks for one
    (options) => client.meetings.watchDisplay({ code }, options),
    (next) => {
      setMessage(next)
      setHeardAt(Date.now())
      hearServerTime(next.serverTime)
    },
  )
  const isSilent = Date.now() - heardAt > STALE_MS
  useEffect(() => {
    const timer = setInterval(async () => {
      try {
        await client.meetings.clock(undefined, { signal: AbortSignal.timeout(ANSWER_MS) })
        setHeardAt((before) => {
          // the line of before may be dead without knowing it
          if (Date.now() - before > STALE_MS) setLine((count) => count + 1)
          return Date.now()
        })
      } catch {
        // silence is noticed by itself
      }
    }, ASK_MS)
    return () => clearInterval(timer)
  }, [])
  return {
    display: message?.display,
    refused: state.name === 'refused' ? state.error : undefined,
    /** When it was last heard from, if that was too long ago or the line is known to be cut. */
    lostAt: message && (isSilent || state.name === 'away') ? heardAt : undefined,
  }
}

/** A screen on the wall is looked at and not touched, so it must not go dark by itself. */
export function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        lock = await navigator.wakeLock?.request('screen')
      } catch {
        // the browser saves its battery: then the system's own setting counts
      }
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
