import { type KindTemplate, titlesOf } from '@foreword/core/narratives/kind'
import { defaultKinds } from '@foreword/core/narratives/kinds'
import { textBlocks, titleOf } from '@foreword/document/blocks'
import { withIds } from '@foreword/document/ids'
import type { DocumentJson } from '@foreword/document/json'
import { type Verdict, withSuggestions } from '@foreword/document/suggestions/resolve'
import { countWords } from '@foreword/document/words'
import { documentFromYDoc, type TextOrigin, textOrigins } from '@foreword/document/yjs'
import { newId } from '../db/ids.ts'
import type { Collab } from '../live/collab.ts'

export interface SettledDraft {
  document: DocumentJson
  /** Where each block's text came from, of exactly this document. */
  origins: Record<string, TextOrigin>
}

/**
 * The draft as it is on disk, every block with an id that lasts. Ids that a block lacks (an old client's, or a
 * merge's) are written back, or the same draft would give other bytes each time.
 */
export async function settledDraft(
  collab: Pick<Collab, 'readDraft' | 'editDraft'>,
  narrativeId: string,
): Promise<SettledDraft> {
  const doc = await collab.readDraft(narrativeId)
  let missing = 0
  const document = documentFromYDoc(doc, () => {
    missing += 1
    return newId()
  })
  if (missing === 0) return { document, origins: textOrigins(doc) }
  const { replaceContent } = await import('@foreword/document/yjs-write')
  return collab.editDraft(narrativeId, (copy) => {
    const whole = documentFromYDoc(copy, newId)
    replaceContent(copy, whole)
    return { document: whole, origins: textOrigins(copy) }
  })
}

/** The draft as it would stand with its suggestions decided. The draft itself keeps them open. */
export async function decidedDraft(
  collab: Collab,
  narrativeId: string,
  verdict: Verdict,
): Promise<SettledDraft> {
  const { replaceContent } = await import('@foreword/document/yjs-write')
  const doc = await collab.readDraft(narrativeId)
  const document = withIds(withSuggestions(documentFromYDoc(doc, newId), verdict), newId)
  // on the copy we were given: what stays keeps the places it has in the draft
  replaceContent(doc, document)
  return { document, origins: textOrigins(doc) }
}

/** Headings that a template brought with it, such as "Internal FAQ": they are nobody's words. */
const shippedTitles = titlesOf(defaultKinds)

/** The company's own template has headings of its own beside those that ship. */
const titlesFor = (kind: KindTemplate | undefined | null) =>
  kind ? new Set([...shippedTitles, ...titlesOf([kind])]) : shippedTitles

/** Whether somebody wrote a word in it. */
export function hasWords(document: DocumentJson, kind?: KindTemplate | null): boolean {
  const templateTitles = titlesFor(kind)
  return textBlocks(document).some(
    (block) => countWords(block.text) > 0 && !templateTitles.has(block.text.trim()),
  )
}

/** The headline, '' while nobody wrote one; at most as long as lists can show. */
export function headlineOf(document: DocumentJson, kind?: KindTemplate | null): string {
  const title = titleOf(document)
  return titlesFor(kind).has(title) ? '' : shortened(title, MOST_OF_A_TITLE)
}

const MOST_OF_A_TITLE = 300

/** Cut between words where there is one, never inside a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')
  const words = whole.replace(/\s+\S*$/, '')
  return `${words.length > most / 2 ? words : whole}…`
}
