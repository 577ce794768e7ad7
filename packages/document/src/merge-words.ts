import { type Hunk, hunksBetween } from './hunks.ts'

/**
 * A text as two people made it of `base`, each without the other’s words; null where both rewrote the same ones, for
 * then somebody has to choose. It does not matter which of them is called whose. What both put at the same place
 * stands side by side, in an order that the words alone decide.
 */
export function mergedWords(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  const words = tokens(base)
  const [left, right] = [phrases(words, tokens(mine)), phrases(words, tokens(theirs))]
  const all = [...left]
  for (const hunk of right) {
    if (left.some((other) => same(other, hunk))) continue
    if (left.some((other) => overlap(other, hunk))) return null
    all.push(hunk)
  }
  all.sort((a, b) => a.start - b.start || a.end - b.end || inOrder(a.put.join(''), b.put.join('')))
  let out = ''
  let at = 0
  all.forEach(({ start, end, put }, index) => {
    const before = all[index - 1]
    const isBeside = before?.start === start && before.end === end
    const text = put.join('')
    out += words.slice(at, start).join('')
    // two words that were never one
    if (isBeside && /\S$/u.test(out) && /^\S/u.test(text)) out += ' '
    out += text
    at = end
  })
  return out + words.slice(at).join('')
}

/** What to put in the place of the characters from `start` to `end`. */
export interface Splice {
  start: number
  end: number
  text: string
}

/** What makes `after` of `before`, the last first, so that none moves the place of another. */
export function splicesBetween(before: string, after: string): Splice[] {
  const words = tokens(before)
  const ends = [0]
  for (const word of words) ends.push((ends.at(-1) ?? 0) + word.length)
  return hunksBetween(words, tokens(after), itself)
    .map(({ start, end, put }) =>
      trimmed(before, { start: ends[start] ?? 0, end: ends[end] ?? 0, text: put.join('') }),
    )
    .reverse()
}

/** Words, the space between them, and signs. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
const itself = (token: string) => token

/** A phrase that was rewritten is one change, though the spaces in it are the old ones. */
function phrases(base: string[], side: string[]): Hunk<string>[] {
  const out: Hunk<string>[] = []
  for (const hunk of hunksBetween(base, side, itself)) {
    const last = out.at(-1)
    const between = last && base.slice(last.end, hunk.start)
    if (last && between?.every((token) => token.trim() === '')) {
      last.put.push(...between, ...hunk.put)
      last.end = hunk.end
    } else out.push({ ...hunk })
  }
  return out
}

const same = (a: Hunk<string>, b: Hunk<string>) =>
  a.start === b.start && a.end === b.end && a.put.join('') === b.put.join('')

/** They rewrite the same words, or one puts words between those that the other rewrites. */
const overlap = (a: Hunk<string>, b: Hunk<string>) => a.start < b.end && b.start < a.end

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Without the characters at both ends that stay, so that a caret in a word stays in it. */
function trimmed(before: string, { start, end, text }: Splice): Splice {
  let [from, to, put] = [start, end, text]
  while (from < to && put !== '' && before[from] === put[0]) {
    from += 1
    put = put.slice(1)
  }
  while (from < to && put !== '' && before[to - 1] === put.at(-1)) {
    to -= 1
    put = put.slice(0, -1)
  }
  return { start: from, end: to, text: put }
}
