/* What Enter, Backspace and Delete do around the borders of parts. Parts are the template's: nobody takes one out by
   pressing Backspace once too often. */
import { schema } from '@foreword/document/schema'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { newBlockId } from './block-id.ts'
import { isOneLine, type PlacedPart, partAt, partName, partsOf, spansParts } from './parts.ts'

/** Says that a part was taken out on purpose. */
export const PART_REMOVED = 'part-removed'

/** Enter in a headline goes on to the next part; a part of several paragraphs has Enter to itself. */
export const enterLeavesOneLine: Command = (state, dispatch) => {
  const part = partAt(state.selection.$from)
  if (!part || !state.selection.empty || !isOneLine(part.node)) return false
  return toNextPart(state, dispatch)
}

/** Mod-Enter: to the first words of the next part. */
export const toNextPart: Command = (state, dispatch) => toPart(state, dispatch, 1)
export const toPreviousPart: Command = (state, dispatch) => toPart(state, dispatch, -1)

function toPart(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  step: 1 | -1,
): boolean {
  const here = partAt(state.selection.$from)
  const next = here && partsOf(state.doc)[here.index + step]
  if (!next) return false
  const selection = Selection.findFrom(state.doc.resolve(firstPlaceIn(next)), 1, true)
  if (!selection) return false
  dispatch?.(state.tr.setSelection(selection).scrollIntoView())
  return true
}

/** Where one begins to write in a part: below its standing title. */
function firstPlaceIn({ node, start }: PlacedPart): number {
  const title = node.firstChild
  const hasTitle = title?.type.name === 'heading' && node.childCount > 1 && title.textContent !== ''
  return hasTitle && title ? start + title.nodeSize : start
}

/** At the first place of a part Backspace goes no further. An empty paragraph there goes; so does an empty part of no template. */
export const backspaceStaysInPart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const part = partAt($from)
  if (!part || !empty || $from.parentOffset > 0 || $from.depth !== 2 || $from.index(1) > 0) return false
  if (!$from.parent.isTextblock) return false
  if ($from.parent.content.size === 0 && part.node.childCount > 1) {
    const next = part.node.child(1)
    if (next.type.name !== 'faqEntry' || $from.parent.type.name === 'paragraph') {
      const after = $from.after()
      dispatch?.(state.tr.delete($from.before(), after).scrollIntoView())
    }
    return true
  }
  if (partName(part.node) === 'other' && part.node.textContent === '' && state.doc.childCount > 1) {
    const removed = state.tr
      .delete(part.position, part.position + part.node.nodeSize)
      .setMeta(PART_REMOVED, true)
    dispatch?.(removed.setSelection(Selection.near(removed.doc.resolve(part.position), -1)).scrollIntoView())
  }
  return true
}

/** At the last place of a part Delete goes no further. */
export const deleteStaysInPart: Command = (state) => {
  const { $from, empty } = state.selection
  const part = partAt($from)
  return part !== undefined && empty && $from.parent.isTextblock && isLastPlace($from.pos, part, state.doc)
}

function isLastPlace(position: number, part: PlacedPart, document: Node): boolean {
  const last = Selection.atEnd(part.node)
  return document.nodeAt(part.position) === part.node && position === part.start + last.from
}

/** Deletes what is selected; of a selection over several parts each part stays, emptied as far as it was selected. */
export const deleteKeepingParts: Command = (state, dispatch) => {
  if (state.selection.empty || !spansParts(state)) return false
  dispatch?.(emptiedSelection(state).scrollIntoView())
  return true
}

/** The transaction of `deleteKeepingParts`, with the caret where the selection began. */
export function emptiedSelection(state: EditorState): Transaction {
  const { from, to } = state.selection
  const { tr } = state
  for (const part of partsOf(state.doc).reverse()) {
    const start = Math.max(from, part.start)
    const end = Math.min(to, part.end)
    if (start >= end) continue
    const firstPlace = part.start + Selection.atStart(part.node).from
    const lastPlace = part.start + Selection.atEnd(part.node).to
    if (start <= firstPlace && end >= lastPlace)
      tr.replaceWith(part.start, part.end, emptyBlockFor(part.node))
    else tr.deleteRange(start, end)
  }
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), 1))
}

function emptyBlockFor(part: Node): Node {
  const first = part.firstChild
  if (first?.type.name === 'heading' && partName(part) === 'headline')
    return schema.node('heading', { id: first.attrs.id, level: first.attrs.level })
  if (partName(part).endsWith('-faq') || first?.type.name === 'faqEntry') return emptyEntry()
  return schema.node('paragraph', { id: first?.isTextblock ? first.attrs.id : newBlockId() })
}

export function emptyEntry(): Node {
  return schema.node('faqEntry', { id: newBlockId() }, [
    schema.node('faqQuestion', { id: newBlockId() }),
    schema.node('paragraph', { id: newBlockId() }),
  ])
}
