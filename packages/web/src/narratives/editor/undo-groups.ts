import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { isFromElsewhere } from './from-elsewhere.ts'

/** What is written from now on is an act of its own, to be taken back by itself. */
export function beginAct(state: EditorState) {
  yUndoPluginKey.getState(state)?.undoManager.stopCapturing()
}

const key = new PluginKey<string | null>('undo-groups')

/**
 * Words typed without a pause are one act. Whoever goes on in another block begins another, however quickly: taking
 * back the second must not reach into the first. It stands before the plugin that hands changes to the shared text.
 */
export function undoGroups(): Plugin {
  return new Plugin<string | null>({
    key,
    state: {
      init: () => null,
      apply(tr, block, _before, state) {
        return tr.docChanged && !isFromElsewhere(tr) ? blockOfChange(tr, state) : block
      },
    },
    view: () => ({
      update({ state }, before) {
        if (key.getState(state) !== key.getState(before)) beginAct(state)
      },
    }),
  })
}

/** The id of the block that the first of the changes is in. */
function blockOfChange(tr: Transaction, { doc }: EditorState): string | null {
  let first = doc.content.size
  tr.mapping.maps.forEach((map, index) => {
    const later = tr.mapping.slice(index + 1)
    map.forEach((_from, _to, start) => {
      first = Math.min(first, later.map(start, -1))
    })
  })
  const $first = doc.resolve(Math.max(0, first))
  return $first.depth === 0 ? null : String($first.parent.attrs.id)
}
