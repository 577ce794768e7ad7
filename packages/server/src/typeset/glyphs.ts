import { textBlocks } from '@foreword/document/blocks'
import { type DocumentJson, FOOTNOTE } from '@foreword/document/json'
import { type Drawable, readDrawable } from './fonts.ts'

/** Characters no face of the house can draw, each once, in order; each is set as an empty box. */
export function missingGlyphs(document: DocumentJson, { serif, mono }: Drawable): string[] {
  const missing = new Set<string>()
  for (const block of textBlocks(document)) {
    const face = block.type === 'codeBlock' ? mono : serif
    for (const character of block.text)
      if (
        character !== FOOTNOTE &&
        !/[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(character) &&
        !face.has(character.codePointAt(0) ?? 0)
      )
        missing.add(character)
  }
  return [...missing].sort()
}

let drawable: Drawable | undefined

/** The same without a typesetter, for an edition: it follows from the frozen words, so it is not stored with them. */
export function missingIn(document: DocumentJson): string[] {
  // the faces are read when the first edition is
  drawable ??= readDrawable()
  return missingGlyphs(document, drawable)
}
