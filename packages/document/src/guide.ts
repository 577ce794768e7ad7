import { type Anchor, anchorAt } from './anchors.ts'
import { textBlocks } from './blocks.ts'
import { correctionOfErrorsExample } from './guides/correction-of-errors.ts'
import type { Example, ExampleNote } from './guides/example.ts'
import { faqExample } from './guides/faq.ts'
import { hasExample, type KindWithExample } from './guides/kinds.ts'
import { onePagerExample } from './guides/one-pager.ts'
import { prFaqExample } from './guides/pr-faq.ts'
import { pressReleaseExample } from './guides/press-release.ts'
import { sixPagerExample } from './guides/six-pager.ts'
import { technicalFaqExample } from './guides/technical-faq.ts'
import type { DocumentJson, NewId } from './json.ts'
import { documentFromMarkdown } from './markdown-in.ts'

/** W11: one annotated example for each kind that ships, by its id. The PR/FAQ is *the guide*. */
const examples: Record<KindWithExample, Example> = {
  'pr-faq': prFaqExample,
  'press-release': pressReleaseExample,
  faq: faqExample,
  'technical-faq': technicalFaqExample,
  'six-pager': sixPagerExample,
  'one-pager': onePagerExample,
  'correction-of-errors': correctionOfErrorsExample,
}

function exampleOf(kind: string): Example {
  if (!hasExample(kind)) throw new Error(`no example ships for ${kind}`)
  return examples[kind]
}

/** The annotated example of a kind, as a new document each time. */
export function guideDocument(newId: NewId, kind = 'pr-faq'): DocumentJson {
  const read = documentFromMarkdown(exampleOf(kind).markdown, newId)
  if (!read.ok) throw new Error(`the example of ${kind} cannot be read: ${read.refusal}`)
  return read.value
}

export interface Annotation extends Omit<ExampleNote, 'quote'> {
  anchor: Anchor
}

/** The notes of an example, in the order of its text, each on the passage that it speaks of. */
export function guideAnnotations(document: DocumentJson, kind = 'pr-faq'): Annotation[] {
  return exampleOf(kind).notes.map(({ quote, ...note }) => {
    const block = textBlocks(document).find(({ text }) => text.includes(quote))
    const from = block?.text.indexOf(quote) ?? 0
    const anchor = block && anchorAt(document, block.id, from, from + quote.length)
    if (!anchor) throw new Error(`the example of ${kind} does not say: ${quote}`)
    return { ...note, anchor }
  })
}
