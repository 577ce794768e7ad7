import type { Definition, PhrasingContent, Root, RootContent } from 'mdast'
import type { MarkJson, NodeJson } from '../json.ts'
import { safeImageSource, safeLink } from '../links.ts'
import { diagramOf, withFigureMarkers } from './figures-in.ts'
import { type Footnotes, footnotesOf } from './footnotes-in.ts'
import { type Inline, inlineText, textNode } from './inline.ts'
import { MARKER, markerIn } from './marker.ts'

/** Front matter is kept as a code block in this language; writing a file puts it back at its head. */
export const FRONT_MATTER = 'frontmatter'

/** What a definition gave to those who refer to it. */
type Definitions = Map<string, Definition>

/** The blocks of a parsed file, flat in their order, without ids. Inline text still has the file's line ends. */
export function blocksOf(root: Root): NodeJson[] {
  const definitions: Definitions = new Map()
  const used = new Set<string>()
  collectDefinitions(root.children, definitions, used)
  const footnotes: Footnotes = footnotesOf(root, (node) => blockOf(node, context))
  const context: Context = { definitions, used, footnotes }
  return withFigureMarkers(root.children.flatMap((node) => blockOf(node, context)))
}

interface Context {
  definitions: Definitions
  used: Set<string>
  footnotes: Footnotes
}

function collectDefinitions(nodes: readonly RootContent[], into: Definitions, used: Set<string>): void {
  for (const node of nodes) {
    if (node.type === 'definition' && !into.has(node.identifier)) into.set(node.identifier, node)
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
    if ('children' in node) collectDefinitions(node.children, into, used)
  }
}

function blockOf(node: RootContent, context: Context): NodeJson[] {
  const inside = (children: readonly RootContent[]): NodeJson[] =>
    filled(withFigureMarkers(children.flatMap((child) => blockOf(child, context))))
  switch (node.type) {
    case 'paragraph':
      return withPictures('paragraph', {}, inlineOf(node.children, context))
    case 'heading':
      return withPictures('heading', { level: Math.min(node.depth, 4) }, inlineOf(node.children, context))
    case 'blockquote':
      return [{ type: 'blockquote', content: inside(node.children) }]
    case 'list': {
      const items = node.children.map((item): NodeJson => {
        const content = inside(item.children)
        return { type: 'listItem', content: item.checked == null ? content : ticked(content, item.checked) }
      })
      return node.ordered
        ? [{ type: 'orderedList', attrs: { start: node.start ?? 1 }, content: items }]
        : [{ type: 'bulletList', content: items }]
    }
    case 'code': {
      if (node.lang === 'mermaid') return [diagramOf(node.value, node.meta)]
      const language = [node.lang, node.meta].filter(Boolean).join(' ')
      return [codeBlock(node.value, language === '' ? null : language)]
    }
    case 'yaml':
      return [codeBlock(node.value, FRONT_MATTER)]
    case 'html':
      return htmlBlock(node.value)
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return [tableOf(node, context)]
    case 'definition':
      return context.used.has(node.identifier) ? [] : [paragraph([textNode(definitionText(node))])]
    case 'footnoteDefinition': {
      if (context.footnotes.isPlaced(node)) return []
      const [first, ...rest] = inside(node.children)
      const label = textNode(`[${node.label ?? node.identifier}] `)
      if (first?.type === 'paragraph') return [paragraph([label, ...(first.content ?? [])]), ...rest]
      return [paragraph([label]), ...(first ? [first] : []), ...rest]
    }
    default:
      // inline nodes do not stand at block level in a parsed file; were one to, its words are a paragraph
      return withPictures('paragraph', {}, inlineOf([node as PhrasingContent], context))
  }
}

function paragraph(content: Inline): NodeJson {
  return { type: 'paragraph', content }
}

function filled(content: NodeJson[]): NodeJson[] {
  return content.length > 0 ? content : [{ type: 'paragraph' }]
}

function codeBlock(value: string, language: string | null): NodeJson {
  return { type: 'codeBlock', attrs: { language }, content: value === '' ? [] : [textNode(value)] }
}

function definitionText(node: Definition): string {
  const title = node.title ? ` "${node.title}"` : ''
  return `[${node.label ?? node.identifier}]: ${node.url}${title}`
}

