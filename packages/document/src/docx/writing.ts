import { blockBookmark, type Mark, markBookmark } from './names.ts'
import type { Media } from './pictures-out.ts'
import type { ListNumber } from './styles-out.ts'
import { tag } from './xml-out.ts'

/** A passage with the number of the comments that stand on it. */
export interface Passage {
  from: number
  to: number
  numbers: number[]
}

/** What is counted and collected while a document is written from its first block to its last. */
export interface Writing {
  lists: ListNumber[]
  links: Map<string, string>
  /** A paragraph for each footnote; the first has number 1. */
  notes: string[]
  /** By block id. */
  passages: Map<string, Passage[]>
  /** Marks that wait for the next paragraph. */
  waiting: Mark[]
  bookmarks: number
  groups: number
  media: Media
}

export function beginWriting(passages: Writing['passages'], media: Media): Writing {
  return { lists: [], links: new Map(), notes: [], passages, waiting: [], bookmarks: 0, groups: 0, media }
}

/** Numbers a list that begins; its paragraphs name the number. */
export function numberOf(list: ListNumber, writing: Writing): number {
  writing.lists.push(list)
  return writing.lists.length
}

/** The relationship id of an address. */
export function linkId(href: string, writing: Writing): string {
  const known = writing.links.get(href)
  if (known) return known
  const made = `rIdLink${writing.links.size + 1}`
  writing.links.set(href, made)
  return made
}

/** Bookmarks at the start of a paragraph, and the end of the one around its words. */
export function bookmarksFor(
  id: string,
  marks: readonly Mark[],
  writing: Writing,
): { start: string; end: string } {
  const own = blockBookmark(id)
  let start = ''
  // what waits, waits for a paragraph of the text, never for a note's
  for (const mark of [...writing.waiting, ...marks]) {
    writing.bookmarks += 1
    const name = markBookmark(mark, writing.bookmarks)
    if (name !== null) start += begin(writing.bookmarks, name) + finish(writing.bookmarks)
  }
  writing.waiting = []
  if (own === null) return { start, end: '' }
  writing.bookmarks += 1
  return { start: start + begin(writing.bookmarks, own), end: finish(writing.bookmarks) }
}

const begin = (id: number, name: string) => tag('w:bookmarkStart', { 'w:id': id, 'w:name': name })
const finish = (id: number) => tag('w:bookmarkEnd', { 'w:id': id })
