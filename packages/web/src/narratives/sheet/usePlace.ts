import { type ContentsPlace, placeIn } from '@foreword/document/outline'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useMemo, useState } from 'react'
import { useGeometry } from './DraftSheet.tsx'
import type { Geometry } from './geometry.ts'
import type { GeometryStore } from './geometry-store.ts'
import type { Outline } from './outline.ts'

interface Options {
  view: EditorView | null
  outline: Outline
  geometry: GeometryStore
}

/** Where in the outline one is: at the caret while it can be seen, else at what one reads. */
export function usePlace({ view, outline, geometry }: Options): ContentsPlace | null {
  const rows = useGeometry(geometry)
  const [here, setHere] = useState<string | null>(null)
  const { caret, contents } = outline
  useEffect(() => {
    const follow = () => setHere(blockAtHand(view, caret, rows))
    follow()
    window.addEventListener('scroll', follow, { passive: true })
    return () => window.removeEventListener('scroll', follow)
  }, [view, caret, rows])
  return useMemo(() => (here === null ? null : placeIn(contents, rows.keys(), here)), [contents, rows, here])
}

/** Pixels from the top of the window, below the head of the page: what is gone to stands above it. */
const READ_AT = 140

function blockAtHand(view: EditorView | null, caret: string | null, rows: Geometry): string | null {
  const sheet = view?.dom.closest('.paper')
  if (!sheet) return null
  const top = -sheet.getBoundingClientRect().top
  const caretTop = caret === null ? undefined : rows.get(caret)?.top
  if (caretTop !== undefined && caretTop >= top && caretTop < top + window.innerHeight) return caret
  let found: string | null = null
  for (const [block, place] of rows) {
    if (found !== null && place.top > top + READ_AT) break
    found = block
  }
  return found
}
