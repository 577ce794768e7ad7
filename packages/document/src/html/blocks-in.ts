import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { MarkJson, NodeJson } from '../json.ts'
import { safeImageSource, safeLink } from '../links.ts'
import { type Inline, inlineText, settled, textNode } from '../markdown/inline.ts'
import { MARKER } from '../markdown/marker.ts'
import { isFigureWidth } from '../schema.ts'

type Element = Tree.Element
type Child = Tree.ChildNode

/** What holds no words of the text: programs, styles, what is kept for later and what is not shown. */
const silent = new Set([
  'script',
  'style',
  'template',
  'head',
  'noscript',
  'svg',
  'object',
  'iframe',
  'canvas',
])
const inline = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark q ruby rb rt rp s samp small span strike strong sub sup time tt u var wbr button output'.split(
    ' ',
  ),
)
const markOf: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

export const isElement = (node: Child): node is Element => 'tagName' in node

export function attrOf(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null
}

function isSilent(element: Element): boolean {
  if (element.namespaceURI !== html.NS.HTML && element.tagName !== 'math') return true
  return silent.has(element.tagName) || attrOf(element, 'hidden') !== null
}

/** The blocks that children make. Words that stand between blocks are paragraphs of their own. */
export function blocksOf(children: readonly Child[]): NodeJson[] {
  const out: NodeJson[] = []
  let loose: Inline = []
  const close = () => {
    out.push(...textBlocks('paragraph', {}, loose))
    loose = []
  }
  for (const child of children) {
    if (isElement(child) && !isInline(child)) {
      close()
      out.push(...blockOf(child))
    } else loose.push(...inlineOf(child, []))
  }
  close()
  return out
}

/** An inline element that holds a block (`<a><div>…`) is looked at as one. */
function isInline(element: Element): boolean {
  if (!inline.has(element.tagName)) return isSilent(element)
  return element.childNodes.every((child) => !isElement(child) || isInline(child))
}

function blockOf(element: Element): NodeJson[] {
  if (isSilent(element)) return []
  const { childNodes } = element
  const level = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (level) return textBlocks('heading', { level: Math.min(Number(level), 4) }, inlineOfAll(childNodes, []))
  switch (element.tagName) {
    case 'section': {
      const part = attrOf(element, 'data-part')
      const marked = part !== null && /^[\w-]{1,60}$/.test(part)
      return [...(marked ? [marker(`part=${part}`)] : []), ...blocksOf(childNodes)]
    }
    case 'p': {
      if (attrOf(element, 'data-faq-question') === null) return blocksOf(childNodes)
      const asked = textBlocks('heading', { level: 3 }, inlineOfAll(childNodes, []))
      return asked.length > 0 ? [marker('question'), ...asked] : []
    }
    case 'div':
      return attrOf(element, 'data-faq-entry') === null
        ? blocksOf(childNodes)
        : [...blocksOf(childNodes), marker('end')]
    case 'ul':
    case 'ol':
    case 'menu':
      return listOf(element)
    case 'blockquote':
      return filled('blockquote', blocksOf(childNodes))
    case 'pre':
      return attrOf(element, 'data-diagram') === null ? codeOf(element) : diagramOf(element)
    case 'table':
      return tableOf(element)
    case 'hr':
      return [{ type: 'horizontalRule' }]
    default:
      return blocksOf(childNodes)
  }
}

const marker = (text: string): NodeJson => ({ type: MARKER, text })

function filled(type: string, content: NodeJson[], attrs: Record<string, unknown> = {}): NodeJson[] {
  return content.length > 0 ? [{ type, attrs, content }] : []
}

function listOf(element: Element): NodeJson[] {
  const items: NodeJson[] = []
  for (const child of element.childNodes) {
    if (!isElement(child) || isSilent(child)) {
      const content = isElement(child) ? [] : textBlocks('paragraph', {}, inlineOf(child, []))
      if (content.length > 0) items.push({ type: 'listItem', content })
    } else if (child.tagName === 'li') {
      const content = blocksOf(child.childNodes)
      items.push({ type: 'listItem', content: content.length > 0 ? content : [{ type: 'paragraph' }] })
    } else {
      // a list written straight into a list belongs to the item before it
      const last = items.at(-1)
      const content = blocksOf([child])
      if (last && content.length > 0) last.content = [...(last.content ?? []), ...content]
      else if (content.length > 0) items.push({ type: 'listItem', content })
    }
  }
  if (items.length === 0) return []
  if (element.tagName !== 'ol') return [{ type: 'bulletList', content: items }]
  const start = Number(attrOf(element, 'start') ?? 1)
  return [{ type: 'orderedList', attrs: { start: Number.isInteger(start) ? start : 1 }, content: items }]
}

function codeOf(element: Element): NodeJson[] {
  const text = wordsIn(element).replace(/\n$/, '')
  const language = attrOf(element, 'data-language') || null
  return [{ type: 'codeBlock', attrs: { language }, content: text === '' ? [] : [textNode(text)] }]
}

/** Mermaid of our own export; it is drawn anew where it is next looked at. */
function diagramOf(element: Element): NodeJson[] {
  const [code] = codeOf(element)
  const { alt, title, width } = figureOf(element)
  return code ? [{ type: 'diagram', attrs: { alt, title, width }, content: code.content ?? [] }] : []
}

