import { textBlocks } from './blocks.ts'
import { type DocumentJson, FOOTNOTE } from './json.ts'

/** The number of each footnote, by its block id: its place in the order of reading, from 1. */
export function footnoteNumbers(document: DocumentJson): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { id, type } of textBlocks(document)) if (type === 'footnote') numbers.set(id, numbers.size + 1)
  return numbers
}

/** For each text that refers to footnotes, their numbers in the order of its U+FFFC. */
export function footnoteReferences(document: DocumentJson): Map<string, number[]> {
  const references = new Map<string, number[]>()
  let owner = ''
  let number = 0
  for (const { id, type } of textBlocks(document)) {
    if (type !== 'footnote') owner = id
    else references.set(owner, [...(references.get(owner) ?? []), ++number])
  }
  return references
}

/** The text with the number of each footnote where it is referred to, as a page shows it. */
export function numberedText(text: string, numbers: readonly number[], written = String): string {
  let at = 0
  return text.replaceAll(FOOTNOTE, () => {
    const number = numbers[at++]
    return number === undefined ? '' : written(number)
  })
}
