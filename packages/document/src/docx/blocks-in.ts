import type { NodeJson } from '../json.ts'
import { type Inline, inlineText, isAll, textNode, withoutMark } from '../markdown/inline.ts'
import { MARKER } from '../markdown/marker.ts'
import { blockOfBookmark, type Mark, markOfBookmark } from './names.ts'
import type { Reading } from './reading.ts'
import { blocksOf, type Line } from './structure-in.ts'
import type { Style } from './styles-in.ts'
import { tableOf } from './table-in.ts'
import { wordsOf } from './words-in.ts'
import { childNamed, elementsOf, inside, textIn, valOf, type Xml } from './xml.ts'

const bare = { quotes: [], item: null, inItem: null, before: [] }

/** Everything a body, cell, note or text box holds, flat. */
export function linesOf(holder: Xml, reading: Reading): Line[] {
  return elementsOf(holder).flatMap((child): Line[] => {
    switch (child.name) {
      case 'w:p':
        return paragraphLines(child, reading)
      case 'w:tbl':
        return [{ ...bare, block: tableOf(child, reading, (cell) => blocksOf(linesOf(cell, reading))) }]
      case 'w:sdt':
        return isContents(child) ? [] : linesOf(childNamed(child, 'w:sdtContent') ?? child, reading)
      case 'w:customXml':
      case 'w:ins':
      case 'w:del':
      case 'w:moveTo':
      case 'w:moveFrom':
      case 'w:smartTag':
        return linesOf(child, reading)
      case 'mc:AlternateContent':
        return linesOf(childNamed(child, 'mc:Choice') ?? child, reading)
      case 'w:commentRangeStart':
        reading.open.add(child.attrs['w:id'] ?? '')
        return []
      case 'w:commentRangeEnd':
        reading.open.delete(child.attrs['w:id'] ?? '')
        return []
      default:
        return []
    }
  })
}

/** A table of contents is made by Word out of the headings and is nobody's words. */
function isContents(block: Xml): boolean {
  const gallery = valOf(inside(block, 'w:sdtPr', 'w:docPartObj'), 'w:docPartGallery')
  return gallery === 'Table of Contents'
}

function paragraphLines(paragraph: Xml, reading: Reading): Line[] {
  const properties = childNamed(paragraph, 'w:pPr')
  const style = reading.styles.get(valOf(properties, 'w:pStyle') ?? '')
  const words = wordsOf(paragraph, reading)
  if (style?.role === 'contents') return []
  const marks = words.bookmarks.flatMap((name) => markOfBookmark(name) ?? [])
  const id = words.bookmarks.map(blockOfBookmark).find((found) => found !== null)
  const quotes = quotesOf(marks, style)
  const found = blocksOfParagraph(words.content, style, properties, id ?? null)
  const item = itemOf(properties, style, reading)
  // an item may hold no words of its own, only a list beneath it
  if (item && found.length === 0) found.push({ type: 'paragraph', content: [] })
  const lines = found.map(
    (block, at): Line => ({
      block,
      quotes,
      item: at === 0 && block.type === 'paragraph' ? item : null,
      inItem: at === 0 ? inItemOf(marks, style) : null,
      before: [],
    }),
  )
  const boxes = words.boxes.flatMap((box) => linesOf({ name: '', attrs: {}, children: [box] }, reading))
  const before = marks.flatMap(markerOf)
  if (style?.role === 'question' && found[0]?.type === 'heading')
    before.push({ type: MARKER, text: 'question' })
  const all = [...lines, ...boxes]
  const [first, ...rest] = all
  if (!first) return before.map((block) => ({ ...bare, block }))
  return [{ ...first, before }, ...rest]
}

function markerOf(mark: Mark): NodeJson[] {
  if (mark.is === 'part') return [{ type: MARKER, text: `part=${mark.part}` }]
  return mark.is === 'end' ? [{ type: MARKER, text: 'end' }] : []
}

function quotesOf(marks: Mark[], style: Style | undefined): Line['quotes'] {
  for (const mark of marks) if (mark.is === 'in-quote') return mark.quotes
  return style?.role === 'quote' ? [-1] : []
}

function inItemOf(marks: Mark[], style: Style | undefined): number | null {
  for (const mark of marks) if (mark.is === 'in-item') return mark.level
  if (style?.role !== 'list-continue') return null
  return Number(/\d$/.exec(style.name)?.[0] ?? 1) - 1
}

