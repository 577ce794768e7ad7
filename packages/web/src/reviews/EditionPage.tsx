import { isDetached } from '@foreword/core/reviews/detached'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { api, client, live } from '../api.ts'
import { type Edition, EditionFrame } from '../narratives/edition/EditionFrame.tsx'
import {
  type EditionSelection,
  EditionSheet,
  type EditionSheetHandle,
} from '../narratives/edition/EditionSheet.tsx'
import type { EditionMark } from '../narratives/edition/runs.ts'
import type { SetEdition } from '../narratives/edition/setting.ts'
import { useLineTops } from '../narratives/edition/useLineTops.ts'
import type { BesideNote } from '../narratives/sheet/beside-note.ts'
import { Margin } from '../narratives/sheet/Margin.tsx'
import { useSearch } from '../router.tsx'
import { useCommands } from '../shell/commands.ts'
import { useLive } from '../useLive.ts'
import type { Said } from './CommentComposer.tsx'
import { saysOf } from './says.ts'
import { placeOf, sorted } from './sorted.ts'
import { useCommentKeys } from './useCommentKeys.ts'
import { type Comment, refreshComments } from './useDraftComments.ts'

// who only reads is not kept waiting for what one writes with
const NotesPanel = lazy(() =>
  import('../narratives/sheet/NotesPanel.tsx').then((loaded) => ({ default: loaded.NotesPanel })),
)
const CommentComposer = lazy(() =>
  import('./CommentComposer.tsx').then((loaded) => ({ default: loaded.CommentComposer })),
)
const CommentThread = lazy(() =>
  import('./CommentThread.tsx').then((loaded) => ({ default: loaded.CommentThread })),
)

const LostList = lazy(() => import('./LostList.tsx').then((loaded) => ({ default: loaded.LostList })))

const COMPOSING = 'composing'
const HEAD = 'head'

const SinceRead = lazy(() =>
  import('../narratives/changed/SinceRead.tsx').then((loaded) => ({ default: loaded.SinceRead })),
)
const AskedBar = lazy(() =>
  import('./feedback/AskedBar.tsx').then((loaded) => ({ default: loaded.AskedBar })),
)

/** An edition to read, with what was said of it in its margin. */
export function EditionPage({ editionId }: { editionId: string }) {
  const asked = useSearch().get('asked')
  return (
    <EditionFrame editionId={editionId} asked={asked && <AskedBar requestId={asked} />}>
      {(edition) => <Read key={edition.id} edition={edition} />}
    </EditionFrame>
  )
}

function Read({ edition }: { edition: Edition }) {
  return (
    <ReadSheet
      edition={edition}
      initiativeId={edition.initiativeId}
      citing={edition.initiativeId}
      comments={useEditionComments(edition)}
      post={(said, on) => client.reviews.commentOnEdition({ editionId: edition.id, ...said, on })}
    >
      <SinceRead edition={edition} />
    </ReadSheet>
  )
}

interface Props {
  edition: SetEdition
  initiativeId: string
  /** The same, for those who may put its evidence to a passage. */
  citing?: Edition['initiativeId'] | undefined
  comments: readonly Comment[]
  /** Says something of a passage. */
  post: (said: Said, on: Pick<EditionSelection, 'blockId' | 'from' | 'to' | 'quote'>) => Promise<Comment>
  /** Floats over the sheet. */
  children?: ReactNode
}

