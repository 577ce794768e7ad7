import { useSyncExternalStore } from 'react'

const KEY = 'foreword.change-bars'
const listeners = new Set<() => void>()

function areShown(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true // storage is forbidden: they are shown, as they are to whoever has said nothing
  }
}

/** Whether changed lines carry a bar: chosen once on this computer, for every edition. */
export function useBars(): [shown: boolean, show: (shown: boolean) => void] {
  const shown = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, areShown)
  const show = (next: boolean) => {
    try {
      if (next) localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, 'off')
    } catch {
      // storage is forbidden: there is nothing to remember it in
    }
    for (const listener of listeners) listener()
  }
  return [shown, show]
}
