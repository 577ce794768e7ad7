import { type Hit, wording } from '../finding.ts'
import { isSentences } from '../reading.ts'
import type { BlockRule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { hasNumber } from './problem-number.ts'

const claims =
  /\b(?:(?:studies|research|surveys?|data) (?:shows?|suggests?|proves?|says?)|experts (?:agree|say|believe)|it is (?:well |widely )?(?:known|accepted|recognized) that|everyone (?:knows|agrees)|has been (?:shown|proven) to|(?:is|are) proven to|customers (?:love|are delighted|tell us they love)|there is no (?:doubt|question) that)\b,?|^(?:clearly|obviously|undoubtedly|of course),/giu

/** N9: a claim that leans on evidence it does not show. A figure or a link in its sentence shows it. */
export const claimWithoutEvidence: BlockRule = {
  id: 'claim-without-evidence',
  severity: 'consider',
  isOfWords: true,
  reads: 'block',
  find(block) {
    if (!isSentences(block)) return []
    return sentencesOf(block.prose).flatMap((sentence): Hit[] => {
      const said = block.text.slice(sentence.from, sentence.to)
      if (hasNumber(said) || /https?:/.test(said)) return []
      return [...sentence.prose.matchAll(claims)].map((match) => ({
        block: block.id,
        from: sentence.from + match.index,
        to: sentence.from + match.index + match[0].length,
        message: `“${match[0]}” asks to be believed, and the room believes what was seen, by whom and how often.`,
        repair: wording('[who saw what, how often]'),
      }))
    })
  },
}
