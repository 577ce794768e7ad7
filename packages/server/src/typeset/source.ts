import type { AssetType } from '@foreword/core/narratives/asset'
import { faqNumbers } from '@foreword/document/faq-numbers'
import { figurePercent } from '@foreword/document/figure-size'
import { figureOf, isFigure } from '@foreword/document/figures'
import { type DocumentJson, idOf, isTextBlock, type NodeJson, partOf, textOf } from '@foreword/document/json'
import { hashOfAsset, safeLink } from '@foreword/document/links'
import { newPageParts, type PartPlaces } from '@foreword/document/sections'
import { families } from './fonts.ts'
import { inkOf, referenceInkOf } from './ink.ts'
import { tableSource } from './table-source.ts'

export type Paper = 'letter' | 'a4'

export interface SourceOptions {
  paper: Paper
  /** Stands at the foot of every page; '' for none. */
  title: string
  editionLabel: string
  /** Where the document's kind has its parts; without it, where a PR/FAQ has them. */
  places?: PartPlaces
  /** The pixels of every asset that is kept, by its SHA-256; a figure without one is a box with its words. */
  shows?: Shows
  /** Where the bytes of each lie for Typst. Left out, its place is kept free: the pages are the same. */
  paths?: Readonly<Record<string, string>>
}

export type Shows = Readonly<Record<string, { mediaType: AssetType; width: number; height: number }>>

/** Deeper lists and quotes are set flush: the page has no room, and Typst refuses about seventy levels. */
const DEEPEST_INDENT = 6

/** What the walk knows: the numbers of the next text block and of the next footnote. */
interface Walk {
  next: number
  nextNote: number
  options: SourceOptions
  /** Of the FAQ entries, by block id. */
  numbers: ReadonlyMap<string, number>
  /** That of the entry the walk is in. */
  question: number | undefined
}

/** The whole document as Typst source. Every word is inside a string literal, so none of it can be code. */
export function typstSource(document: DocumentJson, options: SourceOptions): string {
  return `${preamble(options)}${printed(options)}${bodySource(document, options)}`
}

/**
 * The same pages and lines for less than half of the time, with nothing at the head and the foot of a page and without
 * the numbers: what a draft needs to know. They are asked for on a page of their own after the last.
 */
export function placesSource(document: DocumentJson, options: SourceOptions): string {
  return `${preamble(options)}${unnumbered}${bodySource(document, options)}#page(context ${places})\n`
}

function bodySource(document: DocumentJson, options: SourceOptions): string {
  const walk: Walk = { next: 0, nextNote: 1, options, numbers: faqNumbers(document), question: undefined }
  const breaks = newPageParts(document, options.places)
  const parts = document.content.map((part, index) => {
    const blocks = (part.content ?? []).map((child) => blockSource(child, partOf(part), 0, walk))
    return `${breaks.has(index) ? 'pagebreak(weak: true)\n' : ''}${blocks.join('\n')}`
  })
  return `#{\n${parts.join('\n')}\n}\n`
}

const places = '[#metadata((starts: standing(<b>), numbers: standing(<ln>), figures: standing(<f>)))<places>]'

/** A digit of a line number, which is set in 7 pt. Of lines that begin closer together than this one has a number. */
const NUMBER_HEIGHT_PT = 5.0927734375

/** What is around the text of a page that is read. */
function printed({ title, editionLabel }: SourceOptions): string {
  const foot = [title, editionLabel].filter((part) => part !== '').map(literal)
  return `
#set document(title: ${literal(title)})
#set page(
  header: context if here().page() == 1 ${places},
  footer: context text(font: "${families.sans}", size: 7.5pt, fill: rgb("#6b6660"), grid(
    columns: (1fr, auto), column-gutter: 12pt,
    box(height: 1em, clip: true, {${foot.join(`; ${literal('  ·  ')}; `)}}),
    counter(page).display("1 / 1", both: true),
  )),
)
#set par.line(numbering: n => {
  [#metadata(n)<ln>]
  text(font: "${families.sans}", size: 7pt, fill: rgb("#8a847c"), number-type: "lining", str(n))
})
`
}

