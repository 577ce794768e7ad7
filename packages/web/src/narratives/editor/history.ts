/* One's own acts, taken back and done again, also across moves of what they were done in. */
import { followMoves, takeBackMove } from '@foreword/document/moves/history'
import { redo, undo, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { type Command, type EditorState, Plugin } from 'prosemirror-state'
import type * as Y from 'yjs'
import { putCaretIn } from './faq-order.ts'
import { beginAct } from './undo-groups.ts'

const byHistory =
  (way: 'undo' | 'redo', other: (state: EditorState) => boolean): Command =>
  (state, dispatch, view) => {
    if (!dispatch || !view) return true
    const doc = ySyncPluginKey.getState(state)?.doc
    const acts = yUndoPluginKey.getState(state)?.undoManager
    const moved = doc && acts ? takeBackMove(doc, acts, way, ySyncPluginKey) : null
    const done = moved === null ? other(state) : putCaretIn(view, moved)
    // the manager goes on collecting into the act before, though that was just taken back
    beginAct(view.state)
    return done
  }

export const takeBack = byHistory('undo', undo)
export const doAgain = byHistory('redo', redo)

/** Lets what was done in an entry of the FAQ be taken back after it has moved. */
export function actsFollowMoves(doc: Y.Doc): Plugin {
  return new Plugin({ view: () => ({ destroy: followMoves(doc) }) })
}
