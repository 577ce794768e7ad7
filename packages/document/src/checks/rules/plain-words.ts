import { type Hit, wording } from '../finding.ts'
import { isSentences } from '../reading.ts'
import type { BlockRule } from '../rule.ts'
import { isNameIn } from '../sentences.ts'

/** Long ways round, with the short one. */
const wordy: [RegExp, string][] = [
  [/\bdue to the fact that\b/giu, 'because'],
  [/\bin spite of the fact that\b/giu, 'although'],
  [/\bat th(?:is|e present) point in time\b/giu, 'now'],
  [/\bin the event (?:that|of)\b/giu, 'if'],
  [/\bfor the purposes? of\b/giu, 'for'],
  [/\bwith (?:regards?|respect) to\b/giu, 'about'],
  [/\bin order to\b/giu, 'to'],
  [/\bprior to\b/giu, 'before'],
  [/\bsubsequent to\b/giu, 'after'],
  [/\ba majority of\b/giu, 'most'],
  [/\bhas the ability to\b/giu, 'can'],
  [/\bhave the ability to\b/giu, 'can'],
  [/\bin a timely manner\b/giu, 'in time'],
  [/\bon a (daily|weekly|monthly|yearly) basis\b/giu, '$1'],
]

/** Words of the trade that say less than the plain one. */
const jargon: [RegExp, string][] = [
  [/\butili[sz]e(s|d)?\b/giu, 'use$1'],
  [/\butili[sz]ing\b/giu, 'using'],
  [/\bleverage(s|d)?\b(?! ratio)/giu, 'use$1'],
  [/\bleveraging\b/giu, 'using'],
  [/\boperationali[sz]e(s|d)?\b/giu, 'carry out'],
  [/\bsynerg(?:y|ies|istic)\b/giu, '[what the two gain from each other]'],
  [/\bparadigm shift\b/giu, '[what changes]'],
  [/\bholistic(?:ally)?\b/giu, 'whole'],
  [/\bturn-?key\b/giu, 'ready'],
  [/\bvalue[- ]add\b/giu, '[what the customer gains]'],
  [/\blow-hanging fruit\b/giu, '[what comes first]'],
  [/\bmove the needle\b/giu, '[what changes, by how much]'],
  [/\bmoving the needle on\b/giu, '[changing what, by how much]'],
  [/\bmission[- ]critical\b/giu, '[what stops without it]'],
  [/\bgo-forward\b/giu, 'coming'],
  [/\bideate\b/giu, 'think up'],
  [/\bend-to-end\b/giu, '[from where to where]'],
  [/\bomni-?channel\b/giu, '[which ways]'],
]

/** N9: unexplained jargon, and the long way round. Each has a shorter wording that can stand in its place. */
export const plainWords: BlockRule = {
  id: 'plain-words',
  severity: 'consider',
  isOfWords: true,
  reads: 'block',
  find(block) {
    if (!isSentences(block)) return []
    const found = (forms: [RegExp, string][], why: (said: string, instead: string) => string): Hit[] =>
      forms.flatMap(([form, instead]) =>
        [...block.prose.matchAll(form)]
          .filter(({ index }) => !isNameIn(block.prose, index))
          .map((match) => {
            const plain = cased(match[0], match[0].replace(new RegExp(form.source, 'iu'), instead))
            return {
              block: block.id,
              from: match.index,
              to: match.index + match[0].length,
              message: why(match[0], plain),
              repair: wording(plain),
            }
          }),
      )
    return [
      ...found(
        jargon,
        (said) =>
          `“${said}” is a word of the trade: the customer would not say it, and it hides what is meant.`,
      ),
      ...found(
        wordy,
        (said, instead) => `“${said}” says “${instead}” in more words, and a page has no room for them.`,
      ),
    ]
  },
}

const cased = (said: string, instead: string) =>
  /^\p{Lu}/u.test(said) ? instead.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : instead
