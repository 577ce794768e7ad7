import type { DocumentJson } from '@foreword/document/json'
import { contentsOf, type PartContents } from '@foreword/document/outline'
import { schema } from '@foreword/document/schema'
import { type Suggestion, suggestionsIn } from '@foreword/document/suggestions/list'
import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { isPartUnwritten } from '../editor/paper-plugin.ts'
import { partAt, partName, partsOf } from '../editor/parts.ts'

/** What the page around the sheet needs to know of the draft, as a value. */
export interface Outline {
  parts: { block: string; part: string; written: boolean }[]
  /** Block id of the part the caret is in; null while nobody writes here. */
  here: string | null
  /** Block id of the text block that the caret is in, also while nobody writes. */
  caret: string | null
  /** Its headings and questions, part by part as in `parts`. */
  contents: PartContents[]
  /** The selected words, when there are some in one block. */
  selection: Passage | null
  /** The marks and blocks at the selection, for the buttons that show them pressed. */
  formats: string
  /** The headline as it would stand with every suggestion accepted. */
  title: string
  /** What is proposed, in reading order. */
  suggestions: Suggestion[]
}

export interface Passage {
  blockId: string
  /** UTF-16 offsets in the block's text. */
  from: number
  to: number
  quote: string
  before: string
  after: string
}

export function outlineOf(view: EditorView): Outline {
  const { doc, selection } = view.state
  return {
    parts: partsOf(doc).map(({ node }) => ({
      block: String(node.attrs.id),
      part: partName(node),
      written: !isPartUnwritten(node),
    })),
    here: view.hasFocus() ? String(partAt(selection.$head)?.node.attrs.id ?? '') || null : null,
    caret: selection.$head.parent.isTextblock ? String(selection.$head.parent.attrs.id) : null,
    contents: contentsOfNode(doc),
    selection: passageOf(view),
    formats: formatsAt(view),
    title: titleOf(doc),
    suggestions: suggestionsIn(doc),
  }
}

/** A caret that moves changes none of it. */
const known = new WeakMap<Node, PartContents[]>()

function contentsOfNode(doc: Node): PartContents[] {
  const before = known.get(doc)
  if (before !== undefined) return before
  // the schema is the one that this shape is written down from
  const contents = contentsOf(doc.toJSON() as DocumentJson)
  known.set(doc, contents)
  return contents
}

function titleOf(doc: EditorView['state']['doc']): string {
  const headline = doc.children.find(
    (part) => partName(part) === 'headline' && part.textContent.trim() !== '',
  )
  return (headline ? keptText(headline) : '').trim()
}

/** The words of a part without those that are to be taken out. */
function keptText(part: Node): string {
  let text = ''
  part.descendants((node) => {
    if (node.isText && !schema.marks.deleted.isInSet(node.marks)) text += node.text
    return node.isTextblock || !node.attrs.deleted
  })
  return text
}

function formatsAt({ state: { selection, doc } }: EditorView): string {
  if (selection.empty) return ''
  const marks = Object.values(schema.marks).filter((mark) =>
    doc.rangeHasMark(selection.from, selection.to, mark),
  )
  const { $from } = selection
  const around = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type.name)
  return [...marks.map(({ name }) => name), ...around, $from.parent.attrs.level].join(' ')
}

const CONTEXT = 48
const MOST_QUOTED = 4000

/** The selection as a passage of one block: of several blocks the first that has words in it. */
function passageOf({ state: { doc, selection } }: EditorView): Passage | null {
  if (selection.empty) return null
  let found: Passage | null = null
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (found !== null || !node.isTextblock) return found === null
    const text = node.textBetween(0, node.content.size, undefined, leafText)
    const from = Math.max(0, selection.from - position - 1)
    const to = Math.min(text.length, selection.to - position - 1, from + MOST_QUOTED)
    const quote = text.slice(from, to)
    if (quote.trim() !== '')
      found = {
        blockId: String(node.attrs.id),
        from,
        to,
        quote,
        before: text.slice(Math.max(0, from - CONTEXT), from),
        after: text.slice(to, to + CONTEXT),
      }
    return false
  })
  return found
}

const leafText = (leaf: { type: unknown }) => (leaf.type === schema.nodes.hardBreak ? '\n' : '')

/** The document positions of a passage; undefined when its block is gone. */
export function positionsOf(
  doc: EditorView['state']['doc'],
  { blockId, from, to }: { blockId: string; from: number; to: number },
): { from: number; to: number } | undefined {
  let found: { from: number; to: number } | undefined
  doc.descendants((node, position) => {
    if (found !== undefined) return false
    if (node.isTextblock && node.attrs.id === blockId) {
      const end = node.content.size
      found = { from: position + 1 + Math.min(from, end), to: position + 1 + Math.min(to, end) }
    }
    return !node.isTextblock
  })
  return found
}

export function sameOutline(one: Outline, two: Outline): boolean {
  return JSON.stringify(one) === JSON.stringify(two)
}
