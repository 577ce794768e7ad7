import { useMutation } from '@tanstack/react-query'
import type { EditorState } from 'prosemirror-state'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { api } from '../api.ts'
import { IdeaTabs } from '../narratives/IdeaTabs.tsx'
import type { BesideNote } from '../narratives/sheet/beside-note.ts'
import { bringIntoView } from '../narratives/sheet/bring-into-view.ts'
import { type Desk, DraftDesk } from '../narratives/sheet/DraftDesk.tsx'
import { type Passage, positionsOf } from '../narratives/sheet/outline.ts'
import { Act } from '../narratives/sheet/SelectionBubble.tsx'
import { CommentComposer } from './CommentComposer.tsx'
import { CommentThread } from './CommentThread.tsx'
import { commentMarks, showMarks } from './comment-marks.ts'
import { carriedEnds, draftSelectionOf, type Ends, endsOf } from './passage.ts'
import { ShareDraft } from './ShareDraft.tsx'
import { type Comment, refreshComments, useDraftComments } from './useDraftComments.ts'

const COMPOSING = 'composing'

/** The draft with what others say of it in its margin. */
export function DraftPage({ narrativeId }: { narrativeId: string }) {
  const comments = useDraftComments(narrativeId)
  const [desk, setDesk] = useState<Desk | null>(null)
  const [atHand, setAtHand] = useState<string | null>(null)
  /** What is being said: about a passage, or about the whole draft. */
  const [composing, setComposing] = useState<{ about: Passage | null } | null>(null)
  const about = composing?.about ?? null
  const [showResolved, setShowResolved] = useState(false)
  const plugins = useMemo(() => [commentMarks(setAtHand)], [])
  const open = useMemo(
    () => comments.filter(({ resolved }) => resolved === null || showResolved),
    [comments, showResolved],
  )
  const resolved = comments.filter((comment) => comment.resolved !== null).length
  const mayEdit = desk?.narrative.mayEdit ?? false

  const say = useMutation(
    api.reviews.commentOnDraft.mutationOptions({
      onSuccess(comment) {
        setComposing(null)
        setAtHand(comment.id)
        return refreshComments()
      },
    }),
  )
  useMarksOnSheet(desk, open, about, atHand)

  const begin = useCallback((passage: Passage | null) => {
    setComposing({ about: passage })
    setAtHand(COMPOSING)
  }, [])
  const close = useCallback(() => {
    setComposing(null)
    setAtHand(null)
  }, [])

  const notes: BesideNote[] = open.map((comment) => ({
    id: comment.id,
    at: placeOf(comment),
    content: (
      <CommentThread
        comment={comment}
        mayEdit={mayEdit}
        atHand={atHand === comment.id}
        onPick={() => {
          setAtHand(comment.id)
          if (desk) scrollTo(desk, comment)
        }}
      />
    ),
  }))
  if (composing !== null && desk !== null)
    notes.push({
      id: COMPOSING,
      at: about,
      content: (
        <CommentComposer
          quote={about?.quote ?? null}
          error={say.error}
          busy={say.isPending}
          onCancel={() => {
            close()
            desk.view.focus()
          }}
          onSay={(said) =>
            say.mutate({
              narrativeId: desk.narrative.id,
              ...said,
              on: about && draftSelectionOf(desk.view.state, about),
            })
          }
        />
      ),
    })

  return (
    <DraftDesk
      narrativeId={narrativeId}
      tabs={desk && <IdeaTabs initiativeId={desk.narrative.initiativeId} />}
      actions={desk && <ShareDraft initiativeId={desk.narrative.initiativeId} />}
      plugins={plugins}
      notes={notes}
      activeNote={atHand}
      onCloseNote={close}
      onDesk={setDesk}
      footNotes={
        resolved > 0 && (
          <button
            type="button"
            className="underline-offset-3 hover:underline max-lg:hidden"
            onClick={() => setShowResolved((now) => !now)}
          >
            {showResolved ? 'Hide resolved' : `${resolved} resolved`}
          </button>
        )
      }
      bubble={
        composing === null
          ? ({ outline: { selection } }) =>
              selection && (
                <Act name="Comment" keys="Ctrl+Alt+M" onPress={() => begin(selection)}>
                  Comment
                </Act>
              )
          : undefined
      }
      commands={[
        {
          id: 'draft.comment',
          title: 'Comment on the selected words',
          group: 'This draft',
          words: 'remark question suggestion',
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
        if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return false
        if (outline.selection) begin(outline.selection)
        return true
      }}
    />
  )
}

function placeOf({ anchor }: Comment): BesideNote['at'] {
  return anchor?.on === 'draft' ? anchor.at : null
}

function useMarksOnSheet(
  desk: Desk | null,
  comments: readonly Comment[],
  about: Passage | null,
  atHand: string | null,
) {
  const view = desk?.view
  useEffect(() => {
    if (!view) return
    const passages = comments.flatMap((comment) => {
      const ends = endsNow(view.state, comment)
      return ends ? [{ id: comment.id as string, ends }] : []
    })
    const composed = about && endsOf(view.state, about)
    if (composed) passages.push({ id: COMPOSING, ends: composed })
    showMarks(view, { passages, atHand })
  }, [view, comments, about, atHand])
}

/**
 * Where a comment's words are in this browser's text. The places it carries move with every edit; the server's offsets
 * are of the text as the server had it, so they serve only where it was found again by its words.
 */
function endsNow(state: EditorState, { anchor }: Comment): Ends | undefined {
  if (anchor?.on !== 'draft' || anchor.at === null) return undefined
  const carried = anchor.method === 'position' ? carriedEnds(state, anchor) : undefined
  return carried ?? endsOf(state, anchor.at)
}

function scrollTo({ view }: Desk, comment: Comment) {
  const at = placeOf(comment)
  const range = at && positionsOf(view.state.doc, at)
  if (!range) return
  const place = view.domAtPos(range.from).node
  const element = place instanceof Element ? place : place.parentElement
  bringIntoView(element, 'center')
}
