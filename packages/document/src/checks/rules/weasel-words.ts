import { type Hit, wording } from '../finding.ts'
import { isSentences } from '../reading.ts'
import type { BlockRule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { hasNumber } from './problem-number.ts'

/** Words that stand where a figure is meant, and what to write in their place; '' is to leave them out. */
const weasels: [RegExp, string][] = [
  [/\b(?:nearly|almost|virtually|practically) (?:all|every|everyone)\b/giu, '[how many of how many]'],
  [/\bthe (?:vast|overwhelming) majority of\b/giu, '[how many] of'],
  [
    /\ba (?:large|small|significant|growing|limited) (?:number|portion|share|percentage|amount) of\b/giu,
    '[how many]',
  ],
  [/\ba number of\b/giu, '[how many]'],
  [
    /\b(?:countless|numerous|a wide (?:range|variety) of|a plethora of|a myriad of|myriad)\b/giu,
    '[how many]',
  ],
  [/\b(?:a lot|lots|plenty|tons|heaps) of\b/giu, '[how many]'],
  [/\b(?:millions|thousands|hundreds|tens of thousands) of\b/giu, '[how many]'],
  [
    /\b(?:significantly|substantially|considerably|dramatically|drastically|vastly|greatly|massively|hugely|exponentially|radically|tremendously)(?= (?:\p{L}+er|more|less|fewer|better|worse)\b)/giu,
    '[how much]',
  ],
  [
    /\b(?:significantly|substantially|considerably|dramatically|drastically|vastly|greatly|massively|hugely|exponentially|radically|tremendously) /giu,
    '',
  ],
  [
    /\b(?:arguably|basically|essentially|generally speaking|for the most part|more or less|to some extent|in many ways|needless to say)\b,? ?/giu,
    '',
  ],
  [/\b(?:very|really|extremely|incredibly|truly|quite|fairly) (?=\p{L})/giu, ''],
]

/** N9: a word that sounds like a figure and is none. With the figure in its sentence it does no harm. */
export const weaselWords: BlockRule = {
  id: 'weasel-words',
  severity: 'consider',
  isOfWords: true,
  reads: 'block',
  find(block) {
    if (!isSentences(block)) return []
    return sentencesOf(block.prose).flatMap((sentence): Hit[] => {
      if (hasNumber(sentence.prose.replace(/\b(?:thousands?|millions?|hundreds?|half)\b/giu, ''))) return []
      const hits: Hit[] = []
      for (const [form, instead] of weasels)
        for (const match of sentence.prose.matchAll(form)) {
          const from = sentence.from + match.index
          const to = from + match[0].length
          if (hits.some((hit) => from < hit.to && to > hit.from)) continue
          const said = match[0].trim()
          hits.push({
            block: block.id,
            from,
            to,
            message: instead
              ? `“${said}” stands where a number is meant, and every reader thinks of another one.`
              : `“${said}” adds weight without saying how much, so a careful reader takes it off again.`,
            repair: wording(instead),
          })
        }
      return hits
    })
  },
}
