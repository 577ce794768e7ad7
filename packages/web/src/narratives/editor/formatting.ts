/* Everything that changes how words are set, as commands the keys, the bubble and the palette share. */
import { schema } from '@foreword/document/schema'
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables'
import { newBlockId } from './block-id.ts'

const { nodes, marks } = schema

export const toggleStrong = toggleMark(marks.strong)
export const toggleEm = toggleMark(marks.em)
export const toggleCode = toggleMark(marks.code)
export const toggleStrike = toggleMark(marks.strike)

export const table = { addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable, isInTable }

export function isMarked(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}

/** A heading of this level, or back to a paragraph. */
export function toggleHeading(level: number): Command {
  return (state, dispatch, view) => {
    const { parent } = state.selection.$from
    const is = parent.type === nodes.heading && parent.attrs.level === level
    return (is ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level }))(
      state,
      dispatch,
      view,
    )
  }
}

export function isIn(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true
  return false
}

export function toggleList(type: NodeType): Command {
  return (state, dispatch, view) =>
    isIn(state, type)
      ? liftListItem(nodes.listItem)(state, dispatch)
      : wrapInList(type)(state, dispatch, view)
}

export const toggleQuote: Command = (state, dispatch, view) =>
  isIn(state, nodes.blockquote)
    ? lift(state, dispatch, view)
    : wrapIn(nodes.blockquote)(state, dispatch, view)

export const toggleCodeBlock: Command = (state, dispatch, view) => {
  const isCode = state.selection.$from.parent.type === nodes.codeBlock
  return setBlockType(isCode ? nodes.paragraph : nodes.codeBlock)(state, dispatch, view)
}

/** A table of three columns below the block the caret is in; above an empty one, where one goes on after it. */
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection
  // straight into the part, an answer, a quote: wherever blocks may stand and no table stands around
  if (isInTable(state) || $from.depth < 2) return false
  const depth = $from.depth - 1
  const index = $from.indexAfter(depth)
  if (!$from.node(depth).canReplaceWith(index, index, nodes.table)) return false
  const at = $from.parent.content.size === 0 ? $from.before() : $from.after()
  const tr = state.tr.insert(at, emptyTable(3, 3))
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView())
  return true
}

function emptyTable(rows: number, columns: number) {
  return nodes.table.create(
    { id: newBlockId() },
    Array.from({ length: rows }, (_, row) =>
      nodes.tableRow.create(
        { id: newBlockId() },
        Array.from({ length: columns }, () =>
          (row === 0 ? nodes.tableHeader : nodes.tableCell).create({ id: newBlockId() }, [
            nodes.paragraph.create({ id: newBlockId() }),
          ]),
        ),
      ),
    ),
  )
}

/** Puts a link on the selected words, or takes it off with null. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const range = linkRange(state)
    if (!range) return false
    const tr = state.tr.removeMark(range.from, range.to, marks.link)
    if (href !== null) tr.addMark(range.from, range.to, marks.link.create({ href }))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** The selection, or the whole link around the caret. */
export function linkRange(state: EditorState): { from: number; to: number; href: string | null } | undefined {
  const { from, to, empty, $from } = state.selection
  const at = empty ? $from.marks().find(isLink) : undefined
  if (empty && at === undefined) return undefined
  if (at === undefined) {
    let href: string | null = null
    state.doc.nodesBetween(from, to, (node) => {
      href ??= node.marks.find(isLink)?.attrs.href ?? null
    })
    return { from, to, href }
  }
  const start = $from.start()
  let range = { from, to }
  $from.parent.forEach((node, offset) => {
    const begins = start + offset
    if (node.marks.some((mark) => mark.eq(at)) && begins <= from && from <= begins + node.nodeSize)
      range = { from: begins, to: begins + node.nodeSize }
  })
  return { ...range, href: String(at.attrs.href) }
}

const isLink = (mark: { type: MarkType }) => mark.type === marks.link
