import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { FRAGMENT, type TextOrigin } from './yjs.ts'

/** A place in the text of a block, in UTF-16 units. */
export interface Place {
  blockId: string
  offset: number
}

/** A stretch of one block's text, in UTF-16 units. */
export interface Stretch {
  blockId: string
  from: number
  to: number
}

/** Where a relative position (base64) leads now; null when it leads nowhere any more, or never did. */
export function placeOf(doc: Y.Doc, base64: string): Place | null {
  let position: Y.AbsolutePosition | null
  try {
    position = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(base64)), doc)
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
      return toBase64(Y.encodeRelativePosition(position))
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

/** A stretch by its characters; `kept` counts those of them that are still there. */
export interface Held extends Stretch {
  kept: number
}

/** The part of a block's origin that a stretch of its text has. */
export function originOf(origin: TextOrigin, from: number, to: number): TextOrigin {
  const out: TextOrigin = []
  let offset = 0
  for (const [client, clock, length] of origin) {
    const start = Math.max(from, offset)
    const end = Math.min(to, offset + length)
    if (start < end) out.push([client, clock + start - offset, end - start])
    offset += length
  }
  return out
}

/**
 * Where characters stand in another state of the text: those of an edition in the draft, or the other way round. Of a
 * passage that was broken up it is the stretch in the block that holds most of it; null when nothing of it is left.
 * What was put between its characters since is part of it.
 */
export function stretchByOrigin(characters: TextOrigin, now: OriginIndex): Held | null {
  const found = new Map<string, Held>()
  for (const [client, clock, length] of characters) {
    for (let unit = clock; unit < clock + length; unit++) {
      const place = now.placeOf(client, unit)
      if (place === null) continue
      const { blockId, offset } = place
      const held = found.get(blockId)
      found.set(blockId, {
        blockId,
        from: Math.min(held?.from ?? offset, offset),
        to: Math.max(held?.to ?? 0, offset + 1),
        kept: (held?.kept ?? 0) + 1,
      })
    }
  }
  const [most] = [...found.values()].sort((a, b) => b.kept - a.kept)
  return most ?? null
}

export interface OriginIndex {
  placeOf(client: number, clock: number): Place | null
}

/** The origins of a text, to look characters up in. */
export function indexOfOrigins(origins: Record<string, TextOrigin>): OriginIndex {
  const runs = new Map<number, { clock: number; length: number; blockId: string; offset: number }[]>()
  for (const [blockId, ofBlock] of Object.entries(origins)) {
    let offset = 0
    for (const [client, clock, length] of ofBlock) {
      const ofClient = runs.get(client) ?? []
      ofClient.push({ clock, length, blockId, offset })
      runs.set(client, ofClient)
      offset += length
    }
  }
  for (const ofClient of runs.values()) ofClient.sort((a, b) => a.clock - b.clock)
  return {
    placeOf(client, clock) {
      const run = runs.get(client)?.findLast((each) => each.clock <= clock)
      if (!run || clock >= run.clock + run.length) return null
      return { blockId: run.blockId, offset: run.offset + clock - run.clock }
    },
  }
}
