import { Fragment, type Node } from 'prosemirror-model'
import { copyId, type Stamp, stampOf } from './stamp.ts'
import { withAttrs } from './tokens.ts'

/** Gives what this person inserted ids of its own where it took those of blocks that stay: it is a copy of them. */
export function withUniqueIds(
  document: Node,
  stamp: Stamp,
): { document: Node; renamed: ReadonlyMap<string, string> } {
  const taken = new Set<string>()
  let doubled = false
  walk(document, stamp, (id, isMine) => {
    if (!isMine) taken.add(id)
  })
  walk(document, stamp, (id, isMine) => {
    doubled ||= isMine && taken.has(id)
  })
  const renamed = new Map<string, string>()
  if (!doubled) return { document, renamed }
  const rename = (parent: Node, isInMine: boolean): Node => {
    if (parent.isLeaf) return parent
    return parent.copy(
      Fragment.from(
        parent.children.map((child) => {
          const isMine = isInMine || isInserted(child, stamp)
          const inner = rename(child, isMine && !child.isTextblock)
          const id: unknown = inner.attrs.id
          if (!isMine || typeof id !== 'string' || !taken.has(id)) return inner
          const own = copyId(id, stamp.id)
          renamed.set(id, own)
          return withAttrs(inner, { id: own })
        }),
      ),
    )
  }
  return { document: rename(document, false), renamed }
}

function walk(
  parent: Node,
  stamp: Stamp,
  tell: (id: string, isMine: boolean) => void,
  isInMine = false,
): void {
  parent.forEach((child) => {
    const isMine = isInMine || isInserted(child, stamp)
    if (typeof child.attrs.id === 'string') tell(child.attrs.id, isMine)
    // the words of a new text block are their own proposals
    walk(child, stamp, tell, isMine && !child.isTextblock)
  })
}

const isInserted = (node: Node, { by }: Stamp) => stampOf(node.attrs.inserted)?.by === by
