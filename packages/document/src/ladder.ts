import type { DraftAnchor } from '@foreword/core/reviews/anchor'
import type * as Y from 'yjs'
import { anchorAt, isSameBeside, type LocateMethod, locate } from './anchors.ts'
import { type TextBlock, textBlocks } from './blocks.ts'
import { runsBetween } from './diff.ts'
import type { DocumentJson, NewId } from './json.ts'
import { documentFromYDoc, type TextOrigin, textOrigins } from './yjs.ts'
import {
  type Held,
  indexOfOrigins,
  type OriginIndex,
  originOf,
  type Stretch,
  stretchByOrigin,
} from './yjs-positions.ts'

/** A state of the text to look for passages in: a draft, or an edition. */
export interface Searched {
  document: DocumentJson
  blocks: TextBlock[]
  /** Block id → where its characters came from. */
  origins: Record<string, TextOrigin>
  index: OriginIndex
}

export function searched(doc: Y.Doc, newId: NewId): Searched {
  return searchedFrom(documentFromYDoc(doc, newId), textOrigins(doc))
}

export function searchedFrom(document: DocumentJson, origins: Record<string, TextOrigin>): Searched {
  return { document, blocks: textBlocks(document), origins, index: indexOfOrigins(origins) }
}

/** A passage as it is kept: where it stood, what it said, what stood beside it, and which characters it was. */
export interface Passage extends Stretch {
  quote: string
  before: string
  after: string
  characters: TextOrigin
}

/** A passage of a text that is at hand; null when the quote is not there. Widened to whole characters. */
export function passageIn({ document, origins }: Searched, { blockId, from, to }: Stretch): Passage | null {
  const anchor = anchorAt(document, blockId, from, to)
  if (anchor === null) return null
  const { quote, prefix: before, suffix: after } = anchor
  const characters = originOf(origins[blockId] ?? [], anchor.from, anchor.to)
  return { blockId, from: anchor.from, to: anchor.to, quote, before, after, characters }
}

export type Found = Pick<DraftAnchor, 'at' | 'state' | 'method' | 'confidence'>

const detached: Found = { at: null, state: 'detached', method: 'none', confidence: 0 }

const methods = {
  position: { method: 'block', confidence: 1 },
  yjs: { method: 'position', confidence: 1 },
  'quote-in-block': { method: 'block', confidence: 0.9 },
  quote: { method: 'quote', confidence: 0.7 },
} as const satisfies Record<LocateMethod, object>

/** Of the longer of both, then and now, so much must be the same characters for it to be the same passage, rewritten. */
const ENOUGH_KEPT = 0.6
/** Fewer than these, and a writer's next words may have taken some over by chance. */
const FEWEST_KEPT = 10

/**
 * F2, where a passage stands in another state of its document: where its own characters went, if they still say the
 * quote; else where the quote stands with what stood beside it. Where only the place is left and its words were
 * rewritten, that is said; nothing is ever taken silently for other words. `was` is the text of its block then, if it
 * is still known.
 *
 * | its words | found |
 * |---|---|
 * | stand where they stood | `exact` |
 * | stand elsewhere: moved, cut and pasted, restored | `moved` |
 * | half of them are left, and little else stands between | `edited` |
 * | stand nowhere, or in several places that cannot be told apart | `detached` |
 */
export function find(now: Searched, passage: Passage, was: string | null = null): Found {
  const { blockId, from, to, quote, before: prefix, after: suffix, characters } = passage
  const anchor = { block: blockId, from, to, quote, prefix, suffix }
  const held = stretchByOrigin(characters, now.index)
  const text = held && textOf(now, held.blockId)
  if (text?.slice(held?.from, held?.to) === quote && held && isSameBeside(text, held.from, anchor))
    return { at: placeOf(held), state: stateAt(passage, held), method: 'position', confidence: 1 }
  const located = locate(anchor, now.document)
  if (located.state === 'attached') {
    const at = { blockId: located.block, from: located.from, to: located.to }
    return { at, state: stateAt(passage, at), ...methods[located.method] }
  }
  const own = textOf(now, blockId)
  const changed = was === null || own === undefined ? null : throughChanges(passage, was, own)
  for (const at of [held, changed]) {
    if (at === null || at.kept < FEWEST_KEPT) continue
    const confidence = at.kept / Math.max(quote.length, at.to - at.from)
    if (confidence >= ENOUGH_KEPT) return { at: placeOf(at), state: 'edited', method: 'position', confidence }
  }
  return detached
}

const textOf = ({ blocks }: Searched, blockId: string) => blocks.find(({ id }) => id === blockId)?.text

const placeOf = ({ blockId, from, to }: Stretch) => ({ blockId, from, to })

/** The stretch of a block's new text that stands where one of its old text did; null when nothing of it was kept. */
function throughChanges({ blockId, from, to }: Stretch, was: string, now: string): Held | null {
  let [inOld, inNow] = [0, 0]
  const kept: Stretch[] = []
  for (const { kind, text } of runsBetween(was, now)) {
    const first = Math.max(from, inOld) - inOld + inNow
    const last = Math.min(to, inOld + text.length) - inOld + inNow
    if (kind === 'kept' && first < last) kept.push({ blockId, from: first, to: last })
    if (kind !== 'added') inOld += text.length
    if (kind !== 'removed') inNow += text.length
  }
  const [first, last] = [kept.at(0), kept.at(-1)]
  if (!first || !last) return null
  const length = kept.reduce((sum, each) => sum + each.to - each.from, 0)
  return { blockId, from: first.from, to: last.to, kept: length }
}

function stateAt(passage: Stretch, at: Stretch) {
  return passage.blockId === at.blockId && passage.from === at.from ? 'exact' : 'moved'
}
