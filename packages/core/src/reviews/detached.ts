import type { Comment } from './comment.ts'

type Placed = Pick<Comment, 'anchor' | 'carried'>

/** A comment that has lost its place, for the list that keeps it in sight (F2); one on the whole document has none. */
export function isDetached({ anchor, carried }: Placed): boolean {
  if (carried !== null) return anchor !== null && carried.state === 'detached'
  return anchor?.on === 'draft' && anchor.state === 'detached'
}

/** Its place is left, and the words there were rewritten. */
export function isEdited({ anchor, carried }: Placed): boolean {
  if (carried !== null) return carried.state === 'edited'
  return anchor?.on === 'draft' && anchor.state === 'edited'
}
