import { textBlocks } from './blocks.ts'
import type { DocumentJson } from './json.ts'

/** Words that mark-up puts between two words of the text: the address of a link, the fence of a code block. */
const MOST_SKIPPED = 400

/** The line of the file, counted from 1, that the character of a block at an offset comes from. */
export type LineInSource = (block: string, offset: number) => number

interface Word {
  word: string
  at: number
}

/**
 * Finds the words of a document in the file it was read from. A reader keeps every word and its order, whatever the
 * format, so both are walked in step; what only the file has (mark-up, addresses) is stepped over.
 */
export function linesInSource(document: DocumentJson, source: string): LineInSource {
  const lineStarts = [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)]
  const written = wordsOf(source)
  const placed = new Map<string, { offset: number; line: number }[]>()
  let next = 0
  let line = 1
  for (const block of textBlocks(document)) {
    const words = wordsOf(block.text)
    const places: { offset: number; line: number }[] = []
    words.forEach(({ word, at }, index) => {
      const found = nextOf(written, next, word, words[index + 1]?.word)
      const place = found === -1 ? undefined : written[found]
      if (place) {
        next = found + 1
        line = lineAt(lineStarts, place.at)
      }
      places.push({ offset: at, line })
    })
    placed.set(block.id, places.length > 0 ? places : [{ offset: 0, line }])
  }
  return (block, offset) => {
    const places = placed.get(block) ?? []
    return (places.findLast((place) => place.offset <= offset) ?? places[0])?.line ?? 1
  }
}

/** Emphasis and escapes may stand inside a word and are no part of it. */
function wordsOf(text: string): Word[] {
  const bare = text.replace(/[*_~`\\]/g, '\u2060')
  return [...bare.matchAll(/[\p{L}\p{N}\u2060]+/gu)].flatMap((match) => {
    const word = match[0].replaceAll('\u2060', '')
    return word === '' ? [] : [{ word, at: match.index + (/^\u2060*/.exec(match[0])?.[0].length ?? 0) }]
  })
}

/** The next place of a word; further off only where the word after it agrees, so that "the" leads nowhere. */
function nextOf(written: readonly Word[], from: number, word: string, after: string | undefined): number {
  for (let at = from; at < Math.min(written.length, from + MOST_SKIPPED); at++) {
    if (written[at]?.word !== word) continue
    if (at - from <= 2 || after === undefined || written[at + 1]?.word === after) return at
  }
  return -1
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
