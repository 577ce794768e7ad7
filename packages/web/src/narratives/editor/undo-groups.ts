/* What one taking back takes back: a word, and of what is no typing one act. Never how long it took. */
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { RemoveMarkStep, ReplaceStep } from 'prosemirror-transform'
import { beginAct } from './acts.ts'
import { isFromElsewhere } from './from-elsewhere.ts'

interface Act {
  /** Counts the acts. */
  number: number
  kind: 'types' | 'erases' | 'other'
  block: string | null
  /** Whether the last letter of it was a space. */
  atSpace: boolean
  /** Of an input method that makes one word of several keys. */
  composition: unknown
  /** The caret was moved since: what is typed next is another. */
  isOver: boolean
}

const key = new PluginKey<Act>('undo-groups')

/** The transaction that a proposal was made of: it tells better what was done. */
export const PROPOSAL_OF = 'proposal-of'

/** On a transaction that belongs to the act before it, whatever it does. */
export const GOES_ON = 'goes-on'

/** It stands before the plugin that hands changes to the shared text. */
export function undoGroups(): Plugin {
  return new Plugin<Act>({
    key,
    state: {
      init: () => ({
        number: 0,
        kind: 'other',
        block: null,
        atSpace: false,
        composition: undefined,
        isOver: true,
      }),
      apply(tr, act) {
        // what others write, and what our own plugins mend, begins and ends nothing
        if (isFromElsewhere(tr) || tr.getMeta('appendedTransaction') !== undefined) return act
        if ((tr.getMeta(PROPOSAL_OF) ?? tr).getMeta(GOES_ON)) return act
        if (!tr.docChanged) return tr.selectionSet ? { ...act, isOver: true } : act
        const done = doneBy(tr)
        return { ...done, number: goesOn(act, done) ? act.number : act.number + 1 }
      },
    },
    view: () => ({
      update({ state }, before) {
        if (actNumber(state) !== actNumber(before)) beginAct(before)
      },
    }),
  })
}

/** Counts the acts done here: two changes with the same number are taken back together. */
export function actNumber(state: EditorState): number {
  return key.getState(state)?.number ?? 0
}

interface Done extends Omit<Act, 'number'> {
  typed: string
  erased: string
}

function doneBy(tr: Transaction): Done {
  const made: Transaction = tr.getMeta(PROPOSAL_OF) ?? tr
  const [step, ...more] = made.steps
  const [before] = made.docs
  const composition = made.getMeta('composition')
  const other: Done = {
    kind: 'other',
    block: null,
    atSpace: false,
    composition,
    isOver: true,
    typed: '',
    erased: '',
  }
  if (!(step instanceof ReplaceStep) || before === undefined) return other
  // words typed within a proposal lose its marks: that is no other act
  if (made.getMeta('uiEvent') !== undefined || !more.every((each) => each instanceof RemoveMarkStep))
    return other
  const $from = before.resolve(step.from)
  const { content } = step.slice
  const isText = content.content.every((node) => node.isText)
  if (!$from.parent.isTextblock || !$from.sameParent(before.resolve(step.to)) || !isText) return other
  const typed = content.textBetween(0, content.size)
  const erased = before.textBetween(step.from, step.to, undefined, '\ufffc')
  if (typed === '' && [...erased].length !== 1) return other
  return {
    kind: typed === '' ? 'erases' : 'types',
    block: String($from.parent.attrs.id),
    atSpace: /\s$/.test(typed || erased),
    composition,
    isOver: false,
    typed,
    erased,
  }
}

/** A word with the spaces after it is one act, forwards and backwards. */
function goesOn(act: Act, done: Done): boolean {
  if (act.isOver || act.kind !== done.kind || act.block !== done.block) return false
  if (done.kind === 'erases') return act.atSpace || !done.atSpace
  if (done.composition !== undefined && done.composition === act.composition) return true
  const beginsWord = act.atSpace && !/^\s/.test(done.typed)
  return done.erased === '' && !beginsWord && !unspaced.test(done.typed)
}

/** Scripts that part no words by spaces: what is put in at once is one act. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
