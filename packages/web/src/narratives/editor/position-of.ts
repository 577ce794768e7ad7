import type { Node } from 'prosemirror-model'

/** Where the block with this id stands in the document; undefined when it is gone. */
export function positionOf(document: Node, id: string): number | undefined {
  let found: number | undefined
  document.descendants((node, position) => {
    if (found === undefined && node.attrs.id === id) found = position
    return found === undefined
  })
  return found
}