/** The pages of an edition, or of a draft, with what was said of them in the margin. */
export function ReadSheet({ edition, initiativeId, citing, comments, post, children }: Props) {
  const lineOf = (comment: Comment) => lineIn(edition, comment)
  const [selection, setSelection] = useState<EditionSelection | null>(null)
  const [about, setAbout] = useState<EditionSelection | null>(null)
  const search = useSearch()
  const linked = search.get('comment')
  const block = search.get('block')
  const line = Number(search.get('line')) || edition.lines.find((each) => each.block === block)?.line || null
  const [atHand, setAtHand] = useState<string | null>(linked)
  const [panel, setPanel] = useState(false)
  const [showResolved, setShowResolved] = useState(false)
  const sheet = useRef<EditionSheetHandle>(null)
  const around = useRef<HTMLDivElement>(null)
  const { placed, lost, resolved } = useMemo(() => sorted(comments), [comments])
  const open = showResolved ? [...placed, ...resolved.filter((comment) => !isDetached(comment))] : placed
  const isLost = lost.some(({ id }) => id === atHand)
  const tops = useLineTops(around, [...open.map(lineOf), about?.line ?? 1])

  const say = useMutation({
    mutationFn: ({ said, on }: { said: Said; on: Parameters<typeof post>[1] }) => post(said, on),
    onSuccess(comment) {
      setAbout(null)
      setAtHand(comment.id)
      return refreshComments()
    },
  })
  const stops = useMemo(
    () => [
      ...placed
        .map((comment) => ({ id: comment.id, at: orderIn(edition, comment), says: saysOf(comment) }))
        .sort((a, b) => a.at - b.at),
      ...lost.map((comment) => ({
        id: comment.id,
        at: Number.POSITIVE_INFINITY,
        says: `Lost its place. ${saysOf(comment)}`,
      })),
    ],
    [edition, placed, lost],
  )
  const goTo = (id: string) => {
    setAtHand(id)
    sheet.current?.focus()
    const comment = placed.find((each) => each.id === id)
    if (comment) sheet.current?.scrollToLine(lineOf(comment))
  }
  const said = useCommentKeys({
    group: 'This edition',
    stops,
    atHand,
    here: () => stops.find(({ id }) => id === atHand)?.at ?? 0,
    onGo: goTo,
    toText: () => sheet.current?.focus(),
  })
  const arrive = useEffectEvent(() => {
    if (linked !== null && placed.some(({ id }) => id === linked)) goTo(linked)
  })
  const isHere = linked !== null && stops.some(({ id }) => id === linked)
  useEffect(() => {
    if (isHere) arrive()
  }, [isHere])

  useEffect(() => {
    if (line !== null) sheet.current?.scrollToLine(line)
  }, [line])

  const begin = () => {
    if (selection === null) return
    setAbout(selection)
    setAtHand(COMPOSING)
    setSelection(null)
    sheet.current?.clearSelection()
  }
  useCommands([
    {
      id: 'edition.comment',
      title: 'Comment on the selected lines',
      group: 'This edition',
      keys: 'c',
      run: begin,
      ...(selection === null ? { disabledReason: 'Select words or lines first.' } : {}),
    },
  ])

  const marks: EditionMark[] = open.flatMap((comment) => {
    const at = placeOf(comment)
    return at ? [{ ...at, id: comment.id, tone: toneOf(comment.id === atHand) }] : []
  })
  if (about) marks.push({ ...about, id: COMPOSING, tone: 'at-hand' })
  const notes: (BesideNote & { top: number })[] = open.map((comment) => ({
    id: comment.id,
    top: tops.get(lineOf(comment)) ?? 0,
    at: null,
    content: (
      <CommentThread
        comment={comment}
        narrativeId={edition.narrativeId}
        mayEdit={false}
        atHand={atHand === comment.id}
        onPick={() => {
          setAtHand(comment.id)
          sheet.current?.scrollToLine(lineOf(comment))
        }}
      />
    ),
  }))
  if (lost.length + resolved.length > 0)
    notes.unshift({
      id: HEAD,
      top: 0,
      at: null,
      content: (
        <>
          {lost.length > 0 && (
            <LostList
              comments={lost}
              narrativeId={edition.narrativeId}
              mayEdit={false}
              atHand={atHand}
              onPick={({ id }) => setAtHand(id)}
              mayPutBack={() => false}
            />
          )}
          {resolved.length > 0 && (
            <button
              type="button"
              aria-expanded={showResolved}
              className="mt-2 rounded-small text-small text-ink-2 underline underline-offset-3 pointer-coarse:py-2"
              onClick={() => setShowResolved((now) => !now)}
            >
              {showResolved ? 'Hide resolved' : `${resolved.length} resolved`}
            </button>
          )}
        </>
      ),
    })
  if (about)
    notes.push({
      id: COMPOSING,
      top: tops.get(about.line) ?? 0,
      at: null,
      content: (
        <CommentComposer
          initiativeId={initiativeId}
          citing={citing}
          quote={about.quote}
          error={say.error}
          busy={say.isPending}
          onCancel={() => {
            setAbout(null)
            setAtHand(null)
          }}
          onSay={(said) => {
            const { blockId, from, to, quote } = about
            say.mutate({ said, on: { blockId, from, to, quote } })
          }}
        />
      ),
    })

  return (
    <div className="edition-read" ref={around}>
      <p role="status" className="sr-only">
        {said}
      </p>
      <EditionSheet ref={sheet} edition={edition} marks={marks} onSelect={setSelection} onMark={setAtHand}>
        <Suspense>{children}</Suspense>
        {selection && (
          <div
            className="selection-bubble"
            style={{
              top:
                selection.box.top > 60
                  ? selection.box.top - 44
                  : selection.box.top + selection.box.height + 8,
              left: Math.max(8, selection.box.left + Math.min(selection.box.width / 2, 200) - 50),
            }}
          >
            <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={begin}>
              Comment
            </button>
          </div>
        )}
      </EditionSheet>
      <Suspense>
        <Margin label="Comments on this edition" notes={notes} active={isLost ? HEAD : atHand} />
      </Suspense>
      {notes.length > 0 && (
        <button type="button" className="edition-notes" onClick={() => setPanel(true)}>
          {stops.length} {stops.length === 1 ? 'comment' : 'comments'}
          {lost.length > 0 && `, ${lost.length} lost ${lost.length === 1 ? 'its' : 'their'} place`}
        </button>
      )}
      {(atHand !== null || panel) && (
        <Suspense>
          <NotesPanel
            notes={notes}
            active={isLost ? HEAD : atHand}
            onClose={() => {
              setPanel(false)
              setAtHand(null)
              setAbout(null)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

const toneOf = (isAtHand: boolean) => (isAtHand ? 'at-hand' : 'mark')

function lineIn({ lines }: SetEdition, comment: Comment): number {
  const { anchor, carried } = comment
  if (carried?.line) return carried.line
  if (carried === null && anchor?.on === 'edition') return anchor.line
  const at = placeOf(comment)
  return (
    lines.find(({ block, from, to }) => block === at?.blockId && from <= at.from && at.from < to)?.line ?? 1
  )
}

/** Within a line by the place in its block; a block has fewer characters than that. */
function orderIn(edition: SetEdition, comment: Comment): number {
  const at = placeOf(comment)
  return at === null ? 0 : lineIn(edition, comment) + at.from / 1e6
}

function useEditionComments(edition: Edition): Comment[] {
  const { data } = useQuery(
    api.reviews.listEditionComments.queryOptions({ input: { editionId: edition.id } }),
  )
  useLive(
    `comments ${edition.narrativeId}`,
    (options) => live.reviews.watchComments({ narrativeId: edition.narrativeId }, options),
    () => void refreshComments(),
  )
  return data ?? []
}
