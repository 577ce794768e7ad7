import { type TextBlock, textBlocks } from './blocks.ts'
import type { DocumentJson } from './json.ts'

/** How much of the text around a passage is kept with it, in UTF-16 units before snapping. */
const CONTEXT = 32

/**
 * A passage of a document. Offsets are UTF-16 in the text of the block, never inside a grapheme, so that they
 * are the same on every device. In an edition the offsets are the truth; in a draft they are where to look first.
 */
export interface Anchor {
  block: string
  from: number
  to: number
  quote: string
  prefix: string
  suffix: string
}

/** F2: by what an anchor was found. `yjs` is the shared document's own position, for drafts. */
export type LocateMethod = 'position' | 'yjs' | 'quote-in-block' | 'quote'

export type Located =
  | { state: 'attached'; method: LocateMethod; block: string; from: number; to: number }
  /** Its words are no longer there, or stand in several places: it is listed with its old quote. */
  | { state: 'detached' }

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The offsets widened to whole graphemes and kept inside the text. */
export function snapped(text: string, from: number, to: number): { from: number; to: number } {
  const start = Math.max(0, Math.min(from, to, text.length))
  const end = Math.min(text.length, Math.max(from, to, 0))
  return { from: borderBefore(text, start), to: borderAfter(text, end) }
}

function borderBefore(text: string, offset: number): number {
  return offset >= text.length ? text.length : (graphemes.segment(text).containing(offset)?.index ?? 0)
}

function borderAfter(text: string, offset: number): number {
  const before = borderBefore(text, offset)
  if (before === offset) return offset
  return before + (graphemes.segment(text).containing(before)?.segment.length ?? 0)
}

/** An anchor on a passage, or null when the block is not there or the passage holds no text. */
export function anchorAt(document: DocumentJson, block: string, from: number, to: number): Anchor | null {
  const found = textBlocks(document).find((candidate) => candidate.id === block)
  if (found === undefined) return null
  const range = snapped(found.text, from, to)
  const quote = found.text.slice(range.from, range.to)
  if (quote.trim() === '') return null
  const before = snapped(found.text, range.from - CONTEXT, range.from)
  const after = snapped(found.text, range.to, range.to + CONTEXT)
  return {
    block,
    ...range,
    quote,
    prefix: found.text.slice(before.from, range.from),
    suffix: found.text.slice(range.to, after.to),
  }
}

/**
 * Finds a passage again: at its position if the same words stand there, then in its block, then anywhere in the
 * document. It never settles on other words: the quote and the words beside it that agree must together be long enough
 * to be the same ones, and of several places one must agree more than any other.
 */
export function locate(anchor: Anchor, document: DocumentJson): Located {
  const blocks = textBlocks(document)
  const own = blocks.find((block) => block.id === anchor.block)
  const inBlock = own ? places([own], anchor.quote) : []
  const here = inBlock.find((place) => place.from === anchor.from)
  if (here && (isTelling(here, anchor, TELLING_IN_BLOCK) || agreesWholly(here, anchor)))
    return attached('position', here, anchor)
  const near = surest(inBlock, anchor, TELLING_IN_BLOCK)
  if (near) return attached('quote-in-block', near, anchor)
  // several of the same words in its own block: none of them is surely the one
  if (inBlock.length > 1) return { state: 'detached' }
  const anywhere = surest(places(blocks, anchor.quote), anchor, TELLING_ANYWHERE)
  return anywhere ? attached('quote', anywhere, anchor) : { state: 'detached' }
}

/*
 * With fewer, more comments are found again, and more at words that are not theirs. Of the scripts in `ladder.test.ts`
 * 5.3 in 100 are listed though their words stand together, and 2.3 in 1000 stand at others; with 12, 20 and 8 it was 6.9
 * and 1.7, with 8, 10 and 6 it would be 3.8 and 5.7. Nearly all of the first are quotes of a few letters.
 */

/** So many characters, of the quote and beside it, are taken for the same words in their own block … */
const TELLING_IN_BLOCK = 12
/** … and so many anywhere else, where the same words may stand by chance. */
const TELLING_ANYWHERE = 14

/** A writer's next words may take over a last letter of those before, so a place alone does not tell it. */
const TELLING_AT_PLACE = 6

interface Place<Block = Pick<TextBlock, 'text'>> {
  block: Block
  from: number
}

function attached(method: LocateMethod, { block, from }: Place<TextBlock>, anchor: Anchor): Located {
  return { state: 'attached', method, block: block.id, from, to: from + anchor.quote.length }
}

function places(blocks: TextBlock[], quote: string): Place<TextBlock>[] {
  const found: Place<TextBlock>[] = []
  for (const block of blocks) {
    for (let at = block.text.indexOf(quote); at !== -1; at = block.text.indexOf(quote, at + 1))
      if (isWhole(block.text, at, quote.length)) found.push({ block, from: at })
  }
  return found
}

/** Whole graphemes: "e" is not found in "é" written as two characters. */
function isWhole(text: string, from: number, length: number): boolean {
  const range = snapped(text, from, from + length)
  return range.from === from && range.to === from + length
}

/** The place that agrees enough, and more than any other does. */
function surest(
  candidates: Place<TextBlock>[],
  anchor: Anchor,
  telling: number,
): Place<TextBlock> | undefined {
  const [best, second] = candidates
    .map((place) => ({ place, score: agrees(place, anchor) }))
    .sort((a, b) => b.score - a.score)
  if (best === undefined || best.score === second?.score) return undefined
  return isTelling(best.place, anchor, telling) ? best.place : undefined
}

/** Whether so few characters as a letter or a full stop are the anchor's own: then what stands beside them is too. */
export function isSameBeside(text: string, from: number, anchor: Anchor): boolean {
  const place = { block: { text }, from }
  return isTelling(place, anchor, TELLING_AT_PLACE) || agreesWholly(place, anchor)
}

function isTelling(place: Place, anchor: Anchor, telling: number): boolean {
  return anchor.quote.trim().length + agrees(place, anchor) >= telling
}

/** What stood beside it stands there still, to the ends of its block: of a short block there is no more to be had. */
function agreesWholly({ block, from }: Place, { quote, prefix, suffix }: Anchor): boolean {
  const before = block.text.slice(0, from)
  const after = block.text.slice(from + quote.length)
  return (
    (before === prefix || (prefix.length >= CONTEXT && before.endsWith(prefix))) &&
    (after === suffix || (suffix.length >= CONTEXT && after.startsWith(suffix)))
  )
}

/**
 * How many characters beside a place are those beside the anchor, counted outwards from it. A whole block that
 * was quoted has no context and agrees with a whole block.
 */
function agrees({ block, from }: Place, anchor: Anchor): number {
  const before = block.text.slice(0, from)
  const after = block.text.slice(from + anchor.quote.length)
  if (anchor.prefix === '' && anchor.suffix === '') return before === '' && after === '' ? 1 : 0
  return commonEnd(before, anchor.prefix) + commonStart(after, anchor.suffix)
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
