/*
 * The clipboard of Word, Google Docs and any page, as the words and the structure a draft has. The debris goes: styles,
 * classes, comments in the source, bullets that are drawn as text. How words are set is read from the styles and said in
 * elements. It works on a plain tree, so that nothing of what is pasted stands in a page before it is clean.
 */
import { isMarker, listsOf, nestedInItems, type WordItem, wordItemOf } from './lists.ts'
import {
  classesOf,
  element,
  isElement,
  type Pasted,
  type PastedElement,
  type Style,
  styleOf,
} from './tree.ts'

/** How the words at hand are set; inherited, and taken back by an element that says so. */
interface Setting {
  strong: boolean
  em: boolean
  s: boolean
  isHeading: boolean
  isPre: boolean
}

const plain: Setting = { strong: false, em: false, s: false, isHeading: false, isPre: false }

/** Elements without words of the page, or with what runs or is drawn by others. */
const gone = new Set(
  'audio base canvas col colgroup embed head iframe link meta noscript object param script source style svg template title track video xml'.split(
    ' ',
  ),
)

/** Elements that stay, with the attributes they keep. */
const kept: Record<string, readonly string[]> = {
  a: ['href', 'title'],
  blockquote: [],
  br: [],
  caption: [],
  code: [],
  dd: [],
  div: [],
  dl: [],
  dt: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  img: ['src', 'alt', 'title'],
  li: [],
  ol: ['start'],
  p: [],
  pre: [],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan'],
  tfoot: [],
  th: ['colspan', 'rowspan'],
  thead: [],
  tr: [],
  ul: [],
}

/** Elements that say no more than that what they hold stands in lines of its own. */
const asDiv = new Set(
  'address article aside body center details dialog fieldset figcaption figure footer form header hgroup html legend main menu nav optgroup option search section select summary textarea'.split(
    ' ',
  ),
)

const blocks = new Set([...asDiv, ...Object.keys(kept)].filter((tag) => !/^(a|br|code|img)$/.test(tag)))

/** Styles of Word's paragraphs that are a kind of block here. */
const wordStyles: Record<string, string> = {
  msotitle: 'h1',
  msosubtitle: 'h2',
  msoquote: 'blockquote',
  msointensequote: 'blockquote',
}

export function cleaned(nodes: readonly Pasted[]): Pasted[] {
  return flowOf(nodes, plain)
}

/** What stands after each other; neighbours that are items of one of Word's lists become the list. */
function flowOf(nodes: readonly Pasted[], setting: Setting): Pasted[] {
  const out: Pasted[] = []
  let items: (WordItem & { content: Pasted[] })[] = []
  const endList = () => {
    out.push(...listsOf(items))
    items = []
  }
  for (const [at, node] of nodes.entries()) {
    if (!isElement(node)) {
      if (items.length > 0 && node.trim() === '') continue
      endList()
      out.push(textIn(node, setting))
      continue
    }
    if (isGone(node)) continue
    const item = wordItemOf(node)
    if (item !== undefined) {
      items.push({ ...item, content: flowOf(node.children, settingOf(node, setting)) })
      continue
    }
    if (node.tag === 'br' && isOnlySpace(node, nodes, at)) continue
    const made = oneOf(node, setting)
    if (made.length === 0) continue
    endList()
    out.push(...made)
  }
  endList()
  return out
}

/** Beside a paragraph a break is the space it was laid out with; a browser marks where a line was copied whole. */
function isOnlySpace(lineBreak: PastedElement, nodes: readonly Pasted[], at: number): boolean {
  if (classesOf(lineBreak).includes('Apple-interchange-newline')) return true
  const beside = [nodes.slice(0, at).findLast(isSomething), nodes.slice(at + 1).find(isSomething)]
  return beside.some((one) => one !== undefined && isElement(one) && blocks.has(one.tag))
}

const isSomething = (node: Pasted) => isElement(node) || node.trim() !== ''

function isGone(node: PastedElement): boolean {
  const style = styleOf(node)
  if (gone.has(node.tag) || /^(v|w10):|^o:(?!p$)/.test(node.tag) || isMarker(node)) return true
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all' || 'hidden' in node.attributes)
    return true
  // remarks in a margin are no words of the text
  if (/^comment/.test(style.get('mso-element') ?? '') || style.get('mso-special-character') === 'comment')
    return true
  return isTakenOut(node)
}

