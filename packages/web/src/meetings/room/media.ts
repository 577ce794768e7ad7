import { useSyncExternalStore } from 'react'

/** Whether a media query holds, as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

/** Room for a column beside the page. Below it, what belongs beside comes up from the foot. */
export const useHasMargin = () => useMedia('(min-width: 80rem)')
/** Room for the page and the question side by side. */
export const useIsTwoColumns = () => useMedia('(min-width: 60rem)')
