import { withoutFootnotes } from './blocks.ts'
import { type DocumentJson, idOf, partOf, textOf } from './json.ts'
import { isNumberedQuestion } from './markdown/names.ts'

/**
 * The number of each FAQ entry within its part, by the entry's block id, as the sheet, the edition and the PDF show it
 * beside the question: “internal 4”. It is nobody's text. An author who numbers by hand is not contradicted: such an
 * entry counts and shows no second number.
 */
export function faqNumbers(document: DocumentJson): Map<string, number> {
  const numbers = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const part of document.content)
    for (const child of part.content ?? []) {
      if (child.type !== 'faqEntry') continue
      const number = (counts.get(partOf(part)) ?? 0) + 1
      counts.set(partOf(part), number)
      const question = child.content?.[0]
      if (showsNumber(question ? textOf(question) : '')) numbers.set(idOf(child), number)
    }
  return numbers
}

/** Whether a question is without a number of its author's. */
export function showsNumber(question: string): boolean {
  return !isNumberedQuestion(withoutFootnotes(question))
}