/** Words that somebody proposed to take out: what is pasted reads as if all had been accepted. */
function isTakenOut({ tag, attributes }: PastedElement): boolean {
  if (/\bmsoDel\b/.test(attributes.class ?? '')) return true
  return tag === 'del' && ('datetime' in attributes || 'cite' in attributes)
}

function oneOf(node: PastedElement, setting: Setting): Pasted[] {
  const style = styleOf(node)
  const tag = tagFor(node, style)
  const inner = settingOf(node, setting)
  if (tag === 'br' || tag === 'hr' || tag === 'img') return [element(tag, [], keptOf(node, tag, style))]
  // a run of spaces, or a tab: one space, as print has it
  if (style.has('mso-spacerun') || style.has('mso-tab-count')) return [' ']
  const children = flowOf(node.children, inner)
  // Word's mark of an empty paragraph
  if (node.tag === 'o:p') return children.every((child) => child === '' || child === '\u00a0') ? [] : children
  if (tag === undefined) return children
  if (tag === 'ul' || tag === 'ol') return [element(tag, nestedInItems(children), keptOf(node, tag, style))]
  if (tag === 'blockquote' && node.tag === 'p') return [element(tag, [element('p', children)])]
  return [element(tag, children, keptOf(node, tag, style))]
}

/** The element it becomes; undefined for one of which only what it holds stays. */
function tagFor(node: PastedElement, style: Style): string | undefined {
  const { tag } = node
  if (hasData(node)) return tag
  if (tag === 'p') {
    const level = Number(style.get('mso-outline-level'))
    if (level >= 1 && level <= 6) return `h${level}`
    for (const name of classesOf(node)) {
      const styled = wordStyles[name.toLowerCase().replace(/cxsp(first|middle|last)$/, '')]
      if (styled !== undefined) return styled
    }
  }
  if (tag === 'a' && !node.attributes.href) return undefined
  if (asDiv.has(tag)) return 'div'
  if (tag === 'kbd' || tag === 'samp' || tag === 'tt') return 'code'
  return Object.hasOwn(kept, tag) ? tag : undefined
}

/** Pages of ours say in data what the schema reads, and checks: a footnote, a sketch. */
const hasData = ({ tag, attributes }: PastedElement) =>
  (tag === 'span' || tag === 'section') && ('data-footnote' in attributes || 'data-part' in attributes)

function keptOf(node: PastedElement, tag: string, style: Style): Record<string, string> {
  const names = Object.keys(node.attributes).filter(
    (name) => kept[tag]?.includes(name) || /^data-[a-z-]+$/.test(name),
  )
  const attributes = Object.fromEntries(names.map((name) => [name, node.attributes[name] ?? '']))
  if (attributes.href !== undefined) attributes.href = withoutDetour(attributes.href)
  const align = style.get('text-align') ?? ''
  if ((tag === 'td' || tag === 'th') && /^(left|center|right)$/.test(align)) attributes['data-align'] = align
  return attributes
}

/** Google leads every link through itself. */
function withoutDetour(href: string): string {
  if (!/^https:\/\/www\.google\.com\/url\?/.test(href) || !URL.canParse(href)) return href
  return new URL(href).searchParams.get('q') ?? href
}

const starts: Record<string, Partial<Setting>> = {
  b: { strong: true },
  strong: { strong: true },
  i: { em: true },
  em: { em: true },
  cite: { em: true },
  s: { s: true },
  strike: { s: true },
  del: { s: true },
  pre: { isPre: true },
}

function settingOf(node: PastedElement, around: Setting): Setting {
  const style = styleOf(node)
  const weight = style.get('font-weight')
  const slant = style.get('font-style')
  const lines = style.get('text-decoration') ?? style.get('text-decoration-line')
  const isHeading = around.isHeading || /^h[1-6]$/.test(tagFor(node, style) ?? '')
  const here = { ...around, ...starts[node.tag], isHeading }
  return {
    ...here,
    strong: weight === undefined ? here.strong : /^(bold|bolder|[6-9]00)$/.test(weight),
    em: slant === undefined ? here.em : /^(italic|oblique)/.test(slant),
    s: here.s || /\bline-through\b/.test(lines ?? ''),
  }
}

function textIn(text: string, { strong, em, s, isHeading, isPre }: Setting): Pasted {
  // in a heading all is bold already; code is set in no way
  if (isPre || text.trim() === '') return text
  let made: Pasted = text
  if (s) made = element('s', [made])
  if (em) made = element('em', [made])
  if (strong && !isHeading) made = element('strong', [made])
  return made
}
