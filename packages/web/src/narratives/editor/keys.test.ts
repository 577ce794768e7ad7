import { schema } from '@foreword/document/schema'
import { doc, faqEntry, heading, paragraph, part } from '@foreword/document/testing'
import { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { blockIds, needingId } from './block-ids.ts'
import { bindings } from './keys.ts'
import { markdownRules } from './markdown-rules.ts'
import { partGuard, withoutParts } from './part-guard.ts'
import { emptiedSelection, PART_REMOVED } from './part-keys.ts'

const counting = () => {
  let count = 0
  return () => `new${++count}`
}

/** The document as lines of `part: block | block`, the caret as ^ in its block. */
function shown(state: EditorState): string[] {
  const { from } = state.selection
  const lines: string[] = []
  state.doc.forEach((part, position) => {
    const blocks: string[] = []
    part.descendants((node, offset) => {
      if (!node.isTextblock) return true
      const start = position + offset + 2
      const at = from - start
      const text = node.textContent
      blocks.push(at >= 0 && at <= text.length ? `${text.slice(0, at)}^${text.slice(at)}` : text)
      return false
    })
    lines.push(`${part.attrs.part}: ${blocks.join(' | ')}`)
  })
  return lines
}

function stateOf(
  document: ReturnType<typeof doc>,
  at: { block: string; offset: number },
  to = at,
): EditorState {
  const node = Node.fromJSON(schema, document)
  const place = (block: string, offset: number) => {
    let found = 0
    node.descendants((child, position) => {
      if (child.attrs.id === block) found = position + 1 + offset
    })
    return found
  }
  return EditorState.create({
    doc: node,
    selection: TextSelection.create(node, place(at.block, at.offset), place(to.block, to.offset)),
    plugins: [partGuard(), blockIds(counting()), markdownRules()],
  })
}

function press(state: EditorState, key: string): EditorState {
  let after = state
  bindings[key]?.(state, (tr) => {
    after = state.apply(tr)
  })
  return after
}

const draft = doc(
  part('p1', 'headline', heading('h', 'Tidewatch', 1)),
  part('p2', 'problem', paragraph('a', 'Growers lose a day.'), paragraph('b', 'It costs them.')),
  part(
    'p3',
    'internal-faq',
    heading('t', 'Internal FAQ'),
    faqEntry('f', 'Why now?', paragraph('x', 'Because.')),
  ),
)

describe('keys at the borders of parts', () => {
  test('Enter in a headline goes on to the next part', () => {
    expect(shown(press(stateOf(draft, { block: 'h', offset: 9 }), 'Enter'))).toEqual([
      'headline: Tidewatch',
      'problem: ^Growers lose a day. | It costs them.',
      'internal-faq: Internal FAQ | Why now? | Because.',
    ])
  })

  test('Backspace at the start of a part takes nothing', () => {
    const state = stateOf(draft, { block: 'a', offset: 0 })
    expect(press(state, 'Backspace').doc.eq(state.doc)).toBe(true)
    const headline = stateOf(doc(part('p1', 'headline', heading('h', '', 1))), { block: 'h', offset: 0 })
    expect(press(headline, 'Backspace').doc.eq(headline.doc)).toBe(true)
  })

  test('deleting over several parts empties each and keeps them', () => {
    const state = stateOf(draft, { block: 'h', offset: 4 }, { block: 'f-q', offset: 4 })
    expect(shown(press(state, 'Delete'))).toEqual([
      'headline: Tide^',
      'problem: ',
      'internal-faq: now? | Because.',
    ])
  })

  test('deleting everything leaves the parts of the template', () => {
    const state = stateOf(draft, { block: 'h', offset: 0 }, { block: 'x', offset: 8 })
    expect(shown(press(state, 'Backspace'))).toEqual(['headline: ^', 'problem: ', 'internal-faq:  | '])
  })

  test('a part that vanished in a way nobody foresaw comes back empty, in its place', () => {
    const state = stateOf(draft, { block: 'h', offset: 0 })
    const second = state.doc.child(0).nodeSize
    const after = state.apply(state.tr.delete(second, second + state.doc.child(1).nodeSize))
    expect(shown(after)).toEqual([
      'headline: ^Tidewatch',
      'problem: ',
      'internal-faq: Internal FAQ | Why now? | Because.',
    ])
    const meant = state.tr.delete(second, second + state.doc.child(1).nodeSize).setMeta(PART_REMOVED, true)
    expect(state.apply(meant).doc.childCount).toBe(2)
  })

  test('typing over several parts puts the words where the selection began', () => {
    const state = stateOf(draft, { block: 'h', offset: 0 }, { block: 'b', offset: 14 })
    const after = state.apply(emptiedSelection(state).insertText('New'))
    expect(shown(after)[0]).toBe('headline: New^')
    expect(shown(after)[1]).toBe('problem: ')
  })

  test('pasted parts leave only their blocks', () => {
    const slice = Node.fromJSON(schema, draft).slice(0, 20)
    expect(withoutParts(slice).content.firstChild?.type.name).toBe('heading')
  })
})

describe('keys in an FAQ', () => {
  test('Enter in a question goes to its answer', () => {
    expect(shown(press(stateOf(draft, { block: 'f-q', offset: 8 }), 'Enter'))[2]).toBe(
      'internal-faq: Internal FAQ | Why now? | ^Because.',
    )
  })

  test('Enter in an empty last paragraph of an answer begins the next question', () => {
    const written = doc(
      part('p', 'external-faq', faqEntry('f', 'Price?', paragraph('x', 'Free.'), paragraph('y', ''))),
    )
    expect(shown(press(stateOf(written, { block: 'y', offset: 0 }), 'Enter'))).toEqual([
      'external-faq: Price? | Free. | ^ | ',
    ])
  })

  test('Mod-Enter begins a question after this one', () => {
    expect(shown(press(stateOf(draft, { block: 'x', offset: 3 }), 'Mod-Enter'))[2]).toBe(
      'internal-faq: Internal FAQ | Why now? | Because. | ^ | ',
    )
  })

  test('Backspace at the start of a question runs no two entries together, and removes an empty one', () => {
    const two = doc(
      part('p', 'external-faq', faqEntry('f', 'Price?', paragraph('x', 'Free.')), faqEntry('g', '')),
    )
    expect(shown(press(stateOf(two, { block: 'g-q', offset: 0 }), 'Backspace'))).toEqual([
      'external-faq: Price? | Free.^',
    ])
    const full = stateOf(draft, { block: 'f-q', offset: 0 })
    expect(press(full, 'Backspace').doc.eq(full.doc)).toBe(true)
  })
})

describe('block ids', () => {
  test('what is split keeps its id with its words; the empty half gets a new one', () => {
    const start = stateOf(draft, { block: 'a', offset: 0 })
    const above = start.apply(start.tr.split(start.selection.from))
    expect(above.doc.child(1).children.map((node) => node.attrs.id)).toEqual(['new1', 'a', 'b'])
    const middle = stateOf(draft, { block: 'a', offset: 7 })
    const halves = middle.apply(middle.tr.split(middle.selection.from))
    expect(halves.doc.child(1).children.map((node) => node.attrs.id)).toEqual(['a', 'new1', 'b'])
    expect(needingId(halves.doc)).toEqual([])
  })
})
