import { schema } from '@foreword/document/schema'
import { suggestionsIn } from '@foreword/document/suggestions/list'
import { decide } from '@foreword/document/suggestions/resolve'
import { doc, faqEntry, heading, paragraph, part } from '@foreword/document/testing'
import { baseKeymap } from 'prosemirror-commands'
import { Node } from 'prosemirror-model'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { blockIds } from './block-ids.ts'
import { toggleHeading, toggleList, toggleStrong } from './formatting.ts'
import { bindings } from './keys.ts'
import { partGuard } from './part-guard.ts'
import { asProposal, suggestAs, suggesting } from './suggesting.ts'

const draft = doc(
  part('p1', 'summary', paragraph('a', 'Hello world'), paragraph('b', 'Second')),
  part('p2', 'internal-faq', faqEntry('f', 'Why?', paragraph('x', 'Because')), heading('h', 'More', 2)),
)

function start(by: string | null = 'mia'): EditorState {
  let count = 0
  const state = EditorState.create({
    doc: Node.fromJSON(schema, draft),
    plugins: [partGuard(), blockIds(() => `new${++count}`), suggesting()],
  })
  return suggestAs(state, by)
}

function at(state: EditorState, block: string, from: number, to = from): EditorState {
  let start = 0
  state.doc.descendants((node, position) => {
    if (node.attrs.id === block) start = position + 1
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start + from, start + to)))
}

function act(state: EditorState, command: Command): EditorState {
  let after = state
  command(state, (tr) => {
    after = state.apply(asProposal(state, tr))
  })
  return after
}

const type =
  (text: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(text))
    return true
  }

/** Deletes before the caret as a browser does. */
const backspace: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  dispatch?.(state.tr.delete(empty ? from - 1 : from, to))
  return true
}

const changes = (state: EditorState) => suggestionsIn(state.doc).map((each) => each.changes)

/** The caret as | in the text of its block. */
function caret({ selection: { $head } }: EditorState): string {
  const text = $head.parent.textContent
  return `${text.slice(0, $head.parentOffset)}|${text.slice($head.parentOffset)}`
}

test('typing on is one proposal, and the caret goes on behind what is typed', () => {
  let state = at(start(), 'a', 5)
  for (const letter of [...' dear', 'l', 'l']) state = act(state, type(letter))
  expect(caret(state)).toBe('Hello dearll| world')
  expect(changes(state)).toEqual([[{ kind: 'inserted', text: ' dearll' }]])
})

test('Backspace strikes and moves on to the left; what one has just proposed is gone without a trace', () => {
  let state = act(act(at(start(), 'a', 4), backspace), backspace)
  expect(caret(state)).toBe('He|llo world')
  expect(changes(state)).toEqual([[{ kind: 'deleted', text: 'll' }]])
  state = act(act(state, type('y')), backspace)
  expect(changes(state)).toEqual([[{ kind: 'deleted', text: 'll' }]])
})

test('Delete strikes and goes on to the right', () => {
  const forward: Command = (state, dispatch) => {
    dispatch?.(state.tr.delete(state.selection.from, state.selection.from + 1))
    return true
  }
  const state = act(act(at(start(), 'a', 0), forward), forward)
  expect(caret(state)).toBe('He|llo world')
  expect(changes(state)).toEqual([[{ kind: 'deleted', text: 'He' }]])
})

test('a word typed over another is one proposal', () => {
  const state = act(act(at(start(), 'a', 6, 11), type('b')), type('ay'))
  expect(changes(state)).toEqual([
    [
      { kind: 'deleted', text: 'world' },
      { kind: 'inserted', text: 'bay' },
    ],
  ])
})

test.each([
  ['Enter in a paragraph', 'a', 5, baseKeymap.Enter, [{ kind: 'inserted', text: '\n' }]],
  ['Backspace at the start of a paragraph', 'b', 0, baseKeymap.Backspace, [{ kind: 'deleted', text: '\n' }]],
  ['a heading level', 'h', 1, toggleHeading(3), [{ kind: 'block-changed' }]],
  ['a paragraph set as a heading', 'a', 1, toggleHeading(2), [{ kind: 'block-changed' }]],
  [
    'a paragraph made a list',
    'a',
    1,
    toggleList(schema.nodes.bulletList),
    [{ kind: 'block-inserted', type: 'bulletList' }, { kind: 'deleted' }],
  ],
  ['a new question', 'x', 7, bindings['Mod-Enter'], [{ kind: 'block-inserted', type: 'faqEntry' }]],
] as const)(
  '%s is proposed, accepted it is done, rejected it never was',
  (_, block, offset, command, expected) => {
    if (command === undefined) throw new Error('no such key')
    const before = at(start(), block, offset)
    const state = act(before, command)
    expect(changes(state)).toMatchObject([expected])
    expect(decide(state.doc, 'reject').toJSON()).toEqual(before.doc.toJSON())
    let direct = before
    command(suggestAs(before, null), (tr) => {
      direct = suggestAs(before, null).apply(tr)
    })
    expect(decide(state.doc, 'accept').textContent).toBe(direct.doc.textContent)
    expect(decide(state.doc, 'accept').childCount).toBe(direct.doc.childCount)
  },
)

test('words set in bold are proposed as set otherwise, not as other words', () => {
  const state = act(at(start(), 'a', 0, 5), toggleStrong)
  expect(changes(state)).toEqual([[{ kind: 'restyled', text: 'Hello', was: [], now: ['strong'] }]])
})

test('who writes directly writes directly, also within what somebody proposes or would take out', () => {
  const struck = act(at(start(), 'a', 0, 5), backspace)
  const state = act(at(suggestAs(struck, null), 'a', 3), type('XY'))
  expect(decide(state.doc, 'accept').child(0).child(0).textContent).toBe('XY world')
})
