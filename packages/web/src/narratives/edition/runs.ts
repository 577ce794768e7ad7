import { FOOTNOTE, idOf, type MarkJson, type NodeJson } from '@foreword/document/json'

/** A stretch of one text with one set of marks. A line break is a run of one character, '\n'. */
export interface Run {
  from: number
  to: number
  text: string
  marks: readonly MarkJson[]
  /** Ids of the passages marked here, outermost first. */
  marked: readonly EditionMark[]
  /** The footnote that this one character stands for. */
  note?: string
}

/** A passage shown marked on the sheet. */
export interface EditionMark {
  id: string
  blockId: string
  from: number
  to: number
  /** `mark`: washed. `at-hand`: the one spoken of. `mine`: underlined, one's own. `cursor`: chosen by keyboard. */
  tone?: 'mark' | 'at-hand' | 'mine' | 'cursor'
  /** Shown where the pointer rests: “2 questions”. */
  label?: string
}

/** The text of one line as runs: cut where a mark of the text or of a passage begins or ends. */
export function runsOf(
  block: NodeJson,
  line: { from: number; to: number },
  marks: readonly EditionMark[],
): Run[] {
  const edges = new Set(marks.flatMap(({ from, to }) => [from, to]))
  const runs: Run[] = []
  let at = 0
  for (const child of block.content ?? []) {
    const isNote = child.type === 'footnote'
    const text = child.type === 'hardBreak' ? '\n' : isNote ? FOOTNOTE : (child.text ?? '')
    const start = Math.max(at, line.from)
    const end = Math.min(at + text.length, line.to)
    const cuts = [
      start,
      ...[...edges].filter((edge) => edge > start && edge < end).sort((a, b) => a - b),
      end,
    ]
    cuts.slice(0, -1).forEach((from, index) => {
      const to = cuts[index + 1] ?? end
      if (from >= to) return
      runs.push({
        from,
        to,
        text: text.slice(from - at, to - at),
        marks: child.marks ?? [],
        marked: marks.filter((mark) => mark.from < to && mark.to > from),
        ...(isNote ? { note: idOf(child) } : {}),
      })
    })
    at += text.length
  }
  return runs
}
