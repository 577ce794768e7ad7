import { type Hit, wording } from '../finding.ts'
import type { BlockRule } from '../rule.ts'

const anybody =
  /\b(?:for|to|lets?|helps?|gives?|enables?|allows?) (?:everyone|everybody|anyone|anybody|all (?:users|customers|people|businesses|companies))\b/giu

/** N9, W9: one audience. "Everyone" in the lines that say whom it is for is nobody. */
export const everyone: BlockRule = {
  id: 'customer-is-everyone',
  severity: 'consider',
  isOfWords: true,
  reads: 'block',
  find({ id, part, prose }) {
    if (part !== 'headline' && part !== 'subheading' && part !== 'summary') return []
    return [...prose.matchAll(anybody)].map((match): Hit => {
      const [verb = ''] = match[0].split(' ')
      const said = match[0].slice(verb.length + 1)
      const from = match.index + verb.length + 1
      return {
        block: id,
        from,
        to: from + said.length,
        message: `“${said}” is nobody in particular, and nobody in particular has this problem tonight.`,
        repair: wording('[one kind of person, in one situation]'),
      }
    })
  },
}
