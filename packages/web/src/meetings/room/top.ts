import { useLayoutEffect } from 'react'

/** A phase that is read from its beginning, wherever the page before it was left. */
export function useFromTheTop() {
  useLayoutEffect(() => {
    // newer browsers give back a promise here, which React would take for a cleanup
    window.scrollTo({ top: 0, behavior: 'instant' })
  }, [])
}