function ticked(content: NodeJson[], checked: boolean): NodeJson[] {
  const box = textNode(checked ? '[x] ' : '[ ] ')
  const [first, ...rest] = content
  if (first?.type === 'paragraph') return [paragraph([box, ...(first.content ?? [])]), ...rest]
  return [paragraph([box]), ...content]
}

/** HTML is never read as HTML: it stays as the words it is written in. */
function htmlBlock(value: string): NodeJson[] {
  const own = markerIn(value)
  if (own !== undefined) return [{ type: MARKER, text: own }]
  return [paragraph([textNode(value)])]
}

function tableOf(node: Extract<RootContent, { type: 'table' }>, context: Context): NodeJson {
  const rows = node.children.map((row, y): NodeJson => {
    const cells = row.children.map((cell, x): NodeJson => {
      const blocks = withPictures('paragraph', {}, inlineOf(cell.children, context))
      return {
        type: y === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align: node.align?.[x] ?? null },
        content: filled(blocks),
      }
    })
    return { type: 'tableRow', content: cells }
  })
  return { type: 'table', content: rows }
}

/** A text block, with each picture in it taken out to stand as a block where it stood. */
function withPictures(type: string, attrs: Record<string, unknown>, content: Inline): NodeJson[] {
  const blocks: NodeJson[] = []
  let text: Inline = []
  const close = () => {
    if (!isLeftover(text)) blocks.push({ type, attrs, content: text })
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

/** Nothing at all, or what is left of an emphasis with nothing in it: "_ _". */
function isLeftover(content: Inline): boolean {
  return content.every(({ type }) => type !== 'footnote') && /^[\s_*~\u200B]*$/.test(inlineText(content))
}

function inlineOf(
  nodes: readonly PhrasingContent[],
  context: Context,
  marks: readonly MarkJson[] = [],
): Inline {
  return nodes.flatMap((node) => phrase(node, context, marks))
}

function phrase(node: PhrasingContent, context: Context, marks: readonly MarkJson[]): Inline {
  const inside = (mark: MarkJson, children: readonly PhrasingContent[]): Inline =>
    inlineOf(children, context, marks.some((held) => held.type === mark.type) ? marks : [...marks, mark])
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [textNode(node.value, marks)]
    case 'strong':
      return inside({ type: 'strong' }, node.children)
    case 'emphasis':
      return inside({ type: 'em' }, node.children)
    case 'delete':
      return inside({ type: 'strike' }, node.children)
    case 'inlineCode':
      return node.value === '' ? [] : [textNode(node.value, [...marks, { type: 'code' }])]
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'html':
      return [textNode(node.value, marks)]
    case 'link':
      return linked(node.children, node.url, node.title, inside, context, marks)
    case 'linkReference': {
      const target = context.definitions.get(node.identifier)
      return linked(node.children, target?.url ?? '', target?.title, inside, context, marks)
    }
    case 'image':
      return [picture(node.url, node.alt, node.title)]
    case 'imageReference': {
      const target = context.definitions.get(node.identifier)
      return [picture(target?.url ?? '', node.alt, target?.title)]
    }
    case 'footnoteReference':
      return context.footnotes.at(node, marks)
    default:
      return []
  }
}

/** An unsafe link keeps its words and loses its address. A link around a picture keeps its address as words. */
function linked(
  children: readonly PhrasingContent[],
  url: string,
  title: string | null | undefined,
  inside: (mark: MarkJson, children: readonly PhrasingContent[]) => Inline,
  context: Context,
  marks: readonly MarkJson[],
): Inline {
  const href = safeLink(url)
  if (href === null) return inlineOf(children, context, marks)
  const mark = { type: 'link', attrs: { href, title: title ?? null } }
  const content = inside(mark, children)
  const hasWords = content.some((node) => node.type === 'text')
  return hasWords ? content : [...content, textNode(href, [...marks, mark])]
}

function picture(src: string, alt: string | null | undefined, title: string | null | undefined): NodeJson {
  return {
    type: 'image',
    attrs: { src: safeImageSource(src) ?? '', alt: alt || null, title: title ?? null },
  }
}
