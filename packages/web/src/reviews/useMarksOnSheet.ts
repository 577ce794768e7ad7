import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { Passage } from '../narratives/sheet/outline.ts'
import { markedWords, showMarks } from './comment-marks.ts'
import { carriedEnds, type Ends, endsOf } from './passage.ts'
import { placeOf } from './sorted.ts'
import { type Comment, refreshComments } from './useDraftComments.ts'

export const COMPOSING = 'composing'

/** After the last letter, so that what was written has reached the server that is asked. */
const ASKS_AGAIN_AFTER_MS = 1_500

interface Props {
  view: EditorView | undefined
  /** Those whose words are marked. */
  placed: readonly Comment[]
  /** Some have lost their place, and what is written may bring their words back. */
  hasLost: boolean
  about: Passage | null
  atHand: string | null
  /** Calls whenever words change, until what it gives back is called. */
  onText: (listener: () => void) => () => void
}

/** Marks the words of comments, and asks anew where they stand once some of those words have changed. */
export function useMarksOnSheet({ view, placed, hasLost, about, atHand, onText }: Props) {
  const shown = useRef(new Map<string, string>())
  useEffect(() => {
    if (!view) return
    const passages = placed.flatMap((comment) => {
      const ends = endsNow(view.state, comment)
      return ends ? [{ id: comment.id as string, ends }] : []
    })
    const composed = about && endsOf(view.state, about)
    if (composed) passages.push({ id: COMPOSING, ends: composed })
    showMarks(view, { passages, atHand })
    shown.current = markedWords(view)
  }, [view, placed, about, atHand])

  const lookAgain = useEffectEvent(() => {
    if (!view || view.isDestroyed) return
    const now = markedWords(view)
    const same = ([id, words]: [string, string]) => shown.current.get(id) === words
    if (hasLost || now.size !== shown.current.size || ![...now].every(same)) void refreshComments()
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onText(() => {
      clearTimeout(timer)
      timer = setTimeout(() => lookAgain(), ASKS_AGAIN_AFTER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [onText])
}

/**
 * Where a comment's words are in this browser's text. The positions it comes with move with every edit; the offsets are
 * of the text as the server had it, so they serve only where there are no positions.
 */
function endsNow(state: EditorState, comment: Comment): Ends | undefined {
  const at = placeOf(comment)
  const { anchor, carried } = comment
  if (at === null) return undefined
  const positions = carried ?? (anchor?.on === 'draft' ? anchor : null)
  return (positions && carriedEnds(state, positions)) ?? endsOf(state, at)
}
