import type { Term } from './terms.ts'

/** A paragraph, or an answer, with the name of what it stands in. */
export interface Passage {
  part: string
  text: string
  /** The block of the document that it is; an answer is none. */
  block?: string
}

export interface Snippet {
  part: string
  block: string | null
  snippet: string
  marks: { from: number; to: number }[]
  /** How many of the terms stand in it. */
  count: number
}

const LONGEST = 240
/** So much of what stands before the first word is shown with it. */
const BEFORE = 70

/** The first of the passages with the most of the terms, cut down to the words; the very first when none has any. */
export function snippetOf(passages: readonly Passage[], terms: readonly Term[]): Snippet {
  const expression = expressionOf(terms)
  let best: { passage: Passage; found: Found[]; count: number } | undefined
  for (const passage of passages) {
    const found = expression && mayHold(passage.text, terms) ? foundIn(passage.text, expression) : []
    const count = new Set(found.map(({ term }) => term)).size
    if (!best || count > best.count) best = { passage, found, count }
    if (best.count === terms.length) break
  }
  if (!best) return { part: '', block: null, snippet: '', marks: [], count: 0 }
  const { passage, found, count } = best
  return { part: passage.part, block: passage.block ?? null, ...cut(passage.text, found), count }
}

interface Found {
  term: number
  from: number
  to: number
}

/** Most passages hold none, and to know that takes a tenth of looking for whole words. */
function mayHold(text: string, terms: readonly Term[]): boolean {
  const small = text.toLowerCase()
  return terms.some(({ word }) => small.includes(word.toLowerCase()))
}

function foundIn(text: string, expression: RegExp): Found[] {
  return [...text.matchAll(expression)].map((match) => ({
    term: match.slice(1).findIndex((group) => group !== undefined),
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/** One group for each term, the longer first: *well-being* before *well*. */
function expressionOf(terms: readonly Term[]): RegExp | null {
  if (terms.length === 0) return null
  const groups = terms
    .toSorted((a, b) => b.word.length - a.word.length)
    .map(({ word, isBeginning }) => `(${escaped(word)}${isBeginning ? '[\\p{L}\\p{N}]*' : ''})`)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${groups.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

// a hyphen means nothing here, and may not be escaped
const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function cut(text: string, found: readonly Found[]): Pick<Snippet, 'snippet' | 'marks'> {
  const first = found[0]?.from ?? 0
  const isLong = text.length > LONGEST
  // from the beginning of a word
  const near = isLong && first > BEFORE ? first - BEFORE : 0
  const start = near === 0 ? 0 : Math.min(first, text.indexOf(' ', near) + 1 || first)
  const end = isLong ? Math.min(text.length, start + LONGEST) : text.length
  const lead = start > 0 ? '… ' : ''
  const shown = text.slice(start, end).replace(/[\ud800-\udbff]$/, '')
  const whole = end < text.length ? shown.replace(/\s+\S*$/, '') : shown
  const marks = found
    .filter(({ to }) => to <= start + whole.length)
    .map(({ from, to }) => ({ from: from - start + lead.length, to: to - start + lead.length }))
  return { snippet: `${lead}${whole}${end < text.length ? ' …' : ''}`, marks }
}
