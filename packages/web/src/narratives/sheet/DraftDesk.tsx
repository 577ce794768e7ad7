import { useQuery } from '@tanstack/react-query'
import { type Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { api, live, type Outputs, queryClient } from '../../api.ts'
import { useDraft } from '../../live/use-draft.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { isGone } from '../../refusal.ts'
import { CannotOpen } from '../../shell/CannotOpen.tsx'
import type { Command } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { useLive } from '../../useLive.ts'
import { createFinder } from '../editor/find.ts'
import { positionOf } from '../editor/position-of.ts'
import { createSlash } from '../editor/slash.ts'
import { DraftMore } from '../export/DraftMore.tsx'
import type { BoardRequest } from '../figures/board.ts'
import { serveBoardFaces } from '../figures/board-faces.ts'
import { createFigureHost } from '../figures/host.ts'
import { FootActs } from '../findings/FootActs.tsx'
import { goToWords, useFindingNotes } from '../findings/useFindingNotes.tsx'
import type { BesideNote } from './beside-note.ts'
import { bringIntoView } from './bring-into-view.ts'
import { DraftHeader } from './DraftHeader.tsx'
import { DraftOutline } from './DraftOutline.tsx'
import { DraftSheet, useGeometry } from './DraftSheet.tsx'
import { useDraftCommands } from './draft-commands.ts'
import { FaqHandles } from './FaqHandles.tsx'
import { Guidance } from './Guidance.tsx'
import { createGeometryStore, type GeometryStore } from './geometry-store.ts'
import { hintsOf, type Kind, labelOf, useKind } from './kind.ts'
import { GUIDANCE, Margin, type MarginNote } from './Margin.tsx'
import { type Outline, positionsOf } from './outline.ts'
import { SelectionBubble } from './SelectionBubble.tsx'
import { SlashMenu } from './SlashMenu.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useDraftLayout } from './useDraftLayout.ts'
import { useDraftView } from './useDraftView.ts'
import { useFind } from './useFind.tsx'
import { useSuggestions } from './useSuggestions.tsx'

const FreezeDialog = lazy(() =>
  import('../editions/FreezeDialog.tsx').then((loaded) => ({ default: loaded.FreezeDialog })),
)
const Assumptions = lazy(() =>
  import('../findings/Assumptions.tsx').then((loaded) => ({ default: loaded.Assumptions })),
)
const SketchBoard = lazy(() => {
  serveBoardFaces()
  return import('../figures/SketchBoard.tsx').then((loaded) => ({ default: loaded.SketchBoard }))
})
const NotesPanel = lazy(() => import('./NotesPanel.tsx').then((loaded) => ({ default: loaded.NotesPanel })))

/** What those who put something beside the draft may use. */
export interface Desk {
  view: EditorView
  outline: Outline
  narrative: Outputs['narratives']['get']
}

interface Props {
  narrativeId: string
  tabs: ReactNode
  actions?: ReactNode
  /** Must stay the same list from one drawing to the next. */
  plugins?: readonly Plugin[]
  notes?: readonly BesideNote[]
  /** The note at hand: it stands exactly at its words, and opens the panel on a phone. */
  activeNote?: string | null
  onCloseNote?: () => void
  /** How many have lost their place; they stand together in one note. */
  lost?: number
  /** In the status line where there is a margin, else at the end of the notes: for what they leave out. */
  footNotes?: ReactNode
  /** Keys of the page around it, before the draft's own; true when it was one. */
  onKey?: (event: KeyboardEvent, desk: Desk) => boolean
  /** Acts on selected words, beside the formatting; undefined while the words are being spoken of already. */
  bubble?: ((desk: Desk) => ReactNode) | undefined
  commands?: readonly Command[]
  onDesk?: (desk: Desk | null) => void
}

const noNotes: readonly BesideNote[] = []
const noPlugins: readonly Plugin[] = []

/** The page one writes on: parts at the left, the sheet, notes in its margin, the quiet line at the foot. */
export function DraftDesk(props: Props) {
  const { narrativeId } = props
  const found = useQuery(
    // the id comes out of the address; what is none the server refuses
    api.narratives.get.queryOptions({ input: { narrativeId: narrativeId as Desk['narrative']['id'] } }),
  )
  if (isGone(found)) return <CannotOpen error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Loading what="Opening the draft" />
  return <OpenDesk {...props} narrative={found.data} />
}

function OpenDesk({
  narrative,
  tabs,
  actions,
  plugins = noPlugins,
  notes: said = noNotes,
  activeNote: otherAtHand = null,
  onCloseNote,
  lost = 0,
  footNotes,
  onKey,
  bubble,
  commands = [],
  onDesk,
}: Props & { narrative: Desk['narrative'] }) {
  const me = useMe()
  const draft = useDraft(narrative.id)
  const layout = useDraftLayout(narrative.id)
  const kind = useKind(narrative.kind)
  const hints = useMemo(() => hintsOf(kind), [kind])
  const [geometry] = useState(createGeometryStore)
  const { view, outline, onChange } = useDraftView()
  const [freezing, setFreezing] = useState(false)
  const [linking, setLinking] = useState(false)
  const [panel, setPanel] = useState(false)
  const [assuming, setAssuming] = useState(false)
  const [outlining, setOutlining] = useState(false)
  const found = useFindingNotes({ narrative, view, outline })
  const [board, setBoard] = useState<BoardRequest | null>(null)
  const { paper } = me.workspace.settings
  const figures = useMemo(
    () => createFigureHost(narrative.id, paper, (scene) => new Promise((done) => setBoard({ scene, done }))),
    [narrative.id, paper],
  )
  const [finder] = useState(createFinder)
  const slash = useMemo(() => createSlash(figures), [figures])
  // the sheet is opened anew when this list is another
  const allPlugins = useMemo(
    () => [...plugins, found.plugin, slash.plugin, finder.plugin],
    [plugins, found.plugin, slash, finder],
  )
  const mayEdit = draft.mayEdit && draft.status !== 'behind' && draft.status !== 'refused'

  const find = useFind({ view, finder, mayEdit })
  const suggesting = useSuggestions({ view, outline, me: me.person.id, mayEdit })
  const notes = [...suggesting.notes, ...said, ...found.notes]
  const activeNote = otherAtHand ?? suggesting.atHand

  useEffect(() => onDesk?.(view ? { view, outline, narrative } : null), [onDesk, view, outline, narrative])
  useFirstWord(view, mayEdit, outline)
  // somebody else froze it, or was given or lost the right to write
  useLive(
    `desk ${narrative.id}`,
    (options) => live.initiatives.watch({ initiativeId: narrative.initiativeId }, options),
    () => void queryClient.invalidateQueries({ queryKey: api.narratives.get.key() }),
  )
  useDraftCommands({
    view,
    mayEdit,
    figures,
    commands: [...commands, ...suggesting.commands],
    onFreeze: () => setFreezing(true),
    onLink: () => setLinking(true),
    onFind: find.open,
    onAssumptions: () => setAssuming(true),
    onOutline: () => setOutlining(true),
    findings: found,
  })

  const foot = {
    isHidden: found.isHidden,
    assumptions: found.assumptions.length,
    stale: found.stale.length,
    onAssumptions: () => setAssuming(true),
  }
  const title = outline.title || narrative.title || 'Untitled'
  return (
    <div className="min-h-dvh">
      <title>{`${title} · Foreword`}</title>
      <DraftHeader
        title={title}
        up={paths.narrative({ initiativeId: narrative.initiativeId })}
        tabs={tabs}
        actions={
          <>
            {actions}
            <DraftMore
              narrative={narrative}
              mayNotEdit={
                !narrative.mayEdit
                  ? 'Only its authors can change this. Ask its owner to add you.'
                  : draft.status !== 'saved'
                    ? 'Some of your words are not saved yet. It can be done as soon as they are.'
                    : undefined
              }
              onFreeze={() => setFreezing(true)}
            />
            <Button
              kind="go"
              onClick={() => setFreezing(true)}
              disabledReason={
                narrative.mayFreeze ? undefined : 'Only its authors can freeze it. Ask its owner to add you.'
              }
            >
              Freeze edition {narrative.nextEdition}
            </Button>
          </>
        }
      />
      {find.bar}
      <div className="draft-desk">
        <DraftOutline
          {...{ view, outline, kind, layout, geometry }}
          onGo={(block) => view && goTo(view, block)}
          isOpen={outlining}
          onClose={() => setOutlining(false)}
        />
        {draft.isLoaded ? (
          <DraftSheet
            doc={draft.doc}
            provider={draft.provider}
            layout={layout}
            hints={hints}
            paper={paper}
            mayEdit={mayEdit}
            figures={figures}
            geometry={geometry}
            plugins={allPlugins}
            onChange={onChange}
            onKey={(event) => {
              if (view && onKey?.(event, { view, outline, narrative })) return true
              if (suggesting.onKey(event)) return true
              if ((event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyO') {
                setOutlining(true)
                return true
              }
              const isLink = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyK'
              if (isLink && mayEdit) setLinking(true)
              return isLink
            }}
          >
            {view && mayEdit && (
              <FaqHandles view={view} geometry={geometry} labelOf={(part) => labelOf(kind, part)} />
            )}
            {view && mayEdit && <SlashMenu view={view} slash={slash} figures={figures} />}
            {view && bubble && (outline.selection !== null || linking) && (
              <SelectionBubble view={view} mayEdit={mayEdit} linking={linking} onLinking={setLinking}>
                {bubble({ view, outline, narrative })}
              </SelectionBubble>
            )}
          </DraftSheet>
        ) : (
          <article className="paper min-h-[80dvh]">
            <div className="p-16">
              <Loading what="Opening the draft" />
            </div>
          </article>
        )}
        <Beside {...{ geometry, view, outline, kind, mayEdit, notes, activeNote }} />
      </div>
      <Foot
        geometry={geometry}
        layout={layout}
        kind={kind}
        draft={draft}
        me={me.person.id}
        onOutline={() => setOutlining(true)}
        notes={
          <>
            {(notes.length > 0 || found.mayFind) && (
              <button
                type="button"
                className="underline underline-offset-3 lg:hidden"
                onClick={() => setPanel(true)}
              >
                {noteCount(notes.length, lost)}
              </button>
            )}
            <span className="max-lg:hidden">{footNotes}</span>
            {found.mayFind && <FootActs {...foot} className="max-lg:hidden" />}
            {suggesting.state}
          </>
        }
      />
      <Suspense>
        {freezing && (
          <FreezeDialog
            narrative={narrative}
            suggestions={outline.suggestions.length}
            missing={layout?.missingGlyphs ?? []}
            extent={layout}
            unsaved={draft.status !== 'saved'}
            onClose={() => setFreezing(false)}
          />
        )}
        {assuming && (
          <Assumptions
            narrative={narrative}
            assumptions={found.assumptions}
            stale={found.stale}
            kind={kind}
            onClose={() => setAssuming(false)}
            onGo={(at) => {
              setAssuming(false)
              setPanel(false)
              if (view) goToWords(view, at)
            }}
          />
        )}
        {board !== null && <SketchBoard host={figures} request={board} onClose={() => setBoard(null)} />}
        {(panel || activeNote !== null) && (
          <NotesPanel
            notes={notes}
            active={activeNote}
            foot={
              (found.mayFind || footNotes) && (
                <>
                  {footNotes}
                  {found.mayFind && <FootActs {...foot} />}
                </>
              )
            }
            onClose={() => {
              setPanel(false)
              suggesting.put()
              onCloseNote?.()
            }}
          />
        )}
      </Suspense>
    </div>
  )
}

/** A new draft is opened to be written in: the caret stands in its first empty part. */
function useFirstWord(view: EditorView | null, mayEdit: boolean, outline: Outline) {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || view === null || !mayEdit || outline.parts.length === 0) return
    done.current = true
    const [first, ...more] = outline.parts.filter(({ written }) => !written)
    // it may have been begun with its headline; one that holds more is opened to be read
    const isNew = more.length >= outline.parts.length - 2
    // on arrival the page itself has the focus
    const isFree = document.activeElement === document.body || document.activeElement?.id === 'page'
    if (first !== undefined && isNew && isFree) goTo(view, first.block)
  }, [view, mayEdit, outline])
}

