import type { Outputs } from '../../api.ts'

/** What the sheet needs of an edition: any reading of one has it, and the pages of a draft, which has no number yet. */
export type SetEdition = Pick<
  Outputs['narratives']['edition'],
  'narrativeId' | 'title' | 'document' | 'paper' | 'lines' | 'figures'
> & { number: number | null }
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
  /** Figures that stand on this page, by block. */
  figures: ReadonlyMap<string, SetFigure>
}

export type SetFigure = SetEdition['figures'][number]

export function settingOf({ lines, figures }: Pick<SetEdition, 'lines' | 'figures'>): Setting {
  const pages: PageSetting[] = []
  const byPage = Map.groupBy(lines, (line) => line.page)
  // a page of nothing but a picture has no line
  for (const { page } of figures) if (!byPage.has(page)) byPage.set(page, [])
  for (const [page, ofPage] of byPage) {
    const numbered = new Map<number, SetLine>()
    for (const line of ofPage) if (!numbered.has(line.line)) numbered.set(line.line, line)
    pages.push({
      page,
      blocks: Map.groupBy(ofPage, (line) => line.block),
      numbered: new Set(numbered.values()),
      figures: new Map(figures.filter((each) => each.page === page).map((each) => [each.block, each])),
    })
  }
  return { pages: pages.sort((a, b) => a.page - b.page), lines }
}
