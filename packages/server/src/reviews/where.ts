import type { DraftAnchor, DraftSelection } from '@foreword/core/reviews/anchor'
import { anchorAt, type LocateMethod, locate } from '@foreword/document/anchors'
import { type TextBlock, textBlocks } from '@foreword/document/blocks'
import type { DocumentJson } from '@foreword/document/json'
import { wordsOf } from '@foreword/document/words'
import { documentFromYDoc } from '@foreword/document/yjs'
import type * as Y from 'yjs'
import { newId } from '../db/ids.ts'
import { placeOf, positionOf } from './yjs-positions.ts'

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

/**
 * The passage as it will be kept: widened to whole characters, with what stands around it and its Yjs positions where
 * the sender had none. Words that left the draft while the comment was written are kept as they were sent.
 */
export function keepable({ doc, document, blocks }: Searched, sent: DraftSelection): DraftSelection {
  const { blockId, from, to, quote } = sent
  const text = blocks.find((block) => block.id === blockId)?.text
  const here = text?.slice(from, to) === quote ? anchorAt(document, blockId, from, to) : null
  if (!here) return sent
  return {
    blockId,
    from: here.from,
    to: here.to,
    quote: here.quote,
    before: here.prefix,
    after: here.suffix,
    start: sent.start ?? positionOf(doc, { blockId, offset: here.from }, 'after'),
    end: sent.end ?? positionOf(doc, { blockId, offset: here.to }, 'before'),
  }
}

export type Found = Pick<DraftAnchor, 'at' | 'state' | 'method' | 'confidence'>

const detached: Found = { at: null, state: 'detached', method: 'none', confidence: 0 }

const methods = {
  position: { method: 'block', confidence: 1 },
  yjs: { method: 'position', confidence: 1 },
  'quote-in-block': { method: 'block', confidence: 0.9 },
  quote: { method: 'quote', confidence: 0.7 },
} as const satisfies Record<LocateMethod, object>

/** Fewer words in common than this, and it is no longer the same passage. */
const LIKE_ENOUGH = 0.5

/**
 * Where a passage stands now (F2): where its first and last character went, if the words between them are still the
 * quote; else where the quote stands. Where only the place is left and its words were rewritten, that is said; nothing
 * is ever taken silently for other words.
 */
export function whereNow({ doc, document, blocks }: Searched, passage: DraftSelection): Found {
  const { blockId, from, to, quote, before: prefix, after: suffix } = passage
  const held = heldPlace(doc, passage)
  const words = held && blocks.find((block) => block.id === held.blockId)?.text.slice(held.from, held.to)
  if (held && words === quote)
    return { at: held, state: stateAt(passage, held), method: 'position', confidence: 1 }
  const located = locate({ block: blockId, from, to, quote, prefix, suffix }, document)
  if (located.state === 'attached') {
    const at = { blockId: located.block, from: located.from, to: located.to }
    return { at, state: stateAt(passage, at), ...methods[located.method] }
  }
  const confidence = words ? likeness(words, quote) : 0
  return held && confidence >= LIKE_ENOUGH
    ? { at: held, state: 'edited', method: 'position', confidence }
    : detached
}

function heldPlace(doc: Y.Doc, passage: DraftSelection): Found['at'] {
  const start = passage.start && placeOf(doc, passage.start)
  const end = passage.end && placeOf(doc, passage.end)
  if (!start || !end || start.blockId !== end.blockId || start.offset >= end.offset) return null
  return { blockId: start.blockId, from: start.offset, to: end.offset }
}

function stateAt(passage: DraftSelection, at: NonNullable<Found['at']>) {
  return passage.blockId === at.blockId && passage.from === at.from ? 'exact' : 'moved'
}

/** 0 to 1: how many of the words of both stand in the other. */
function likeness(a: string, b: string): number {
  const [ofA, ofB] = [new Set(wordsOf(a)), new Set(wordsOf(b))]
  const common = [...ofA].filter((word) => ofB.has(word)).length
  return ofA.size + ofB.size === 0 ? 0 : (2 * common) / (ofA.size + ofB.size)
}
