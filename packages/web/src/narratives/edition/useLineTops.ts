import { type RefObject, useLayoutEffect, useState } from 'react'

/** Where lines of an edition stand, in pixels from the top of the element around it; kept right as it is resized. */
export function useLineTops(
  around: RefObject<HTMLElement | null>,
  lines: readonly number[],
): ReadonlyMap<number, number> {
  const [tops, setTops] = useState<ReadonlyMap<number, number>>(new Map())
  const wanted = [...new Set(lines)].sort((a, b) => a - b).join(' ')
  useLayoutEffect(() => {
    const element = around.current
    if (element === null) return
    const measure = () => {
      const origin = element.getBoundingClientRect().top
      const found = wanted.split(' ').flatMap((line): [number, number][] => {
        const row = line === '' ? null : element.querySelector(`[data-line="${line}"]`)
        return row ? [[Number(line), row.getBoundingClientRect().top - origin]] : []
      })
      setTops(new Map(found))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    document.fonts.addEventListener('loadingdone', measure)
    measure()
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', measure)
    }
  }, [around, wanted])
  return tops
}
