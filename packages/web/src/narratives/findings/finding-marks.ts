import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { isFromElsewhere } from '../editor/from-elsewhere.ts'
import { positionsOf } from '../sheet/outline.ts'

/** The words that findings are about, underlined on the sheet. */
export interface FindingMark {
  id: string
  blockId: string
  from: number
  to: number
  atHand: boolean
}

interface MarksState {
  marks: readonly FindingMark[]
  decorations: DecorationSet
}

const key = new PluginKey<MarksState>('finding-marks')

export function findingMarks(): Plugin {
  return new Plugin<MarksState>({
    key,
    state: {
      init: () => ({ marks: [], decorations: DecorationSet.empty }),
      apply(tr, before, _old, { doc }) {
        const told: readonly FindingMark[] | undefined = tr.getMeta(key)
        if (told === undefined && !tr.docChanged) return before
        const marks = told ?? before.marks
        // other people's edits replace the whole document; the next findings put right what moved meanwhile
        if (told === undefined && !isFromElsewhere(tr))
          return { marks, decorations: before.decorations.map(tr.mapping, tr.doc) }
        const decorations = marks.flatMap(({ atHand, ...place }) => {
          const range = positionsOf(doc, place)
          if (!range || range.from >= range.to) return []
          return [Decoration.inline(range.from, range.to, { class: atHand ? 'found at-hand' : 'found' })]
        })
        return { marks, decorations: DecorationSet.create(doc, decorations) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })
}

export function showFindings(view: EditorView, marks: readonly FindingMark[]) {
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
}