/**
 * Every line has a mark and room for its number, and no number. Typst finds what a number is by asking for all numbers
 * before it, twice over; it makes each of a sequence that begins with a step of its counter, and that is taken away here
 * before it counts. Should a Typst make them otherwise, the marks come with the numbers, and later.
 */
const unnumbered = `
#let step = counter("any").step().func()
#let sequence = [a *b*].func()
#let mark-of-line = box(height: ${NUMBER_HEIGHT_PT}pt)[#metadata(0)<ln>]
#show sequence: it => if it.children.len() > 0 and it.children.first().func() == step { mark-of-line } else { it }
#set par.line(numbering: _ => mark-of-line)
`

function preamble({ paper }: Pick<SourceOptions, 'paper'>): string {
  return `
// where every mark came to stand, asked in one place outside the text: a mark that said so itself would be other words
// as soon as it moves, and all the text would be set anew until nothing moves any more
#let standing(label) = query(label).map(it => {
  let at = it.location().position()
  (it.value, at.page, at.y / 1pt)
})
#set page(paper: ${literal(paperName(paper))}, margin: 1in)
#set text(font: "${families.serif}", size: 11pt, fallback: false, hyphenate: false, lang: "en",
  fill: rgb("#1a1a1a"), number-type: "old-style")
#set par(leading: 0.6em, spacing: 1.05em)
#set list(marker: text(fill: rgb("#1a1a1a"), ${literal('•')}), spacing: 0.75em, indent: 0.4em)
#set enum(spacing: 0.75em, indent: 0.4em)
#let mark(id) = [#metadata(id)<b>]
#let empty(id) = place(mark(id))
#let para(id, ink, body) = par(text(fill: rgb(ink), { mark(id); body }))
#let head(id, ink, size, above, body) = block(sticky: true, above: above, below: 0.3em + size * 0.4,
  text(fill: rgb(ink), size: size, weight: 600, number-type: "lining", par({ mark(id); body })))
#let question(id, ink, number, body) = block(sticky: true, above: 1.3em, below: 0.7em,
  text(fill: rgb(ink), weight: 600, number-type: "lining", par(hanging-indent: 1.8em, {
    mark(id)
    box(width: 1.8em, text(fill: rgb("#6b6660"), weight: 400, number))
    body
  })))
#let sub(id, ink, body) = block(below: 1.2em,
  text(fill: rgb(ink), size: 12pt, style: "italic", par({ mark(id); body })))
#let code(id, ink, body) = block(inset: (left: 10pt), above: 1em, below: 1em,
  text(fill: rgb(ink), font: "${families.mono}", size: 9pt, number-type: "lining", par({ mark(id); body })))
// the number is ours and not Typst's: in the text it has an ink that stands for one character of its block
#show footnote.entry: it => block(below: 0.5em, it.note.body)
#set footnote.entry(separator: line(length: 25%, stroke: 0.5pt + rgb("#b5aea4")), gap: 0.5em)
#let note(id, ink, reference, number, body) = footnote(
  numbering: _ => text(fill: rgb(reference), number-type: "lining", number), {
    // without words it has no line, as any empty block
    set par.line(numbering: none) if body == none
    set text(size: 9pt, weight: 400, style: "normal", fill: rgb(ink))
    super(text(fill: rgb("#1a1a1a"), number-type: "lining", number))
    h(0.15em)
    mark(id)
    body
  })
#let mono(body) = text(font: "${families.mono}", size: 0.88em, number-type: "lining", body)
#let bold(body) = text(weight: 600, body)
#let ital(body) = text(style: "italic", body)
#let seen(id) = [#metadata(id)<f>]
#let beneath(words) = if words != none { block(above: 0.5em, text(size: 9pt, fill: rgb("#4a4640"), words)) }
// a figure and what stands beneath it are not numbered: they are seen, and lines are read
#let figure-of(id, percent, ratio, path, words, caption) = block(breakable: false, width: 100%, above: 1.1em, below: 1.1em, {
  set par.line(numbering: none)
  place(seen(id))
  align(center, block(width: percent, layout(size => {
    let room = (width: size.width, height: size.width * ratio)
    if path == none { block(..room) } else { image(path, ..room, fit: "stretch", alt: words) }
  })))
  beneath(caption)
})
#let words-of(id, words, caption) = block(breakable: false, width: 100%, above: 1.1em, below: 1.1em, {
  set par.line(numbering: none)
  place(seen(id))
  block(width: 100%, inset: 8pt, stroke: 0.5pt + rgb("#b5aea4"),
    text(size: 9pt, style: "italic", fill: rgb("#6b6660"), words))
  beneath(caption)
})
`
}

