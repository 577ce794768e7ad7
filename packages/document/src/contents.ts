import { textBlocks } from './blocks.ts'
import type { DocumentJson } from './json.ts'
import { countWords } from './words.ts'

/** How many words stand in each part that has some, in the order the parts first appear. */
export function wordsByPart(document: DocumentJson): { part: string; words: number }[] {
  const counts = new Map<string, number>()
  for (const { part, text } of textBlocks(document)) {
    const words = countWords(text)
    if (words > 0) counts.set(part, (counts.get(part) ?? 0) + words)
  }
  return Array.from(counts, ([part, words]) => ({ part, words }))
}
