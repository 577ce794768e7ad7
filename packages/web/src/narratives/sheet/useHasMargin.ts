import { useSyncExternalStore } from 'react'

/** From this width the notes stand beside the sheet (sheet.css); below it they come up from the foot. */
const wide = window.matchMedia('(min-width: 67.5rem)')

function subscribe(listener: () => void) {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

export const useHasMargin = () => useSyncExternalStore(subscribe, () => wide.matches)
