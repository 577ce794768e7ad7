import { schema } from '@foreword/document/schema'
import type { Place } from '@foreword/document/suggestions/places'
import { decide, type Verdict, type Which } from '@foreword/document/suggestions/resolve'
import type { Stamp } from '@foreword/document/suggestions/stamp'
import { suggested } from '@foreword/document/suggestions/suggest'
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { beginAct } from './acts.ts'
import { newBlockId } from './block-id.ts'
import { isFromElsewhere } from './from-elsewhere.ts'
import { positionOf } from './position-of.ts'
import { towards } from './towards.ts'
import { PROPOSAL_OF } from './undo-groups.ts'

/** Whose edits are proposals now; null while everything written here is written. */
type Mode = { by: string } | null

const key = new PluginKey<Mode>('suggesting')
/** On the transactions by which suggestions are decided: what they change is no proposal. */
const DECIDED = 'suggestions-decided'

export function suggesting(): Plugin {
  return new Plugin<Mode>({
    key,
    state: {
      init: () => null,
      apply(tr, mode) {
        const told: Mode | undefined = tr.getMeta(key)
        return told === undefined ? mode : told
      },
    },
    props: {
      attributes: (state): Record<string, string> => (key.getState(state) ? { 'data-suggesting': '' } : {}),
    },
  })
}

export function setSuggesting(view: EditorView, mode: Mode) {
  beginAct(view.state)
  view.dispatch(view.state.tr.setMeta(key, mode).setMeta('addToHistory', false))
}

/** The state with the mode set: for tests, and for a view that begins in it. */
export function suggestAs(state: EditorState, by: string | null): EditorState {
  return state.apply(state.tr.setMeta(key, by === null ? null : { by }))
}

export function isSuggesting(state: EditorState): boolean {
  return key.getState(state) !== null && key.getState(state) !== undefined
}

/**
 * What is to be applied for an edit made here. In the mode of suggesting the edit is tried, with all that the other
 * plugins make of it, and proposed instead: so every key, button, paste and drag is, without knowing of it.
 */
export function asProposal(state: EditorState, tr: Transaction): Transaction {
  const mode = key.getState(state)
  if (!tr.docChanged || isFromElsewhere(tr) || tr.getMeta(DECIDED)) return tr
  if (!mode) return withoutOthersMarks(tr)
  const direct = state.applyTransaction(tr).state
  const stamp: Stamp = { id: newBlockId(), by: mode.by, at: new Date().toISOString() }
  const { document, places } = suggested(state.doc, direct.doc, stamp, placesIn(state, direct))
  const proposal = towards(state.tr, document).setMeta(PROPOSAL_OF, tr)
  select(proposal, direct, places)
  if (tr.storedMarksSet) proposal.setStoredMarks(tr.storedMarks)
  return tr.scrolledIntoView ? proposal.scrollIntoView() : proposal
}

/** Words typed within a proposal, or within what is to be deleted, are the writer's and not part of it. */
function withoutOthersMarks(tr: Transaction): Transaction {
  for (const [at, step] of tr.steps.slice().entries()) {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) continue
    step.getMap().forEach((_from, _to, start, end) => {
      const rest = tr.mapping.slice(at + 1)
      for (const type of [schema.marks.inserted, schema.marks.deleted, schema.marks.restyled])
        tr.removeMark(rest.map(start, 1), rest.map(end, -1), type)
    })
  }
  return tr
}

function placesIn(before: EditorState, { selection }: EditorState): Place[] {
  if (!(selection instanceof TextSelection)) return []
  // taken out in front of the caret: it goes on behind what is struck, or the key would do nothing the next time
  const isForward = before.selection.empty && before.selection.from === selection.from
  return [selection.$anchor, selection.$head].map(($end) => ({
    block: String($end.parent.attrs.id),
    offset: $end.parentOffset,
    side: isForward ? 'right' : 'left',
  }))
}

function select(proposal: Transaction, { selection }: EditorState, places: readonly Place[]) {
  if (selection instanceof NodeSelection) {
    const at = positionOf(proposal.doc, String(selection.node.attrs.id))
    if (at !== undefined) proposal.setSelection(NodeSelection.create(proposal.doc, at))
    return
  }
  const [anchor, head] = places.map(({ block, offset }) => {
    const at = positionOf(proposal.doc, block)
    const node = at === undefined ? null : proposal.doc.nodeAt(at)
    return at === undefined || node === null ? undefined : at + 1 + Math.min(offset, node.content.size)
  })
  if (anchor !== undefined && head !== undefined)
    proposal.setSelection(TextSelection.between(proposal.doc.resolve(anchor), proposal.doc.resolve(head)))
}

/** Accepts or rejects, as one act that can be taken back by itself. */
export function decideSuggestions(view: EditorView, verdict: Verdict, which: Which) {
  const { state } = view
  const decided = decide(state.doc, verdict, which)
  if (decided === state.doc) return
  beginAct(state)
  view.dispatch(towards(state.tr, decided).setMeta(DECIDED, true))
  beginAct(view.state)
}
