import { type Hit, wording } from '../finding.ts'
import { isSentences } from '../reading.ts'
import type { BlockRule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

const future =
  /(?:(?<subject>[\p{L}\p{N}’'-]+)[ ])?\b(?<will>will(?: not)?(?: soon| now| also| then)?|(?:is|are) going to)[ ](?<verb>(?!(?:and|or|of|to|the|a|in|on|for|with|is|was|that)\b)\p{Ll}+)/gu

const plural = /^(?:we|they|you|i|these|those|people|customers|who)$/i
const singular = /^(?:he|she|it|this|that|each|everyone|anyone|everybody|nobody|one)$/i
/** Words between a subject and its verb that tell nothing of its number. */
const isPlural = (subject: string) =>
  plural.test(subject) || (!singular.test(subject) && /[^su’']s$/i.test(subject) && !/[’']s$/.test(subject))

/** N9: the release is dated on the day of the launch, when all of it is true. */
export const futureTense: BlockRule = {
  id: 'future-tense',
  severity: 'consider',
  isOfWords: true,
  reads: 'block',
  find(block) {
    if (block.section !== 'press-release' || !isSentences(block)) return []
    return sentencesOf(block.prose).flatMap((sentence): Hit[] =>
      [...sentence.prose.matchAll(future)]
        .filter(({ index }) => !isForeseen(sentence.prose, index))
        .map((match) => {
          const { subject = '', will = '', verb = '' } = match.groups ?? {}
          const from = sentence.from + match.index + (subject === '' ? 0 : subject.length + 1)
          const said = `${will} ${verb}`
          return {
            block: block.id,
            from,
            to: from + said.length,
            message: `“${said}” promises for later, and on the day of this release it is already so.`,
            repair: wording(inPresent(will, verb, isPlural(subject))),
          }
        }),
    )
  },
}

/** "It rings when the water will reach the gate": what lies ahead of the customer, not of the product. */
const isForeseen = (prose: string, at: number) =>
  /\b(?:when|whether|how (?:long|much|many|soon)|what)(?: \p{L}+){0,2} ?$/iu.test(prose.slice(0, at))

function inPresent(will: string, verb: string, many: boolean): string {
  const also = /(?:also|now)/.exec(will)?.[0]
  const put = (words: string) => (also ? `${also} ${words}` : words)
  const isDenied = / not\b/.test(will)
  if (verb === 'be') return `${many ? 'are' : 'is'}${isDenied ? ' not' : ''}${also ? ` ${also}` : ''}`
  if (isDenied) return `${many ? 'do' : 'does'} not ${verb}`
  if (many) return put(verb)
  if (verb === 'have') return put('has')
  if (/(?:s|sh|ch|x|z|o)$/.test(verb)) return put(`${verb}es`)
  if (/[^aeiou]y$/.test(verb)) return put(`${verb.slice(0, -1)}ies`)
  return put(`${verb}s`)
}
