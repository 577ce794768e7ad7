import { useSyncExternalStore } from 'react'

/** Whether findings are shown beside drafts in this browser: a choice of the writer's, and nobody else's. */
const KEY = 'foreword.findings'
const listeners = new Set<() => void>()
let isQuiet = read()

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'hidden'
  } catch {
    // storage is forbidden here: the choice lasts as long as the page
    return false
  }
}

export function hideFindings(hide: boolean) {
  isQuiet = hide
  try {
    if (hide) localStorage.setItem(KEY, 'hidden')
    else localStorage.removeItem(KEY)
  } catch {
    // as above
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useFindingsHidden = () => useSyncExternalStore(subscribe, () => isQuiet)
