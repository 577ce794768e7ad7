import './sheet.css'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { bringIntoView } from './bring-into-view.ts'
import { settled } from './settled.ts'
import { useHasMargin } from './useHasMargin.ts'

export interface MarginNote {
  id: string
  /** Where it belongs, in pixels from the top of the sheet. */
  top: number
  content: ReactNode
}

interface Props {
  notes: readonly MarginNote[]
  /** This one stands exactly at its place; the others give way. */
  active?: string | null
  label: string
}

/** The note that comes and goes with the caret: nobody called for it, so it moves nothing. */
export const GUIDANCE = 'guidance'

const isNote = (child: Element, id: string) => child instanceof HTMLElement && child.dataset.note === id

/** Notes beside the lines they are about, in order, none upon another. */
export function Margin({ notes, active = null, label }: Props) {
  const hasMargin = useHasMargin()
  const column = useRef<HTMLElement>(null)
  const sorted = [...notes].sort((a, b) => a.top - b.top)

  useLayoutEffect(() => {
    const element = column.current
    if (element === null) return
    const settle = () => place(element, sorted, active)
    settle()
    const observer = new ResizeObserver(settle)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  })

  // a note called for below the window is brought into it
  useEffect(() => {
    if (active === null || active === GUIDANCE) return
    const wanted = [...(column.current?.children ?? [])].find((child) => isNote(child, active))
    bringIntoView(wanted, 'nearest')
  }, [active])

  if (!hasMargin) return null
  return (
    <aside ref={column} aria-label={label} className="margin-column">
      {sorted.map(({ id, content }) => (
        <div key={id} data-note={id} className="margin-place">
          {content}
        </div>
      ))}
    </aside>
  )
}

function place(column: HTMLElement, notes: readonly MarginNote[], active: string | null) {
  const elements = [...column.children].filter((child) => child instanceof HTMLElement)
  const heights = elements.map((element) => element.offsetHeight)
  const tops = settled(
    notes.map(({ top }, at) => ({ top, height: heights[at] ?? 0 })),
    notes.findIndex(({ id }) => id === active),
  )
  elements.forEach((element, at) => {
    element.style.transform = `translateY(${Math.round(tops[at] ?? 0)}px)`
  })
  const last = elements.length - 1
  column.style.minHeight = last < 0 ? '' : `${(tops[last] ?? 0) + (heights[last] ?? 0)}px`
}
