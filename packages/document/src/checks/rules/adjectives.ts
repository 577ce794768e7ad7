import { type Hit, wording } from '../finding.ts'
import { isSentences } from '../reading.ts'
import type { BlockRule } from '../rule.ts'
import { isNameIn, sentencesOf } from '../sentences.ts'
import { hasNumber } from './problem-number.ts'

/** Praise that any product could claim. */
const praise =
  /\b(?:seamless(?:ly)?|intuitive(?:ly)?|user-friendly|world-class|best-in-class|cutting-edge|state-of-the-art|next-generation|game-changing|revolutionary|groundbreaking|innovative|industry-leading|market-leading|unparalleled|unrivalled|unprecedented|effortless(?:ly)?|blazing(?:ly)?[ -]fast|lightning[ -]fast|robust|delightful|amazing|awesome|feature-rich|frictionless)\b/giu
const leading = /\b(?:a|the) leading (?=\p{L}+)/giu

/** What could be counted, compared and is not. */
const comparatives =
  /\b(?:much |far |even |significantly )?(?:faster|quicker|cheaper|easier|simpler|smarter|more (?:accurate|efficient|efficiently|reliable|productive|effective|effectively|affordable|quickly|easily)|less expensive|more cost-effective)\b(?! and (?:faster|cheaper|easier))/giu

/** N9: an adjective where a number is meant. */
export const adjectives: BlockRule = {
  id: 'adjective-for-number',
  severity: 'consider',
  isOfWords: true,
  reads: 'block',
  find(block) {
    if (!isSentences(block)) return []
    return sentencesOf(block.prose).flatMap((sentence): Hit[] => {
      const at = (match: RegExpExecArray, length = match[0].length) => ({
        block: block.id,
        from: sentence.from + match.index,
        to: sentence.from + match.index + length,
      })
      const isWord = (match: RegExpExecArray) => !isNameIn(sentence.prose, match.index)
      const praises = [...sentence.prose.matchAll(praise), ...sentence.prose.matchAll(leading)].filter(isWord)
      const praised = praises.map((match): Hit => {
        const said = match[0].trim()
        return {
          ...at(match, said.length),
          message: `“${said}” is praise, and any product could claim it: the customer believes what can be counted or seen.`,
          repair: wording('[what one can count or see]'),
        }
      })
      if (block.section !== 'press-release' || hasNumber(sentence.prose)) return praised
      const compared = [...sentence.prose.matchAll(comparatives)].map(
        (match): Hit => ({
          ...at(match),
          message: `“${match[0]}” is a comparison without its figures: than what, and by how much?`,
          repair: wording(`${match[0]} [from how much to how much]`),
        }),
      )
      return [...praised, ...compared]
    })
  },
}
