import { diffArrays, diffWordsWithSpace } from 'diff'
import { nodeAt, type TextBlock, textBlocks } from './blocks.ts'
import { type Figure, figures } from './figures.ts'
import type { DocumentJson, NodeJson } from './json.ts'

/** A stretch of words in a changed block. Kept and added runs joined are the new text, kept and removed the old. */
export interface Run {
  kind: 'kept' | 'added' | 'removed'
  text: string
}

/** A text block, or a figure; the text of a figure is its source, its caption and what it says to who cannot see it. */
export interface Compared extends Omit<TextBlock, 'type'> {
  type: TextBlock['type'] | Figure['type']
}

export type BlockChange =
  | { kind: 'kept'; before: Compared; after: Compared }
  | { kind: 'added'; after: Compared }
  | { kind: 'removed'; before: Compared }
  /** `isRestyled`: the words are the same, but their type, part or marks are not, or another picture is shown. */
  | { kind: 'changed'; before: Compared; after: Compared; runs: Run[]; isRestyled: boolean }

export interface Comparison {
  /** Every text block and figure of both documents, in reading order; what was removed stands where it stood. */
  blocks: BlockChange[]
  /** Indexes into `blocks` of what is not kept, for "next change" and "previous change". */
  changes: number[]
  wordsAdded: number
  wordsRemoved: number
}

/**
 * Word by word, what `after` says that `before` did not. Blocks are matched by their id, then by equal text, then
 * by likeness where they stand; a block that moved is removed in one place and added in another.
 */
export function compare(before: DocumentJson, after: DocumentJson): Comparison {
  const blocks = align(written(before), written(after)).map(([old, now]) => change(before, after, old, now))
  const runs = blocks.flatMap(runsOf)
  return {
    blocks,
    changes: blocks.flatMap((block, index) => (block.kind === 'kept' ? [] : [index])),
    wordsAdded: words(runs, 'added'),
    wordsRemoved: words(runs, 'removed'),
  }
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

type Pair = [before: Compared | undefined, after: Compared | undefined]

function align(before: Compared[], after: Compared[]): Pair[] {
  const ids = new Set(before.map((block) => block.id))
  const shared = new Set(after.map((block) => block.id).filter((id) => id !== '' && ids.has(id)))
  // documents without a common past (a new import) have no ids in common: there the words are the key
  const sameKey = (a: Compared, b: Compared) =>
    shared.has(a.id) || shared.has(b.id) ? a.id === b.id : a.text === b.text
  const pairs: Pair[] = []
  let old = 0
  let now = 0
  let removed: Compared[] = []
  let added: Compared[] = []
  const settle = () => {
    pairs.push(...likeliest(removed, added))
    removed = []
    added = []
  }
  for (const step of diffArrays(before, after, { comparator: sameKey })) {
    if (step.removed) removed.push(...before.slice(old, old + step.count))
    else if (step.added) added.push(...after.slice(now, now + step.count))
    else {
      settle()
      for (let at = 0; at < step.count; at++) pairs.push([before[old + at], after[now + at]])
    }
    if (!step.added) old += step.count
    if (!step.removed) now += step.count
  }
  settle()
  return pairs
}

/** Between two kept blocks: which removed block became which added one, in order, if they share half their words. */
function likeliest(removed: Compared[], added: Compared[]): Pair[] {
  const pairs: Pair[] = []
  let next = 0
  // in a rewrite of hundreds of blocks nobody follows which became which, and comparing all would take seconds
  const isRewrite = removed.length * added.length > 10_000
  for (const now of added) {
    const match = isRewrite
      ? -1
      : removed.findIndex((old, index) => index >= next && likeness(old.text, now.text) >= 0.5)
    if (match === -1) {
      pairs.push([undefined, now])
      continue
    }
    for (; next < match; next++) pairs.push([removed[next], undefined])
    pairs.push([removed[match], now])
    next = match + 1
  }
  for (; next < removed.length; next++) pairs.push([removed[next], undefined])
  return pairs
}

/** Share of common words, 0 to 1. */
function likeness(a: string, b: string): number {
  const left = a.toLowerCase().split(/\s+/)
  const right = new Set(b.toLowerCase().split(/\s+/))
  const common = left.filter((word) => right.has(word)).length
  return (2 * common) / (left.length + b.split(/\s+/).length)
}

function change(
  before: DocumentJson,
  after: DocumentJson,
  old: Compared | undefined,
  now: Compared | undefined,
): BlockChange {
  if (old === undefined) {
    if (now === undefined) throw new Error('a pair of nothing')
    return { kind: 'added', after: now }
  }
  if (now === undefined) return { kind: 'removed', before: old }
  if (old.text !== now.text)
    return {
      kind: 'changed',
      before: old,
      after: now,
      runs: runsBetween(old.text, now.text),
      isRestyled: false,
    }
  if (looksOf(nodeAt(before, old.path), old) === looksOf(nodeAt(after, now.path), now))
    return { kind: 'kept', before: old, after: now }
  const runs: Run[] = [{ kind: 'kept', text: now.text }]
  return { kind: 'changed', before: old, after: now, runs, isRestyled: true }
}

function looksOf(node: NodeJson | undefined, block: Compared): string {
  // the level of a heading; what a figure shows and how wide
  const { level, src, drawing, scene, width } = node?.attrs ?? {}
  const marks = (node?.content ?? []).map((child) => [
    child.text,
    child.marks?.map(({ type, attrs }) => [type, attrs]),
  ])
  return JSON.stringify([block.type, block.part, level, src, drawing, scene, width, marks])
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
  if (block.kind === 'changed') return block.runs
  if (block.kind === 'added') return [{ kind: 'added', text: block.after.text }]
  return block.kind === 'removed' ? [{ kind: 'removed', text: block.before.text }] : []
}

function words(runs: Run[], kind: Run['kind']): number {
  return runs
    .filter((run) => run.kind === kind)
    .reduce((sum, run) => sum + run.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0)
}
