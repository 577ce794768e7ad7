import { isFigure } from './figures.ts'
import { withIds } from './ids.ts'
import { type DocumentJson, isTextBlock, type NewId, type NodeJson } from './json.ts'
import { FRONT_MATTER } from './markdown/blocks-in.ts'
import { settled } from './markdown/inline.ts'
import { isMarked, markedParts } from './markdown/marked.ts'
import { MARKER } from './markdown/marker.ts'
import { type FoundPart, partsOf } from './markdown/structure.ts'
import { SCHEMA_VERSION } from './schema.ts'
import { countWords } from './words.ts'

/**
 * The blocks of a file, of whatever format, as a document: sorted into parts by the marks of a file of ours or by
 * what authors write, each block with an id. Null when no words are in it. Not yet brought through the schema.
 */
export function assembled(blocks: readonly NodeJson[], newId: NewId): DocumentJson | null {
  const [frontMatter, others] = apart(blocks)
  const found = isMarked(others) ? markedParts(others) : partsOf(others)
  // it says something about the file and not to the reader, so it does not stand before the headline
  const last = found.at(-1)
  if (frontMatter.length > 0 && last?.part === 'appendix') last.blocks.push(...frontMatter)
  else if (frontMatter.length > 0) found.push({ part: 'appendix', blocks: frontMatter })
  const parts = found.map(partNode)
  if (!isMarked(others) && !parts.some(hasWords)) return null
  return withIds({ type: 'doc', attrs: { schemaVersion: SCHEMA_VERSION }, content: parts }, newId)
}

function partNode({ part, blocks }: FoundPart): NodeJson {
  const kept = blocks.flatMap(finished)
  return { type: 'part', attrs: { part }, content: kept.length > 0 ? kept : [{ type: 'paragraph' }] }
}

function apart(blocks: readonly NodeJson[]): [frontMatter: NodeJson[], others: NodeJson[]] {
  const isFrontMatter = (block: NodeJson) => block.attrs?.language === FRONT_MATTER
  return [blocks.filter(isFrontMatter), blocks.filter((block) => !isFrontMatter(block))]
}

/** Text settled into its final form; what has no words and shows nothing is left out. */
function finished(node: NodeJson): NodeJson[] {
  if (node.type === MARKER) return []
  if (node.type === 'codeBlock' || isFigure(node)) return [node]
  if (isTextBlock(node)) {
    const content = settled(node.content ?? [])
    // an empty paragraph is nothing, unless it is one of ours that comes back
    if (node.type === 'paragraph' && content.length === 0 && node.attrs?.id === undefined) return []
    return [{ ...node, content }]
  }
  if (node.content === undefined) return [node]
  const content = node.content.flatMap(finished)
  if (content.length > 0) return [{ ...node, content }]
  const needsBlock = ['listItem', 'blockquote', 'tableCell', 'tableHeader'].includes(node.type)
  if (!needsBlock) return []
  const [first] = node.content
  return [
    { ...node, content: [first?.type === 'paragraph' ? { ...first, content: [] } : { type: 'paragraph' }] },
  ]
}

function hasWords(node: NodeJson): boolean {
  return isFigure(node) || countWords(node.text ?? '') > 0 || (node.content?.some(hasWords) ?? false)
}
