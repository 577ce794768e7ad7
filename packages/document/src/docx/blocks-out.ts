import { figureOf } from '../figures.ts'
import { idOf, type NodeJson, partOf, textOf } from '../json.ts'
import { safeLink } from '../links.ts'
import type { Mark } from './names.ts'
import { drawingOut } from './pictures-out.ts'
import { runsOf, wordsOut } from './words-out.ts'
import { bookmarksFor, numberOf, type Writing } from './writing.ts'
import { tag, val } from './xml-out.ts'

/** Where a block stands, as far as its paragraph has to say so. */
interface Inside {
  part: string
  /** Of the list item whose first paragraph it is. */
  item: { number: number; level: number } | null
  /** Level of the list item that it continues. */
  inItem: number | null
  /** Numbers of the quotes it stands in. */
  quotes: readonly number[]
  cell: { isHeading: boolean; align: string | null } | null
}

const DEEPEST_LEVEL = 8

export function partOut(node: NodeJson, writing: Writing): string {
  writing.waiting.push({ is: 'part', part: partOf(node) })
  const at: Inside = { part: partOf(node), item: null, inItem: null, quotes: [], cell: null }
  let out = ''
  let before: NodeJson | undefined
  for (const block of node.content ?? []) {
    if (before?.type === 'faqEntry' && block.type !== 'faqEntry') writing.waiting.push({ is: 'end' })
    out += blockOut(block, at, writing)
    before = block
  }
  return out
}

function blockOut(node: NodeJson, at: Inside, writing: Writing): string {
  const children = node.content ?? []
  switch (node.type) {
    case 'faqEntry':
      return children.map((child) => blockOut(child, at, writing)).join('')
    case 'faqQuestion':
      return paragraph(node, 'FaqQuestion', at, writing)
    case 'heading':
      return paragraph(node, headingStyle(node, at), at, writing)
    case 'codeBlock':
      return paragraph(node, 'SourceCode', at, writing)
    case 'horizontalRule':
      return paragraph(node, 'HorizontalRule', at, writing)
    case 'bulletList':
    case 'orderedList':
      return listOut(node, at, writing)
    case 'blockquote': {
      if (at.inItem !== null || at.item !== null)
        return children.map((child) => blockOut(child, at, writing)).join('')
      writing.groups += 1
      const quotes = [...at.quotes, writing.groups]
      return children.map((child) => blockOut(child, { ...at, quotes }, writing)).join('')
    }
    case 'table':
      return tableOut(node, at, writing)
    case 'image':
    case 'diagram':
    case 'sketch':
      return pictureOut(node, at, writing)
    default:
      return paragraph(node, styleOf(at), at, writing)
  }
}

/** A picture; where Word can show none of it, its words and, where it has one that anybody can follow, its address. */
function pictureOut(node: NodeJson, at: Inside, writing: Writing): string {
  const figure = figureOf(node, [], { part: at.part, partId: '', entryId: null })
  const drawing = drawingOut(figure, writing.media)
  if (drawing !== null) return paragraph({ ...node, content: [] }, null, at, writing, drawing)
  const alt = figure.alt || 'Picture'
  const href = safeLink(node.attrs?.src)
  const marks = href === null ? {} : { marks: [{ type: 'link', attrs: { href, title: null } }] }
  return paragraph({ ...node, content: [{ type: 'text', text: alt, ...marks }] }, null, at, writing)
}

function headingStyle(node: NodeJson, at: Inside): string {
  const level = Math.min(Math.max(Number(node.attrs?.level) || 4, 1), 4)
  return at.part === 'headline' && level === 1 ? 'Title' : `Heading${level}`
}

function styleOf(at: Inside): string | null {
  if (at.cell?.isHeading) return 'TableHeading'
  if (at.quotes.length > 0) return 'Quote'
  if (at.part === 'subheading' && !at.cell && !at.item) return 'Subtitle'
  return at.item || at.inItem !== null ? 'ListParagraph' : null
}

function paragraph(
  node: NodeJson,
  style: string | null,
  at: Inside,
  writing: Writing,
  drawing?: string,
): string {
  const marks: Mark[] = []
  if (at.quotes.length > 0) marks.push({ is: 'in-quote', quotes: at.quotes })
  if (at.inItem !== null) marks.push({ is: 'in-item', level: at.inItem })
  const { start, end } = bookmarksFor(idOf(node), marks, writing)
  const properties = [
    style === null ? '' : val('pStyle', style),
    at.item ? tag('w:numPr', {}, val('ilvl', at.item.level), val('numId', at.item.number)) : '',
    at.inItem === null ? '' : tag('w:ind', { 'w:left': 567 * (at.inItem + 1) }),
    at.cell?.align ? val('jc', at.cell.align) : '',
  ].join('')
  const words =
    drawing ??
    (node.type === 'codeBlock'
      ? tag('w:r', {}, wordsOut(textOf(node)))
      : runsOf(node.content ?? [], writing.passages.get(idOf(node)) ?? [], writing))
  return tag('w:p', {}, properties === '' ? '' : tag('w:pPr', {}, properties), start, words, end)
}

