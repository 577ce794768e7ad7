import { ok, type Result, refuse } from '@foreword/core/result'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { canonical } from './canonical.ts'
import { isFigure } from './figures.ts'
import { withIds } from './ids.ts'
import { type DocumentJson, isTextBlock, type NewId, type NodeJson } from './json.ts'
import { blocksOf, FRONT_MATTER } from './markdown/blocks-in.ts'
import { settled } from './markdown/inline.ts'
import { type ImportRefusal, MAX_NESTING, readableText } from './markdown/limits.ts'
import { isMarked, markedParts } from './markdown/marked.ts'
import { MARKER } from './markdown/marker.ts'
import { partsOf } from './markdown/structure.ts'
import { SCHEMA_VERSION } from './schema.ts'
import { countWords } from './words.ts'

export type { ImportRefusal }

/**
 * A Markdown file as a document. Every word is kept: front matter as code in the appendix, HTML as the text it is
 * written in, a note at the place that refers to it. Parts of a PR/FAQ are recognised and may be moved by people later.
 * Takes about 3 ms for a page; 2 MB of text take seconds, so large files belong off the thread that serves.
 */
export function documentFromMarkdown(
  source: string | Uint8Array,
  newId: NewId,
): Result<DocumentJson, ImportRefusal> {
  const text = readableText(source)
  if (!text.ok) return text
  const root = fromMarkdown(text.value, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  })
  if (nestingOf(root) > MAX_NESTING) return refuse('file-nested-too-deep')
  const [frontMatter, blocks] = apart(blocksOf(root))
  const found = isMarked(blocks) ? markedParts(blocks) : partsOf(blocks)
  // it says something about the file and not to the reader, so it does not stand before the headline
  const last = found.at(-1)
  if (frontMatter.length > 0 && last?.part === 'appendix') last.blocks.push(...frontMatter)
  else if (frontMatter.length > 0) found.push({ part: 'appendix', blocks: frontMatter })
  const parts = found.map(({ part, blocks: content }): NodeJson => {
    const kept = content.flatMap(finished)
    return { type: 'part', attrs: { part }, content: kept.length > 0 ? kept : [{ type: 'paragraph' }] }
  })
  if (!isMarked(blocks) && !parts.some(hasWords)) return refuse('file-empty')
  const document: DocumentJson = { type: 'doc', attrs: { schemaVersion: SCHEMA_VERSION }, content: parts }
  return ok(canonical(withIds(document, newId)))
}

function apart(blocks: NodeJson[]): [frontMatter: NodeJson[], others: NodeJson[]] {
  const isFrontMatter = (block: NodeJson) => block.attrs?.language === FRONT_MATTER
  return [blocks.filter(isFrontMatter), blocks.filter((block) => !isFrontMatter(block))]
}

/** Text settled into its final form; what has no words and shows nothing is left out. */
function finished(node: NodeJson): NodeJson[] {
  if (node.type === MARKER) return []
  if (node.type === 'codeBlock' || isFigure(node)) return [node]
  if (isTextBlock(node)) {
    const content = settled(node.content ?? [])
    if (node.type === 'paragraph' && content.length === 0) return []
    return [{ ...node, content }]
  }
  if (node.content === undefined) return [node]
  const content = node.content.flatMap(finished)
  if (content.length > 0) return [{ ...node, content }]
  const needsBlock = ['listItem', 'blockquote', 'tableCell', 'tableHeader'].includes(node.type)
  return needsBlock ? [{ ...node, content: [{ type: 'paragraph' }] }] : []
}

function hasWords(node: NodeJson): boolean {
  return isFigure(node) || countWords(node.text ?? '') > 0 || (node.content?.some(hasWords) ?? false)
}

/** Levels of quotes, lists and emphasis inside each other. Walks with a list: the tree may be hostile. */
function nestingOf(root: Root): number {
  let deepest = 0
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const depth = next.depth + (next.node.type === 'listItem' || next.node.type === 'root' ? 0 : 1)
    deepest = Math.max(deepest, depth)
    if ('children' in next.node) for (const child of next.node.children) waiting.push({ node: child, depth })
  }
  // the paragraph and its text are levels of the tree, but nobody's nesting
  return deepest - 2
}
