import { useEffect, useLayoutEffect } from 'react'

/** The line at the top of what each reader sees, and how far from the edge: kept from one phase to the next. */
const held = new Map<string, { line: number; top: number }>()

const lineAtTop = (desk: HTMLElement, edge: number) => {
  for (const line of desk.querySelectorAll<HTMLElement>('[data-line]')) {
    const { top } = line.getBoundingClientRect()
    if (top >= edge) return { line: Number(line.dataset.line), top }
  }
  return undefined
}

/**
 * The page one holds stays in one's hands: when the room goes from reading to discussion, the same line stands at the
 * same height. `ready` when the edition is drawn.
 */
export function useHeldPage(desk: { current: HTMLElement | null }, meetingId: string, ready: boolean) {
  useLayoutEffect(() => {
    const before = held.get(meetingId)
    if (!ready || !before || !desk.current) return
    const line = desk.current.querySelector(`[data-line="${before.line}"]`)
    if (line) window.scrollBy({ top: line.getBoundingClientRect().top - before.top, behavior: 'instant' })
  }, [desk, meetingId, ready])

  useEffect(() => {
    if (!ready) return
    let frame = 0
    const note = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const at = desk.current && lineAtTop(desk.current, 64)
        if (at) held.set(meetingId, at)
      })
    }
    note()
    window.addEventListener('scroll', note, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', note)
    }
  }, [desk, meetingId, ready])
}
