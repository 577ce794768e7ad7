/* What a slash proposes to put in, a line for each. */
import { schema } from '@foreword/document/schema'
import type { NodeType } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { FigureHost } from '../figures/host.ts'
import { addQuestion } from './faq-keys.ts'
import { insertTable, toggleCodeBlock, toggleHeading, toggleList, toggleQuote } from './formatting.ts'
import {
  insertDiagram,
  insertDivider,
  insertFootnote,
  insertSketch,
  placeForBlock,
} from './insert-figures.ts'
import { choosePictures } from './uploads.ts'

type Act = (view: EditorView, figures: FigureHost) => void

/** A command, which says itself where it can be; or an act that asks for more first, and the block it ends with. */
type Put = { command: Command } | { block: NodeType; act: Act }

export type SlashEntry = {
  id: string
  title: string
  /** Other words one might type for it. */
  words: string
} & Put

const { nodes } = schema

const sketch: Act = async (view, figures) => {
  const drawn = await figures.sketch(null)
  if (drawn === null || view.isDestroyed) return
  view.focus()
  insertSketch(drawn)(view.state, view.dispatch)
}

const entries: readonly SlashEntry[] = [
  { id: 'heading', title: 'Heading', words: 'title h2', command: toggleHeading(2) },
  { id: 'subheading', title: 'Smaller heading', words: 'title h3', command: toggleHeading(3) },
  { id: 'bullets', title: 'List', words: 'bullets points ul', command: toggleList(nodes.bulletList) },
  { id: 'numbers', title: 'Numbered list', words: 'ordered ol', command: toggleList(nodes.orderedList) },
  { id: 'table', title: 'Table', words: 'grid rows columns', command: insertTable },
  { id: 'question', title: 'FAQ question', words: 'entry ask', command: addQuestion },
  { id: 'footnote', title: 'Footnote', words: 'note reference', command: insertFootnote },
  { id: 'quote', title: 'Quote', words: 'citation', command: toggleQuote },
  { id: 'picture', title: 'Picture', words: 'image photo', block: nodes.image, act: choosePictures },
  { id: 'diagram', title: 'Diagram', words: 'mermaid chart flow', command: insertDiagram },
  { id: 'sketch', title: 'Sketch', words: 'draw excalidraw wireframe', block: nodes.sketch, act: sketch },
  { id: 'code', title: 'Block of code', words: 'source', command: toggleCodeBlock },
  { id: 'divider', title: 'Divider', words: 'line rule hr', command: insertDivider },
]

/** What can be put in where the caret is and has a word that begins as what was typed; by its own name first. */
export function entriesFor(state: EditorState, typed: string): readonly SlashEntry[] {
  const wanted = typed.toLowerCase()
  const begins = (words: string) => ` ${words.toLowerCase()}`.includes(` ${wanted}`)
  const found = entries.filter(
    (entry) => (begins(entry.title) || begins(entry.words)) && mayStand(state, entry),
  )
  return [...found.filter(({ title }) => begins(title)), ...found.filter(({ title }) => !begins(title))]
}

function mayStand(state: EditorState, entry: SlashEntry): boolean {
  return 'command' in entry
    ? entry.command(state)
    : placeForBlock(state.selection.$from, entry.block) !== null
}

export function putIn(entry: SlashEntry, view: EditorView, figures: FigureHost) {
  if ('command' in entry) entry.command(view.state, view.dispatch, view)
  else entry.act(view, figures)
}
