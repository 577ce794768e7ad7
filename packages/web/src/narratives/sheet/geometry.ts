import type { DraftLayout } from '@foreword/core/narratives/narrative'

/** One row of text on the screen, in pixels from the top of the sheet. */
export interface Row {
  top: number
  height: number
}

/** Where the text blocks stand on the sheet, in reading order, each with its rows; an empty one has none. */
export type Geometry = ReadonlyMap<string, { top: number; rows: Row[] }>

const textBlocks = ':is(p, h1, h2, h3, h4, pre)[data-block]'

export function measure(sheet: HTMLElement): Geometry {
  const origin = sheet.getBoundingClientRect().top
  const blocks = new Map<string, { top: number; rows: Row[] }>()
  for (const block of sheet.querySelectorAll<HTMLElement>(textBlocks)) {
    const id = block.dataset.block
    if (id !== undefined) blocks.set(id, placeOf(block, origin))
  }
  return blocks
}

function placeOf(block: HTMLElement, origin: number): { top: number; rows: Row[] } {
  const top = block.getBoundingClientRect().top - origin
  if (block.textContent === '') return { top, rows: [] }
  const range = document.createRange()
  range.selectNodeContents(block)
  // the words of an open footnote float over the page; on paper they stand at its foot
  const floating = [...block.querySelectorAll('.footnote-words')].flatMap((words) => {
    const around = words.getBoundingClientRect()
    return around.height > 0 ? [around] : []
  })
  const boxes = [...range.getClientRects()].filter(
    ({ top: above, bottom, height }) =>
      height > 0 && !floating.some((around) => above >= around.top - 1 && bottom <= around.bottom + 1),
  )
  return { top, rows: merged(boxes.map((box) => ({ top: box.top - origin, height: box.height }))) }
}

/** Boxes that stand beside each other are one row, though a code word or a caret is of another height. */
export function merged(boxes: readonly Row[]): Row[] {
  const rows: Row[] = []
  for (const box of [...boxes].sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1)
    const overlap = row === undefined ? 0 : row.top + row.height - box.top
    if (row !== undefined && overlap > Math.min(row.height, box.height) / 2) {
      const bottom = Math.max(row.top + row.height, box.top + box.height)
      row.height = bottom - row.top
    } else rows.push({ ...box })
  }
  return rows
}

export interface NumberedRow extends Row {
  line: number
}

/**
 * The typesetter's line numbers at the rows of the screen. Where a block has as many rows as lines, each row has its
 * number; where the browser broke it otherwise only the first line is known, and only its number is shown. Cells
 * beside each other share their lines, and so does an empty block with what follows it.
 */
export function numbered(geometry: Geometry, layout: DraftLayout): NumberedRow[] {
  const numbers: NumberedRow[] = []
  const byLine = Map.groupBy(layout.blocks, ({ line }) => line)
  for (const [line, blocks] of byLine) {
    const lines = Math.max(...blocks.map((block) => block.lines))
    const written = blocks.flatMap(({ block }) => {
      const rows = geometry.get(block)?.rows ?? []
      return rows.length > 0 ? [rows] : []
    })
    const known = written.find((rows) => rows.length === lines) ?? written[0]?.slice(0, 1) ?? []
    known.forEach((row, at) => {
      numbers.push({ line: line + at, ...row })
    })
  }
  return numbers
}

/** Block that begins each page after the first, by page. A page begun inside a block is shown before the next one. */
export function pageStarts(layout: DraftLayout): Map<string, number> {
  const starts = new Map<string, number>()
  let page = 1
  for (const block of layout.blocks) {
    if (block.page > page) starts.set(block.block, block.page)
    page = Math.max(page, block.page)
  }
  return starts
}
