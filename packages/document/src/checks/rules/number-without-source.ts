import { act, type Hit } from '../finding.ts'
import { inPart } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'
import { hasNumber } from './problem-number.ts'

const source =
  /\b(?:according to|source|surve(?:y|yed)|interview(?:s|ed)?|stud(?:y|ies)|reports?|census|measured|counted|our count|we (?:read|asked|talked|spoke|visited|watched)|our (?:own )?(?:data|logs|records|files|figures|books|estimate|tickets)|estimated? from|statistics|audit|benchmark|beta|trial|pilot|sample of|\p{Lu}\p{L}+ (?:19|20)\d\d|that we (?:paid|sold|saw|served|shipped)|(?:last|this) year(?:’s|'s))\b|https?:/iu

/** N9: a claim without evidence, where it matters most: the size of the problem. An answer in the FAQ may hold it. */
export const numberWithoutSource: DocumentRule = {
  id: 'number-without-source',
  severity: 'consider',
  isOfWords: true,
  reads: 'document',
  find(reading): Hit[] {
    const problem = inPart(reading, 'problem')
    const sized = problem.find(({ prose }) => hasNumber(prose))
    if (!sized) return []
    const told = [
      ...problem,
      ...reading.blocks.filter(({ part }) => part === 'internal-faq' || part === 'appendix'),
    ]
    if (told.some(({ text }) => source.test(text))) return []
    const match = /\p{N}[\p{N}.,–-]*\s*\S*/u.exec(sized.prose)
    const from = match?.index ?? 0
    return [
      {
        block: sized.id,
        from,
        to: match ? from + match[0].trimEnd().length : sized.text.length,
        about: 'problem',
        message: 'The size of the problem has no source, and the first question in the room is how we know.',
        repair: act('Say where the number comes from; “our estimate, from …” is a source.'),
      },
    ]
  },
}
