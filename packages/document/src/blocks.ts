import { figures } from './figures.ts'
import { type DocumentJson, FOOTNOTE, idOf, isTextBlock, type NodeJson, partOf, textOf } from './json.ts'
import { countWords } from './words.ts'

/** One piece of text in reading order: a paragraph, heading, question, code block or footnote. */
export interface TextBlock {
  id: string
  type: 'paragraph' | 'heading' | 'faqQuestion' | 'codeBlock' | 'footnote'
  /** Which part of the kind it stands in, 'headline' for one. */
  part: string
  /** Block id of that part: an imported document may hold two runs of one part. */
  partId: string
  /** Block id of the FAQ entry it belongs to. */
  entryId: string | null
  text: string
  /** Child indexes from the root. */
  path: number[]
}

/** Every text block in reading order, the empty ones too. Footnotes follow the text that refers to them. */
export function textBlocks(document: DocumentJson): TextBlock[] {
  const found: TextBlock[] = []
  document.content.forEach((part, index) => {
    const place = { part: partOf(part), partId: idOf(part), entryId: null }
    part.content?.forEach((child, at) => {
      collect(child, [index, at], place, found)
    })
  })
  return found
}

type Place = Pick<TextBlock, 'part' | 'partId' | 'entryId'>

function collect(node: NodeJson, path: number[], place: Place, into: TextBlock[]): void {
  if (isTextBlock(node)) {
    // isTextBlock names exactly these types
    into.push({ id: idOf(node), type: node.type as TextBlock['type'], ...place, text: textOf(node), path })
    if (node.type === 'footnote') return
  }
  const inside = node.type === 'faqEntry' ? { ...place, entryId: idOf(node) } : place
  node.content?.forEach((child, index) => {
    collect(child, [...path, index], inside, into)
  })
}

export function nodeAt(document: DocumentJson, path: readonly number[]): NodeJson | undefined {
  let node: NodeJson | undefined = document
  for (const index of path) node = node?.content?.[index]
  return node
}

export interface FaqEntry {
  id: string
  part: string
  question: string
  answer: string
}

export function faqEntries(document: DocumentJson): FaqEntry[] {
  const entries: FaqEntry[] = []
  for (const block of textBlocks(document)) {
    if (block.entryId === null) continue
    const last = entries.at(-1)
    const text = withoutFootnotes(block.text)
    if (block.type === 'faqQuestion' || last?.id !== block.entryId)
      entries.push({ id: block.entryId, part: block.part, question: text, answer: '' })
    else last.answer += last.answer === '' ? text : `\n${text}`
  }
  return entries
}

/** The words alone, without the places where footnotes stand. */
export function withoutFootnotes(text: string): string {
  return text.replaceAll(FOOTNOTE, '')
}

/** Words a reader reads: all text blocks, so footnotes too. */
export function wordCount(document: DocumentJson): number {
  return textBlocks(document).reduce((sum, block) => sum + countWords(block.text), 0)
}

/** The headline without the label some authors write before it; '' when there is none yet. */
export function titleOf(document: DocumentJson): string {
  const blocks = textBlocks(document)
  const headline = blocks.find((block) => block.part === 'headline' && block.text.trim() !== '')
  const title = headline ?? blocks.find((block) => block.type === 'heading' && block.text.trim() !== '')
  return withoutFootnotes(title?.text ?? '')
    .replace(/^\s*(?:title|headline)\s*:\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Ids of the parts that hold words or something to look at. */
export function presentParts(document: DocumentJson): Set<string> {
  const present = new Set<string>()
  for (const block of textBlocks(document)) if (countWords(block.text) > 0) present.add(block.part)
  for (const figure of figures(document)) present.add(figure.part)
  return present
}
