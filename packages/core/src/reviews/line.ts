import type { EditionId } from '../ids.ts'
import type { EditionLine } from '../narratives/narrative.ts'
import type { EditionAnchor } from './anchor.ts'

/** An edition as its lines are read; `textOf` is the text of a block, in which they count. */
interface Lined {
  id: EditionId
  lines: readonly EditionLine[]
  textOf: (blockId: string) => string | null | undefined
}

/**
 * The words of a line by its number, of several blocks side by side the first with words in it; null when there is no
 * such line, or nothing is written on it.
 */
export function passageOnLine({ id, lines, textOf }: Lined, number: number): EditionAnchor | null {
  for (const { line, page, block, from, to } of lines) {
    const text = line === number ? textOf(block)?.slice(from, to) : undefined
    const quote = text?.trim()
    if (!text || !quote) continue
    const start = from + text.indexOf(quote)
    return {
      on: 'edition',
      editionId: id,
      blockId: block,
      from: start,
      to: start + quote.length,
      quote,
      page,
      line,
      lastLine: line,
    }
  }
  return null
}

/** The words of one line, or of all from it to another of the same block; null when that is no passage. */
export function passageOnLines(edition: Lined, number: number, last: number): EditionAnchor | null {
  const passage = passageOnLine(edition, number)
  if (passage === null || last === number) return passage
  const end = edition.lines.find(({ line, block }) => line === last && block === passage.blockId)
  const text = edition.textOf(passage.blockId)
  if (end === undefined || !text || last < number) return null
  const quote = text.slice(passage.from, end.to).trimEnd()
  return { ...passage, to: passage.from + quote.length, quote, lastLine: last }
}
