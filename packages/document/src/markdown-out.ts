import type { BlockContent, ListItem, PhrasingContent, Root, RootContent, TableCell } from 'mdast'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { type DocumentJson, type NodeJson, partOf, textOf } from './json.ts'
import { safeLink } from './links.ts'
import { FRONT_MATTER } from './markdown/blocks-in.ts'

export interface MarkdownOptions {
  /**
   * `marked` (the default) keeps parts and questions in HTML comments, which no reader shows, so that the file can
   * be brought back as it was; `plain` leaves them out.
   */
  structure?: 'marked' | 'plain'
}

/** The document as Markdown (GFM). Ids are not written; empty blocks and the spans of table cells are lost. */
export function documentToMarkdown(document: DocumentJson, options: MarkdownOptions = {}): string {
  const isMarked = options.structure !== 'plain'
  const children: RootContent[] = frontMatterOf(document)
  for (const part of document.content) {
    const body = (part.content ?? []).filter((block) => block.attrs?.language !== FRONT_MATTER)
    if (body.length === 0) continue
    if (isMarked) children.push(marker(`part=${partOf(part)}`))
    body.forEach((block, index) => {
      children.push(...blockOut(block, isMarked))
      const closes = block.type === 'faqEntry' && body[index + 1] && body[index + 1]?.type !== 'faqEntry'
      if (isMarked && closes) children.push(marker('end'))
    })
  }
  const root: Root = { type: 'root', children }
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
    extensions: [gfmToMarkdown(), frontmatterToMarkdown(['yaml'])],
  })
}

function marker(value: string): RootContent {
  return { type: 'html', value: `<!-- foreword:${value} -->` }
}

function frontMatterOf(document: DocumentJson): RootContent[] {
  const block = document.content
    .flatMap((part) => part.content ?? [])
    .find((candidate) => candidate.attrs?.language === FRONT_MATTER)
  return block ? [{ type: 'yaml', value: textOf(block) }] : []
}

function blockOut(node: NodeJson, isMarked: boolean): RootContent[] {
  if (node.type !== 'faqEntry') return content([node])
  const [question, ...answer] = node.content ?? []
  const asked = phrasing(question?.content ?? [])
  return [
    ...(isMarked ? [marker('question')] : []),
    { type: 'heading', depth: 3, children: asked },
    ...content(answer),
  ]
}

function content(nodes: readonly NodeJson[]): BlockContent[] {
  return nodes.flatMap(block)
}

function block(node: NodeJson): BlockContent[] {
  const children = node.content ?? []
  switch (node.type) {
    case 'paragraph':
    case 'faqQuestion':
      return children.length > 0 ? [{ type: 'paragraph', children: phrasing(children) }] : []
    case 'heading':
      return children.length > 0
        ? [{ type: 'heading', depth: depthOf(node), children: phrasing(children) }]
        : []
    case 'bulletList':
      return [{ type: 'list', ordered: false, spread: false, children: children.map(item) }]
    case 'orderedList': {
      const start = Number(node.attrs?.start ?? 1)
      return [{ type: 'list', ordered: true, start, spread: false, children: children.map(item) }]
    }
    case 'blockquote':
      return [{ type: 'blockquote', children: content(children) }]
    case 'codeBlock': {
      const [lang = null, ...meta] = stringOf(node, 'language').split(' ').filter(Boolean)
      return [{ type: 'code', lang, meta: meta.join(' ') || null, value: textOf(node) }]
    }
    case 'table':
      return [tableOut(node)]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'image':
      return [
        {
          type: 'paragraph',
          children: [
            {
              type: 'image',
              url: stringOf(node, 'src'),
              alt: stringOf(node, 'alt') || null,
              title: stringOf(node, 'title') || null,
            },
          ],
        },
      ]
    default:
      return content(children)
  }
}

function item(node: NodeJson): ListItem {
  return { type: 'listItem', spread: false, children: content(node.content ?? []) }
}

function depthOf(node: NodeJson): 1 | 2 | 3 | 4 {
  const level = node.attrs?.level
  return level === 1 || level === 2 || level === 3 ? level : 4
}

function stringOf(node: NodeJson, name: string): string {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

function tableOut(node: NodeJson): BlockContent {
  const rows = node.content ?? []
  const align = (rows[0]?.content ?? []).map((cell) => {
    const value = cell.attrs?.align
    return value === 'left' || value === 'right' || value === 'center' ? value : null
  })
  return {
    type: 'table',
    align,
    children: rows.map((row) => ({ type: 'tableRow', children: (row.content ?? []).map(cellOut) })),
  }
}

/** A cell of GFM holds one line: its blocks stand beside each other. */
function cellOut(cell: NodeJson): TableCell {
  const children = textBlocksIn(cell).flatMap((text, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...phrasing(text.content ?? []),
  ])
  return { type: 'tableCell', children }
}

function textBlocksIn(node: NodeJson): NodeJson[] {
  return (node.content ?? []).flatMap((child) =>
    child.content?.some(({ type }) => type === 'text') ? [child] : textBlocksIn(child),
  )
}

/** Marks outermost first, as Markdown nests them; code is written by the text itself. */
const nesting = ['link', 'strong', 'em', 'strike']

function phrasing(nodes: readonly NodeJson[], level = 0): PhrasingContent[] {
  const type = nesting[level]
  if (type === undefined) return nodes.map(leaf)
  const out: PhrasingContent[] = []
  for (const { key, run } of runsBy(nodes, type)) {
    const children = phrasing(run, level + 1)
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

function leaf(node: NodeJson): PhrasingContent {
  if (node.type === 'hardBreak') return { type: 'break' }
  const value = node.text ?? ''
  return node.marks?.some((mark) => mark.type === 'code')
    ? { type: 'inlineCode', value }
    : { type: 'text', value }
}
