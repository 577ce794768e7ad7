/*
 * Whether the server can be reached. `navigator.onLine` cannot say: a laptop without a network still reaches a
 * server on itself. So a request that fails says no, and from then on we ask /healthz until it answers.
 */
import { useSyncExternalStore } from 'react'

const RETRY_MS = 3_000
const listeners = new Set<() => void>()
let reached = true
let asking: ReturnType<typeof setTimeout> | undefined

function set(next: boolean) {
  if (reached === next) return
  reached = next
  for (const listener of listeners) listener()
}

async function ask() {
  clearTimeout(asking)
  asking = undefined
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(RETRY_MS) })
    if (answer.ok) return set(true)
  } catch {
    // still away
  }
  set(false)
  asking = setTimeout(ask, RETRY_MS)
}

/** Told by whoever talks to the server, after each attempt. */
export function noteReached(now: boolean) {
  if (now) set(true)
  else if (asking === undefined) void ask()
}

export function subscribeConnection(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const isReached = () => reached

export const useReached = () => useSyncExternalStore(subscribeConnection, isReached)

/** Until the server answers again, then false; true after `ms` when it was there all along. */
export async function waitForServer(ms: number): Promise<boolean> {
  await ask()
  if (reached) {
    await new Promise((resolve) => setTimeout(resolve, ms))
    return true
  }
  await new Promise<void>((resolve) => {
    const unsubscribe = subscribeConnection(() => {
      unsubscribe()
      resolve()
    })
  })
  return false
}

window.addEventListener('offline', () => void ask())
window.addEventListener('online', () => void ask())
