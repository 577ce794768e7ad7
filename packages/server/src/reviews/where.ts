import type { DraftAnchor, DraftSelection } from '@foreword/core/reviews/anchor'
import { type TextBlock, textBlocks } from '@foreword/document/blocks'
import type { DocumentJson } from '@foreword/document/json'
import { documentFromYDoc } from '@foreword/document/yjs'
import * as Y from 'yjs'
import { newId } from '../db/ids.ts'

/** A draft to look for passages in. */
export interface Searched {
  doc: Y.Doc
  document: DocumentJson
  blocks: TextBlock[]
}

export function searched(doc: Y.Doc): Searched {
  const document = documentFromYDoc(doc, newId)
  return { doc, document, blocks: textBlocks(document) }
}

export type Found = Pick<DraftAnchor, 'at' | 'state' | 'method' | 'confidence'>

const detached: Found = { at: null, state: 'detached', method: 'none', confidence: 0 }

/**
 * Where a passage stands now (F2): by its Yjs positions when the words there are still the quote, then by the quote
 * in its block, then by the quote with what stood around it anywhere. Other words are never taken for it.
 */
export function whereNow({ doc, blocks }: Searched, passage: DraftSelection): Found {
  const { blockId, from, to, quote, before, after } = passage
  const own = blocks.find((block) => block.id === blockId)
  const start = passage.start && placeOf(doc, passage.start)
  const end = passage.end && placeOf(doc, passage.end)
  if (start && end && start.blockId === end.blockId && start.offset < end.offset) {
    const at = { blockId: start.blockId, from: start.offset, to: end.offset }
    const text = blocks.find((block) => block.id === at.blockId)?.text.slice(at.from, at.to)
    if (text === quote) return { at, state: stateOf(passage, at), method: 'position', confidence: 1 }
  }
  if (own?.text.slice(from, to) === quote)
    return { at: { blockId, from, to }, state: 'exact', method: 'block', confidence: 1 }
  const inBlock = own ? bestOf(own.text, quote, before, after) : null
  if (inBlock !== null) {
    const at = { blockId, from: inBlock, to: inBlock + quote.length }
    return { at, state: 'moved', method: 'block', confidence: 0.9 }
  }
  const elsewhere = blocks.filter((block) => block.text.includes(quote))
  const [only] = elsewhere
  const index = only && elsewhere.length === 1 ? bestOf(only.text, quote, before, after) : null
  if (!only || index === null) return detached
  const at = { blockId: only.id, from: index, to: index + quote.length }
  return { at, state: 'moved', method: 'quote', confidence: 0.7 }
}

function stateOf(passage: DraftSelection, at: NonNullable<Found['at']>) {
  return passage.blockId === at.blockId && passage.from === at.from && passage.to === at.to
    ? 'exact'
    : 'moved'
}

/** The one place where the quote stands; of several, the one whose surroundings say so without a tie. */
function bestOf(text: string, quote: string, before: string, after: string): number | null {
  const places: { index: number; likeness: number }[] = []
  for (let index = text.indexOf(quote); index !== -1; index = text.indexOf(quote, index + 1)) {
    const likeness =
      commonEnd(text.slice(0, index), before) + commonStart(text.slice(index + quote.length), after)
    places.push({ index, likeness })
  }
  places.sort((a, b) => b.likeness - a.likeness)
  const [best, second] = places
  if (!best || (second && second.likeness === best.likeness)) return null
  return best.index
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}

/** The block and the offset in its text that a relative position leads to; null when it leads nowhere any more. */
function placeOf(doc: Y.Doc, base64: string): { blockId: string; offset: number } | null {
  let position: Y.AbsolutePosition | null
  try {
    position = Y.createAbsolutePositionFromRelativePosition(
      Y.decodeRelativePosition(Buffer.from(base64, 'base64')),
      doc,
    )
  } catch {
    // bytes that a browser made up are no position
    return null
  }
  const text = position?.type
  if (!position || !(text instanceof Y.XmlText) || !(text.parent instanceof Y.XmlElement)) return null
  const blockId = text.parent.getAttribute('id')
  if (blockId === undefined) return null
  let offset = position.index
  for (const sibling of text.parent.toArray()) {
    if (sibling === text) break
    // a line break is one character, as in the text of a block
    offset += sibling instanceof Y.XmlText ? sibling.length : 1
  }
  return { blockId, offset }
}
