/* What one can take back: one's own acts, each by itself. What makes an act of what was typed is in undo-groups. */
import { FRAGMENT } from '@foreword/document/yjs'
import {
  defaultDeleteFilter,
  defaultProtectedNodes,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  yUndoPluginKey,
} from '@tiptap/y-tiptap'
import { type EditorState, NodeSelection, type Selection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import { positionOf } from './position-of.ts'

/** Where one was, by the block: what is taken back may stand in a block that was made anew. */
type Caret = { node: string } | { anchor: Place; head: Place }
interface Place {
  block: string
  offset: number
  /** The words of the block that stood before it. */
  before: string
}

const CARET = 'caret'

/** One's own acts of a draft. It goes on with the last one until it is told that another begins. */
export class Acts extends Y.UndoManager {
  private caret: Caret | null = null

  constructor(doc: Y.Doc) {
    super(doc.getXmlFragment(FRAGMENT), {
      captureTimeout: Number.POSITIVE_INFINITY,
      trackedOrigins: new Set([ySyncPluginKey]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: ({ meta }) => meta.get('addToHistory') !== false,
    })
    this.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(CARET, this.caret))
  }

  /** The binding calls this whenever somebody else has written, which would part a word that one is writing. */
  override stopCapturing() {
    if (this.undoing || this.redoing) super.stopCapturing()
  }

  /** `selection`: before what is done next. */
  begin(selection: Selection) {
    this.caret = caretOf(selection)
    super.stopCapturing()
  }
}

/** What is written from now on is an act of its own, to be taken back by itself. */
export function beginAct(state: EditorState) {
  const acts: unknown = yUndoPluginKey.getState(state)?.undoManager
  if (acts instanceof Acts) acts.begin(state.selection)
}

/** Takes back the last of them or does it again, with the caret where it was before. */
export function goBack(view: EditorView, way: 'undo' | 'redo'): boolean {
  const acts: unknown = yUndoPluginKey.getState(view.state)?.undoManager
  if (!(acts instanceof Acts)) return false
  const done = acts[way]()
  if (done) caretBack(view, done.meta)
  return true
}

/**
 * The caret goes where it stood when the act began. The library sets it a moment too late: on what is drawn after the
 * next change.
 */
function caretBack(view: EditorView, meta: ReadonlyMap<unknown, unknown>) {
  const { binding, doc, type } = ySyncPluginKey.getState(view.state) ?? {}
  if (!binding) return
  binding.beforeTransactionSelection = null
  // set by us when the act was put on record
  const caret = meta.get(CARET) as Caret | null | undefined
  if (!caret) return
  const { tr } = view.state
  if ('node' in caret) {
    const at = positionOf(tr.doc, caret.node)
    if (at !== undefined) view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView())
    return
  }
  const kept: unknown = meta.get(binding)
  const placed = (end: 'anchor' | 'head') => {
    const { block, offset, before } = caret[end]
    const start = positionOf(tr.doc, block)
    const node = start === undefined ? null : tr.doc.nodeAt(start)
    if (start === undefined || node === null) return undefined
    const within = Math.min(offset, node.content.size)
    if (node.textBetween(0, within) === before) return start + 1 + within
    // others wrote before it in its block: the shared text knows where that place is now
    const at = isKept(kept) ? relativePositionToAbsolutePosition(doc, type, kept[end], binding.mapping) : null
    return at !== null && at > start && at <= start + 1 + node.content.size ? at : start + 1 + within
  }
  const [anchor, head] = [placed('anchor'), placed('head')]
  if (anchor === undefined || head === undefined) return
  const selection = TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head))
  view.dispatch(tr.setSelection(selection).scrollIntoView())
}

/** As the library keeps it beside an act. */
function isKept(kept: unknown): kept is Record<'anchor' | 'head', Y.RelativePosition> {
  return typeof kept === 'object' && kept !== null && 'anchor' in kept && 'head' in kept
}

function caretOf(selection: Selection): Caret | null {
  if (selection instanceof NodeSelection) return { node: String(selection.node.attrs.id) }
  const [anchor, head] = [selection.$anchor, selection.$head].map(({ parent, parentOffset }) => ({
    block: String(parent.attrs.id),
    offset: parentOffset,
    before: parent.textBetween(0, parentOffset),
  }))
  return anchor && head ? { anchor, head } : null
}
