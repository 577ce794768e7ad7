import type {
  BlockContent,
  FootnoteDefinition,
  Html,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
} from 'mdast'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { type DocumentJson, isInline, type NodeJson, partOf, textOf } from './json.ts'
import { hashOfAsset, safeLink } from './links.ts'
import { FRONT_MATTER } from './markdown/blocks-in.ts'
import { diagramMeta } from './markdown/figures-in.ts'

export interface MarkdownOptions {
  /**
   * `marked` (the default) keeps parts and questions in HTML comments, which no reader shows, so that the file can
   * be brought back as it was; `plain` leaves them out.
   */
  structure?: 'marked' | 'plain'
}

/** What is known while a file is written. */
interface Writer {
  isMarked: boolean
  /** Footnotes met so far. */
  notes: FootnoteDefinition[]
}

/** The document as Markdown (GFM). Ids are not written; empty blocks and the spans of table cells are lost. */
export function documentToMarkdown(document: DocumentJson, options: MarkdownOptions = {}): string {
  const isMarked = options.structure !== 'plain'
  const writer: Writer = { isMarked, notes: [] }
  const children: RootContent[] = frontMatterOf(document)
  for (const part of document.content) {
    const body = (part.content ?? []).filter((block) => block.attrs?.language !== FRONT_MATTER)
    if (body.length === 0) continue
    if (isMarked) children.push(marker(`part=${partOf(part)}`))
    body.forEach((block, index) => {
      children.push(...blockOut(block, writer))
      const closes = block.type === 'faqEntry' && body[index + 1] && body[index + 1]?.type !== 'faqEntry'
      if (isMarked && closes) children.push(marker('end'))
    })
  }
  const root: Root = { type: 'root', children: [...children, ...writer.notes] }
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
    extensions: [gfmToMarkdown(), frontmatterToMarkdown(['yaml'])],
  })
}

function marker(value: string): Html {
  return { type: 'html', value: `<!-- foreword:${value} -->` }
}

function frontMatterOf(document: DocumentJson): RootContent[] {
  const block = document.content
    .flatMap((part) => part.content ?? [])
    .find((candidate) => candidate.attrs?.language === FRONT_MATTER)
  return block ? [{ type: 'yaml', value: textOf(block) }] : []
}

function blockOut(node: NodeJson, writer: Writer): RootContent[] {
  if (node.type !== 'faqEntry') return content([node], writer)
  const [question, ...answer] = node.content ?? []
  const asked = phrasing(question?.content ?? [], writer)
  return [
    ...(writer.isMarked ? [marker('question')] : []),
    { type: 'heading', depth: 3, children: asked },
    ...content(answer, writer),
  ]
}

function content(nodes: readonly NodeJson[], writer: Writer): BlockContent[] {
  return nodes.flatMap((node) => block(node, writer))
}

function block(node: NodeJson, writer: Writer): BlockContent[] {
  const children = node.content ?? []
  const items = () => children.map((child) => item(child, writer))
  switch (node.type) {
    case 'paragraph':
    case 'faqQuestion':
      return children.length > 0 ? [{ type: 'paragraph', children: phrasing(children, writer) }] : []
    case 'heading':
      return children.length > 0
        ? [{ type: 'heading', depth: depthOf(node), children: phrasing(children, writer) }]
        : []
    case 'bulletList':
      return [{ type: 'list', ordered: false, spread: false, children: items() }]
    case 'orderedList': {
      const start = Number(node.attrs?.start ?? 1)
      return [{ type: 'list', ordered: true, start, spread: false, children: items() }]
    }
    case 'blockquote':
      return [{ type: 'blockquote', children: content(children, writer) }]
    case 'codeBlock': {
      const [lang = null, ...meta] = stringOf(node, 'language').split(' ').filter(Boolean)
      return [{ type: 'code', lang, meta: meta.join(' ') || null, value: textOf(node) }]
    }
    case 'table':
      return [tableOut(node, writer)]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'image':
      return [...figureMarkers(node, writer), pictureOut(node, 'src')]
    case 'sketch':
      return [...figureMarkers(node, writer), pictureOut(node, 'drawing')]
    case 'diagram': {
      const meta = diagramMeta(stringOf(node, 'alt'), stringOf(node, 'title'))
      const fence = { type: 'code' as const, lang: 'mermaid', meta: meta || null, value: textOf(node) }
      return [...figureMarkers(node, writer), fence]
    }
    default:
      return content(children, writer)
  }
}

