import type { Edition } from '@foreword/core/narratives/narrative'
import type { EditionAnchor, Selection } from '@foreword/core/reviews/anchor'
import { passageOnLines } from '@foreword/core/reviews/line'
import { snapped } from '@foreword/document/anchors'
import { type TextBlock, textBlocks } from '@foreword/document/blocks'
import type { DocumentJson } from '@foreword/document/json'

/** The words of an edition and where its lines break. */
export interface Pages {
  edition: Edition
  blocks: readonly TextBlock[]
}

// an edition's document is in the schema of this package; the contract, which knows no schema, says less
export const pagesOf = (edition: Edition): Pages => ({
  edition,
  blocks: textBlocks(edition.document as unknown as DocumentJson),
})

/** F2: the passage with its page and lines; null when the words are not there, as the server would say. */
export function anchorIn({ edition, blocks }: Pages, selection: Selection): EditionAnchor | null {
  const { blockId, from, to, quote } = selection
  const text = blocks.find(({ id }) => id === blockId)?.text
  if (text === undefined || to > text.length || !sameWords(text.slice(from, to), quote)) return null
  const whole = snapped(text, from, to)
  const on = edition.lines.filter(
    (line) => line.block === blockId && line.from < whole.to && line.to > whole.from,
  )
  const [first] = on
  if (!first) return null
  return {
    on: 'edition',
    editionId: edition.id,
    blockId,
    ...whole,
    quote: text.slice(whole.from, whole.to),
    page: first.page,
    line: first.line,
    lastLine: on.at(-1)?.line ?? first.line,
  }
}

/** The words of lines by their numbers. */
export const passageOn = ({ edition, blocks }: Pages, line: number, lastLine: number): EditionAnchor | null =>
  passageOnLines(
    { ...edition, textOf: (block) => blocks.find(({ id }) => id === block)?.text },
    line,
    lastLine,
  )

/** Where words stand; null when nothing says them. */
export function selectionOf({ blocks }: Pages, quote: string): Selection | null {
  const block = blocks.find(({ text }) => text.includes(quote))
  if (!block) return null
  const from = block.text.indexOf(quote)
  return { blockId: block.id, from, to: from + quote.length, quote }
}

// a browser may copy a line break as a space, or as nothing
const sameWords = (a: string, b: string) => a.replace(/\s+/g, '') === b.replace(/\s+/g, '')
