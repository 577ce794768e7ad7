import type { EditorView } from 'prosemirror-view'
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react'
import type { Finder } from '../editor/find.ts'

const FindBar = lazy(() => import('./FindBar.tsx').then((loaded) => ({ default: loaded.FindBar })))

const isApple = /Mac|iP/.test(navigator.platform)

interface Options {
  view: EditorView | null
  finder: Finder
  mayEdit: boolean
}

/** The bar that finds, opened by the key that finds on any page; from within the bar that key is the browser's own. */
export function useFind({ view, finder, mayEdit }: Options): { open: () => void; bar: ReactNode } {
  const [asked, setAsked] = useState<{ words: string; times: number } | null>(null)
  const open = () => {
    if (view === null) return
    const { from, to } = view.state.selection
    const selected = view.state.doc.textBetween(from, to, '\n', '')
    const words = selected.length > 100 || selected.includes('\n') ? '' : selected
    setAsked({ words: words || (finder.current()?.sought.words ?? ''), times: (asked?.times ?? 0) + 1 })
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isFind = event.code === 'KeyF' && !event.shiftKey && !event.altKey
    if (!isFind || !(isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey)) return
    const isElsewhere =
      event.target instanceof Element && event.target.closest('.find-bar, [role="dialog"], dialog')
    if (view === null || event.defaultPrevented || isElsewhere) return
    event.preventDefault()
    open()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const bar = asked !== null && view !== null && (
    <Suspense>
      <FindBar
        key={asked.times}
        {...{ view, finder, mayEdit }}
        words={asked.words}
        onClose={() => setAsked(null)}
      />
    </Suspense>
  )
  return { open, bar }
}