function blockSource(node: NodeJson, part: string, depth: number, walk: Walk): string {
  if (isTextBlock(node)) return textSource(node, part, walk)
  if (isFigure(node)) return figureSource(node, walk.options)
  const inside = (children: readonly NodeJson[] | undefined, deeper = depth): string =>
    (children ?? []).map((child) => blockSource(child, part, deeper, walk)).join('\n')
  switch (node.type) {
    case 'faqEntry':
      walk.question = walk.numbers.get(idOf(node))
      return inside(node.content)
    case 'bulletList':
    case 'orderedList':
      return listSource(node, depth, (item) => inside(item.content, depth + 1))
    case 'blockquote': {
      const quoted = inside(node.content, depth + 1)
      return depth >= DEEPEST_INDENT ? quoted : `block(inset: (left: 1.4em, right: 1.4em), {\n${quoted}\n})`
    }
    case 'table':
      return tableSource(node, (cell) => inside(cell.content, depth + 1))
    case 'horizontalRule':
      return 'block(above: 1.2em, below: 1.2em, line(length: 25%, stroke: 0.5pt + rgb("#b5aea4")))'
    default:
      return inside(node.content)
  }
}

function listSource(node: NodeJson, depth: number, inside: (item: NodeJson) => string): string {
  const items = (node.content ?? []).map((item) => inside(item))
  if (depth >= DEEPEST_INDENT) return items.join('\n')
  const list = items.map((item) => `{\n${item}\n}`).join(',\n')
  if (node.type === 'bulletList') return `list(\n${list})`
  const start = Number(node.attrs?.start)
  const first = Number.isSafeInteger(start) && start >= 0 ? start : 1
  return `enum(start: ${first},\n${list})`
}

function textSource(node: NodeJson, part: string, walk: Walk): string {
  const number = walk.next++
  const id = literal(idOf(node))
  const ink = literal(inkOf(number))
  // an empty block takes no line: the template's parts must not push the written ones down
  if (textOf(node).trim() === '') return `empty(${id})`
  const body = `{${inlineSource(node, number, walk)}}`
  switch (node.type) {
    case 'heading':
      return headingSource(node, part, `${id}, ${ink}`, body)
    case 'faqQuestion':
      return questionSource(`${id}, ${ink}`, walk.question, body)
    case 'codeBlock':
      return `code(${id}, ${ink}, ${body})`
    default:
      return part === 'subheading' ? `sub(${id}, ${ink}, ${body})` : `para(${id}, ${ink}, ${body})`
  }
}

const nameless = { image: 'A picture', diagram: 'A diagram, not drawn yet', sketch: 'A sketch' } as const

function figureSource(node: NodeJson, { paper, shows = {}, paths = {} }: SourceOptions): string {
  const figure = figureOf(node, [], { part: '', partId: '', entryId: null })
  const hash = hashOfAsset(figure.shown)
  const shown = hash === null ? undefined : shows[hash]
  const words = literal(figure.alt || figure.caption || nameless[figure.type])
  const caption = figure.caption.trim() === '' ? 'none' : literal(figure.caption)
  if (hash === null || shown === undefined || shown.width < 1)
    return `words-of(${literal(figure.id)}, ${words}, ${caption})`
  const percent = figurePercent(shown, figure.width, paper)
  const path = paths[hash]
  const where = path === undefined ? 'none' : literal(path)
  return `figure-of(${literal(figure.id)}, ${percent}%, ${shown.height / shown.width}, ${where}, ${words}, ${caption})`
}

