import { countWords } from '../words.ts'
import type { Span } from './prose.ts'

export interface Sentence extends Span {
  /** The prose of it: what was masked is spaces. */
  prose: string
  words: number
}

const ending = /[.!?…]+["”’»)\]]*(?=\s|$)|\n/gu
const shortForm =
  /(?:^|[\s(])(?:\p{Lu}|Inc|Ltd|Corp|Co|Dr|Mr|Mrs|Ms|Prof|St|No|vs|approx|etc|e\.g|i\.e|cf|U\.S|U\.K|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.$/u

/** The sentences of a masked text. What has no words left is none. */
export function sentencesOf(prose: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const close = (to: number) => {
    const piece = prose.slice(from, to)
    const start = from + (piece.length - piece.trimStart().length)
    const end = from + piece.trimEnd().length
    from = to
    const words = countWords(piece)
    if (words > 0) sentences.push({ from: start, to: end, prose: prose.slice(start, end), words })
  }
  for (const match of prose.matchAll(ending)) {
    const end = match.index + match[0].length
    const before = prose.slice(from, end)
    const next = prose.slice(end).trimStart()
    if (match[0] === '.' && shortForm.test(before) && /^[\p{L}\p{N}]/u.test(next)) continue
    // a stop before a small letter is an abbreviation we do not know
    if (match[0] === '.' && /^\p{Ll}/u.test(next)) continue
    close(end)
  }
  close(prose.length)
  return sentences
}

/** "the Most Innovative prize": a word with a capital inside a sentence is somebody's name for something. */
export function isNameIn(prose: string, at: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(prose.slice(at, at + 2)) && /[\p{L}\p{N},;)’']\s*$/u.test(prose.slice(0, at))
}
