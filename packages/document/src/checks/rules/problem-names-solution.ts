import { act, type Hit } from '../finding.ts'
import { productNames } from '../product.ts'
import { inPart } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'

const absence =
  /\b(?:(?:lacks?|lacking) (?:of )?(?:an? |any )?|there (?:is|are|was|were) no |(?:has|have) no |needs? (?:an? |one ))(?:[\p{L}-]+ ){0,2}(?:apps?|applications?|tools?|toolkits?|platforms?|dashboards?|portals?|software|websites?|chatbots?|APIs?|SDKs?|solutions?|place)\b/iu

/** N9: a problem that only exists because we have an answer is none. */
export const problemNamesSolution: DocumentRule = {
  id: 'problem-names-solution',
  severity: 'must-fix',
  isOfWords: true,
  reads: 'document',
  find(reading): Hit[] {
    const names = productNames(reading)
    return inPart(reading, 'problem').flatMap(({ id, prose }): Hit[] => {
      for (const name of names) {
        // "Price" is a product, and every customer speaks of the price
        const isPhrase = name.includes(' ')
        const at = isPhrase ? prose.toLowerCase().indexOf(name.toLowerCase()) : prose.indexOf(name)
        if (at >= 0) return [{ block: id, from: at, to: at + name.length, ...named(name) }]
      }
      const match = absence.exec(prose)
      if (!match) return []
      return [
        {
          block: id,
          from: match.index,
          to: match.index + match[0].length,
          severity: 'consider',
          message: 'This says what we would build, and not what goes wrong for the customer without it.',
          repair: act('Say what the customer does today instead, and what that costs them.'),
        },
      ]
    })
  },
}

function named(name: string) {
  return {
    message: `The problem names ${name}, and a problem that needs our answer to be told may not be the customer’s.`,
    repair: act(`Tell the trouble as the customer lives it, as if ${name} could not be built.`),
  }
}
