import { withoutFootnotes } from './blocks.ts'
import { faqNumbers } from './faq-numbers.ts'
import {
  type DocumentJson,
  firstTextBlock,
  idOf,
  isTextBlock,
  type NodeJson,
  partOf,
  textOf,
} from './json.ts'

/** A part of the document and what one would look for in it: the contents of a book, as far as ours goes. */
export interface PartContents {
  block: string
  part: string
  /** The heading that stands over it; null when its template alone names it. */
  title: string | null
  /** The text block it begins with, whose page is the part's; null when it holds no text. */
  first: string | null
  entries: ContentsEntry[]
}

export interface ContentsEntry {
  /** Block id of the heading, or of the question: both carry words, so both have a page. */
  block: string
  kind: 'heading' | 'question'
  /** Of a heading 1–4, of a question 2: an FAQ may part its questions by headings. */
  level: number
  words: string
  /** As it stands beside the question. */
  number: number | null
}

/** Headings and questions in reading order, those without words left out. */
export function contentsOf(document: DocumentJson): PartContents[] {
  const numbers = faqNumbers(document)
  return document.content.map((part) => {
    const children = part.content ?? []
    const first = firstTextBlock(part)
    const isHeaded = children[0]?.type === 'heading'
    // a headline is a heading and stands over nothing
    const isTitled = isHeaded && children.length > 1
    return {
      block: idOf(part),
      part: partOf(part),
      title: (isTitled && children[0] && wordsOf(children[0])) || null,
      first: first === undefined ? null : idOf(first),
      // the part itself stands for the heading it begins with
      entries: children.slice(isHeaded ? 1 : 0).flatMap((child) => entryOf(child, numbers)),
    }
  })
}

function entryOf(child: NodeJson, numbers: ReadonlyMap<string, number>): ContentsEntry[] {
  const block = child.type === 'faqEntry' ? child.content?.[0] : child
  const words = block === undefined ? '' : wordsOf(block)
  if (block === undefined || words === '') return []
  if (block.type === 'heading')
    return [
      { block: idOf(block), kind: 'heading', level: Number(block.attrs?.level) || 2, words, number: null },
    ]
  if (block.type !== 'faqQuestion') return []
  return [{ block: idOf(block), kind: 'question', level: 2, words, number: numbers.get(idOf(child)) ?? null }]
}

/** The words of a line, without those that are proposed to be taken out. */
function wordsOf(block: NodeJson): string {
  if (!isTextBlock(block)) return ''
  const content = (block.content ?? []).filter(({ marks }) => !marks?.some(({ type }) => type === 'deleted'))
  return withoutFootnotes(textOf({ ...block, content }))
    .replace(/\s+/g, ' ')
    .trim()
}

export interface ContentsPlace {
  part: string
  /** The heading or question one has passed last in it; null at its beginning. */
  entry: string | null
}

/** Where in the contents a text block stands. `blocks` are all text blocks in reading order. */
export function placeIn(
  contents: readonly PartContents[],
  blocks: Iterable<string>,
  here: string,
): ContentsPlace | null {
  const parts = new Map(contents.map(({ first, block }) => [first, block]))
  const entries = new Set(contents.flatMap((part) => part.entries.map(({ block }) => block)))
  let place: ContentsPlace | null = null
  for (const block of blocks) {
    const part = parts.get(block)
    if (part !== undefined) place = { part, entry: null }
    if (place !== null && entries.has(block)) place = { ...place, entry: block }
    if (block === here) return place
  }
  return null
}
