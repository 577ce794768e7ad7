import { schema } from '@foreword/document/schema'
import type { ResolvedPos } from 'prosemirror-model'
import { type Command, Selection, TextSelection } from 'prosemirror-state'
import { newBlockId } from './block-id.ts'
import { emptyEntry } from './part-keys.ts'
import { partAt, partName } from './parts.ts'

/** How deep the FAQ entry around a position is; undefined outside one. */
function entryDepth($position: ResolvedPos): number | undefined {
  for (let depth = $position.depth; depth > 0; depth--)
    if ($position.node(depth).type.name === 'faqEntry') return depth
  return undefined
}

/** Enter in a question goes to its answer. */
export const enterGoesToAnswer: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'faqQuestion') return false
  const entry = entryDepth($from)
  if (entry === undefined) return false
  const after = $from.after()
  const { tr } = state
  if ($from.indexAfter(entry) >= $from.node(entry).childCount)
    tr.insert(after, schema.node('paragraph', { id: newBlockId() }))
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(after), 1)).scrollIntoView())
  return true
}

/** Enter in the empty last paragraph of an answer begins the next question, as it ends a list. */
export const enterBeginsNextQuestion: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const entry = entryDepth($from)
  if (!empty || entry === undefined || $from.depth !== entry + 1) return false
  const answer = $from.parent
  const isLast = $from.index(entry) === $from.node(entry).childCount - 1
  if (answer.type.name !== 'paragraph' || answer.content.size > 0 || !isLast) return false
  const question = $from.node(entry).firstChild
  if (question === null || question.content.size === 0) return false
  // the paragraph that was empty only to be left goes; an answer still to be written keeps its place
  const hasMore = $from.node(entry).childCount > 2
  if (!hasMore) return addQuestion(state, dispatch, view)
  const { tr } = state
  tr.delete($from.before(), $from.after())
  const after = tr.mapping.map($from.after(entry))
  tr.insert(after, emptyEntry())
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 2))).scrollIntoView())
  return true
}

/** A new question after the one the caret is in, or at the end of the FAQ it is in. */
export const addQuestion: Command = (state, dispatch) => {
  const { $from } = state.selection
  const part = partAt($from)
  const entry = entryDepth($from)
  if (!part || (entry === undefined && !partName(part.node).endsWith('-faq'))) return false
  const at = entry === undefined ? part.end : $from.after(entry)
  const tr = state.tr.insert(at, emptyEntry())
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2))).scrollIntoView())
  return true
}

/**
 * Backspace at the start of a question. One that is empty with its answer goes, unless it is all there is; any other
 * stays whole: two entries are never run together by a slip.
 */
export const backspaceInQuestion: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'faqQuestion' || $from.parentOffset > 0) return false
  const entry = entryDepth($from)
  const part = partAt($from)
  if (entry === undefined || !part) return false
  if ($from.node(entry).textContent === '' && part.node.childCount > 1) {
    const before = $from.before(entry)
    const tr = state.tr.delete(before, $from.after(entry))
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(before), -1)).scrollIntoView())
  }
  return true
}

/** Backspace at the start of an answer goes up into the question and takes nothing with it. */
export const backspaceInAnswer: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const entry = entryDepth($from)
  if (!empty || entry === undefined || $from.depth !== entry + 1 || $from.parentOffset > 0) return false
  if ($from.index(entry) !== 1 || $from.parent.type.name === 'faqQuestion') return false
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve($from.before()), -1)).scrollIntoView())
  return true
}
