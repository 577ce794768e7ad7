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
