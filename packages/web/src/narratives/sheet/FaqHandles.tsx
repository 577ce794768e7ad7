import type { EditorView } from 'prosemirror-view'
import { lazy, type PointerEvent, Suspense, useEffect, useRef, useState } from 'react'
import { entryHere, type FaqPart, faqsOf, moveEntry, type PlacedEntry } from '../editor/faq-order.ts'
import { useGeometry } from './DraftSheet.tsx'
import { type DropSlot, nearestSlot, slotsOf } from './faq-slots.ts'
import type { GeometryStore } from './geometry-store.ts'

// fetched when it is first asked for: menus weigh as much as a third of the editor
const HandleMenu = lazy(() => import('./HandleMenu.tsx').then((loaded) => ({ default: loaded.HandleMenu })))

interface Props {
  view: EditorView
  geometry: GeometryStore
  labelOf: (part: string) => string
}

/** So far a finger or a mouse may slip and it is still a press. */
const SLIP_PX = 5

/** Beside each question what moves it: dragged, or pressed for the acts by name. The keys do the same (Alt+Shift+arrow). */
export function FaqHandles({ view, geometry, labelOf }: Props) {
  const rows = useGeometry(geometry)
  const [dragged, setDragged] = useState<{ id: string; slot: DropSlot | undefined } | null>(null)
  const faqs = faqsOf(view.state.doc)
  const here = entryHere(view.state)?.entry.id
  const slots = slotsOf(faqs, rows)
  const label = (faq: FaqPart) => labelOf(faq.part)

  return (
    <>
      {faqs.flatMap((faq) =>
        faq.entries.map((entry) => {
          const top = rows.get(entry.questionId)?.top
          if (top === undefined) return null
          return (
            <Handle
              key={entry.id}
              entry={entry}
              top={top}
              isHere={entry.id === here}
              acts={actsOf(faqs, faq, entry, label)}
              onAct={(act) => act(view)}
              onDrag={(y) =>
                setDragged(y === null ? null : { id: entry.id, slot: nearestSlot(slots, y, entry.id) })
              }
              onDrop={(y) => {
                setDragged(null)
                const slot = nearestSlot(slots, y, entry.id)
                if (slot) moveEntry(view, entry.id, slot.place)
              }}
              sheetTop={() => view.dom.closest('.paper')?.getBoundingClientRect().top ?? 0}
            />
          )
        }),
      )}
      {dragged?.slot && <span aria-hidden="true" className="faq-drop" style={{ top: dragged.slot.top }} />}
    </>
  )
}

interface Act {
  id: string
  label: string
  run: (view: EditorView) => void
}

function actsOf(
  faqs: readonly FaqPart[],
  faq: FaqPart,
  entry: PlacedEntry,
  label: (faq: FaqPart) => string,
): Act[] {
  const at = faq.entries.indexOf(entry)
  const before = faq.entries[at - 1]
  const next = faq.entries[at + 1]
  const afterNext = faq.entries[at + 2]
  const acts: Act[] = []
  const to = (id: string, said: string, part: string, beforeId?: string) =>
    acts.push({
      id,
      label: said,
      run: (view) =>
        moveEntry(view, entry.id, { part, ...(beforeId === undefined ? {} : { before: beforeId }) }),
    })
  if (before) to('up', 'Move up', faq.id, before.id)
  if (next) to('down', 'Move down', faq.id, afterNext?.id)
  for (const other of faqs) if (other.id !== faq.id) to(other.id, `Move to ${label(other)}`, other.id)
  return acts
}

interface HandleProps {
  entry: PlacedEntry
  top: number
  isHere: boolean
  acts: readonly Act[]
  onAct: (run: Act['run']) => void
  /** Where the pointer is, from the top of the sheet; null when it was let go without a drop. */
  onDrag: (y: number | null) => void
  onDrop: (y: number) => void
  sheetTop: () => number
}

function Handle({ entry, top, isHere, acts, onAct, onDrag, onDrop, sheetTop }: HandleProps) {
  const button = useRef<HTMLButtonElement>(null)
  const held = useRef<{ y: number; moved: boolean } | null>(null)
  const [open, setOpen] = useState(false)
  const [dragging, setDragging] = useState(false)

  const letGo = () => {
    held.current = null
    setDragging(false)
  }
  useEffect(() => {
    if (!dragging) return
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      held.current = null
      setDragging(false)
      onDrag(null)
    }
    window.addEventListener('keydown', cancel)
    return () => window.removeEventListener('keydown', cancel)
  }, [dragging, onDrag])

  const move = (event: PointerEvent) => {
    const start = held.current
    if (start === null) return
    if (!start.moved && Math.abs(event.clientY - start.y) < SLIP_PX) return
    start.moved = true
    setDragging(true)
    scrollAtEdge(event.clientY)
    onDrag(event.clientY - sheetTop())
  }
  const up = (event: PointerEvent) => {
    const start = held.current
    letGo()
    if (start === null) return
    if (start.moved) onDrop(event.clientY - sheetTop())
    else setOpen(true)
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        // the keys and the palette do the same: forty of these would stand between the sheet and what follows it
        tabIndex={-1}
        aria-label={`Move question ${entry.number}: ${entry.question || 'not written'}`}
        aria-haspopup="menu"
        aria-expanded={open}
        title="Drag to move, or press. Alt+Shift+↑ and ↓ do the same."
        data-here={isHere || undefined}
        data-dragging={dragging || undefined}
        className="faq-handle"
        style={{ top }}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          // the caret stays where it is
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          held.current = { y: event.clientY, moved: false }
        }}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => {
          letGo()
          onDrag(null)
        }}
        // a screen reader presses without a pointer
        onClick={(event) => event.detail === 0 && setOpen(true)}
      >
        <Grip />
      </button>
      {open && (
        <Suspense>
          <HandleMenu
            trigger={button}
            label={`Move question ${entry.number}`}
            acts={acts}
            onAct={({ id }) => {
              const act = acts.find((each) => each.id === id)
              if (act) onAct(act.run)
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}

const EDGE_PX = 70

/** A place that is out of sight comes into it. */
function scrollAtEdge(y: number) {
  if (y < EDGE_PX) window.scrollBy(0, -14)
  else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, 14)
}

function Grip() {
  return (
    <svg aria-hidden="true" width="10" height="16" viewBox="0 0 10 16" fill="currentColor">
      {[3, 8, 13].flatMap((y) => [2.5, 7.5].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.25" />))}
    </svg>
  )
}
