import { isDetached, isEdited } from '@foreword/core/reviews/detached'
import { useState } from 'react'
import { paths, withSearch } from '../paths.ts'
import { Link } from '../router.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { Quote } from './CommentComposer.tsx'
import type { Comment } from './useDraftComments.ts'

interface Props {
  comment: Comment
  narrativeId: string
}

/** The quiet lines under a comment's head: where it was made, who put it back, and what its words were (F2). */
export function Whereabouts({ comment, narrativeId }: Props) {
  const [showsOld, setShowsOld] = useState(false)
  const { anchor, carried, putBack } = comment
  const lost = isDetached(comment)
  const edited = isEdited(comment)
  return (
    <>
      {(carried || putBack) && (
        <p className="text-tiny text-ink-3">
          {carried && <MadeOn comment={comment} narrativeId={narrativeId} />}
          {carried && putBack && ' · '}
          {putBack && (
            <>
              put here by {putBack.by.name} <RelativeTime at={putBack.at} />
            </>
          )}
        </p>
      )}
      {(edited || (putBack !== null && !lost)) && anchor && (
        <p className="text-tiny text-ink-3">
          {edited && <span className="text-amber">The words have been rewritten since. </span>}
          <button
            type="button"
            aria-expanded={showsOld}
            className="rounded-small underline underline-offset-3 pointer-coarse:py-2"
            onClick={() => setShowsOld((now) => !now)}
          >
            {showsOld ? 'Hide the old words' : 'Show the old words'}
          </button>
        </p>
      )}
      {anchor && (lost || showsOld) && (
        <div className="mt-1">
          <Quote>{anchor.quote}</Quote>
        </div>
      )}
    </>
  )
}

function MadeOn({ comment: { id, carried }, narrativeId }: Props) {
  const made = carried?.edition
  const there = made ? paths.edition({ editionId: made.id }) : paths.draft({ narrativeId })
  return (
    <Link
      href={withSearch(there, { comment: id })}
      className="rounded-small underline decoration-rule-3 underline-offset-3 hover:decoration-current"
    >
      {made ? `on edition ${made.number}` : 'on the draft'}
    </Link>
  )
}
