import { blockNames } from '@foreword/document/schema'
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { newBlockId } from './block-id.ts'
import { isWrittenHere } from './from-elsewhere.ts'

/** Gives every block that is made or copied here an id of its own. */
export function blockIds(newId = newBlockId): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      if (!isWrittenHere(transactions)) return null
      const positions = needingId(state.doc)
      if (positions.length === 0) return null
      const mended = state.tr
      for (const position of positions) mended.setNodeAttribute(position, 'id', newId())
      return mended
    },
  })
}

const carriesId = new Set<string>(blockNames)

/**
 * Where an id is missing, or stands twice. Of two with one id the first with words keeps it: Enter at the start of a
 * paragraph leaves an empty one above, and comments belong to the words.
 */
export function needingId(document: Node): number[] {
  const holders = new Map<string, { position: number; node: Node }>()
  const positions: number[] = []
  document.descendants((node, position) => {
    if (!carriesId.has(node.type.name)) return
    const id: unknown = node.attrs.id
    if (typeof id !== 'string' || id === '') {
      positions.push(position)
      return
    }
    const holder = holders.get(id)
    if (holder === undefined || (hasNoWords(holder.node) && !hasNoWords(node))) {
      if (holder) positions.push(holder.position)
      holders.set(id, { position, node })
    } else positions.push(position)
  })
  return positions
}

const hasNoWords = (node: Node) => node.textContent === ''
