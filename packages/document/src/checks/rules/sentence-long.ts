import { countWords } from '../../words.ts'
import { act, type Hit, type Repair, wording } from '../finding.ts'
import { isSentences } from '../reading.ts'
import type { BlockRule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

/** N9: a reader holds about so many words in one breath. */
export const sentenceLong: BlockRule = {
  id: 'sentence-long',
  severity: 'consider',
  isOfWords: false,
  reads: 'block',
  find(block, { sentenceWords }) {
    if (!isSentences(block)) return []
    return sentencesOf(block.prose).flatMap(({ from, to, words, prose }): Hit[] => {
      // a list in a sentence is read item by item
      if (words <= sentenceWords) return []
      return [
        {
          block: block.id,
          from,
          to,
          message: `This sentence has ${words} words, and past ${sentenceWords} a reader loses its beginning.`,
          repair: inTwo(block.text.slice(from, to), prose),
        },
      ]
    })
  },
}

/** Where what follows is a sentence of its own: after a semicolon, or a conjunction with a subject. */
const joint = /;\s+|,\s+(and|but|so)\s+(?=(?:we|they|it|he|she|you|I|there|this|that|these)\s)/gu

/** In two at the joint nearest to its middle, else where a reader would draw breath. */
function inTwo(text: string, prose: string): Repair {
  const nearest = (places: RegExpExecArray[]) =>
    places.sort((a, b) => Math.abs(a.index - text.length / 2) - Math.abs(b.index - text.length / 2))[0]
  const at = nearest([...prose.matchAll(joint)])
  if (at) {
    const rest = text.slice(at.index + at[0].length)
    const kept = at[1] === 'but' || at[1] === 'so' ? `${at[1]} ${rest}` : rest
    return wording(
      `${text.slice(0, at.index)}. ${kept.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}`,
    )
  }
  const comma = nearest([...prose.matchAll(/,\s|\s—\s|:\s/gu)])
  if (!comma || countWords(prose.slice(0, comma.index)) < 5)
    return act('Say it in two sentences, one thought in each.')
  const ends = text.slice(0, comma.index).split(/\s+/).slice(-4).join(' ')
  return act(`Say it in two sentences: the first can end after “… ${ends}”.`)
}
