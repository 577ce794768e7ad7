import type { ChangedLines, Edition } from '@foreword/core/narratives/narrative'
import { type BlockChange, compare } from './diff.ts'
import type { Run } from './diff-words.ts'
import type { DocumentJson } from './json.ts'

type How = ChangedLines['how']
type Line = Edition['lines'][number]

/** An edition as its changes are looked for. */
export interface SetText {
  document: DocumentJson
  lines: readonly Line[]
  figures: Edition['figures']
}

/** Of two changes on one line the stronger is said. */
const strength: Record<How, number> = { new: 3, changed: 2, moved: 1, cut: 0 }

/**
 * R17: the typeset lines of `after` that say something else than `before` did, in order; those below each other that
 * changed in the same way are one.
 *
 * | in `after` | lines |
 * |---|---|
 * | a paragraph that was not there | all of it, `new` |
 * | some words are others, or some are gone | the lines on which they stand or stood, `changed` |
 * | the same words set otherwise | all of it, `changed` |
 * | it stood elsewhere | all of it, `moved`; what became other words on the way, `changed` |
 * | a paragraph is gone, and nothing new stands there | the line after it, `cut` |
 * | a picture | its page, and no line |
 */
export function changedLines(before: DocumentJson, after: SetText): ChangedLines[] {
  const linesOf = Map.groupBy(after.lines, ({ block }) => block)
  const ways = new Map<number, { page: number; how: How }>()
  const figures: ChangedLines[] = []
  const mark = (lines: readonly Line[], how: How) => {
    for (const { line, page } of lines)
      if (strength[how] >= strength[ways.get(line)?.how ?? 'cut']) ways.set(line, { page, how })
  }
  let isCut = false
  for (const change of compare(before, after.document).blocks) {
    if (change.kind === 'removed') {
      isCut = true
      continue
    }
    const lines = linesOf.get(change.after.id) ?? []
    const [first] = lines
    const figure = first ? undefined : after.figures.find(({ block }) => block === change.after.id)
    if (figure && change.kind !== 'kept')
      figures.push({ page: figure.page, line: null, lastLine: null, how: howOf(change) })
    // what stands in the place of what is gone says so itself
    if (isCut && first && change.kind !== 'added') mark([first], 'cut')
    if (first) isCut = false
    if (change.kind !== 'kept') mark(touched(change, lines), howOf(change))
    if (change.kind === 'moved') mark(onRuns(change.runs, lines), 'changed')
  }
  const last = after.lines.at(-1)
  if (isCut && last && !ways.has(last.line)) mark([last], 'cut')
  return [...stretches(ways), ...figures].sort((a, b) => a.page - b.page || (a.line ?? 1e9) - (b.line ?? 1e9))
}

type Changed = Exclude<BlockChange, { kind: 'kept' | 'removed' }>

function howOf({ kind }: Changed): How {
  return kind === 'added' ? 'new' : kind
}

function touched(change: Changed, lines: readonly Line[]): readonly Line[] {
  const isWhole = change.kind !== 'changed' || change.looks.length > 0
  return isWhole ? lines : onRuns(change.runs, lines)
}

/** The lines on which words are new, and those at which words are gone. */
function onRuns(runs: readonly Run[], lines: readonly Line[]): Line[] {
  const found: Line[] = []
  let at = 0
  for (const { kind, text } of runs) {
    const to = kind === 'removed' ? at : at + text.length
    if (kind === 'added') found.push(...lines.filter((line) => line.from < to && line.to > at))
    if (kind === 'removed') {
      const here = lines.find((line) => line.from <= at && at < line.to) ?? lines.at(-1)
      if (here) found.push(here)
    }
    at = to
  }
  return found
}

function stretches(ways: ReadonlyMap<number, { page: number; how: How }>): ChangedLines[] {
  const found: (ChangedLines & { lastLine: number })[] = []
  for (const [line, { page, how }] of [...ways].sort(([a], [b]) => a - b)) {
    const before = found.at(-1)
    const goesOn = before?.page === page && before.how === how && before.lastLine === line - 1
    if (before && goesOn) before.lastLine = line
    else found.push({ page, line, lastLine: line, how })
  }
  return found
}
