import type { Answers } from '@foreword/core/initiatives/answers'
import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import { plainAnswers } from '@foreword/core/initiatives/rich'
import type { KindTemplate } from '@foreword/core/narratives/kind'
import type { Passage } from '@foreword/core/search/snippet'
import { textBlocks, withoutFootnotes } from '@foreword/document/blocks'
import type { DocumentJson } from '@foreword/document/json'
import { contentsOf } from '@foreword/document/outline'

/** The text of a document by its blocks, each under the heading it stands under, or what its template calls the part. */
export function passagesOf(document: DocumentJson, kind: KindTemplate | null): Passage[] {
  const headings = new Map(contentsOf(document).map(({ block, title }) => [block, title]))
  const labels = new Map(kind?.parts.map(({ id, label }) => [id, label]))
  return textBlocks(document).flatMap(({ id, part, partId, text }) => {
    const said = clean(withoutFootnotes(text))
    return said === '' ? [] : { part: headings.get(partId) ?? labels.get(part) ?? '', text: said, block: id }
  })
}

/** The answers of an idea, under the questions' ids: how those are called is asked when they are shown. */
export function answersAsPassages(answers: Answers): Passage[] {
  const { customer, problem, benefit, evidence, experience } = plainAnswers(answers)
  const size = [problem.number, problem.unit, problem.source].filter(Boolean).join(' ')
  const said: Record<FiveQuestion, string[]> = {
    customer: [
      customer.who,
      customer.buyer,
      customer.time,
      customer.place,
      customer.situation,
      customer.words,
    ],
    problem: [problem.statement, size, problem.proof],
    benefit: [benefit.primary, ...benefit.others],
    evidence: evidence.items.map(({ statement, source }) => [statement, source].filter(Boolean).join(' · ')),
    experience: [experience.description, ...experience.links.map(({ title }) => title)],
  }
  return Object.entries(said).flatMap(([part, texts]) =>
    texts
      .map(clean)
      .filter(Boolean)
      .map((text) => ({ part, text })),
  )
}

// PostgreSQL keeps no NUL, and a snippet is one line
const clean = (text: string) => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim()
