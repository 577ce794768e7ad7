import { schema } from '@foreword/document/schema'
import { NodeSelection, Plugin, TextSelection } from 'prosemirror-state'

/** With a picture at hand, what is typed goes below it and never in its place. Backspace and Delete take it out. */
export function typingBesideFigures(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        const { selection, tr } = view.state
        if (!view.editable || !(selection instanceof NodeSelection) || !selection.node.isBlock) return false
        const { $to, to } = selection
        const next = $to.nodeAfter
        if (next?.type !== schema.nodes.paragraph || next.content.size > 0) {
          const index = $to.indexAfter()
          // where no paragraph may stand it is better that nothing happens
          if (!$to.parent.canReplaceWith(index, index, schema.nodes.paragraph)) return true
          tr.insert(to, schema.nodes.paragraph.create())
        }
        const at = to + 1
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView())
        const typed = () => view.state.tr.insertText(text, at).scrollIntoView()
        if (!view.someProp('handleTextInput', (handle) => handle(view, at, at, text, typed)))
          view.dispatch(typed())
        return true
      },
    },
  })
}
