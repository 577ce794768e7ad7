/* A slash at the beginning of a line or after a space proposes what can be put in there. */
import type { ResolvedPos } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { FigureHost } from '../figures/host.ts'
import { beginAct } from './acts.ts'
import { type PluginStore, pluginStore } from './plugin-store.ts'
import { entriesFor, putIn, type SlashEntry } from './slash-entries.ts'

/** Where the slash stands, by its block: what others write meanwhile moves positions. */
interface Place {
  block: string
  offset: number
}

export interface Proposed {
  place: Place
  /** Where the slash is now. */
  from: number
  entries: readonly SlashEntry[]
  /** Which of them Enter takes. */
  chosen: number
}

type Told = { place: Place | null } | { chosen: number }

const key = new PluginKey<Proposed | null>('slash')

export const SLASH_MENU = 'slash-menu'
export const slashOption = ({ id }: SlashEntry) => `${SLASH_MENU}-${id}`

export interface Slash extends PluginStore<Proposed | null> {
  plugin: Plugin
}

export function createSlash(figures: FigureHost): Slash {
  const { store, follow } = pluginStore(key, null)
  const plugin: Plugin = new Plugin<Proposed | null>({
    key,
    state: {
      init: () => null,
      apply(tr, before, _old, state) {
        const told: Told | undefined = tr.getMeta(key)
        if (told !== undefined && 'chosen' in told) return before && { ...before, chosen: told.chosen }
        const place = told === undefined ? before?.place : told.place
        if (!place) return null
        return told === undefined && !tr.docChanged && !tr.selectionSet ? before : proposedAt(state, place)
      },
    },
    props: {
      attributes: (state): Record<string, string> => {
        const proposed = key.getState(state)
        const chosen = proposed?.entries[proposed.chosen]
        if (!chosen) return {}
        return { 'aria-controls': SLASH_MENU, 'aria-activedescendant': slashOption(chosen) }
      },
      handleTextInput(view, from, to, text) {
        // where the text goes: right after a click the selection may still be the one of before
        const $from = view.state.doc.resolve(from)
        if (text !== '/' || from !== to || !mayBegin($from)) return false
        const place = { block: String($from.parent.attrs.id), offset: $from.parentOffset }
        const tr = view.state.tr.insertText('/', from, to)
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 1)).scrollIntoView())
        tell(view, { place })
        return true
      },
      handleDOMEvents: {
        // before any key of the draft
        keydown(view, event) {
          const proposed = key.getState(view.state)
          if (!proposed || event.isComposing || !onKey(view, event, proposed, figures)) return false
          event.preventDefault()
          event.stopPropagation()
          return true
        },
        blur(view) {
          if (key.getState(view.state)) tell(view, { place: null })
          return false
        },
      },
    },
    view: follow,
  })
  return { ...store, plugin }
}

const tell = (view: EditorView, told: Told) =>
  view.dispatch(view.state.tr.setMeta(key, told).setMeta('addToHistory', false))

function mayBegin({ parent, parentOffset }: ResolvedPos): boolean {
  // a footnote is no block, and holds nothing but words
  if (!parent.isTextblock || parent.type.spec.code) return false
  if (parentOffset === 0) return parent.content.size === 0
  return /\s$/.test(parent.textBetween(parentOffset - 1, parentOffset, '', '\ufffc'))
}

/** What is proposed for the words between the slash and the caret; null when the caret has left, or nothing fits. */
function proposedAt(state: EditorState, place: Place): Proposed | null {
  const { $head, empty } = state.selection
  if (!empty || $head.parent.attrs.id !== place.block || $head.parentOffset <= place.offset) return null
  const from = $head.start() + place.offset
  const typed = state.doc.textBetween(from, $head.pos, '\ufffc', '\ufffc')
  if (!/^\/(?:\S.*)?$/s.test(typed)) return null
  const entries = entriesFor(state, typed.slice(1))
  return entries.length === 0 ? null : { place, from, entries, chosen: 0 }
}

function onKey(view: EditorView, event: KeyboardEvent, proposed: Proposed, figures: FigureHost): boolean {
  const { entries, chosen } = proposed
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step !== 0) tell(view, { chosen: (chosen + step + entries.length) % entries.length })
  else if (event.key === 'Escape') tell(view, { place: null })
  else if (event.key === 'Enter' || event.key === 'Tab') choose(view, entries[chosen], figures)
  else return false
  return true
}

/** Takes the slash and what was typed after it away, and puts in what was meant. */
export function choose(view: EditorView, entry: SlashEntry | undefined, figures: FigureHost) {
  const proposed = key.getState(view.state)
  if (!proposed || entry === undefined) return
  beginAct(view.state)
  const { tr, selection } = view.state
  view.dispatch(tr.delete(proposed.from, selection.head).setMeta(key, { place: null } satisfies Told))
  view.focus()
  putIn(entry, view, figures)
}

/** As if a slash had been typed where the caret is. */
export function typeSlash(view: EditorView) {
  view.focus()
  const { from, to } = view.state.selection
  const deflt = () => view.state.tr.insertText('/', from, to)
  view.someProp('handleTextInput', (handle) => handle(view, from, to, '/', deflt))
}
