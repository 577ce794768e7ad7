/* Footnotes as they are written: a number in the line, its words beneath it while the caret is in them. */
import { schema } from '@foreword/document/schema'
import { chainCommands } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { type Command, NodeSelection, Plugin, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView, type NodeView } from 'prosemirror-view'
import { insertFootnote } from './insert-figures.ts'

const { nodes } = schema

/** The footnote around the caret, or the one that is selected. */
function noteAt(state: Parameters<Command>[0]): { node: Node; from: number } | null {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.type === nodes.footnote)
    return { node: selection.node, from: selection.from }
  const { $from } = selection
  return $from.parent.type === nodes.footnote ? { node: $from.parent, from: $from.before() } : null
}

const leaveNote: Command = (state, dispatch) => {
  const note = noteAt(state)
  if (note === null) return false
  const after = TextSelection.create(state.doc, note.from + note.node.nodeSize)
  dispatch?.(state.tr.setSelection(after).scrollIntoView())
  return true
}

/** Enter on its number opens it; inside, it ends it: a footnote is one line of text. */
const enterNote: Command = (state, dispatch, view) => {
  const note = noteAt(state)
  if (note === null || !(state.selection instanceof NodeSelection)) return leaveNote(state, dispatch, view)
  const end = note.from + note.node.nodeSize - 1
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, end)))
  return true
}

/** Backspace in one without words takes it out. */
const removeEmptyNote: Command = (state, dispatch) => {
  const note = noteAt(state)
  if (note === null || note.node.content.size > 0) return false
  dispatch?.(state.tr.delete(note.from, note.from + note.node.nodeSize).scrollIntoView())
  return true
}

/** Nothing before the first word of a footnote belongs to it. */
const stayInNote: Command = (state) => {
  const { $from, empty } = state.selection
  return $from.parent.type === nodes.footnote && empty && $from.parentOffset === 0
}

export const footnoteKeys = () =>
  keymap({
    'Mod-Alt-f': insertFootnote,
    Escape: leaveNote,
    Enter: enterNote,
    'Shift-Enter': leaveNote,
    Backspace: chainCommands(removeEmptyNote, stayInNote),
    Delete: removeEmptyNote,
  })

/** Marks the footnote that the caret is in, which is the one that is open. */
export const openFootnote = () =>
  new Plugin({
    props: {
      decorations(state) {
        const note = noteAt(state)
        if (note === null) return null
        const { from, node } = note
        return DecorationSet.create(state.doc, [
          Decoration.node(from, from + node.nodeSize, { class: 'is-open' }),
        ])
      },
    },
  })

/** The number comes from a counter of the style sheet: it is right at once, whoever puts one before it. */
export function footnoteView(node: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  const dom = document.createElement('span')
  dom.className = 'footnote'
  dom.dataset.footnote = ''
  const words = document.createElement('span')
  words.className = 'footnote-words'
  const reference = document.createElement('span')
  reference.className = 'footnote-number'
  reference.contentEditable = 'false'
  // a mark in the text; `doc-noteref` is for links alone
  reference.setAttribute('role', 'img')
  reference.setAttribute('aria-label', 'Footnote')
  reference.addEventListener('mousedown', (event) => {
    const at = getPos()
    const here = at === undefined ? null : view.state.doc.nodeAt(at)
    if (at === undefined || here === null) return
    event.preventDefault()
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at + here.nodeSize - 1)))
    view.focus()
  })
  dom.append(reference, words)
  const show = (shown: Node) => {
    dom.dataset.block = String(shown.attrs.id ?? '')
    words.dataset.empty = shown.content.size === 0 ? 'What the footnote says' : ''
  }
  show(node)
  return {
    dom,
    contentDOM: words,
    update(next) {
      if (next.type !== nodes.footnote) return false
      show(next)
      return true
    },
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !words.contains(mutation.target),
  }
}
