import type { EditorView } from 'prosemirror-view'
import { useCallback, useRef, useState } from 'react'
import { type Outline, outlineOf, sameOutline } from './outline.ts'

const nothing: Outline = {
  parts: [],
  here: null,
  caret: null,
  contents: [],
  selection: null,
  formats: '',
  title: '',
  suggestions: [],
}

/** The view of the draft and what the page shows of it; the page is drawn again only when that differs. */
export function useDraftView() {
  const [view, setView] = useState<EditorView | null>(null)
  const [outline, setOutline] = useState(nothing)
  const latest = useRef(nothing)

  const onChange = useCallback((changed: EditorView) => {
    setView(changed)
    const next = outlineOf(changed)
    if (sameOutline(latest.current, next)) return
    latest.current = next
    setOutline(next)
  }, [])

  return { view, outline, onChange }
}