/** To a part, a heading or a question: the caret goes there, and it is brought to the head of the window. */
function goTo(view: EditorView, block: string) {
  const at = positionOf(view.state.doc, block)
  if (at === undefined) return
  const selection = TextSelection.near(view.state.doc.resolve(at + 1), 1)
  view.dispatch(view.state.tr.setSelection(selection))
  view.focus()
  const shown = view.nodeDOM(at)
  bringIntoView(shown instanceof Element ? shown : null, 'start')
}

interface BesideProps {
  geometry: GeometryStore
  view: EditorView | null
  outline: Outline
  kind: Kind | undefined
  mayEdit: boolean
  notes: readonly BesideNote[]
  activeNote: string | null
}

function noteCount(notes: number, lost: number): string {
  if (notes === 0) return 'Notes'
  const count = lost === 0 ? notes : notes - 1 + lost
  return `${count} ${count === 1 ? 'note' : 'notes'}${lost === 0 ? '' : `, ${lost} lost`}`
}

/** The margin: what others said of these words, and the guidance of the part one is about to write. */
function Beside({ geometry, view, outline, kind, mayEdit, notes, activeNote }: BesideProps) {
  const rows = useGeometry(geometry)
  const topOf = (at: BesideNote['at']): number => {
    if (at === null || view === null) return 0
    const positions = positionsOf(view.state.doc, at)
    const sheet = view.dom.closest('.paper')
    if (!positions || !sheet || rows.size === 0) return 0
    return view.coordsAtPos(positions.from).top - sheet.getBoundingClientRect().top
  }
  const placed: MarginNote[] = notes.map(({ id, at, content }) => ({ id, top: topOf(at), content }))
  const here = outline.parts.find(({ block }) => block === outline.here)
  const part = here && !here.written ? kind?.parts.find(({ id }) => id === here.part) : undefined
  if (here && part && mayEdit) {
    const first = view?.dom.querySelector<HTMLElement>(`[data-block="${CSS.escape(here.block)}"]`)
    const sheet = view?.dom.closest('.paper')
    const top = first && sheet ? first.getBoundingClientRect().top - sheet.getBoundingClientRect().top : 0
    placed.push({ id: GUIDANCE, top, content: <Guidance part={part} /> })
  }
  return <Margin label="Notes beside the draft" notes={placed} active={activeNote ?? GUIDANCE} />
}

type FootProps = Omit<Parameters<typeof StatusLine>[0], 'page'> & { geometry: GeometryStore }

/** The status line, with the page that is in the middle of the window. */
function Foot({ geometry, layout, ...rest }: FootProps) {
  const rows = useGeometry(geometry)
  const [page, setPage] = useState(1)
  useEffect(() => {
    const follow = () => {
      const sheet = document.querySelector('.paper')
      if (!sheet || !layout) return
      const middle = window.innerHeight / 2 - sheet.getBoundingClientRect().top
      const above = layout.blocks.findLast(({ block }) => (rows.get(block)?.top ?? Infinity) <= middle)
      setPage(above?.page ?? 1)
    }
    follow()
    window.addEventListener('scroll', follow, { passive: true })
    return () => window.removeEventListener('scroll', follow)
  }, [rows, layout])
  return <StatusLine {...rest} layout={layout} page={page} />
}
