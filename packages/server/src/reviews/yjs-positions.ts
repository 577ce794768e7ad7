import { FRAGMENT } from '@foreword/document/yjs'
import * as Y from 'yjs'

/** A place in the text of a block, in UTF-16 units. */
export interface Place {
  blockId: string
  offset: number
}

/** Where a relative position (base64) leads now; null when it leads nowhere any more, or never did. */
export function placeOf(doc: Y.Doc, base64: string): Place | null {
  let position: Y.AbsolutePosition | null
  try {
    const relative = Y.decodeRelativePosition(Buffer.from(base64, 'base64'))
    position = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  } catch {
    // bytes that a stranger made up are no position, and the library says so only by throwing
    return null
  }
  const text = position?.type
  if (!position || !(text instanceof Y.XmlText) || !(text.parent instanceof Y.XmlElement)) return null
  const block = text.parent
  const blockId = block.getAttribute('id')
  if (blockId === undefined) return null
  let offset = position.index
  for (const sibling of block.toArray()) {
    if (sibling === text) break
    offset += lengthOf(sibling)
  }
  return { blockId, offset }
}

/** A position that stays with the character `after` or `before` the place; null when it is not inside text. */
export function positionOf(
  doc: Y.Doc,
  { blockId, offset }: Place,
  beside: 'after' | 'before',
): string | null {
  const block = blockIn(doc.getXmlFragment(FRAGMENT), blockId)
  let left = offset
  for (const child of block?.toArray() ?? []) {
    const length = lengthOf(child)
    const holds = beside === 'after' ? left < length : left <= length
    if (child instanceof Y.XmlText && holds) {
      const position = Y.createRelativePositionFromTypeIndex(child, left, beside === 'after' ? 0 : -1)
      return Buffer.from(Y.encodeRelativePosition(position)).toString('base64')
    }
    left -= length
    if (left < 0) return null
  }
  return null
}

// a line break is an element and counts as one character, as in the text of a block
const lengthOf = (node: unknown) => (node instanceof Y.XmlText ? node.length : 1)

function blockIn(parent: Y.XmlFragment, id: string): Y.XmlElement | null {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    const found = child.getAttribute('id') === id ? child : blockIn(child, id)
    if (found) return found
  }
  return null
}
