import { diffWordsWithSpace } from 'diff/lib/diff/word.js'
import { textBlocks } from './blocks.ts'
import { align, type Pair } from './diff-align.ts'
import { type Look, looksBetween } from './diff-looks.ts'
import type { Compared, Run } from './diff-words.ts'
import { figures } from './figures.ts'
import type { DocumentJson } from './json.ts'
import { countWords } from './words.ts'

export type BlockChange =
  | { kind: 'kept'; before: Compared; after: Compared }
  | { kind: 'added'; after: Compared }
  | { kind: 'removed'; before: Compared }
  /** Other words, or the same words set otherwise; `looks` says how, empty when only the words are others. */
  | { kind: 'changed'; before: Compared; after: Compared; runs: Run[]; looks: Look[] }
  /** Stands elsewhere; its words and looks may have changed too. `follows`: it came with the block before it. */
  | { kind: 'moved'; before: Compared; after: Compared; runs: Run[]; looks: Look[]; follows: boolean }

export interface Comparison {
  /** Every text block and figure of both documents, in reading order; what was removed stands where it stood. */
  blocks: BlockChange[]
  /** Indexes into `blocks` of what is not kept, for "next change" and "previous change"; what moved together is one. */
  changes: number[]
  wordsAdded: number
  wordsRemoved: number
}

/**
 * Word by word, what `after` says that `before` did not. Blocks are matched by their id, then by equal text, then
 * by likeness where they stand; what stands elsewhere has moved, and its words are counted as neither new nor gone.
 */
export function compare(before: DocumentJson, after: DocumentJson): Comparison {
  const olds = written(before)
  const follows = followsOf(olds)
  let last: Pair | undefined
  const blocks = align(olds, written(after)).map((pair) => {
    const made = change(before, after, pair, follows(last, pair))
    last = pair
    return made
  })
  const runs = blocks.flatMap(runsOf)
  return {
    blocks,
    changes: blocks.flatMap((block, index) => (isStop(block) ? [index] : [])),
    wordsAdded: words(runs, 'added'),
    wordsRemoved: words(runs, 'removed'),
  }
}

/** Whether a block moved with the one before it, as an answer does with its question. */
function followsOf(olds: readonly Compared[]) {
  const placeOf = new Map(olds.map((block, at) => [block, at]))
  return (last: Pair | undefined, pair: Pair) =>
    last?.kind === 'moved' &&
    pair.kind === 'moved' &&
    placeOf.get(pair.before) === (placeOf.get(last.before) ?? -1) + 1
}

function isStop(block: BlockChange): boolean {
  if (block.kind !== 'moved') return block.kind !== 'kept'
  return !block.follows || block.looks.length > 0 || block.runs.some(({ kind }) => kind !== 'kept')
}

/** Position in `changes` of the change after (or before) a block, going round at the ends; null without changes. */
export function nextChange(comparison: Comparison, from: number, step: 'next' | 'previous'): number | null {
  const { changes } = comparison
  if (changes.length === 0) return null
  const found =
    step === 'next' ? changes.find((index) => index > from) : changes.findLast((index) => index < from)
  return found ?? (step === 'next' ? (changes[0] ?? null) : (changes.at(-1) ?? null))
}

function written(document: DocumentJson): Compared[] {
  const text: Compared[] = textBlocks(document).filter((block) => block.text.trim() !== '')
  const looked = figures(document).map(
    ({ caption, alt, source, ...figure }): Compared => ({
      ...figure,
      text: [source, caption, alt].filter((words) => words !== '').join('\n'),
    }),
  )
  return looked.length === 0 ? text : [...text, ...looked].sort((a, b) => inOrder(a.path, b.path))
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((index, depth) => index !== b[depth])
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1)
}

function change(before: DocumentJson, after: DocumentJson, pair: Pair, follows: boolean): BlockChange {
  if (pair.kind === 'added' || pair.kind === 'removed') return pair
  const { before: old, after: now } = pair
  const runs: Run[] =
    old.text === now.text ? [{ kind: 'kept', text: now.text }] : runsBetween(old.text, now.text)
  const looks = looksBetween({ document: before, block: old }, { document: after, block: now }, runs)
  if (pair.kind === 'moved') return { kind: 'moved', before: old, after: now, runs, looks, follows }
  if (old.text === now.text && looks.length === 0) return { kind: 'kept', before: old, after: now }
  return { kind: 'changed', before: old, after: now, runs, looks }
}

/**
 * The words of two texts side by side; what was removed stands before what was added in its place. A space alone
 * between two changes belongs to both, so that a reader sees one change and not a stammer.
 */
export function runsBetween(before: string, after: string): Run[] {
  const runs: Run[] = []
  let removed = ''
  let added = ''
  const settle = () => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed })
    if (added !== '') runs.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  const steps = diffWordsWithSpace(before, after)
  steps.forEach((step, index) => {
    const isBetween = step.value.trim() === '' && index < steps.length - 1
    if (step.removed) removed += step.value
    else if (step.added) added += step.value
    else if (isBetween && removed !== '' && added !== '') {
      removed += step.value
      added += step.value
    } else {
      settle()
      runs.push({ kind: 'kept', text: step.value })
    }
  })
  settle()
  return runs
}

function runsOf(block: BlockChange): Run[] {
  if (block.kind === 'changed' || block.kind === 'moved') return block.runs
  if (block.kind === 'added') return [{ kind: 'added', text: block.after.text }]
  return block.kind === 'removed' ? [{ kind: 'removed', text: block.before.text }] : []
}

function words(runs: Run[], kind: Run['kind']): number {
  return runs.filter((run) => run.kind === kind).reduce((sum, { text }) => sum + countWords(text), 0)
}
