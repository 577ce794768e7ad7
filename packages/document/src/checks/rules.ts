import type { Rule } from './rule.ts'
import { acronyms } from './rules/acronyms.ts'
import { adjectives } from './rules/adjectives.ts'
import { claimWithoutEvidence } from './rules/claims.ts'
import { dateline } from './rules/dateline.ts'
import { everyone } from './rules/everyone.ts'
import { faqEmpty, faqEvasive, faqShort } from './rules/faq-answers.ts'
import { futureTense } from './rules/future-tense.ts'
import { hardQuestionsAbsent, marketArithmetic } from './rules/hard-questions.ts'
import { headlineLong } from './rules/headline-long.ts'
import { numberWithoutSource } from './rules/number-without-source.ts'
import { corePages, pressReleasePages } from './rules/pages.ts'
import { partMissing } from './rules/part-missing.ts'
import { passiveShare } from './rules/passive.ts'
import { placeholder } from './rules/placeholder.ts'
import { plainWords } from './rules/plain-words.ts'
import { problemNamesSolution } from './rules/problem-names-solution.ts'
import { problemNumber } from './rules/problem-number.ts'
import { quoteContrast, quoteNamed } from './rules/quotes.ts'
import { sentenceLong } from './rules/sentence-long.ts'
import { weaselWords } from './rules/weasel-words.ts'

/** Every rule of N9: substance before form, which is the order in which they are shown. */
export const rules: readonly Rule[] = [
  partMissing,
  problemNamesSolution,
  problemNumber,
  dateline,
  pressReleasePages,
  corePages,
  faqEmpty,
  placeholder,
  hardQuestionsAbsent,
  marketArithmetic,
  numberWithoutSource,
  claimWithoutEvidence,
  faqEvasive,
  faqShort,
  everyone,
  quoteContrast,
  quoteNamed,
  headlineLong,
  futureTense,
  adjectives,
  weaselWords,
  sentenceLong,
  acronyms,
  plainWords,
  passiveShare,
]
