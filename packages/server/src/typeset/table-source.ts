import type { NodeJson } from '@foreword/document/json'

interface Placed {
  cell: NodeJson
  x: number
  y: number
  colspan: number
  rowspan: number
}

/**
 * A table with every cell placed by name: a row with too few cells must not pull the next row up. Header rows
 * are not repeated on the next page, because a line has one number.
 */
export function tableSource(node: NodeJson, inside: (cell: NodeJson) => string): string {
  const placed = place(node)
  const columns = Math.max(1, ...placed.map(({ x, colspan }) => x + colspan))
  const cells = placed.map(({ cell, x, y, colspan, rowspan }) => {
    const align = cell.attrs?.align
    const aligned = align === 'right' || align === 'center' ? `align: ${align}, ` : ''
    const bold = cell.type === 'tableHeader' ? 'set text(weight: 600)\n' : ''
    return `table.cell(x: ${x}, y: ${y}, colspan: ${colspan}, rowspan: ${rowspan}, ${aligned}{\n${bold}${inside(cell)}\n})`
  })
  return `{
set text(size: 9.5pt, number-type: "lining", number-width: "tabular")
block(above: 1.1em, below: 1.1em, table(columns: ${columns}, inset: (x: 5pt, y: 4pt), align: left,
stroke: (x, y) => (bottom: 0.4pt + rgb("#b5aea4")),
${cells.join(',\n')}))
}`
}

const WIDEST_SPAN = 100

function place(table: NodeJson): Placed[] {
  const taken = new Set<string>()
  const placed: Placed[] = []
  ;(table.content ?? []).forEach((row, y) => {
    let x = 0
    for (const cell of row.content ?? []) {
      while (taken.has(`${x} ${y}`)) x++
      let colspan = 1
      while (colspan < span(cell, 'colspan') && !taken.has(`${x + colspan} ${y}`)) colspan++
      const rowspan = Math.min(span(cell, 'rowspan'), (table.content ?? []).length - y)
      for (let dx = 0; dx < colspan; dx++)
        for (let dy = 0; dy < rowspan; dy++) taken.add(`${x + dx} ${y + dy}`)
      placed.push({ cell, x, y, colspan, rowspan })
      x += colspan
    }
  })
  return placed
}

function span(cell: NodeJson, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.attrs?.[name])
  return Number.isInteger(value) && value >= 1 ? Math.min(value, WIDEST_SPAN) : 1
}
