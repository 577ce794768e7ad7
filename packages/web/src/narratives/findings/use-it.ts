import type { DraftFinding } from '@foreword/core/narratives/checks'
import { schema } from '@foreword/document/schema'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { beginAct } from '../editor/acts.ts'
import { newBlockId } from '../editor/block-id.ts'
import { partName, partsOf } from '../editor/parts.ts'
import { positionsOf } from '../sheet/outline.ts'

interface Change {
  blockId: string
  /** Where it was found; the words decide. */
  from: number
  quote: string
  wording: string
}

/**
 * Puts other words in the place of a quote: an edit like any other, and an act of its own for undo. Only what differs is
 * touched, so that marks and other people's carets stay. Gives back how to put the old words in again; null when the
 * quote does not stand there any more.
 */
export function replaceWords(view: EditorView, change: Change): Change | null {
  const range = rangeOf(view, change)
  if (!range) return null
  const { quote, wording } = change
  const start = commonStart(quote, wording)
  const end = commonEnd(quote.slice(start), wording.slice(start))
  const words = wording.slice(start, wording.length - end)
  beginAct(view.state)
  const [from, to] = [range.position + start, range.position + quote.length - end]
  view.dispatch(words === '' ? view.state.tr.delete(from, to) : view.state.tr.insertText(words, from, to))
  beginAct(view.state)
  return { blockId: change.blockId, from: range.from, quote: wording, wording: quote }
}

/** Adds a question at the end of an FAQ, with the caret in its answer. False when the draft has no such part. */
export function askQuestion(
  view: EditorView,
  { question, part }: { question: string; part: string },
): boolean {
  const faq = partsOf(view.state.doc).findLast(({ node }) => partName(node) === part)
  if (!faq) return false
  const entry = schema.node('faqEntry', { id: newBlockId() }, [
    schema.node('faqQuestion', { id: newBlockId() }, schema.text(question)),
    schema.node('paragraph', { id: newBlockId() }),
  ])
  beginAct(view.state)
  const tr = view.state.tr.insert(faq.end, entry)
  const answer = faq.end + entry.nodeSize - 2
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(answer), -1)).scrollIntoView())
  view.focus()
  return true
}

/** The quote where it was found, or the one place of its block where it stands now. */
function rangeOf(
  view: EditorView,
  { blockId, from, quote }: Change,
): { position: number; from: number } | null {
  const block = positionsOf(view.state.doc, { blockId, from: 0, to: Number.POSITIVE_INFINITY })
  if (!block) return null
  // every inline node that is no text counts as one character, as it does in the text of a block
  const text = view.state.doc.textBetween(block.from, block.to, undefined, '\uFFFC')
  const holds = text.slice(from, from + quote.length) === quote
  const first = holds ? from : text.indexOf(quote)
  if (first === -1 || (!holds && (quote === '' || text.indexOf(quote, first + 1) !== -1))) return null
  return { position: block.from + first, from: first }
}

export const placeOf = ({ at, quote }: DraftFinding, wording: string): Change => ({
  blockId: at.blockId,
  from: at.from,
  quote,
  wording,
})

function commonStart(one: string, two: string): number {
  let length = 0
  while (length < one.length && length < two.length && one[length] === two[length]) length++
  return length
}

function commonEnd(one: string, two: string): number {
  let length = 0
  while (length < one.length && length < two.length && one.at(-1 - length) === two.at(-1 - length)) length++
  return length
}
