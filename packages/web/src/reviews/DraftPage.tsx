import { useMutation } from '@tanstack/react-query'
import { TextSelection } from 'prosemirror-state'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../api.ts'
import { later } from '../later.tsx'
import { IdeaTabs } from '../narratives/IdeaTabs.tsx'
import type { BesideNote } from '../narratives/sheet/beside-note.ts'
import { bringIntoView } from '../narratives/sheet/bring-into-view.ts'
import { type Desk, DraftDesk } from '../narratives/sheet/DraftDesk.tsx'
import { type Passage, positionsOf } from '../narratives/sheet/outline.ts'
import { Act } from '../narratives/sheet/SelectionBubble.tsx'
import { useMe } from '../people/me.ts'
import { useSearch } from '../router.tsx'
import { CommentComposer } from './CommentComposer.tsx'
import { CommentThread } from './CommentThread.tsx'
import { commentMarks } from './comment-marks.ts'
import { LostList } from './LostList.tsx'
import { draftSelectionOf } from './passage.ts'
import { ShareDraft } from './ShareDraft.tsx'
import { saysOf } from './says.ts'
import { placeOf, sorted } from './sorted.ts'
import { type Stop, useCommentKeys } from './useCommentKeys.ts'
import { type Comment, refreshComments, useDraftComments } from './useDraftComments.ts'
import { COMPOSING, useMarksOnSheet } from './useMarksOnSheet.ts'
import { usePutBack } from './usePutBack.ts'

const AskedBar = later(() => import('./feedback/AskedBar.tsx').then((loaded) => loaded.AskedBar))

const LOST = 'lost'

