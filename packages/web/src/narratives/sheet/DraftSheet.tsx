import './sheet.css'
import './draft.css'
import './figures.css'
import './aids.css'
import type { DraftLayout } from '@foreword/core/narratives/narrative'
import type { HocuspocusProvider } from '@hocuspocus/provider'
import type { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { isLetterByAltGr } from '../editor/alt-gr.ts'
import { openDraftView } from '../editor/draft-view.ts'
import { type Paper, setPaper } from '../editor/paper-plugin.ts'
import type { FigureHost } from '../figures/host.ts'
import { type Geometry, numbered, pageStarts } from './geometry.ts'
import type { GeometryStore } from './geometry-store.ts'

interface Props {
  doc: Y.Doc
  provider: HocuspocusProvider
  layout: DraftLayout | undefined
  /** What an empty part says of itself. */
  hints: Pick<Paper, 'hints' | 'guidance'>
  paper: 'letter' | 'a4'
  mayEdit: boolean
  /** Must stay the same from one drawing to the next. */
  figures: FigureHost
  geometry: GeometryStore
  plugins?: readonly Plugin[]
  onChange: (view: EditorView) => void
  /** Keys of the page around it; true when it was one. */
  onKey: (event: KeyboardEvent) => boolean
  /** Floats over the words: the bubble of a selection. */
  children?: ReactNode
}

/** The draft as a sheet: real pages and lines from the typesetter, in the margin of the words they count. */
export function DraftSheet({
  doc,
  provider,
  layout,
  hints,
  paper,
  mayEdit,
  figures,
  geometry,
  plugins,
  onChange,
  onKey,
  children,
}: Props) {
  const sheet = useRef<HTMLElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const starts = useMemo(() => (layout ? pageStarts(layout) : new Map<string, number>()), [layout])
  const startsKey = [...starts.keys()].join(' ')

  const paperNow = useEffectEvent((): Paper => ({ ...hints, pageStarts: new Set(starts.keys()) }))
  const mayEditNow = useEffectEvent(() => mayEdit)
  const change = useEffectEvent((changed: EditorView) => {
    geometry.touch()
    onChange(changed)
  })

  useEffect(() => {
    const element = mount.current
    if (element === null) return
    const opened = openDraftView({
      element,
      doc,
      awareness: provider.awareness,
      paper: paperNow(),
      mayEdit: () => mayEditNow(),
      figures,
      ...(plugins ? { plugins } : {}),
      onChange: (changed) => change(changed),
    })
    view.current = opened
    change(opened)
    return () => {
      view.current = null
      opened.destroy()
    }
  }, [doc, provider, plugins, figures])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the maps they are made of
  useEffect(() => {
    const shown = view.current
    shown?.dispatch(shown.state.tr.setMeta(setPaper, paperNow()).setMeta('addToHistory', false))
    geometry.touch()
  }, [startsKey, hints, geometry])

  // biome-ignore lint/correctness/useExhaustiveDependencies: ProseMirror asks `editable` again when its props are set
  useEffect(() => view.current?.setProps({}), [mayEdit])

  useEffect(() => (sheet.current ? geometry.attach(sheet.current) : undefined), [geometry])

  return (
    <article ref={sheet} className="paper" data-paper={paper}>
      <div className="paper-type">
        <div className="paper-body">
          {/* biome-ignore lint/a11y/useSemanticElements: a text area holds no headings, lists or tables */}
          <div
            ref={mount}
            className="draft"
            role="textbox"
            tabIndex={0}
            aria-multiline="true"
            aria-readonly={!mayEdit}
            aria-label={mayEdit ? 'The draft' : 'The draft, to read and comment on'}
            spellCheck
            onKeyDown={({ nativeEvent }) => {
              if (!isLetterByAltGr(nativeEvent) && onKey(nativeEvent)) nativeEvent.preventDefault()
            }}
          />
        </div>
        <Beside geometry={geometry} layout={layout} starts={starts} />
      </div>
      {children}
    </article>
  )
}

interface BesideProps {
  geometry: GeometryStore
  layout: DraftLayout | undefined
  starts: ReadonlyMap<string, number>
}

/** Line numbers and the gaps between pages. Nothing of it is in the document. */
function Beside({ geometry, layout, starts }: BesideProps) {
  const rows = useGeometry(geometry)
  if (layout === undefined) return null
  return (
    <div aria-hidden="true">
      {numbered(rows, layout).map(({ line, top, height }) => (
        <span key={line} className="line-number" style={{ top, height }}>
          {line}
        </span>
      ))}
      {[...starts].map(([block, page]) => {
        const first = rows.get(block)
        if (first === undefined) return null
        return (
          <span key={page} className="page-gap" style={{ top: `calc(${first.top}px - 4.5em)` }}>
            <span className="page-folio">{page - 1}</span>
          </span>
        )
      })}
      <span className="page-folio last">{layout.pages}</span>
    </div>
  )
}

export function useGeometry(geometry: GeometryStore): Geometry {
  return useSyncExternalStore(geometry.subscribe, geometry.current)
}
