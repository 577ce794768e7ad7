import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Part } from '../sheet/kind.ts'
import { PartCard } from './PartCard.tsx'

interface Props {
  parts: readonly Part[]
  isFixed: boolean
  errorOf: (at: number, field: string) => string | undefined
  onChange: (at: number, change: Partial<Part>, field: string) => void
  onMove: (from: number, to: number) => void
  onRemove: (at: number) => void
}

/** The parts in order. Each is moved by its buttons, by Alt and an arrow, or dragged by its handle. */
export function PartCards({ parts, isFixed, errorOf, onChange, onMove, onRemove }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)
  const [said, setSaid] = useState('')
  // the part that was moved by key keeps the focus where it went
  const follow = useRef<{ id: string; control: string } | null>(null)

  useEffect(() => {
    const wanted = follow.current
    if (wanted === null) return
    follow.current = null
    const card = [...(list.current?.children ?? [])].find(
      (child) => child instanceof HTMLElement && child.dataset.part === wanted.id,
    )
    card?.querySelector<HTMLElement>(`[data-control="${wanted.control}"]`)?.focus()
  })

  const move = (from: number, to: number, control: string) => {
    const part = parts[from]
    if (part === undefined || to < 0 || to >= parts.length) return
    follow.current = { id: part.id, control }
    setSaid(`${part.label || 'The part'} is part ${to + 1} of ${parts.length} now.`)
    onMove(from, to)
  }

  /** The place under the pointer, counted as if the dragged card were out. */
  const placeAt = (y: number, from: number): number => {
    const cards = [...(list.current?.children ?? [])].filter((_, at) => at !== from)
    const middles = cards.map((card) => {
      const { top, height } = card.getBoundingClientRect()
      return top + height / 2
    })
    return middles.filter((middle) => middle < y).length
  }
  const dragFrom = (from: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (isFixed || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from, to: from })
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag?.from === from) setDrag({ from, to: placeAt(event.clientY, from) })
    },
    onPointerUp() {
      if (drag?.from === from && drag.to !== from) move(from, drag.to, 'handle')
      setDrag(null)
    },
    onPointerCancel: () => setDrag(null),
  })

  return (
    <>
      <ol ref={list} className="border-b border-rule" aria-label="Parts of the template">
        {parts.map((part, at) => (
          <PartCard
            key={part.id}
            part={part}
            at={at}
            count={parts.length}
            isFixed={isFixed}
            isDragged={drag?.from === at}
            dropLine={dropLine(drag, at)}
            handle={dragFrom(at)}
            errorOf={(field) => errorOf(at, field)}
            onChange={(change, field) => onChange(at, change, field)}
            onMove={(step, control) => move(at, at + step, control)}
            onRemove={() => onRemove(at)}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

/** On which side of a card the line stands that says where a dragged one would go. */
function dropLine(drag: { from: number; to: number } | null, at: number): 'above' | 'below' | undefined {
  if (drag === null || drag.to === drag.from || drag.to !== at) return undefined
  return drag.to < drag.from ? 'above' : 'below'
}
