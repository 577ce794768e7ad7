import './changed.css'
import type { ChangedLines } from '@foreword/core/narratives/narrative'
import { useLayoutEffect, useRef, useState } from 'react'
import { useBars } from './bars.ts'

interface Bar {
  top: number
  bottom: number
  left: number
  isCut: boolean
}

/**
 * R17: a bar in the margin beside each changed line, drawn over the sheet it stands in. On a phone a line flows over
 * several rows, so the bars go by the rows as they are drawn and not by the lines. What they say is said in words by
 * whoever draws them here; to a screen reader they are nothing.
 */
export function ChangeBars({ changes }: { changes: readonly ChangedLines[] }) {
  const layer = useRef<HTMLDivElement>(null)
  const [shown] = useBars()
  const [bars, setBars] = useState<readonly Bar[]>([])
  useLayoutEffect(() => {
    const sheet = layer.current?.closest('.edition')
    if (!sheet || !shown) return
    const measure = () => setBars(barsOn(sheet, changes))
    const observer = new ResizeObserver(measure)
    observer.observe(sheet)
    document.fonts.addEventListener('loadingdone', measure)
    measure()
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', measure)
    }
  }, [changes, shown])
  return (
    <div ref={layer} aria-hidden="true" className="change-bars">
      {shown &&
        bars.map(({ top, bottom, left, isCut }) => (
          <i
            key={`${top} ${isCut}`}
            data-cut={isCut || undefined}
            style={{ top, left, height: isCut ? undefined : bottom - top }}
          />
        ))}
    </div>
  )
}

function barsOn(sheet: Element, changes: readonly ChangedLines[]): Bar[] {
  const origin = sheet.getBoundingClientRect()
  const bars: Bar[] = []
  for (const { line, lastLine, how } of changes) {
    if (line === null || lastLine === null) continue
    const rows: DOMRect[] = []
    for (let each = line; each <= lastLine; each++)
      for (const row of sheet.querySelectorAll(`[data-line="${each}"]`)) rows.push(...row.getClientRects())
    const body = sheet.querySelector(`[data-line="${line}"]`)?.closest('.paper-body')
    if (rows.length === 0 || !body) continue
    const top = Math.min(...rows.map((row) => row.top)) - origin.top
    const bottom = Math.max(...rows.map((row) => row.bottom)) - origin.top
    const left = wordsAt(body) - origin.left
    const last = bars.at(-1)
    const isCut = how === 'cut'
    // on a phone two lines may share a row
    if (last && !isCut && !last.isCut && last.left === left && top < last.bottom) last.bottom = bottom
    else bars.push({ top, bottom, left, isCut })
  }
  return bars
}

/** Where the words of a page begin; its numbers end before that. */
function wordsAt(body: Element): number {
  const { paddingInlineStart } = getComputedStyle(body)
  return body.getBoundingClientRect().left + Number.parseFloat(paddingInlineStart)
}