function listOut(node: NodeJson, at: Inside, writing: Writing): string {
  const level = Math.min((at.inItem ?? -1) + 1, DEEPEST_LEVEL)
  const ordered = node.type === 'orderedList'
  const number = numberOf({ ordered, level, start: Number(node.attrs?.start ?? 1) }, writing)
  return (node.content ?? [])
    .map((item) =>
      (item.content ?? [])
        .map((block, index) => {
          const isFirst = index === 0 && block.type === 'paragraph'
          const isList = block.type === 'bulletList' || block.type === 'orderedList'
          const inside: Inside = isFirst
            ? { ...at, item: { number, level }, inItem: null }
            : { ...at, item: null, inItem: level }
          // an item that begins with a list or a table has a line of its own all the same
          const own =
            index === 0 && !isFirst
              ? paragraph(
                  { type: 'paragraph' },
                  'ListParagraph',
                  { ...at, item: { number, level }, inItem: null },
                  writing,
                )
              : ''
          return own + (isList ? listOut(block, inside, writing) : blockOut(block, inside, writing))
        })
        .join(''),
    )
    .join('')
}

/** A cell that spans rows is written again in each of them, as one that continues. */
function tableOut(node: NodeJson, at: Inside, writing: Writing): string {
  const rows = node.content ?? []
  // what waits for a paragraph must not wait inside a cell
  const before =
    writing.waiting.length > 0
      ? paragraph({ type: 'paragraph' }, null, { ...at, inItem: null, quotes: [] }, writing)
      : ''
  /** By column: how many rows a cell from above still covers, and how wide it is. */
  let covered = new Map<number, { rows: number; width: number }>()
  let widest = 1
  const written = rows.map((row) => {
    const left = new Map<number, { rows: number; width: number }>()
    let column = 0
    let out = ''
    const pass = () => {
      for (let over = covered.get(column); over; over = covered.get(column)) {
        out += cellXml(over.width, tag('w:vMerge'), tag('w:p'))
        if (over.rows > 1) left.set(column, { ...over, rows: over.rows - 1 })
        column += over.width
      }
    }
    for (const cell of row.content ?? []) {
      pass()
      const width = Number(cell.attrs?.colspan ?? 1)
      const height = Number(cell.attrs?.rowspan ?? 1)
      const merge = height > 1 ? val('vMerge', 'restart') : ''
      out += cellXml(width, merge, cellContent(cell, at, writing))
      if (height > 1) left.set(column, { rows: height - 1, width })
      column += width
    }
    pass()
    widest = Math.max(widest, column)
    covered = left
    const cells = row.content ?? []
    const isHeader = cells.length > 0 && cells.every(({ type }) => type === 'tableHeader')
    return tag('w:tr', {}, isHeader ? tag('w:trPr', {}, tag('w:tblHeader')) : '', out)
  })
  const properties = tag(
    'w:tblPr',
    {},
    val('tblStyle', 'TableGrid'),
    tag('w:tblW', { 'w:w': 0, 'w:type': 'auto' }),
  )
  const grid = tag(
    'w:tblGrid',
    {},
    ...Array.from({ length: widest }, () => tag('w:gridCol', { 'w:w': Math.round(9360 / widest) })),
  )
  return before + tag('w:tbl', {}, properties, grid, ...written)
}

function cellXml(width: number, merge: string, content: string): string {
  const properties =
    tag('w:tcW', { 'w:w': 0, 'w:type': 'auto' }) + (width > 1 ? val('gridSpan', width) : '') + merge
  return tag('w:tc', {}, tag('w:tcPr', {}, properties), content)
}

function cellContent(cell: NodeJson, at: Inside, writing: Writing): string {
  const align = typeof cell.attrs?.align === 'string' ? cell.attrs.align : null
  const inside: Inside = {
    ...at,
    item: null,
    inItem: null,
    quotes: [],
    cell: { isHeading: cell.type === 'tableHeader', align },
  }
  const blocks = cell.content ?? []
  const content = blocks.map((block) => blockOut(block, inside, writing)).join('')
  // a cell must end with a paragraph
  return blocks.length === 0 || blocks.at(-1)?.type === 'table' ? content + tag('w:p') : content
}
