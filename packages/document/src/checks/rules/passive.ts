import { act, type Hit } from '../finding.ts'
import { isSentences } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'
import { type Sentence, sentencesOf } from '../sentences.ts'

const irregular =
  'built|bought|brought|caught|chosen|done|drawn|driven|eaten|fed|felt|found|forgotten|given|held|hidden|kept|known|laid|led|left|lost|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|sold|spent|stolen|taken|taught|thought|thrown|told|understood|won|written'
/** What looks like a passive and is a state. */
const states =
  'interested|excited|located|based|supposed|used|involved|concerned|pleased|proud|needed|limited|tired|worried|related|committed|dedicated|qualified|experienced|convinced|motivated|persuaded|agreed|closed|opened'
const passive = new RegExp(
  `\\b(?:is|are|was|were|be|been|being|gets?|got)[ ](?:(?:\\p{L}+ly|not|also|already|still|never|often|only|then|now|first)[ ]){0,2}(?!(?:${states})\\b)(?:\\p{Ll}{2,}ed|${irregular})\\b`,
  'u',
)

/** With fewer sentences a share says nothing. */
const ENOUGH_SENTENCES = 12

export const isPassive = (sentence: string) => passive.test(sentence)

/** N9: where nobody does anything, nobody answers for it. One finding for a document, at a sentence that shows it. */
export const passiveShare: DocumentRule = {
  id: 'passive-share',
  severity: 'consider',
  isOfWords: true,
  reads: 'document',
  find(reading): Hit[] {
    const all: (Sentence & { block: string })[] = reading.blocks
      .filter(isSentences)
      .flatMap((block) => sentencesOf(block.prose).map((sentence) => ({ ...sentence, block: block.id })))
      // a fragment in a list is no sentence
      .filter(({ words }) => words >= 4)
    const inPassive = all.filter(({ prose }) => isPassive(prose))
    const percent = Math.round((inPassive.length / Math.max(1, all.length)) * 100)
    const [first] = inPassive
    if (!first || all.length < ENOUGH_SENTENCES || percent <= reading.settings.passivePercent) return []
    return [
      {
        block: first.block,
        from: first.from,
        to: first.to,
        about: 'passive',
        message: `${inPassive.length} of ${all.length} sentences are in the passive, as here, so a reader cannot tell who does what.`,
        repair: act('Begin with whoever acts: the customer, the team, the product.'),
      },
    ]
  },
}
