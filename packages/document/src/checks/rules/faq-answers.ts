import { countWords } from '../../words.ts'
import { act, type Hit, wording } from '../finding.ts'
import { type ReadEntry, wordsIn } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'

const isAsked = ({ question }: ReadEntry) => countWords(question.text) > 0
const textOfAnswer = ({ answer }: ReadEntry) =>
  answer
    .map(({ text }) => text)
    .join('\n')
    .trim()

/** N9: a question that was thought worth asking, with nothing beneath it. */
export const faqEmpty: DocumentRule = {
  id: 'faq-answer-empty',
  severity: 'must-fix',
  isOfWords: false,
  reads: 'document',
  find({ entries }): Hit[] {
    return entries
      .filter((entry) => isAsked(entry) && wordsIn(entry.answer) === 0 && !entry.hasPicture)
      .map(({ question }) => ({
        block: question.id,
        from: 0,
        to: question.text.length,
        message: 'This question has no answer, and it is the first one the room will ask.',
        repair: act('Answer it, or write “We do not know yet” with who finds out, how and by when.'),
      }))
  },
}

const evasions =
  /\b(?:TBD|TBC|to be (?:determined|decided|defined|confirmed|announced)|it depends(?! on)|we(?: are|’re|'re) (?:looking into|working on|exploring|evaluating) (?:it|this|that)|coming soon|stay tuned|not (?:yet )?applicable|n\/a|no comment|see above|remains to be seen|(?:will|can) (?:be )?(?:discuss|decide|determine|announce|share)d? (?:it |this |more )?(?:later|in due course|in the future|at a later date|soon)|time will tell|we (?:will|’ll|'ll) see)\b/iu
/** An answer that goes on to say something is more than its evasion. */
const SHORT_ANSWER = 30

/** N9: an answer that gives the question back. "We do not know, and here is how we find out" is a good one. */
export const faqEvasive: DocumentRule = {
  id: 'faq-answer-evasive',
  severity: 'consider',
  isOfWords: true,
  reads: 'document',
  find({ entries }): Hit[] {
    return entries.flatMap((entry): Hit[] => {
      if (!isAsked(entry) || countWords(textOfAnswer(entry)) > SHORT_ANSWER) return []
      for (const { id, prose } of entry.answer) {
        const match = evasions.exec(prose)
        if (!match) continue
        return [
          {
            block: id,
            from: match.index,
            to: match.index + match[0].length,
            message: `“${match[0]}” leaves the question where it was; not to know is fine, when the way to find out is said.`,
            repair: wording('not known yet: [who] finds out by [day], by [what they do]'),
          },
        ]
      }
      return []
    })
  },
}

/** N9: shorter than its question. A yes with its reason, or a figure, may be short. */
export const faqShort: DocumentRule = {
  id: 'faq-answer-short',
  severity: 'consider',
  isOfWords: false,
  reads: 'document',
  find({ entries }): Hit[] {
    return entries.flatMap((entry): Hit[] => {
      const answer = textOfAnswer(entry)
      const words = countWords(answer)
      const asked = countWords(entry.question.text)
      const [first] = entry.answer.filter(({ text }) => countWords(text) > 0)
      if (!first || entry.hasPicture || words >= asked || words >= 8) return []
      const isFigure = /\p{N}/u.test(answer)
      const isReasoned = /^(?:yes|no)\b/iu.test(answer) && words >= 4
      if (isFigure || isReasoned || evasions.test(answer) || /https?:|www\.|\.\p{L}{2,}\//u.test(answer))
        return []
      return [
        {
          block: first.id,
          from: 0,
          to: first.text.length,
          message: 'The answer is shorter than its question, so the room will ask it again.',
          repair: act('Add the reason, the limit or the figure that makes it an answer.'),
        },
      ]
    })
  },
}
