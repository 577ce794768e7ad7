import type { Node } from 'prosemirror-model'
import type { DocumentJson, NewId, NodeJson } from './json.ts'
import { blockNames } from './schema.ts'

const carriesId = new Set<string>(blockNames)

/**
 * Every block with an id of its own. The first holder keeps an id that stands twice (a split or pasted block
 * copies its neighbour's), later ones get a new one. Returns the same value when nothing was missing.
 */
export function withIds(document: DocumentJson, newId: NewId): DocumentJson {
  const seen = new Set<string>()
  const content = mapKept(document.content, (part) => identified(part, seen, newId))
  return content === document.content ? document : { ...document, content }
}

function identified(node: NodeJson, seen: Set<string>, newId: NewId): NodeJson {
  if (!carriesId.has(node.type)) return node
  const id = node.attrs?.id
  const keeps = typeof id === 'string' && id !== '' && !seen.has(id)
  const own = keeps ? id : newId()
  seen.add(own)
  const content = node.content && mapKept(node.content, (child) => identified(child, seen, newId))
  if (keeps && content === node.content) return node
  return { ...node, attrs: { ...node.attrs, id: own }, ...(content ? { content } : {}) }
}

function mapKept<T>(list: T[], change: (item: T) => T): T[] {
  let changed = false
  const out = list.map((item) => {
    const next = change(item)
    changed ||= next !== item
    return next
  })
  return changed ? out : list
}

/** The document with a new id on every block: a copy that shares nothing with what it was copied from. */
export function withNewIds(document: DocumentJson, newId: NewId): DocumentJson {
  const renamed = (node: NodeJson): NodeJson => ({
    ...node,
    ...(carriesId.has(node.type) ? { attrs: { ...node.attrs, id: newId() } } : {}),
    ...(node.content ? { content: node.content.map(renamed) } : {}),
  })
  return { ...document, content: document.content.map(renamed) }
}

/** Where an editor must set an id: `tr.setNodeAttribute(position, 'id', newId())` for each. */
export function positionsWithoutId(document: Node): number[] {
  const seen = new Set<string>()
  const positions: number[] = []
  document.descendants((node, position) => {
    if (!carriesId.has(node.type.name)) return
    const id: unknown = node.attrs.id
    if (typeof id !== 'string' || id === '' || seen.has(id)) positions.push(position)
    else seen.add(id)
  })
  return positions
}
