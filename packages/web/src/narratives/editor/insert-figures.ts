/* What can be put into a draft besides words, as commands the keys, the palette and a menu share. */
import { schema } from '@foreword/document/schema'
import type { NodeType, ResolvedPos } from 'prosemirror-model'
import { type Command, NodeSelection, TextSelection } from 'prosemirror-state'
import { newBlockId } from './block-id.ts'

const { nodes } = schema

/** A footnote where the caret is, and the caret in it. Not in code, nor in another footnote. */
export const insertFootnote: Command = (state, dispatch) => {
  const { $to } = state.selection
  if (!$to.parent.canReplaceWith($to.index(), $to.index(), nodes.footnote)) return false
  if ($to.parent.type === nodes.footnote) return false
  const tr = state.tr.insert($to.pos, nodes.footnote.create({ id: newBlockId() }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView())
  return true
}

const FIRST_DIAGRAM = 'flowchart LR\n  A[Today] --> B[Tomorrow]'

/** A diagram below the block the caret is in, with something to change. */
export const insertDiagram: Command = (state, dispatch) => {
  const at = placeForBlock(state.selection.$from, nodes.diagram)
  if (at === null) return false
  const made = nodes.diagram.create({ id: newBlockId() }, schema.text(FIRST_DIAGRAM))
  const tr = state.tr.insert(at, made)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1 + FIRST_DIAGRAM.length)).scrollIntoView())
  return true
}

/** A sketch that was drawn, below the block the caret is in. */
export function insertSketch(drawn: { scene: string; drawing: string }): Command {
  return (state, dispatch) => {
    const at = placeForBlock(state.selection.$from, nodes.sketch)
    if (at === null) return false
    const tr = state.tr.insert(at, nodes.sketch.create({ id: newBlockId(), ...drawn }))
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView())
    return true
  }
}

/** A line across, below the block the caret is in or above it if that is empty; one goes on writing where one was. */
export const insertDivider: Command = (state, dispatch) => {
  const at = placeForBlock(state.selection.$from, nodes.horizontalRule)
  if (at === null) return false
  dispatch?.(state.tr.insert(at, nodes.horizontalRule.create({ id: newBlockId() })).scrollIntoView())
  return true
}

/** Where a block of this kind may stand, nearest below a place; above it, if that is an empty line. */
export function placeForBlock($at: ResolvedPos, type: NodeType): number | null {
  // between two blocks, where a selected picture ends
  if (!$at.parent.inlineContent && $at.parent.canReplaceWith($at.index(), $at.index(), type)) return $at.pos
  for (let depth = $at.depth; depth > 0; depth--) {
    const around = $at.node(depth - 1)
    const index = $at.indexAfter(depth - 1)
    if (!around.canReplaceWith(index, index, type)) continue
    const own = $at.node(depth)
    const isEmpty = own.type === nodes.paragraph && own.content.size === 0
    return isEmpty && around.canReplaceWith(index - 1, index - 1, type) ? $at.before(depth) : $at.after(depth)
  }
  return null
}
