import type { KindLimits, NarrativeKind, PartSection } from '@foreword/core/narratives/kind'
import { sectionOf } from '@foreword/core/narratives/kind'
import type { CheckSettings } from '@foreword/core/people/check-settings'
import { type TextBlock, textBlocks } from '../blocks.ts'
import { type DocumentJson, idOf, type NodeJson } from '../json.ts'
import { placesOf, sectionsOf } from '../sections.ts'
import { countWords } from '../words.ts'
import { looksEnglish } from './english.ts'
import { codeSpans, masked } from './prose.ts'

/** What typesetting says of the document, for the rules about pages. */
export interface TypesetExtent {
  corePages: number
  pressReleasePages: number
  /** The page each text block begins on. */
  blocks: readonly { block: string; page: number }[]
}

/** What a document is checked against. */
export interface CheckBasis {
  kind: NarrativeKind
  settings: CheckSettings
  /** The day it is read on, `2027-03-01`: a launch lies after it. */
  today: string
  /** Null while nobody has typeset it: pages are then no finding. */
  extent: TypesetExtent | null
  /** In a draft that is being written, an empty part is no finding while nothing after it is written. */
  isBeingWritten: boolean
}

/** A text block as the rules read it. */
export interface ReadBlock {
  id: string
  type: TextBlock['type']
  part: string
  section: PartSection
  entryId: string | null
  text: string
  /** The author's own prose: same length, with spaces for code, addresses, quotations and open assumptions. */
  prose: string
  /** Cells of a table are figures and labels, not sentences. */
  isInTable: boolean
  /** A note to whoever opens the file, before the press release begins. */
  isPreface: boolean
}

export interface ReadEntry {
  id: string
  part: string
  question: ReadBlock
  answer: ReadBlock[]
  /** Something that is no text answers too: a picture, a drawing. */
  hasPicture: boolean
}

export interface Reading extends CheckBasis {
  limits: KindLimits
  document: DocumentJson
  blocks: ReadBlock[]
  entries: ReadEntry[]
  /** Rules that know words only speak of a document in their language. */
  isEnglish: boolean
}

const speech = new Set(['leader-quote', 'customer-quote'])

export function reading(document: DocumentJson, basis: CheckBasis): Reading {
  const sections = sectionsOf(document, placesOf(basis.kind))
  const blocks = textBlocks(document).map((block) => ({
    ...readBlock(document, block, basis.kind),
    isPreface: sections[block.path[0] ?? 0] === 'preface',
  }))
  return {
    ...basis,
    limits: basis.kind.limits,
    document,
    blocks,
    entries: entriesOf(document, blocks),
    isEnglish: looksEnglish(blocks.map(({ text }) => text).join(' ')),
  }
}

function readBlock(
  document: DocumentJson,
  block: TextBlock,
  kind: NarrativeKind,
): Omit<ReadBlock, 'isPreface'> {
  const { id, type, part, entryId, text, path } = block
  let node: NodeJson | undefined = document
  let isInTable = false
  for (const index of path) {
    node = node?.content?.[index]
    isInTable ||= node?.type === 'table'
  }
  const isProse = type !== 'codeBlock' && !speech.has(part)
  const prose = isProse ? masked(text, codeSpans(node)) : ' '.repeat(text.length)
  return { id, type, part, section: sectionOf(kind, part), entryId, text, prose, isInTable }
}

const drawn = new Set(['image', 'diagram', 'sketch'])

function entriesOf(document: DocumentJson, blocks: readonly ReadBlock[]): ReadEntry[] {
  const withPicture = new Set<string>()
  const look = (node: NodeJson, entry: string | null): void => {
    const inside = node.type === 'faqEntry' ? idOf(node) : entry
    if (inside !== null && drawn.has(node.type)) withPicture.add(inside)
    for (const child of node.content ?? []) look(child, inside)
  }
  for (const part of document.content) look(part, null)
  const entries: ReadEntry[] = []
  for (const block of blocks) {
    if (block.entryId === null) continue
    const last = entries.at(-1)
    if (last?.id === block.entryId) last.answer.push(block)
    else
      entries.push({
        id: block.entryId,
        part: block.part,
        question: block,
        answer: [],
        hasPicture: withPicture.has(block.entryId),
      })
  }
  return entries
}

export const wordsIn = (blocks: readonly ReadBlock[]) =>
  blocks.reduce((sum, { text }) => sum + countWords(text), 0)

/** Blocks of one part, in order. */
export const inPart = ({ blocks }: Reading, part: string) => blocks.filter((block) => block.part === part)

/** A paragraph of prose, where sentences are to be found: no heading, code, table, preface or appendix. */
export function isSentences(block: ReadBlock): boolean {
  const { type, isInTable, isPreface, section } = block
  if (isInTable || isPreface || section === 'appendix') return false
  return type !== 'heading' && type !== 'codeBlock' && type !== 'faqQuestion'
}