function pictureOut(node: NodeJson, source: 'src' | 'drawing'): BlockContent {
  const picture = {
    type: 'image' as const,
    url: stringOf(node, source),
    alt: stringOf(node, 'alt') || null,
    title: stringOf(node, 'title') || null,
  }
  return { type: 'paragraph', children: [picture] }
}

/** What Markdown has no words for stands in comments before the figure. */
function figureMarkers(node: NodeJson, writer: Writer): BlockContent[] {
  if (!writer.isMarked) return []
  const scene = hashOfAsset(node.attrs?.scene)
  const width = node.attrs?.width
  return [
    ...(scene === null ? [] : [marker(`sketch=${scene}`)]),
    ...(typeof width === 'number' ? [marker(`width=${width}`)] : []),
  ]
}

function item(node: NodeJson, writer: Writer): ListItem {
  return { type: 'listItem', spread: false, children: content(node.content ?? [], writer) }
}

function depthOf(node: NodeJson): 1 | 2 | 3 | 4 {
  const level = node.attrs?.level
  return level === 1 || level === 2 || level === 3 ? level : 4
}

function stringOf(node: NodeJson, name: string): string {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

function tableOut(node: NodeJson, writer: Writer): BlockContent {
  const rows = node.content ?? []
  const align = (rows[0]?.content ?? []).map((cell) => {
    const value = cell.attrs?.align
    return value === 'left' || value === 'right' || value === 'center' ? value : null
  })
  return {
    type: 'table',
    align,
    children: rows.map((row) => ({
      type: 'tableRow',
      children: (row.content ?? []).map((cell) => cellOut(cell, writer)),
    })),
  }
}

/** A cell of GFM holds one line: its blocks stand beside each other. */
function cellOut(cell: NodeJson, writer: Writer): TableCell {
  const children = textBlocksIn(cell).flatMap((text, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...phrasing(text.content ?? [], writer),
  ])
  return { type: 'tableCell', children }
}

function textBlocksIn(node: NodeJson): NodeJson[] {
  return (node.content ?? []).flatMap((child) =>
    child.content?.some(isInline) ? [child] : textBlocksIn(child),
  )
}

/** Marks outermost first, as Markdown nests them; code is written by the text itself. */
const nesting = ['link', 'strong', 'em', 'strike']

function phrasing(nodes: readonly NodeJson[], writer: Writer, level = 0): PhrasingContent[] {
  const type = nesting[level]
  if (type === undefined) return nodes.map((node) => leaf(node, writer))
  const out: PhrasingContent[] = []
  for (const { key, run } of runsBy(nodes, type)) {
    const children = phrasing(run, writer, level + 1)
    out.push(...(key === '' ? children : wrapped(type, run[0], children)))
  }
  return out
}

/** Neighbours that carry the same mark of a type, or none. */
function runsBy(nodes: readonly NodeJson[], type: string): { key: string; run: NodeJson[] }[] {
  const runs: { key: string; run: NodeJson[] }[] = []
  for (const node of nodes) {
    const mark = node.marks?.find((held) => held.type === type)
    const key = mark ? JSON.stringify(mark) : ''
    const last = runs.at(-1)
    if (last && last.key === key) last.run.push(node)
    else runs.push({ key, run: [node] })
  }
  return runs
}

function wrapped(type: string, first: NodeJson | undefined, children: PhrasingContent[]): PhrasingContent[] {
  if (type === 'strong') return [{ type: 'strong', children }]
  if (type === 'em') return [{ type: 'emphasis', children }]
  if (type === 'strike') return [{ type: 'delete', children }]
  const attrs = first?.marks?.find((mark) => mark.type === 'link')?.attrs
  const url = safeLink(attrs?.href)
  if (url === null) return children
  const title = typeof attrs?.title === 'string' ? attrs.title : null
  return [{ type: 'link', url, title, children }]
}

function leaf(node: NodeJson, writer: Writer): PhrasingContent {
  if (node.type === 'hardBreak') return { type: 'break' }
  if (node.type === 'footnote') return noteOut(node, writer)
  const value = node.text ?? ''
  return node.marks?.some((mark) => mark.type === 'code')
    ? { type: 'inlineCode', value }
    : { type: 'text', value }
}

/** The reference; the note itself goes to the end of the file, under its number. */
function noteOut(node: NodeJson, writer: Writer): PhrasingContent {
  const identifier = String(writer.notes.length + 1)
  const definition: FootnoteDefinition = { type: 'footnoteDefinition', identifier, children: [] }
  writer.notes.push(definition)
  const children = phrasing(node.content ?? [], writer)
  if (children.length > 0) definition.children.push({ type: 'paragraph', children })
  return { type: 'footnoteReference', identifier }
}
