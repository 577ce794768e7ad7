import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { isFromElsewhere } from '../narratives/editor/from-elsewhere.ts'
import { type Ends, rangeOf } from './passage.ts'

/** The words comments are about, washed on the sheet. */
export interface CommentMarks {
  passages: readonly { id: string; ends: Ends }[]
  atHand: string | null
}

interface MarksState {
  marks: CommentMarks
  decorations: DecorationSet
}

const key = new PluginKey<MarksState>('comment-marks')

/** `onPick` is told which comment's words were pressed. */
export function commentMarks(onPick: (id: string) => void): Plugin {
  return new Plugin<MarksState>({
    key,
    state: {
      init: () => ({ marks: { passages: [], atHand: null }, decorations: DecorationSet.empty }),
      apply(tr, before, _old, state) {
        const told: CommentMarks | undefined = tr.getMeta(key)
        if (told === undefined && !tr.docChanged) return before
        const marks = told ?? before.marks
        // what is written here reaches the shared text only after this, so its places are still the old ones
        if (told === undefined && !isFromElsewhere(tr))
          return { marks, decorations: before.decorations.map(tr.mapping, tr.doc) }
        // other people's edits replace the whole document, so marks are found anew by their places in the text
        const decorations = marks.passages.flatMap(({ id, ends }) => {
          const range = rangeOf(state, ends)
          if (range === undefined) return []
          const className = id === marks.atHand ? 'commented at-hand' : 'commented'
          return [Decoration.inline(range.from, range.to, { class: className, 'data-comment': id })]
        })
        return { marks, decorations: DecorationSet.create(state.doc, decorations) }
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleClick(_view, _position, event) {
        const words =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-comment]') : null
        if (words?.dataset.comment) onPick(words.dataset.comment)
        return false
      },
    },
  })
}

export function showMarks(view: EditorView, marks: CommentMarks) {
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
}
