import { type DocumentJson, idOf, isTextBlock, type MarkJson, type NodeJson } from '../json.ts'
import { COMMENTED } from './reading.ts'

type Passage = { block: string; from: number; to: number }

/**
 * The document without the marks that comments left on words, and where each comment stood: in the first block of its
 * passage, from its first word there to its last.
 */
export function passagesOf(document: DocumentJson): { plain: DocumentJson; passages: Map<string, Passage> } {
  const passages = new Map<string, Passage>()
  const content = document.content.map((part) => unmarked(part, passages))
  return { plain: { ...document, content }, passages }
}

function unmarked(node: NodeJson, into: Map<string, Passage>): NodeJson {
  if (node.content === undefined) return node
  if (!isTextBlock(node)) return { ...node, content: node.content.map((child) => unmarked(child, into)) }
  const block = idOf(node)
  const content: NodeJson[] = []
  let at = 0
  for (const child of node.content) {
    const length = child.type === 'text' ? (child.text ?? '').length : 1
    const ids = child.marks?.find(({ type }) => type === COMMENTED)?.attrs?.ids
    for (const id of Array.isArray(ids) ? ids : []) {
      const begun = into.get(String(id))
      if (!begun) into.set(String(id), { block, from: at, to: at + length })
      else if (begun.block === block) begun.to = at + length
    }
    at += length
    append(content, child.type === 'footnote' ? unmarked(child, into) : bared(child))
  }
  return { ...node, content }
}

function bared(child: NodeJson): NodeJson {
  const marks = child.marks?.filter(({ type }) => type !== COMMENTED)
  if (marks === undefined) return child
  const { marks: _, ...bare } = child
  return marks.length > 0 ? { ...bare, marks } : bare
}

function append(content: NodeJson[], child: NodeJson): void {
  const last = content.at(-1)
  const joins = last?.type === 'text' && child.type === 'text' && same(last.marks, child.marks)
  if (joins) content[content.length - 1] = { ...last, text: `${last.text}${child.text}` }
  else content.push(child)
}

const same = (a: MarkJson[] | undefined, b: MarkJson[] | undefined) =>
  JSON.stringify(a ?? []) === JSON.stringify(b ?? [])
