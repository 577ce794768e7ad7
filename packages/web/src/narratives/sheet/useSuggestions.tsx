import { authorInWord } from '@foreword/document/suggestions/in-word'
import type { Suggestion } from '@foreword/document/suggestions/list'
import type { Verdict } from '@foreword/document/suggestions/resolve'
import { stampOf } from '@foreword/document/suggestions/stamp'
import { useQuery } from '@tanstack/react-query'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { api } from '../../api.ts'
import type { Command } from '../../shell/commands.ts'
import { decideSuggestions, setSuggesting } from '../editor/suggesting.ts'
import type { BesideNote } from './beside-note.ts'
import { bringIntoView } from './bring-into-view.ts'
import { type Outline, positionsOf } from './outline.ts'
import { AllSuggestions, SuggestionNote } from './SuggestionNote.tsx'
import { sayChange } from './say-suggestion.ts'

interface Options {
  view: EditorView | null
  outline: Outline
  me: string
  mayEdit: boolean
}

interface Suggesting {
  notes: BesideNote[]
  commands: Command[]
  atHand: string | null
  put: () => void
  onKey: (event: KeyboardEvent) => boolean
  /** In the status line: whether what one types is written or proposed. */
  state: ReactNode
}

/** Proposals beside the sheet: the mode, the notes, and deciding them by pointer, key and name. */
export function useSuggestions({ view, outline, me, mayEdit }: Options): Suggesting {
  const [isOn, setOn] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const { suggestions } = outline
  const names = useNames(suggestions.length > 0)
  const on = isOn && mayEdit
  const atHand = suggestions.find(({ id }) => id === picked)

  useEffect(() => {
    if (view) setSuggesting(view, on ? { by: me } : null)
  }, [view, on, me])
  useEffect(() => pickByPointer(view, setPicked), [view])

  const decide = (verdict: Verdict, id?: string) => {
    if (!view || !mayEdit) return
    const next = suggestions[suggestions.findIndex((each) => each.id === id) + 1]
    decideSuggestions(view, verdict, id === undefined ? 'all' : { id })
    // so that one key after the other goes through all of them
    if (id === picked) setPicked(next?.id ?? null)
  }
  const pick = (suggestion: Suggestion | undefined) => {
    setPicked(suggestion?.id ?? null)
    if (view && suggestion) goTo(view, suggestion)
  }
  const step = (by: 1 | -1) => {
    if (suggestions.length === 0) return
    const now = suggestions.findIndex(({ id }) => id === picked)
    const next = now === -1 ? (by === 1 ? 0 : -1) : (now + by) % suggestions.length
    pick(suggestions.at(next))
  }
  const nameOf = (by: string) => {
    const inWord = authorInWord(by)
    return inWord === null ? (names.get(by) ?? 'Somebody') : `${inWord || 'Somebody'} in Word`
  }

  const notes = suggestions.map(
    (suggestion): BesideNote => ({
      id: suggestion.id,
      at: { blockId: suggestion.where.block, from: suggestion.where.from, to: suggestion.where.to },
      content: (
        <SuggestionNote
          suggestion={suggestion}
          name={nameOf(suggestion.by)}
          atHand={suggestion === atHand}
          mayDecide={mayEdit}
          onPick={() => pick(suggestion)}
          onDecide={(verdict) => decide(verdict, suggestion.id)}
        />
      ),
    }),
  )
  if (suggestions.length > 0)
    notes.unshift({
      id: 'all-suggestions',
      at: null,
      content: (
        <AllSuggestions
          count={suggestions.length}
          mayDecide={mayEdit}
          onDecide={(verdict) => decide(verdict)}
          onStep={step}
        />
      ),
    })

  return {
    notes,
    atHand: atHand?.id ?? null,
    put: () => setPicked(null),
    commands: commandsFor({
      isOn: on,
      toggle: () => setOn((now) => !now),
      mayEdit,
      count: suggestions.length,
      atHand: atHand?.id,
      step,
      decide,
    }),
    onKey(event) {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey) return false
      if (event.code === 'KeyS' && mayEdit) setOn((now) => !now)
      else if (event.code === 'Period') step(1)
      else if (event.code === 'Comma') step(-1)
      else if (event.code === 'Enter' && atHand) decide('accept', atHand.id)
      else if (event.code === 'Backspace' && atHand) decide('reject', atHand.id)
      else return false
      return true
    },
    state: (
      <>
        {mayEdit && (
          <button
            type="button"
            aria-pressed={on}
            title="What you do becomes a proposal by your name (Ctrl+Alt+S)"
            className={`underline-offset-3 hover:underline ${on ? 'font-medium text-amber' : ''}`}
            onClick={() => setOn((now) => !now)}
          >
            {on ? 'Suggesting' : 'Suggest'}
          </button>
        )}
        <span role="status" className="sr-only">
          {atHand
            ? `Suggestion ${suggestions.indexOf(atHand) + 1} of ${suggestions.length} by ${nameOf(atHand.by)}: ${said(atHand)}`
            : on
              ? 'You are suggesting: your edits become proposals.'
              : ''}
        </span>
      </>
    ),
  }
}

