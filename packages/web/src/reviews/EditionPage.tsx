import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { api, live } from '../api.ts'
import { type Edition, EditionFrame } from '../narratives/edition/EditionFrame.tsx'
import {
  type EditionSelection,
  EditionSheet,
  type EditionSheetHandle,
} from '../narratives/edition/EditionSheet.tsx'
import type { EditionMark } from '../narratives/edition/runs.ts'
import { useLineTops } from '../narratives/edition/useLineTops.ts'
import type { BesideNote } from '../narratives/sheet/beside-note.ts'
import { Margin } from '../narratives/sheet/Margin.tsx'
import { useCommands } from '../shell/commands.ts'
import { useLive } from '../useLive.ts'
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

const COMPOSING = 'composing'

/** An edition to read, with what was said of it in its margin. */
export function EditionPage({ editionId }: { editionId: string }) {
  return (
    <EditionFrame editionId={editionId}>
      {(edition) => <Read key={edition.id} edition={edition} />}
    </EditionFrame>
  )
}

function Read({ edition }: { edition: Edition }) {
  const comments = useEditionComments(edition)
  const [selection, setSelection] = useState<EditionSelection | null>(null)
  const [about, setAbout] = useState<EditionSelection | null>(null)
  const [atHand, setAtHand] = useState<string | null>(null)
  const sheet = useRef<EditionSheetHandle>(null)
  const around = useRef<HTMLDivElement>(null)
  const open = comments.filter(({ resolved }) => resolved === null)
  const tops = useLineTops(around, [...open.map(lineOf), about?.line ?? 1])

  const say = useMutation(
    api.reviews.commentOnEdition.mutationOptions({
      onSuccess(comment) {
        setAbout(null)
        setAtHand(comment.id)
        return refreshComments()
      },
    }),
  )
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

  const marks: EditionMark[] = open.flatMap((comment) =>
    comment.anchor?.on === 'edition'
      ? [{ ...comment.anchor, id: comment.id, tone: toneOf(comment.id === atHand) }]
      : [],
  )
  if (about) marks.push({ ...about, id: COMPOSING, tone: 'at-hand' })
  const notes: (BesideNote & { top: number })[] = open.map((comment) => ({
    id: comment.id,
    top: tops.get(lineOf(comment)) ?? 0,
    at: null,
    content: (
      <CommentThread
        comment={comment}
        mayEdit={false}
        atHand={atHand === comment.id}
        onPick={() => {
          setAtHand(comment.id)
          sheet.current?.scrollToLine(lineOf(comment))
        }}
      />
    ),
  }))
  if (about)
    notes.push({
      id: COMPOSING,
      top: tops.get(about.line) ?? 0,
      at: null,
      content: (
        <CommentComposer
          quote={about.quote}
          error={say.error}
          busy={say.isPending}
          onCancel={() => {
            setAbout(null)
            setAtHand(null)
          }}
          onSay={(said) => {
            const { blockId, from, to, quote } = about
            say.mutate({ editionId: edition.id, ...said, on: { blockId, from, to, quote } })
          }}
        />
      ),
    })

  return (
    <div className="edition-read" ref={around}>
      <EditionSheet ref={sheet} edition={edition} marks={marks} onSelect={setSelection} onMark={setAtHand}>
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
        <Margin label="Comments on this edition" notes={notes} active={atHand} />
      </Suspense>
      {atHand !== null && (
        <Suspense>
          <NotesPanel
            notes={notes}
            active={atHand}
            onClose={() => {
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

function lineOf({ anchor }: Comment): number {
  return anchor?.on === 'edition' ? anchor.line : 1
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
