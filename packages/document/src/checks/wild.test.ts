import { readFileSync } from 'node:fs'
import { defaultCheckSettings } from '@foreword/core/people/check-settings'
import { expect, test } from 'vitest'
import { presentParts } from '../blocks.ts'
import { documentFromMarkdown } from '../markdown-in.ts'
import { countingIds } from '../testing.ts'
import { createChecker, presented } from './check.ts'
import { basis, prFaq } from './checks.fixture.ts'

/** Documents as people write them, whatever the headings: one written well, one as first drafts are. */
function read(name: string) {
  const source = readFileSync(new URL(`../../fixtures/${name}.md`, import.meta.url))
  const document = documentFromMarkdown(source, countingIds())
  if (!document.ok) throw new Error(document.refusal)
  return document.value
}

const shown = (name: string) =>
  presented(createChecker().check(read(name), basis()), defaultCheckSettings).map(
    ({ rule, severity, about, quote }) => `${severity}: ${rule} ${about ?? `“${quote.slice(0, 40)}”`}`,
  )

const required = prFaq()
  .parts.filter((part) => part.required)
  .map(({ id }) => id)

test('N9: in a plain text without a heading every part is recognised, and nothing is found', () => {
  expect([...presentParts(read('millrace-plain'))].filter((id) => id !== 'other')).toEqual(required)
  expect(shown('millrace-plain')).toEqual([])
})

test('N9: in a first draft under bold labels the findings are these', () => {
  const present = presentParts(read('oarlock-first-draft'))
  expect(required.filter((id) => !present.has(id))).toEqual(['how-it-works'])
  expect(shown('oarlock-first-draft')).toMatchInlineSnapshot(`
    [
      "must-fix: problem-names-solution “Harbor Navigator”",
      "must-fix: problem-without-number problem",
      "must-fix: dateline-not-future “March 3, 2024”",
      "must-fix: faq-answer-empty “Q: Which harbors take part?”",
      "must-fix: placeholder-left “TODO”",
      "consider: part-missing how-it-works",
      "consider: hard-question-absent failure",
      "consider: hard-question-absent today",
      "consider: hard-question-absent economics",
      "consider: market-without-arithmetic market",
      "consider: faq-answer-evasive “TBD”",
      "consider: faq-answer-short “A: It is safe.”",
      "consider: customer-is-everyone “everyone”",
      "consider: quote-without-before-and-after customer-quote",
      "consider: quote-without-name “Executive quote: "We are proud to launch”",
      "consider: quote-without-name “Sailor”",
      "consider: headline-long “Headline: Oarlock Announces Harbor Navig”",
      "consider: future-tense “will leverage”",
      "consider: future-tense “will solve”",
      "consider: future-tense “will be”",
      "consider: adjective-for-number “seamless”",
      "consider: adjective-for-number “significantly faster”",
      "consider: adjective-for-number “effortless”",
      "consider: weasel-words “numerous”",
      "consider: sentence-long “The MBS of each harbor is connected, and”",
      "consider: undefined-acronym MBS",
      "consider: plain-words “in order to”",
    ]
  `)
})