const DEEPEST_ITEM = 8

function itemOf(properties: Xml | undefined, style: Style | undefined, reading: Reading): Line['item'] {
  const own = childNamed(properties, 'w:numPr')
  const numId = valOf(own, 'w:numId') ?? style?.numbering?.numId
  if (numId === undefined || style?.headingLevel) return null
  const given = Number(valOf(own, 'w:ilvl') ?? style?.numbering?.level ?? 0)
  const level = Math.min(Math.max(Number.isInteger(given) ? given : 0, 0), DEEPEST_ITEM)
  const found = reading.numbering(numId, level)
  if (!found) return null
  const key = `${numId}/${level}`
  const number = (reading.counts.get(key) ?? found.start - 1) + 1
  reading.counts.set(key, number)
  // a deeper level counts afresh beneath every new item
  for (let deeper = level + 1; deeper <= DEEPEST_ITEM; deeper++) reading.counts.delete(`${numId}/${deeper}`)
  return { numId, level, ordered: found.ordered, number }
}

function blocksOfParagraph(
  content: Inline,
  style: Style | undefined,
  properties: Xml | undefined,
  id: string | null,
): NodeJson[] {
  const attrs = id === null ? {} : { id }
  if (style?.role === 'code')
    return [{ type: 'codeBlock', attrs: { ...attrs, language: null }, content: codeText(content) }]
  const isRule = style?.role === 'rule' || inside(properties, 'w:pBdr', 'w:bottom') !== undefined
  if (isRule && inlineText(content).trim() === '' && content.every(({ type }) => type !== 'image'))
    return [{ type: 'horizontalRule', attrs }]
  const level = headingLevelOf(style, properties)
  if (level !== null)
    return withPictures('heading', { ...attrs, level: Math.min(level, 4) }, plainHeading(content))
  return withPictures('paragraph', attrs, content)
}

function headingLevelOf(style: Style | undefined, properties: Xml | undefined): number | null {
  if (style?.role === 'title') return 1
  if (style?.role === 'question') return 3
  if (style?.role === 'subtitle') return null
  const outline = Number(valOf(properties, 'w:outlineLvl') ?? Number.NaN)
  return style?.headingLevel ?? (outline >= 0 && outline <= 8 ? outline + 1 : null)
}

/** A heading is bold by its nature; that somebody pressed B as well says nothing more. */
function plainHeading(content: Inline): Inline {
  return isAll(content, 'strong') ? withoutMark(content, 'strong') : content
}

function codeText(content: Inline): NodeJson[] {
  const text = inlineText(content)
  return text === '' ? [] : [textNode(text)]
}

/** A picture among words comes to stand as a block where it stood. */
function withPictures(type: string, attrs: Record<string, unknown>, content: Inline): NodeJson[] {
  const blocks: NodeJson[] = []
  let text: Inline = []
  const close = () => {
    const isFirst = !blocks.some((block) => block.type === type)
    // the id belongs to the first piece of a paragraph that a picture cuts in two
    // an empty block of ours has its place all the same
    const isOurs = attrs.id !== undefined && content.length === 0
    const hasNote = text.some(({ type: kind }) => kind === 'footnote')
    if (inlineText(text).trim() !== '' || hasNote || isOurs)
      blocks.push({ type, attrs: isFirst ? attrs : without(attrs, 'id'), content: text })
    text = []
  }
  for (const node of content) {
    if (node.type === 'image') {
      close()
      blocks.push(
        content.length === 1 && attrs.id !== undefined
          ? { ...node, attrs: { ...node.attrs, id: attrs.id } }
          : node,
      )
    } else text.push(node)
  }
  close()
  return blocks
}

function without(attrs: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attrs).filter(([key]) => key !== name))
}

/** The words of a comment or a note: its paragraphs, each on a line. */
export function plainTextOf(holder: Xml): string {
  const lines = elementsOf(holder).filter(({ name }) => name === 'w:p')
  return lines.map(paragraphText).join('\n').trim()
}

function paragraphText(node: Xml): string {
  return elementsOf(node)
    .map((child) => {
      if (child.name === 'w:t') return textIn(child)
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n'
      if (child.name === 'w:tab') return ' '
      return child.name === 'w:pPr' || child.name === 'w:rPr' || child.name === 'w:del'
        ? ''
        : paragraphText(child)
    })
    .join('')
}
