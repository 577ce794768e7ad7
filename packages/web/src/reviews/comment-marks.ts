import { Plugin, PluginKey, TextSelection } from 'prosemirror-state'
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

/** `onPick` is told which comment's words were pressed, `onText` that words changed, here or elsewhere. */
export function commentMarks(onPick: (id: string) => void, onText: (view: EditorView) => void): Plugin {
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
          const attributes = { class: className, 'data-comment': id }
          return [Decoration.inline(range.from, range.to, attributes, { comment: id })]
        })
        return { marks, decorations: DecorationSet.create(state.doc, decorations) }
      },
    },
    view: () => ({
      update(view, before) {
        if (view.state.doc !== before.doc) onText(view)
      },
    }),
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleClick(view, position, event) {
        const words =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-comment]') : null
        if (!words?.dataset.comment) return false
        // marking anew draws these words again, which would put the caret back to where it was before the press
        if (!event.shiftKey) {
          const caret = TextSelection.near(view.state.doc.resolve(position))
          view.dispatch(view.state.tr.setSelection(caret))
        }
        onPick(words.dataset.comment)
        return false
      },
    },
  })
}

/** The words that are marked now for each comment; one whose words are gone is not there. */
export function markedWords({ state }: EditorView): Map<string, string> {
  const words = new Map<string, string>()
  for (const { from, to, spec } of key.getState(state)?.decorations.find() ?? []) {
    const id = String(spec.comment)
    words.set(id, (words.get(id) ?? '') + state.doc.textBetween(from, to, ' '))
  }
  return words
}

export function showMarks(view: EditorView, marks: CommentMarks) {
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
}