// one that its author numbered has no number of ours
function questionSource(named: string, number: number | undefined, body: string): string {
  if (number === undefined) return `head(${named}, 11pt, 1.3em, ${body})`
  return `question(${named}, ${literal(String(number))}, ${body})`
}

function headingSource(node: NodeJson, part: string, named: string, body: string): string {
  if (part === 'subheading') return `sub(${named}, ${body})`
  if (part === 'headline') return `head(${named}, 17pt, 1.2em, ${body})`
  const sizes = ['15pt', '13pt', '11.5pt', '11pt']
  return `head(${named}, ${sizes[Number(node.attrs?.level) - 1] ?? '11pt'}, 1.5em, ${body})`
}

function inlineSource(node: NodeJson, number: number, walk: Walk): string {
  return (node.content ?? [])
    .map((child) => {
      if (child.type === 'hardBreak') return 'linebreak()'
      if (child.type === 'footnote') return noteSource(child, number, walk)
      const lines = (child.text ?? '').split('\n').map(lineSource)
      return marked(`{${lines.join('; linebreak(); ')}}`, child)
    })
    .join('; ')
}

/** A footnote at the place that refers to it. An empty one still has its number and its line. */
function noteSource(node: NodeJson, parent: number, walk: Walk): string {
  const number = walk.next++
  const named = [literal(idOf(node)), literal(inkOf(number)), literal(referenceInkOf(parent))]
  const body = textOf(node).trim() === '' ? 'none' : `{${inlineSource(node, number, walk)}}`
  return `note(${named.join(', ')}, "${walk.nextNote++}", ${body})`
}

const markSources: Record<string, (body: string) => string> = {
  strong: (body) => `bold(${body})`,
  em: (body) => `ital(${body})`,
  code: (body) => `mono(${body})`,
  strike: (body) => `strike(${body})`,
}

function marked(body: string, node: NodeJson): string {
  let out = body
  for (const mark of node.marks ?? []) {
    const href = mark.type === 'link' ? safeLink(mark.attrs?.href) : null
    out = href === null ? (markSources[mark.type]?.(out) ?? out) : `link(${literal(href)}, underline(${out}))`
  }
  return out
}

/**
 * One line of text. A word longer than half a line may break, which an address pasted into a table would otherwise run
 * off the page: at a space without width, since readers of PDFs lose the letter before a character without width.
 */
function lineSource(line: string): string {
  if (line === '') return literal('')
  return line
    .split(/(\S{41,})/u)
    .flatMap((piece, at) => (at % 2 === 0 ? [piece] : [...(piece.match(/.{1,8}/gsu) ?? [])]))
    .filter((piece) => piece !== '')
    .map(literal)
    .join('; h(0pt); ')
}

/** A Typst string that says exactly `text`, without the control characters no face can draw. */
export function literal(text: string): string {
  const drawable = text
    .toWellFormed()
    .replace(/\t/g, '    ')
    .replace(/[\p{Cc}\u00AD]/gu, '')
  return `"${drawable.replace(/[\\"]/g, '\\$&').replace(/[^ -~]/gu, escaped)}"`
}

/**
 * The source is ASCII throughout. Typst takes over from the source before what it finds unchanged, and rounds that to
 * whole characters the wrong way: where two characters of several bytes end alike (é, then ũ) the old one would stay,
 * or the process would end.
 */
function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}

const paperName = (paper: Paper) => (paper === 'letter' ? 'us-letter' : 'a4')

/** The pages of a PDF that are bound into another. */
export interface Bound {
  pdf: Uint8Array
  pages: number
  paper: Paper
}

/** Each page as it is, edge to edge, with nothing of the cover's around it. */
export function boundSource(bound: readonly Bound[], path: (at: number) => string): string {
  const pages = bound.flatMap(({ pages, paper }, at) =>
    Array.from({ length: pages }, (_, before) => {
      const image = `image(${literal(path(at))}, page: ${before + 1}, width: 100%, height: 100%)`
      return `#page(paper: ${literal(paperName(paper))}, margin: 0pt, header: none, footer: none, background: ${image})[]`
    }),
  )
  return `\n${pages.join('\n')}\n`
}
