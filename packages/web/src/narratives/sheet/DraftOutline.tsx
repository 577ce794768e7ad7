import './outline.css'
import type { DraftLayout } from '@foreword/core/narratives/narrative'
import type { EditorView } from 'prosemirror-view'
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import type { GeometryStore } from './geometry-store.ts'
import { type Kind, labelOf } from './kind.ts'
import { OutlineList, type OutlinePart } from './OutlineList.tsx'
import type { Outline } from './outline.ts'
import { usePlace } from './usePlace.ts'

const OutlineDialog = lazy(() =>
  import('./OutlineDialog.tsx').then((loaded) => ({ default: loaded.OutlineDialog })),
)

interface Props {
  view: EditorView | null
  outline: Outline
  kind: Kind | undefined
  layout: DraftLayout | undefined
  geometry: GeometryStore
  onGo: (block: string) => void
  /** Whether it was called for, whole. */
  isOpen: boolean
  onClose: () => void
}

/** The outline of the draft: at the left of the sheet where there is room, and whole when it is called for. */
export function DraftOutline({ view, outline, kind, layout, geometry, onGo, isOpen, onClose }: Props) {
  const place = usePlace({ view, outline, geometry })
  const shelf = useRef<HTMLDivElement>(null)
  const parts = useMemo(
    () =>
      outline.contents.map(
        ({ title, part, ...contents }, at): OutlinePart => ({
          ...contents,
          label: title ?? labelOf(kind, part),
          isWritten: outline.parts[at]?.written ?? false,
        }),
      ),
    [outline, kind],
  )
  const pages = useMemo(() => new Map(layout?.blocks.map(({ block, page }) => [block, page])), [layout])
  const shown = { parts, place, pageOf: (block: string) => pages.get(block), onGo }
  const here = place && `${place.part} ${place.entry}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows when one is elsewhere
  useEffect(() => keepInSight(shelf.current), [here])
  return (
    <nav aria-label="Outline" className="draft-parts">
      <div ref={shelf} className="shelf">
        <OutlineList {...shown} shows="here" />
      </div>
      <Suspense>{isOpen && <OutlineDialog {...shown} onClose={onClose} />}</Suspense>
    </nav>
  )
}

/** Scrolls the list and nothing around it. */
function keepInSight(list: HTMLElement | null) {
  const here = [...(list?.querySelectorAll('[aria-current]') ?? [])].at(-1)
  if (!list || !here) return
  const above = here.getBoundingClientRect().top - list.getBoundingClientRect().top
  const below = here.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom
  if (above < 0) list.scrollTop += above
  else if (below > 0) list.scrollTop += below
}