function figureOf(element: Element) {
  const width = Number(attrOf(element, 'data-width') ?? Number.NaN)
  return {
    alt: attrOf(element, 'alt') || null,
    title: attrOf(element, 'title'),
    width: isFigureWidth(width) ? width : null,
  }
}

function wordsIn(node: Child): string {
  if ('value' in node) return node.value
  if (!isElement(node)) return ''
  return node.tagName === 'br' ? '\n' : node.childNodes.map(wordsIn).join('')
}

function tableOf(element: Element): NodeJson[] {
  const rows: NodeJson[] = []
  const before: NodeJson[] = []
  const visit = (node: Child) => {
    if (!isElement(node) || isSilent(node)) return
    if (node.tagName === 'caption') before.push(...blocksOf(node.childNodes))
    else if (node.tagName === 'tr') rows.push({ type: 'tableRow', content: node.childNodes.flatMap(cellOf) })
    else for (const child of node.childNodes) visit(child)
  }
  for (const child of element.childNodes) visit(child)
  return [
    ...before,
    ...filled(
      'table',
      rows.filter(({ content }) => content && content.length > 0),
    ),
  ]
}

const aligned = /(?:^|;)\s*text-align:\s*(left|center|right)/i

function cellOf(node: Child): NodeJson[] {
  if (!isElement(node) || (node.tagName !== 'td' && node.tagName !== 'th')) return []
  const content = blocksOf(node.childNodes)
  const align =
    attrOf(node, 'data-align') ?? attrOf(node, 'align') ?? aligned.exec(attrOf(node, 'style') ?? '')?.[1]
  return [
    {
      type: node.tagName === 'th' ? 'tableHeader' : 'tableCell',
      attrs: {
        colspan: spanOf(attrOf(node, 'colspan')),
        rowspan: spanOf(attrOf(node, 'rowspan')),
        align: align && ['left', 'center', 'right'].includes(align) ? align : null,
      },
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    },
  ]
}

function spanOf(value: string | null): number {
  const span = Number(value)
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1
}

function inlineOfAll(children: readonly Child[], marks: readonly MarkJson[]): Inline {
  return children.flatMap((child) => inlineOf(child, marks))
}

function inlineOf(node: Child, marks: readonly MarkJson[]): Inline {
  if ('value' in node)
    return node.value === '' ? [] : [textNode(node.value.replace(/[ \t\n\r\f]+/g, ' '), marks)]
  if (!isElement(node) || isSilent(node)) return []
  if (node.tagName === 'br') return [{ type: 'hardBreak' }]
  // of a diagram, which stands behind it as what it is
  if (node.tagName === 'img') return attrOf(node, 'data-drawn') === null ? [pictureOf(node)] : []
  if (attrOf(node, 'data-footnote') !== null) return [noteOf(node)]
  const mark = markFor(node)
  const held = mark && !marks.some(({ type }) => type === mark.type) ? [...marks, mark] : marks
  return inlineOfAll(node.childNodes, held)
}

/** As our own export writes it: the words of the note at the place that refers to it. */
function noteOf(element: Element): NodeJson {
  const words = inlineOfAll(element.childNodes, []).filter(({ type }) => type === 'text')
  return { type: 'footnote', content: settled(words) }
}

function markFor(element: Element): MarkJson | null {
  if (element.tagName === 'a') {
    const href = safeLink(attrOf(element, 'href'))
    return href === null ? null : { type: 'link', attrs: { href, title: attrOf(element, 'title') } }
  }
  // a word processor says in a style what others say in an element, and says of a whole paste that it is not bold
  const style = attrOf(element, 'style') ?? ''
  if (/font-weight:\s*(?:normal|400)/i.test(style)) return null
  const type = markOf[element.tagName]
  if (type) return { type }
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) return { type: 'strong' }
  return /font-style:\s*italic/i.test(style) ? { type: 'em' } : null
}

function pictureOf(element: Element): NodeJson {
  const src = safeImageSource(attrOf(element, 'src')) ?? ''
  return { type: 'image', attrs: { src, ...figureOf(element) } }
}

/** A text block; each picture in it comes to stand as a block where it stood. */
function textBlocks(type: string, attrs: Record<string, unknown>, content: Inline): NodeJson[] {
  const blocks: NodeJson[] = []
  let text: Inline = []
  const close = () => {
    const hasNote = text.some(({ type: kind }) => kind === 'footnote')
    if (inlineText(text).trim() !== '' || hasNote) blocks.push({ type, attrs, content: closed(text) })
    text = []
  }
  for (const node of content) {
    if (node.type === 'image') {
      close()
      blocks.push(node)
    } else text.push(node)
  }
  close()
  return blocks
}

/** Spaces that meet where elements meet are one, and none stand at a line's edge. */
function closed(content: Inline): Inline {
  let isAtSpace = true
  const out = content.map((node): NodeJson => {
    if (node.type === 'hardBreak') {
      isAtSpace = true
      return node
    }
    const text = isAtSpace ? (node.text ?? '').replace(/^ /, '') : (node.text ?? '')
    if (text !== '') isAtSpace = text.endsWith(' ')
    return { ...node, text }
  })
  return out.map((node, at) =>
    out[at + 1]?.type === 'hardBreak' && node.text !== undefined
      ? { ...node, text: node.text.replace(/ $/, '') }
      : node,
  )
}
