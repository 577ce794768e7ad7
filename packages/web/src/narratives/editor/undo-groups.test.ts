import { schema } from '@foreword/document/schema'
import { doc, paragraph, part } from '@foreword/document/testing'
import { Node } from 'prosemirror-model'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { asProposal, suggestAs, suggesting } from './suggesting.ts'
import { actNumber, undoGroups } from './undo-groups.ts'

type Key = (state: EditorState) => Transaction

const start = () =>
  EditorState.create({
    doc: Node.fromJSON(schema, doc(part('s', 'summary', paragraph('a', ''), paragraph('b', 'Old words')))),
    plugins: [undoGroups(), suggesting()],
  })

/** Keys as they come, letter by letter. */
const types = (words: string): Key[] =>
  [...words].map(
    (letter) =>
      ({ tr }) =>
        tr.insertText(letter),
  )
const erase: Key = ({ tr, selection: { from } }) => tr.delete(from - 1, from)
const erases = (times: number): Key[] => Array.from({ length: times }, () => erase)
const moves: Key = ({ tr }) => tr.setSelection(TextSelection.create(tr.doc, tr.selection.from))
const goesToB: Key = ({ tr }) => tr.setSelection(TextSelection.atEnd(tr.doc))
const bold: Key = ({ tr }) => tr.addMark(1, tr.doc.content.size - 1, schema.marks.strong.create())
const composes =
  (words: string, composition: number, over = 0): Key =>
  ({ tr, selection: { from } }) =>
    tr.insertText(words, from - over, from).setMeta('composition', composition)
const pastes =
  (words: string): Key =>
  ({ tr }) =>
    tr.insertText(words).setMeta('uiEvent', 'paste')
const others: Key = ({ tr }) =>
  tr.insertText('Theirs ', tr.doc.content.size - 2).setMeta('y-sync$', { isChangeOrigin: true })

/** The letters of each act, in order; what is no letter as a dot. */
function acts(first: EditorState, keys: readonly Key[]): string[] {
  let state = first
  const done: string[] = []
  for (const key of keys) {
    const tr = key(state)
    const next = state.apply(asProposal(state, tr))
    const grown = next.doc.textContent.length - state.doc.textContent.length
    const words =
      tr.docChanged && grown > 0 ? tr.doc.textBetween(tr.selection.from - grown, tr.selection.from) : '.'
    if (actNumber(next) !== actNumber(state)) done.push('')
    if (tr.docChanged && key !== others) done.push(`${done.pop() ?? ''}${words}`)
    state = next
  }
  return done
}

describe('one taking back takes back', () => {
  const table: [string, Key[], string[]][] = [
    ['a word with the space after it', types('Two words. Done'), ['Two ', 'words. ', 'Done']],
    ['several spaces with the word before', types('a  b'), ['a  ', 'b']],
    ['a word that was gone on with elsewhere', [...types('ab'), moves, ...types('cd')], ['ab', 'cd']],
    ['not what stands in another block', [...types('ab'), goesToB, ...types('cd')], ['ab', 'cd']],
    ['a word, though others write meanwhile', [...types('ab'), others, ...types('cd')], ['abcd']],
    ['letters that were erased, word by word', [...types('ab cd'), ...erases(5)], ['ab ', 'cd', '..', '...']],
    ['how words are set, by itself', [...types('ab'), bold, ...types('cd')], ['ab', '.', 'cd']],
    [
      'what was pasted, by itself',
      [...types('ab'), pastes('two words'), ...types('cd')],
      ['ab', 'two words', 'cd'],
    ],
    [
      'what one makes of several keys',
      [composes('n', 1), composes('に', 1, 1), composes('はん', 2)],
      ['n.', 'はん'],
    ],
  ]
  test.each(table)('%s', (_title, keys, expected) => {
    expect(acts(start(), keys)).toEqual(expected)
  })
})

test('words that are proposed are taken back word by word, those proposed to go as well', () => {
  const state = suggestAs(start(), 'ines')
  expect(acts(state, types('Two words'))).toEqual(['Two ', 'words'])
  expect(acts(state, [goesToB, ...erases(9)])).toEqual(['.....', '....'])
})
