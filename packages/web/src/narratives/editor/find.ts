/* Finding words in the draft, and putting others in their place. */
import { schema } from '@foreword/document/schema'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { beginAct } from './acts.ts'
import { type PluginStore, pluginStore } from './plugin-store.ts'
import { isSuggesting } from './suggesting.ts'
import { GOES_ON } from './undo-groups.ts'

export interface Sought {
  words: string
  /** Capitals and small letters are told apart. */
  byCase: boolean
  wholeWords: boolean
}

interface Match {
  from: number
  to: number
}

export interface Found {
  sought: Sought
  matches: readonly Match[]
  /** Which of them is at hand; -1 when there is none. */
  at: number
  marks: DecorationSet
}

type Told = { sought: Sought | null } | { at: number }

const key = new PluginKey<Found | null>('find')

export interface Finder extends PluginStore<Found | null> {
  plugin: Plugin
}

export function createFinder(): Finder {
  const { store, follow } = pluginStore(key, null)
  const plugin: Plugin = new Plugin<Found | null>({
    key,
    state: {
      init: () => null,
      apply(tr, before, _old, state) {
        const told: Told | undefined = tr.getMeta(key)
        if (told !== undefined && 'sought' in told)
          return told.sought && foundIn(state, told.sought, state.selection.from)
        if (!before) return null
        if (told !== undefined) return marked(state.doc, before.sought, before.matches, told.at)
        if (!tr.docChanged) return before
        const here = before.matches[before.at]?.from ?? 0
        return foundIn(state, before.sought, tr.mapping.map(here))
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
    view: follow,
  })
  return { ...store, plugin }
}

/** Where the words stand, with the first at or after a place at hand. */
function foundIn({ doc }: EditorState, sought: Sought, near: number): Found {
  const matches = matchesIn(doc, sought)
  return marked(doc, sought, matches, firstFrom(matches, near))
}

function firstFrom(matches: readonly Match[], near: number): number {
  const at = matches.findIndex(({ from }) => from >= near)
  return at < 0 && matches.length > 0 ? 0 : at
}

function marked(doc: Node, sought: Sought, matches: readonly Match[], at: number): Found {
  const marks = matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === at ? 'match at-hand' : 'match' }),
  )
  return { sought, matches, at, marks: DecorationSet.create(doc, marks) }
}

/** Within a block, and never over what is no letter of its text: a footnote's number, words that are to go. */
export function matchesIn(doc: Node, { words, byCase, wholeWords }: Sought): Match[] {
  if (words === '') return []
  const pattern = escaped(words)
  const edge = '[\\p{L}\\p{N}_]'
  const whole = wholeWords ? `(?<!${edge})(?:${pattern})(?!${edge})` : pattern
  const search = new RegExp(whole, byCase ? 'gu' : 'giu')
  const matches: Match[] = []
  doc.descendants((node, position) => {
    if (!node.inlineContent) return
    for (const { index, 0: match } of lettersOf(node).matchAll(search))
      matches.push({ from: position + 1 + index, to: position + 1 + index + match.length })
  })
  // a footnote stands within its line and is read after it
  return matches.sort((one, other) => one.from - other.from)
}

const escaped = (words: string) => words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')

/** The text of a block with a letter for every place in it. */
function lettersOf(block: Node): string {
  let letters = ''
  block.forEach((node) => {
    const isText = node.isText && !schema.marks.deleted.isInSet(node.marks)
    letters += isText ? node.text : '\ufffc'.repeat(node.nodeSize)
  })
  return letters
}

const tell = (view: EditorView, told: Told) =>
  view.dispatch(view.state.tr.setMeta(key, told).setMeta('addToHistory', false))

/** Looks for other words; null ends it. */
export function seek(view: EditorView, sought: Sought | null) {
  tell(view, { sought })
}

export function step(view: EditorView, by: 1 | -1) {
  const found = key.getState(view.state)
  if (!found || found.matches.length === 0) return
  tell(view, { at: (found.at + by + found.matches.length) % found.matches.length })
}

/** Selects the words at hand, for who goes on writing there. */
export function selectMatch(view: EditorView) {
  const found = key.getState(view.state)
  const match = found?.matches[found.at]
  if (match === undefined) return
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, match.from, match.to)))
}

/** Puts other words in the place of those at hand, and goes on to the next. */
export function replaceMatch(view: EditorView, words: string) {
  const found = key.getState(view.state)
  const match = found?.matches[found.at]
  if (match === undefined) return
  beginAct(view.state)
  view.dispatch(replaced(view.state.tr, match, words))
  beginAct(view.state)
  // what was struck stays in place while one suggests
  const struck = isSuggesting(view.state) ? match.to - match.from : 0
  const now = key.getState(view.state)
  if (now) tell(view, { at: firstFrom(now.matches, match.from + words.length + struck) })
}

/** In the place of all of them, as one act. Gives back how many. */
export function replaceMatches(view: EditorView, words: string): number {
  const matches = key.getState(view.state)?.matches ?? []
  if (matches.length === 0) return 0
  beginAct(view.state)
  const backwards = matches.toReversed()
  // each is a proposal of its own, to be decided by itself
  if (isSuggesting(view.state))
    for (const match of backwards) view.dispatch(replaced(view.state.tr.setMeta(GOES_ON, true), match, words))
  else view.dispatch(backwards.reduce((tr, match) => replaced(tr, match, words), view.state.tr))
  beginAct(view.state)
  return matches.length
}

function replaced(tr: Transaction, { from, to }: Match, words: string): Transaction {
  return words === '' ? tr.delete(from, to) : tr.insertText(words, from, to)
}
