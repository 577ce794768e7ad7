import { plainTextOf } from './blocks-in.ts'
import { commentOfBookmark } from './names.ts'
import type { WordPackage } from './package-in.ts'
import { elementsOf, momentOf, type Xml } from './xml.ts'

/** A comment as Word keeps it. `author` is what somebody typed into Word, and nobody we know. */
export interface WordComment {
  /** The number by which the document refers to it; Word counts anew whenever it saves. */
  number: string
  author: string
  /** As Word wrote it: local time, though it often ends in Z. Null when it wrote none. */
  at: string | null
  text: string
  resolved: boolean
  /** Number of the comment it replies to. */
  parent: string | null
  /** The comment of ours that it was, by the bookmark we put into it. */
  own: string | null
  /** By which Word tells the comment from others; ours is made of our id. */
  paragraphId: string | null
  /** Null: on no words that are in the document. */
  anchor: { block: string; from: number; to: number } | null
}

export function commentsOf(of: WordPackage): WordComment[] {
  const extended = new Map(
    elementsOf(of.commentsExtended ?? undefined).map((each) => [each.attrs['w15:paraId'] ?? '', each.attrs]),
  )
  const found = elementsOf(of.comments ?? undefined).filter(({ name }) => name === 'w:comment')
  const numbers = new Map(found.map((comment) => [paragraphIdIn(comment) ?? '', comment.attrs['w:id'] ?? '']))
  return found.map((comment) => {
    const paragraphId = paragraphIdIn(comment)
    const more = extended.get(paragraphId ?? '')
    const parent = more?.['w15:paraIdParent']
    return {
      number: comment.attrs['w:id'] ?? '',
      author: (comment.attrs['w:author'] ?? '').trim(),
      at: momentOf(comment.attrs['w:date']),
      text: plainTextOf(comment),
      resolved: more?.['w15:done'] === '1' || more?.['w15:done'] === 'true',
      parent: parent === undefined ? null : (numbers.get(parent) ?? null),
      own:
        bookmarksIn(comment)
          .map(commentOfBookmark)
          .find((id) => id !== null) ?? null,
      paragraphId,
      anchor: null,
    }
  })
}

/** The last paragraph's, by which replies name the comment. */
function paragraphIdIn(comment: Xml): string | null {
  const last = elementsOf(comment).findLast(({ name }) => name === 'w:p')
  return last?.attrs['w14:paraId']?.toUpperCase() ?? null
}

function bookmarksIn(node: Xml): string[] {
  return elementsOf(node).flatMap((child) =>
    child.name === 'w:bookmarkStart' ? [child.attrs['w:name'] ?? ''] : bookmarksIn(child),
  )
}