/** The draft with what others say of it in its margin. */
export function DraftPage({ narrativeId }: { narrativeId: string }) {
  const me = useMe()
  const comments = useDraftComments(narrativeId)
  const search = useSearch()
  const linked = search.get('comment')
  const asked = search.get('asked')
  const block = search.get('block')
  const [desk, setDesk] = useState<Desk | null>(null)
  const [atHand, setAtHand] = useState<string | null>(linked)
  /** What is being said: about a passage, or about the whole draft. */
  const [composing, setComposing] = useState<{ about: Passage | null } | null>(null)
  const about = composing?.about ?? null
  const [showResolved, setShowResolved] = useState(false)
  const [written] = useState(() => new Set<() => void>())
  const plugins = useMemo(
    () => [
      commentMarks(setAtHand, () => {
        for (const listener of written) listener()
      }),
    ],
    [written],
  )
  const onText = useCallback(
    (listener: () => void) => {
      written.add(listener)
      return () => void written.delete(listener)
    },
    [written],
  )
  const { placed, lost, resolved } = useMemo(() => sorted(comments), [comments])
  const beside = useMemo(
    () => (showResolved ? [...placed, ...resolved] : placed),
    [placed, resolved, showResolved],
  )
  const mayEdit = desk?.narrative.mayEdit ?? false
  const isLost = lost.some(({ id }) => id === atHand)

  const say = useMutation(
    api.reviews.commentOnDraft.mutationOptions({
      onSuccess(comment) {
        setComposing(null)
        setAtHand(comment.id)
        return refreshComments()
      },
    }),
  )
  useMarksOnSheet({ view: desk?.view, placed: beside, hasLost: lost.length > 0, about, atHand, onText })
  const { placing, begin: beginPutting, put, stop } = usePutBack(desk, setAtHand)

  const stops = useMemo(() => stopsOf(desk, placed, lost), [desk, placed, lost])
  const goTo = useCallback(
    (id: string) => {
      setAtHand(id)
      const at = desk && stops.find((stop) => stop.id === id)?.at
      if (desk && at !== null && at !== undefined) caretTo(desk, at)
    },
    [desk, stops],
  )
  const said = useCommentKeys({
    group: 'This draft',
    stops,
    atHand,
    here: () => desk?.view.state.selection.from ?? 0,
    onGo: goTo,
    toText: () => desk?.view.dom.focus({ preventScroll: true }),
  })
  // a link to a comment goes to its words once, as soon as both are here
  const arrived = useRef<string | null>(null)
  useEffect(() => {
    if (linked === null || arrived.current === linked || !stops.some(({ id }) => id === linked)) return
    arrived.current = linked
    goTo(linked)
  }, [linked, stops, goTo])
  // and so does one to a block, unless somebody writes already
  const isFound = useRef<string | null>(null)
  useEffect(() => {
    if (block === null || desk === null || isFound.current === block) return
    if (desk.view.isDestroyed || desk.view.hasFocus()) return
    const at = positionsOf(desk.view.state.doc, { blockId: block, from: 0, to: 0 })?.from
    if (at === undefined) return
    isFound.current = block
    caretTo(desk, at)
  }, [block, desk])

  const begin = useCallback((passage: Passage | null) => {
    setComposing({ about: passage })
    setAtHand(COMPOSING)
  }, [])
  const close = useCallback(() => {
    setComposing(null)
    setAtHand(null)
  }, [])

  const notes: BesideNote[] = beside.map((comment) => ({
    id: comment.id,
    at: placeOf(comment),
    content: (
      <CommentThread
        comment={comment}
        narrativeId={narrativeId}
        mayEdit={mayEdit}
        atHand={atHand === comment.id}
        onPick={() => {
          setAtHand(comment.id)
          if (desk) scrollTo(desk, comment)
        }}
      />
    ),
  }))
  if (lost.length > 0)
    notes.unshift({
      id: LOST,
      at: null,
      content: (
        <LostList
          comments={lost}
          narrativeId={narrativeId}
          mayEdit={mayEdit}
          atHand={atHand}
          onPick={({ id }) => setAtHand(id)}
          placing={placing}
          mayPutBack={({ by }) => mayEdit || by.id === me.person.id}
          onPutBack={(comment) => {
            const selection = desk?.outline.selection
            if (selection) put(comment.id, selection)
            else beginPutting(comment.id)
          }}
        />
      ),
    })
  if (composing !== null && desk !== null)
    notes.push({
      id: COMPOSING,
      at: about,
      content: (
        <CommentComposer
          initiativeId={desk.narrative.initiativeId}
          citing={desk.narrative.initiativeId}
          quote={about?.quote ?? null}
          error={say.error}
          busy={say.isPending}
          onCancel={() => {
            close()
            desk.view.focus()
          }}
          onSay={(words) =>
            say.mutate({
              narrativeId: desk.narrative.id,
              ...words,
              on: about && draftSelectionOf(desk.view.state, about),
            })
          }
        />
      ),
    })

  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      {asked && <AskedBar requestId={asked} />}
      <DraftDesk
        narrativeId={narrativeId}
        tabs={desk && <IdeaTabs initiativeId={desk.narrative.initiativeId} />}
        actions={desk && <ShareDraft initiativeId={desk.narrative.initiativeId} />}
        plugins={plugins}
        notes={notes}
        activeNote={isLost ? LOST : atHand}
        onCloseNote={close}
        onDesk={setDesk}
        lost={lost.length}
        footNotes={
          <>
            {lost.length > 0 && (
              <button
                type="button"
                className="mr-5 text-amber underline-offset-3 hover:underline max-lg:hidden"
                onClick={() => setAtHand(lost[0]?.id ?? null)}
              >
                {lost.length} lost {lost.length === 1 ? 'its' : 'their'} place
              </button>
            )}
            {resolved.length > 0 && (
              <button
                type="button"
                aria-expanded={showResolved}
                className="rounded-small text-left underline-offset-3 hover:underline max-lg:py-2 max-lg:underline"
                onClick={() => setShowResolved((now) => !now)}
              >
                {showResolved ? 'Hide resolved' : `${resolved.length} resolved`}
              </button>
            )}
          </>
        }
        bubble={
          composing !== null
            ? undefined
            : ({ outline: { selection } }) =>
                selection &&
                (placing === null ? (
                  <Act name="Comment" keys="Ctrl+Alt+M" onPress={() => begin(selection)}>
                    Comment
                  </Act>
                ) : (
                  <Act name="Put it here" onPress={() => put(placing, selection)}>
                    Put it here
                  </Act>
                ))
        }
        commands={[
          {
            id: 'draft.comment',
            title: 'Comment on the selected words',
            group: 'This draft',
            words: 'remark question suggestion',
            shows: 'Ctrl Alt M',
            run: () => begin(desk?.outline.selection ?? null),
            ...(desk?.outline.selection ? {} : { disabledReason: 'Select words in the draft first.' }),
          },
          {
            id: 'draft.comment-all',
            title: 'Comment on the whole draft',
            group: 'This draft',
            words: 'remark question',
            run: () => begin(null),
          },
        ]}
        onKey={(event, { outline }) => {
          if (event.key === 'Escape' && placing !== null) {
            stop()
            return true
          }
          if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return false
          if (outline.selection) begin(outline.selection)
          return true
        }}
      />
    </>
  )
}

/** In the order of the text: what is about all of it first, what lost its place last. */
function stopsOf(desk: Desk | null, placed: readonly Comment[], lost: readonly Comment[]): Stop[] {
  if (desk === null) return []
  const beside = placed.map((comment) => {
    const at = placeOf(comment)
    return {
      id: comment.id,
      at: (at && positionsOf(desk.view.state.doc, at)?.from) ?? 0,
      says: saysOf(comment),
    }
  })
  const away = lost.map((comment) => ({
    id: comment.id,
    at: Number.POSITIVE_INFINITY,
    says: `Lost its place. ${saysOf(comment)}`,
  }))
  return [...beside.sort((a, b) => a.at - b.at), ...away]
}

/** Puts the caret at a place of the draft and brings it to the middle of the window. */
function caretTo({ view }: Desk, at: number) {
  // whoever only reads has no caret, and still the focus
  view.dom.focus({ preventScroll: true })
  if (!Number.isFinite(at) || at === 0) return
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))))
  show(view, at)
}

function scrollTo({ view }: Desk, comment: Comment) {
  const at = placeOf(comment)
  const range = at && positionsOf(view.state.doc, at)
  if (range) show(view, range.from)
}

function show(view: Desk['view'], at: number) {
  const place = view.domAtPos(at).node
  bringIntoView(place instanceof Element ? place : place.parentElement, 'center')
}
