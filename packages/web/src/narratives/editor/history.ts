/* One's own acts, taken back and done again, also across moves of what they were done in. */
import { followMoves, takeBackMove } from '@foreword/document/moves/history'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { type Command, Plugin } from 'prosemirror-state'
import type * as Y from 'yjs'
import { beginAct, goBack } from './acts.ts'
import { putCaretIn } from './faq-order.ts'

const byHistory =
  (way: 'undo' | 'redo'): Command =>
  (state, dispatch, view) => {
    if (!dispatch || !view) return true
    const doc = ySyncPluginKey.getState(state)?.doc
    const acts = yUndoPluginKey.getState(state)?.undoManager
    beginAct(state)
    const moved = doc && acts ? takeBackMove(doc, acts, way, ySyncPluginKey) : null
    const done = moved === null ? goBack(view, way) : putCaretIn(view, moved)
    // what is done next is no part of the act before it
    beginAct(view.state)
    return done
  }

export const takeBack = byHistory('undo')
export const doAgain = byHistory('redo')

/** Lets what was done in an entry of the FAQ be taken back after it has moved. */
export function actsFollowMoves(doc: Y.Doc): Plugin {
  return new Plugin({ view: () => ({ destroy: followMoves(doc) }) })
}
