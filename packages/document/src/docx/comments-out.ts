import { commentBookmark, paragraphIdOf } from './names.ts'
import { wordsOut } from './words-out.ts'
import type { Passage } from './writing.ts'
import { namespaces, tag, xmlFile } from './xml-out.ts'

/** A comment as it goes out to Word, with its replies after it. */
export interface CommentOut {
  id: string
  author: string
  /** ISO 8601. */
  at: string
  text: string
  resolved: boolean
  /** Null: about the whole document; Word needs a place, which is then the first block. */
  anchor: { block: string; from: number; to: number } | null
  replies: { id: string; author: string; at: string; text: string }[]
}

interface Numbered {
  id: string
  author: string
  at: string
  text: string
  resolved: boolean
  parent: string | null
}

/** Each comment and reply, in the order of their numbers. */
function numbered(comments: readonly CommentOut[]): Numbered[] {
  return comments.flatMap(({ replies, ...comment }) => [
    { ...comment, parent: null },
    ...replies.map((reply) => ({ ...reply, resolved: comment.resolved, parent: comment.id })),
  ])
}

/** Where the numbers stand in the text. A reply stands on the same words as what it replies to. */
export function passagesFor(
  comments: readonly CommentOut[],
  first: { block: string; length: number } | null,
): Map<string, Passage[]> {
  const passages = new Map<string, Passage[]>()
  let number = 0
  for (const { anchor, replies } of comments) {
    const numbers = Array.from({ length: 1 + replies.length }, () => number++)
    const at = anchor ?? (first && { block: first.block, from: 0, to: first.length })
    if (!at) continue
    passages.set(at.block, [...(passages.get(at.block) ?? []), { from: at.from, to: at.to, numbers }])
  }
  return passages
}

export function commentsFile(comments: readonly CommentOut[]): string {
  return xmlFile(tag('w:comments', namespaces, ...numbered(comments).map(commentXml)))
}

function commentXml({ id, author, at, text }: Numbered, number: number): string {
  const initials = author
    .split(/\s+/)
    .map((name) => name[0] ?? '')
    .join('')
    .slice(0, 3)
  const name = commentBookmark(id)
  const lines = text.split('\n')
  const paragraphs = lines.map((line, index) => {
    const isLast = index === lines.length - 1
    const mark = name !== null && index === 0
    return tag(
      'w:p',
      isLast ? { 'w14:paraId': paragraphIdOf(id), 'w14:textId': '77777777' } : {},
      mark ? tag('w:bookmarkStart', { 'w:id': 1_000_000 + number, 'w:name': name }) : '',
      tag('w:r', {}, wordsOut(line)),
      mark ? tag('w:bookmarkEnd', { 'w:id': 1_000_000 + number }) : '',
    )
  })
  const date = `${at.slice(0, 19)}Z`
  return tag(
    'w:comment',
    { 'w:id': number, 'w:author': author, 'w:date': date, 'w:initials': initials },
    ...paragraphs,
  )
}

/** Who replies to whom, and what is resolved: Word keeps that in a part of its own. */
export function commentsExtendedFile(comments: readonly CommentOut[]): string {
  const rows = numbered(comments).map(({ id, parent, resolved }) =>
    tag('w15:commentEx', {
      'w15:paraId': paragraphIdOf(id),
      'w15:paraIdParent': parent === null ? null : paragraphIdOf(parent),
      'w15:done': resolved ? 1 : 0,
    }),
  )
  return xmlFile(tag('w15:commentsEx', namespaces, ...rows))
}
