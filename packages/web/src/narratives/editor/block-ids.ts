import { blockNames } from '@foreword/document/schema'
import { PROPOSALS } from '@foreword/document/suggestions/stamp'
import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { newBlockId } from './block-id.ts'
import { isWrittenHere } from './from-elsewhere.ts'

/** Gives every block that is made or copied here an id of its own. */
export function blockIds(newId = newBlockId): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, state) {
      if (!isWrittenHere(transactions)) return null
      const positions = needingId(state.doc)
      if (positions.length === 0) return null
      const mended = state.tr
      const used = idsIn(state.doc)
      for (const position of positions) {
        const was = idBefore(transactions, before.doc, state.doc, position)
        const id = was !== undefined && !used.has(was) ? was : newId()
        used.add(id)
        mended.setNodeAttribute(position, 'id', id)
        // what is proposed of the block it is a copy of is not proposed of it
        for (const name of PROPOSALS)
          if (mended.doc.nodeAt(position)?.attrs[name]) mended.setNodeAttribute(position, name, null)
      }
      return mended
    },
  })
}

/** A paragraph that was made a heading is the same block to whoever spoke of it, though the command made a new one. */
function idBefore(
  transactions: readonly Transaction[],
  before: Node,
  now: Node,
  position: number,
): string | undefined {
  const node = now.nodeAt(position)
  if (!node?.isTextblock || node.attrs.id) return undefined
  const at = transactions.reduceRight((place, { mapping }) => mapping.invert().map(place), position)
  const old = before.nodeAt(at)
  return old?.isTextblock && typeof old.attrs.id === 'string' ? old.attrs.id : undefined
}

function idsIn(document: Node): Set<unknown> {
  const ids = new Set<unknown>()
  document.descendants((node) => {
    ids.add(node.attrs.id)
  })
  return ids
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
