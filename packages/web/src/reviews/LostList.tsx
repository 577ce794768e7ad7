import { anchorStateLabels } from '@foreword/core/reviews/labels'
import { useId } from 'react'
import { paths } from '../paths.ts'
import { Link } from '../router.tsx'
import { CommentThread } from './CommentThread.tsx'
import type { Comment } from './useDraftComments.ts'

interface Props {
  comments: readonly Comment[]
  narrativeId: string
  mayEdit: boolean
  atHand: string | null
  onPick: (comment: Comment) => void
  /** Puts one beside the selected words, or begins to; not where nothing can be selected for it. */
  onPutBack?: (comment: Comment) => void
  /** The one for which words are being looked for. */
  placing?: string | null
  /** May be put back by the viewer. */
  mayPutBack: (comment: Comment) => boolean
}

/** What has lost its place, by itself: never beside other words, and never as if it were about the whole (F2). */
export function LostList({
  comments,
  narrativeId,
  mayEdit,
  atHand,
  onPick,
  onPutBack,
  placing,
  mayPutBack,
}: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded border border-amber/30 px-3.5 py-3">
      <h2 id={id} className="text-small font-semibold text-amber">
        {anchorStateLabels.detached} ({comments.length})
      </h2>
      <p className="mt-0.5 text-tiny text-ink-2">
        The words these were about are no longer in the text.{' '}
        {onPutBack === undefined && (
          <Link href={paths.draft({ narrativeId })} className="underline underline-offset-3">
            Put them back in the draft
          </Link>
        )}
      </p>
      <ul className="mt-2.5 flex flex-col gap-3.5">
        {comments.map((comment) => (
          <li key={comment.id}>
            <CommentThread
              comment={comment}
              narrativeId={narrativeId}
              mayEdit={mayEdit}
              atHand={atHand === comment.id}
              onPick={() => onPick(comment)}
              {...(onPutBack && mayPutBack(comment) ? { onPutBack: () => onPutBack(comment) } : {})}
              isBeingPut={placing === comment.id}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
