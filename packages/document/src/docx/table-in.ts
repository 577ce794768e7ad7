import type { NodeJson } from '../json.ts'
import type { Reading } from './reading.ts'
import { childNamed, elementsOf, isOn, valOf, type Xml } from './xml.ts'

const WIDEST_SPAN = 100

/** A table: cells that Word continues from the row above become the span of the cell they continue. */
export function tableOf(table: Xml, reading: Reading, blocksIn: (cell: Xml) => NodeJson[]): NodeJson {
  /** By column: the cell that the next row may continue. */
  let above = new Map<number, NodeJson & { attrs: { rowspan: number } }>()
  const rows = rowsIn(table).map((row): NodeJson => {
    const isHeader = isHeaderRow(row)
    const here: typeof above = new Map()
    const cells: NodeJson[] = []
    let column = 0
    for (const cell of cellsIn(row)) {
      const properties = childNamed(cell, 'w:tcPr')
      const colspan = spanOf(valOf(properties, 'w:gridSpan'))
      const merge = childNamed(properties, 'w:vMerge')
      const continued = merge && merge.attrs['w:val'] !== 'restart' ? above.get(column) : undefined
      if (continued) {
        continued.attrs.rowspan += 1
        here.set(column, continued)
      } else {
        const made = cellOf(cell, isHeader, colspan, reading, blocksIn)
        cells.push(made)
        if (merge) here.set(column, made)
      }
      column += colspan
    }
    above = here
    return { type: 'tableRow', content: cells }
  })
  return { type: 'table', content: rows }
}

function cellOf(
  cell: Xml,
  isHeader: boolean,
  colspan: number,
  reading: Reading,
  blocksIn: (cell: Xml) => NodeJson[],
) {
  const first = elementsOf(cell).find(({ name }) => name === 'w:p')
  const style = reading.styles.get(valOf(childNamed(first, 'w:pPr'), 'w:pStyle') ?? '')
  const isHeading = isHeader || style?.role === 'table-heading'
  const content = blocksIn(cell)
  return {
    type: isHeading ? 'tableHeader' : 'tableCell',
    attrs: { colspan, rowspan: 1, align: alignOf(first) },
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function rowsIn(table: Xml): Xml[] {
  return heldIn(table, 'w:tr')
}

function cellsIn(row: Xml): Xml[] {
  return heldIn(row, 'w:tc')
}

/** Rows and cells may stand in a content control. */
function heldIn(node: Xml, name: string): Xml[] {
  return elementsOf(node).flatMap((child) => {
    if (child.name === name) return [child]
    return ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(child.name) ? heldIn(child, name) : []
  })
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1)
  return Number.isInteger(span) && span >= 1 && span <= WIDEST_SPAN ? span : 1
}

/** Alignment of a paragraph as a table's cell keeps it. */
function alignOf(paragraph: Xml | undefined): 'left' | 'center' | 'right' | null {
  const value = valOf(childNamed(paragraph, 'w:pPr'), 'w:jc')
  if (value === 'center') return 'center'
  if (value === 'right' || value === 'end') return 'right'
  return value === 'left' || value === 'start' ? 'left' : null
}

function isHeaderRow(row: Xml): boolean {
  return isOn(childNamed(row, 'w:trPr'), 'w:tblHeader')
}
