import { act, type Hit } from '../finding.ts'
import { inPart } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'

const small =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty'
const unit =
  'seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times|dollars|euros|pounds|people|customers|families|homes|teams|companies|(?:in|out of) (?:\\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)'
const inWords = new RegExp(
  `\\b(?:dozens?|hundreds?|thousands?|millions?|billions?|half|a third|two thirds|a quarter|three quarters|twice|per ?cent|(?:${small}) (?:${unit}))\\b`,
  'i',
)

/** A quantity: a year is none, and "one" or "two" only with what is counted. */
export const hasNumber = (text: string) =>
  /\p{N}/u.test(text.replace(/\b(?:19|20)\d\d\b/g, '')) || inWords.test(text)

/** N9, W2: the problem has a size. */
export const problemNumber: DocumentRule = {
  id: 'problem-without-number',
  severity: 'must-fix',
  isOfWords: true,
  reads: 'document',
  find(reading): Hit[] {
    const written = inPart(reading, 'problem').filter(({ text }) => text.trim() !== '')
    const [first] = written
    if (!first || written.some(({ text }) => hasNumber(text))) return []
    return [
      {
        block: first.id,
        from: 0,
        to: first.text.length,
        about: 'problem',
        message: 'No number says how large the problem is, so nobody can weigh it against another.',
        repair: act(
          'Add one number with its unit and its source: how many have it, how often, or what it costs them.',
        ),
      },
    ]
  },
}
