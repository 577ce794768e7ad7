import { useLayoutEffect, useState } from 'react'

/** How far each of these lines stands below the top of the desk, in pixels; measured anew when the desk changes size. */
export function useLineTops(
  desk: { current: HTMLElement | null },
  lines: readonly number[],
  ready: boolean,
): ReadonlyMap<number, number> {
  const [tops, setTops] = useState<ReadonlyMap<number, number>>(new Map())
  const wanted = lines.join()
  useLayoutEffect(() => {
    const element = desk.current
    if (element === null || !ready) return
    const measure = () => {
      const origin = element.getBoundingClientRect().top
      const measured = new Map<number, number>()
      for (const line of wanted === '' ? [] : wanted.split(',').map(Number)) {
        const at = element.querySelector(`[data-line="${line}"]`)?.getBoundingClientRect().top
        if (at !== undefined) measured.set(line, at - origin)
      }
      setTops(measured)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk, wanted, ready])
  return tops
}
