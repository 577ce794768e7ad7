import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../scripts/torture/random.ts'

/** Text that nobody wrote: the same for the same seed, with words as unevenly frequent as in any language. */
export interface Writer {
  below(end: number): number
  word(): string
  sentence(words: number): string
}

const WORDS = 40_000
const FINE = 1 << 30

export function createWriter(seed: number): Writer {
  const random = seededRandom(seed)
  // Zipf: the word of rank r comes 1/r as often as the first
  const word = () => wordOf(Math.floor(WORDS ** (random.integer(FINE) / FINE)) - 1)
  return {
    below: (end) => random.integer(end),
    word,
    sentence(words) {
      const said = Array.from({ length: words }, word).join(' ')
      return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
    },
  }
}

/** The words of our own documents, the most frequent first. */
const base = (() => {
  const root = join(import.meta.dirname, '..')
  const files = globSync(['docs/*.md', '*.md', 'packages/document/src/guides/*.ts'], { cwd: root })
  const seen = new Map<string, number>()
  for (const file of files.toSorted())
    for (const [word] of readFileSync(join(root, file), 'utf8')
      .toLowerCase()
      .matchAll(/[a-z]{2,}/g))
      seen.set(word, (seen.get(word) ?? 0) + 1)
  return [...seen].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word)
})()

/** The rare ones are made of two. */
function wordOf(rank: number): string {
  const [first = '', second = ''] = [base[rank % base.length], base[(rank * 7) % base.length]]
  return rank < base.length ? first : second + first
}
