import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Anchor, anchorAt, locate, snapped } from './anchors.ts'
import { doc, paragraph, part } from './testing.ts'

const text = 'The ford floods at night. The farmer sleeps at night and wakes too late.'
const draft = doc(part('p', 'problem', paragraph('a', text), paragraph('b', 'Sheep drown.')))

function on(quote: string, occurrence = 0): Anchor {
  let from = -1
  for (let count = 0; count <= occurrence; count++) from = text.indexOf(quote, from + 1)
  const anchor = anchorAt(draft, 'a', from, from + quote.length)
  if (anchor === null) throw new Error(`${quote} is not in the text`)
  return anchor
}

const withFirst = (first: string, ...others: ReturnType<typeof paragraph>[]) =>
  doc(part('p', 'problem', paragraph('a', first), ...others))

test.each([
  ['unchanged', on('at night'), draft, { method: 'position', block: 'a', from: 16, to: 24 }],
  [
    'the second of two, unchanged',
    on('at night', 1),
    draft,
    { method: 'position', block: 'a', from: 44, to: 52 },
  ],
  [
    'words added before it',
    on('sleeps'),
    withFirst(`Often. ${text}`),
    { method: 'quote-in-block', block: 'a', from: 44, to: 50 },
  ],
  [
    'the second of two, when the first is deleted',
    on('at night', 1),
    withFirst(text.replace(' at night', '')),
    { method: 'quote-in-block', block: 'a', from: 35, to: 43 },
  ],
  [
    'its sentence moved to another block',
    on('The farmer sleeps at night'),
    withFirst('The ford floods.', paragraph('c', 'So it is. The farmer sleeps at night, then.')),
    { method: 'quote', block: 'c', from: 10, to: 36 },
  ],
  [
    'its block replaced by one with the same words',
    on('sleeps'),
    doc(part('p', 'problem', paragraph('new', text))),
    { method: 'quote', block: 'new', from: 37, to: 43 },
  ],
])('F2: found again: %s', (_, anchor, document, found) => {
  expect(locate(anchor, document)).toEqual({ state: 'attached', ...found })
})

test.each([
  ['its words were deleted', on('sleeps'), withFirst(text.replace('sleeps', 'dreams'))],
  [
    'its words were altered',
    on('too late'),
    withFirst(text.replace('too late', 'far too late now').replace('too ', '')),
  ],
  ['a short word stands elsewhere with other neighbours', on('ford'), withFirst('He drives a ford.')],
  [
    'the first of two was deleted and the second is not it',
    on('at night'),
    withFirst(text.replace(' at night', '')),
  ],
  [
    'its block is gone and others hold only the short word',
    on('night'),
    doc(part('p', 'x', paragraph('z', 'By night.'))),
  ],
])('F2: detached, never put on other words: %s', (_, anchor, document) => {
  expect(locate(anchor, document)).toEqual({ state: 'detached' })
})

test('an anchor never cuts a grapheme', () => {
  const family = 'a👨‍👩‍👧e\u0301z'
  expect(snapped(family, 2, 3)).toEqual({ from: 1, to: 9 })
  expect(snapped(family, 10, 10)).toEqual({ from: 9, to: 11 })
  expect(snapped(family, -5, 99)).toEqual({ from: 0, to: family.length })
  expect(anchorAt(doc(part('p', 'x', paragraph('k', family))), 'k', 10, 11)?.quote).toBe('e\u0301')
})

test('an anchor on nothing is none', () => {
  expect(anchorAt(draft, 'a', 8, 9)).toBeNull()
  expect(anchorAt(draft, 'nowhere', 0, 4)).toBeNull()
})

test('F2: whatever is edited, an attached anchor stands on its own words', () => {
  const words = fc.array(fc.constantFrom('at', 'night', 'the', 'ford', 'sleeps', '👩‍🚀', 'é'), {
    maxLength: 14,
  })
  fc.assert(
    fc.property(words, words, fc.nat(60), fc.nat(60), (before, after, from, to) => {
      const old = doc(part('p', 'x', paragraph('k', before.join(' '))))
      const anchor = anchorAt(old, 'k', from, to)
      if (anchor === null) return
      expect(locate(anchor, old)).toMatchObject({ method: 'position', from: anchor.from })
      const now = after.join(' ')
      const found = locate(anchor, doc(part('p', 'x', paragraph('k', now))))
      if (found.state === 'attached') expect(now.slice(found.from, found.to)).toBe(anchor.quote)
    }),
  )
})
