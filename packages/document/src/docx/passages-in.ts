import { type DocumentJson, idOf, isTextBlock, type MarkJson, type NodeJson } from '../json.ts'
import { COMMENTED, PARAGRAPH, TRACKED } from './reading.ts'
import type { Tracked } from './tracked.ts'

export type Passage = { block: string; from: number; to: number }

/** What a stretch of a block's words says beside its words: who tracked it, and which comments stand on it. */
export interface Stretch {
  from: number
  to: number
  by: Tracked | null
  comments: string[]
}

/** By block id, in reading order; only stretches that say something. */
export type Stretches = Map<string, Stretch[]>

/**
 * The document without the marks that its reading left on words, and what they said. Where they name their paragraph,
 * the block that came of it takes the id that `idFor` has for it; several may come of one.
 */
export function stretchesOf(
  document: DocumentJson,
  idFor: (paragraph: string, piece: number) => string = (paragraph) => paragraph,
): { plain: DocumentJson; stretches: Stretches } {
  const pieces = new Map<string, number>()
  const stretches: Stretches = new Map()
  const content = document.content.map((part) => unmarked(named(part), stretches))
  return { plain: { ...document, content }, stretches }

  function named(node: NodeJson): NodeJson {
    const content = node.content?.map(named)
    const paragraph = isTextBlock(node) ? paragraphOf(node) : undefined
    if (paragraph === undefined) return content ? { ...node, content } : node
    const piece = pieces.get(paragraph) ?? 0
    pieces.set(paragraph, piece + 1)
    return { ...node, attrs: { ...node.attrs, id: idFor(paragraph, piece) }, content: content ?? [] }
  }
}

function paragraphOf({ content = [] }: NodeJson): string | undefined {
  for (const { marks } of content) {
    const name = marks?.find(({ type }) => type === PARAGRAPH)?.attrs?.name
    if (typeof name === 'string') return name
  }
  return undefined
}

/** Where each comment stands: in the first block of its passage, from its first word there to its last. */
export function passagesIn(stretches: Stretches): Map<string, Passage> {
  const passages = new Map<string, Passage>()
  for (const [block, all] of stretches)
    for (const { from, to, comments } of all)
      for (const id of comments) {
        const begun = passages.get(id)
        if (!begun) passages.set(id, { block, from, to })
        else if (begun.block === block) begun.to = to
      }
  return passages
}

function unmarked(node: NodeJson, into: Stretches): NodeJson {
  if (node.content === undefined) return node
  if (!isTextBlock(node)) return { ...node, content: node.content.map((child) => unmarked(child, into)) }
  const said: Stretch[] = []
  // before those of a note in it: blocks come in reading order
  into.set(idOf(node), said)
  const content: NodeJson[] = []
  let at = 0
  for (const child of node.content) {
    const length = child.type === 'text' ? (child.text ?? '').length : 1
    const ids = child.marks?.find(({ type }) => type === COMMENTED)?.attrs?.ids
    // `words-in` put them there, and nobody else has
    const by = child.marks?.find(({ type }) => type === TRACKED)?.attrs?.by as Tracked | undefined
    const comments = Array.isArray(ids) ? ids.map(String) : []
    if (by || comments.length > 0) said.push({ from: at, to: at + length, by: by ?? null, comments })
    at += length
    append(content, child.type === 'footnote' ? unmarked(bared(child), into) : bared(child))
  }
  if (said.length === 0) into.delete(idOf(node))
  return { ...node, content }
}

const ofReading = new Set([COMMENTED, TRACKED, PARAGRAPH])

function bared(child: NodeJson): NodeJson {
  const marks = child.marks?.filter(({ type }) => !ofReading.has(type))
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
