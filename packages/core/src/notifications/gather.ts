import type { NewsLine } from './contract.ts'

/** One row of news: a line, or comments on one document that stand beside each other in time. */
export interface NewsRow {
  first: NewsLine
  /** The latest first. */
  lines: readonly NewsLine[]
}

/** Comments on one document with nothing between them are one row, of several people too. */
export function gather(lines: readonly NewsLine[]): NewsRow[] {
  const rows: { first: NewsLine; lines: NewsLine[] }[] = []
  for (const line of lines) {
    const above = rows.at(-1)
    if (above && isBeside(above.first, line)) {
      above.lines.push(line)
      above.first = line
    } else rows.push({ first: line, lines: [line] })
  }
  return rows
}

const isBeside = (a: NewsLine, b: NewsLine) =>
  a.comment !== null &&
  b.comment !== null &&
  a.comment.narrativeId === b.comment.narrativeId &&
  a.comment.editionId === b.comment.editionId

/** Each once, in the order in which they first spoke: `Omar and Noor`, `Omar, Noor and 3 others`. */
export function actorsOf({ lines }: NewsRow): string {
  const names = [...new Set(lines.toReversed().flatMap(({ actor }) => actor?.name ?? []))]
  if (names.length <= 2) return names.join(' and ')
  const rest = names.length - 2
  return `${names.slice(0, 2).join(', ')} and ${rest === 1 ? names[2] : `${rest} others`}`
}