function said({ changes }: Suggestion): string {
  const kinds = { del: 'take out', ins: 'put in', says: '' }
  return changes
    .map(sayChange)
    .map(({ kind, words }) => `${kinds[kind]} ${words}`.trim())
    .join(', ')
}

function useNames(isNeeded: boolean): Map<string, string> {
  const people = useQuery({ ...api.people.list.queryOptions(), enabled: isNeeded })
  return useMemo(() => new Map(people.data?.map(({ id, name }) => [id as string, name])), [people.data])
}

/** Proposals are picked by pressing their words on the sheet. */
function pickByPointer(view: EditorView | null, pick: (id: string) => void) {
  if (!view) return undefined
  const { dom } = view
  const onClick = ({ target }: MouseEvent) => {
    const words = target instanceof Element ? target.closest<HTMLElement>('[data-suggestion]') : null
    const block =
      target instanceof Element
        ? target.closest<HTMLElement>('[data-inserted], [data-deleted], [data-changed]')
        : null
    const { suggestion } = words?.dataset ?? {}
    const { inserted, deleted, changed } = block?.dataset ?? {}
    const json = suggestion ?? inserted ?? deleted ?? changed
    const stamp = json === undefined ? undefined : stampOf(JSON.parse(json))
    if (stamp) pick(stamp.id)
  }
  dom.addEventListener('click', onClick)
  return () => dom.removeEventListener('click', onClick)
}

function goTo(view: EditorView, { where }: Suggestion) {
  const range = positionsOf(view.state.doc, { blockId: where.block, from: where.from, to: where.to })
  if (!range) return
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, range.from)))
  const { node } = view.domAtPos(range.from)
  bringIntoView(node instanceof Element ? node : node.parentElement, 'center')
  view.focus()
}

interface CommandsFor {
  isOn: boolean
  toggle: () => void
  mayEdit: boolean
  count: number
  atHand: string | undefined
  step: (by: 1 | -1) => void
  decide: (verdict: Verdict, id?: string) => void
}

function commandsFor({ isOn, toggle, mayEdit, count, atHand, step, decide }: CommandsFor): Command[] {
  const group = 'This draft'
  const words = 'suggestion proposal track changes'
  const none = count === 0 ? 'Nothing is proposed in this draft.' : undefined
  const notMine = mayEdit ? none : 'Only its authors decide here.'
  const noneAtHand = notMine ?? (atHand === undefined ? 'Go to a suggestion first.' : undefined)
  const mode = isOn ? 'Write again, instead of suggesting' : 'Suggest, instead of writing'
  const command = (
    id: string,
    title: string,
    disabledReason: string | undefined,
    run: () => void,
  ): Command => ({ id: `draft.${id}`, title, group, words, disabledReason, run })
  return [
    command('suggest', mode, mayEdit ? undefined : 'Only its authors write here.', toggle),
    command('suggestion-next', 'Go to the next suggestion', none, () => step(1)),
    command('suggestion-previous', 'Go to the suggestion before', none, () => step(-1)),
    command('suggestion-accept', 'Accept this suggestion', noneAtHand, () => decide('accept', atHand)),
    command('suggestion-reject', 'Reject this suggestion', noneAtHand, () => decide('reject', atHand)),
    command('suggestions-accept', 'Accept all suggestions', notMine, () => decide('accept')),
    command('suggestions-reject', 'Reject all suggestions', notMine, () => decide('reject')),
  ]
}
