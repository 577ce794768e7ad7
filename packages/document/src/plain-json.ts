import type { Node } from 'prosemirror-model'
import type { DocumentJson } from './json.ts'
import { PROPOSALS } from './suggestions/stamp.ts'

/**
 * A `doc` node as JSON, every attribute spelled out but the proposals of blocks of which nothing is proposed: nearly
 * always that is all of them, and an edition never has one.
 */
export function plainJson(document: Node): DocumentJson {
  // toJSON of a `doc` node has exactly this shape
  const json = document.toJSON() as DocumentJson
  const nodes = [...(json.content ?? [])]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.content) nodes.push(...node.content)
    if (!node.attrs) continue
    // toJSON hands out the node's own attributes, which are shared
    const attrs = { ...node.attrs }
    for (const name of PROPOSALS) {
      if (attrs[name] === null) delete attrs[name]
      else if (attrs[name] !== undefined) attrs[name] = inOrder(attrs[name])
    }
    if (Object.keys(attrs).length > 0) node.attrs = attrs
    else delete node.attrs
  }
  return json
}

/** A stamp comes in whatever order it was stored in; two documents that say the same are compared as they are written. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]))
}
