import { textBlocks } from '@foreword/document/blocks'
import type { DocumentJson } from '@foreword/document/json'
import { type EditionPassage, passageOf } from '../../narratives/edition/passage.ts'
import type { SetEdition } from '../../narratives/edition/setting.ts'

/** The lines over which words go. */
export type Lines = Pick<EditionPassage, 'line' | 'lastLine'>
/** Those of the words that are selected. Whoever uses them lets them go: the next key is no longer about them. */
export type SelectedLines = Lines & { letGo(): void }

/** A line by its number, read off paper or the page; null when nothing stands on it, undefined while none is named. */
export function lineOf(edition: SetEdition | undefined, number: string): EditionPassage | null | undefined {
  if (!edition || number === '') return undefined
  const { document, lines } = edition
  // the contract carries the document as loose JSON; it was checked against the schema when it was frozen
  const texts = new Map(textBlocks(document as unknown as DocumentJson).map(({ id, text }) => [id, text]))
  for (const line of lines) {
    const text = line.line === Number(number) ? texts.get(line.block) : undefined
    // in a table several blocks share a line
    const passage = text === undefined ? null : passageOf({ id: line.block, text }, line, lines)
    if (passage) return passage
  }
  return null
}
