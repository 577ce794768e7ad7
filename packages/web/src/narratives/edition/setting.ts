import type { Outputs } from '../../api.ts'

/** What the sheet needs of an edition: any reading of one has it. */
export type SetEdition = Pick<
  Outputs['narratives']['edition'],
  'id' | 'number' | 'title' | 'document' | 'paper' | 'lines'
>
export type SetLine = SetEdition['lines'][number]

/** The typesetter's lines, by page and block. Nothing here breaks a line or counts one. */
export interface Setting {
  pages: readonly PageSetting[]
  /** Every line in order; in a table several blocks share one. */
  lines: readonly SetLine[]
}

export interface PageSetting {
  page: number
  /** Lines of each block on this page. A block over two pages has lines on both. */
  blocks: ReadonlyMap<string, readonly SetLine[]>
  /** The first line of each number: the one that carries it in the margin. */
  numbered: ReadonlySet<SetLine>
}

export function settingOf({ lines }: Pick<SetEdition, 'lines'>): Setting {
  const pages: PageSetting[] = []
  for (const [page, ofPage] of Map.groupBy(lines, (line) => line.page)) {
    const numbered = new Map<number, SetLine>()
    for (const line of ofPage) if (!numbered.has(line.line)) numbered.set(line.line, line)
    pages.push({
      page,
      blocks: Map.groupBy(ofPage, (line) => line.block),
      numbered: new Set(numbered.values()),
    })
  }
  return { pages: pages.sort((a, b) => a.page - b.page), lines }
}
