/* FAQ entries change places (N1): by key, by the handle beside each, from the palette. */
import type { FaqPlace } from '@foreword/document/faq-move'
import { showsNumber } from '@foreword/document/faq-numbers'
import { moveAsAct } from '@foreword/document/moves/history'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { beginAct } from './acts.ts'
import { isFaq, partName, partsOf } from './parts.ts'
import { isSuggesting } from './suggesting.ts'

export interface PlacedEntry {
  id: string
  /** Its place in its part, from 1, whether or not it is shown. */
  number: number
  question: string
  /** Block id of the question, which the handle stands beside. */
  questionId: string
  node: Node
  position: number
}

export interface FaqPart {
  id: string
  part: string
  entries: PlacedEntry[]
}

/** The FAQs of the draft, the empty ones too, with what stands in them. */
export function faqsOf(document: Node): FaqPart[] {
  return partsOf(document).flatMap(({ node: part, start }) => {
    if (!isFaq(part)) return []
    const entries: PlacedEntry[] = []
    part.forEach((node, offset) => {
      if (node.type.name !== 'faqEntry') return
      entries.push({
        id: String(node.attrs.id),
        number: entries.length + 1,
        question: node.firstChild?.textContent ?? '',
        questionId: String(node.firstChild?.attrs.id),
        node,
        position: start + offset,
      })
    })
    return [{ id: String(part.attrs.id), part: partName(part), entries }]
  })
}

/** The number that stands beside a question, unless its author wrote one. */
export const shownNumber = ({ number, question }: PlacedEntry): number | undefined =>
  showsNumber(question) ? number : undefined

/** The entry around the caret, and the FAQ it is in. */
export function entryHere(state: EditorState): { faq: FaqPart; at: number; entry: PlacedEntry } | undefined {
  const { head } = state.selection
  for (const faq of faqsOf(state.doc)) {
    const at = faq.entries.findIndex(
      ({ position, node }) => head > position && head < position + node.nodeSize,
    )
    const entry = faq.entries[at]
    if (entry) return { faq, at, entry }
  }
  return undefined
}

/** Where an entry goes that takes one step; at the end of its FAQ into the next one. */
function stepFrom(state: EditorState, step: 1 | -1): { id: string; place: FaqPlace } | undefined {
  const here = entryHere(state)
  if (!here) return undefined
  const { faq, at, entry } = here
  const beside = faq.entries[at + step]
  if (beside) {
    const before = step === -1 ? beside.id : faq.entries[at + 2]?.id
    return { id: entry.id, place: { part: faq.id, ...(before === undefined ? {} : { before }) } }
  }
  const faqs = faqsOf(state.doc)
  const other = faqs[faqs.findIndex(({ id }) => id === faq.id) + step]
  const first = step === 1 ? other?.entries[0]?.id : undefined
  return (
    other && { id: entry.id, place: { part: other.id, ...(first === undefined ? {} : { before: first }) } }
  )
}

const stepped =
  (step: 1 | -1): Command =>
  (state, dispatch, view) => {
    const next = stepFrom(state, step)
    if (!next) return false
    if (dispatch && view) moveEntry(view, next.id, next.place)
    return true
  }

export const moveEntryUp = stepped(-1)
export const moveEntryDown = stepped(1)

/** From one FAQ to the other: to its end, where a new question would stand. */
export const moveEntryAcross: Command = (state, dispatch, view) => {
  const here = entryHere(state)
  const other = faqsOf(state.doc).find(({ id }) => id !== here?.faq.id)
  if (!here || !other) return false
  if (dispatch && view) moveEntry(view, here.entry.id, { part: other.id })
  return true
}

/** Moves it in the shared document, as an act to be taken back by itself, and keeps the caret in its words. */
export function moveEntry(view: EditorView, id: string, place: FaqPlace): boolean {
  if (isSuggesting(view.state)) return proposeMove(view, id, place)
  const doc = ySyncPluginKey.getState(view.state)?.doc
  const acts = yUndoPluginKey.getState(view.state)?.undoManager
  const before = entryOf(view.state.doc, id)
  if (!doc || !acts || !before) return false
  const within = view.state.selection.head - before.position
  beginAct(view.state)
  const moved = moveAsAct(doc, acts, id, place, ySyncPluginKey)
  beginAct(view.state)
  const isInside = within > 0 && within < before.node.nodeSize
  return moved && putCaretIn(view, id, isInside ? within : 2)
}

/** In an entry, so far from its start: its question begins at 2. */
export function putCaretIn(view: EditorView, id: string, within = 2): boolean {
  const entry = entryOf(view.state.doc, id)
  if (!entry) return false
  const at = view.state.doc.resolve(entry.position + within)
  view.dispatch(view.state.tr.setSelection(TextSelection.near(at)).scrollIntoView())
  return true
}

/** As an edit like any other, which the mode makes a proposal of: the entry stays, and a copy stands at its new place. */
function proposeMove(view: EditorView, id: string, { part, before }: FaqPlace): boolean {
  const entry = entryOf(view.state.doc, id)
  if (!entry) return false
  const tr = view.state.tr.delete(entry.position, entry.position + entry.node.nodeSize)
  const into = partsOf(tr.doc).find(({ node }) => node.attrs.id === part)
  if (!into) return false
  const at = before === undefined ? into.end : (entryOf(tr.doc, before)?.position ?? into.end)
  tr.insert(at, entry.node)
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2))).scrollIntoView())
  return true
}

const entryOf = (document: Node, id: string): PlacedEntry | undefined =>
  faqsOf(document)
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.id === id)
