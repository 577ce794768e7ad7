import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BlockChange, compare, nextChange } from './diff.ts'
import { diagram, doc, footnote, heading, image, noted, paragraph, part, someAsset } from './testing.ts'

const first = doc(
  part('p1', 'headline', heading('h', 'Ford opens', 1)),
  part('p2', 'problem', paragraph('a', 'Sheep drown at night.'), paragraph('b', 'Nobody knows why.')),
  part('p3', 'solution', paragraph('c', 'A post rings the farm.')),
)

const second = doc(
  part('p1', 'headline', heading('h', 'Ford opens', 1)),
  part('p2', 'problem', paragraph('a', 'Sheep drown in the dark.')),
  part('p3', 'solution', paragraph('c', 'A post rings the farm.'), paragraph('d', 'It costs little.')),
)

const told = (change: BlockChange) =>
  change.kind === 'changed'
    ? change.runs.map((run) => `${run.kind[0]}:${run.text}`)
    : [change.kind, change.kind === 'removed' ? change.before.id : change.after.id]

test('N6: two editions are compared word by word, with what was removed in its place', () => {
  const comparison = compare(first, second)
  expect(comparison.blocks.map(told)).toEqual([
    ['kept', 'h'],
    ['k:Sheep drown ', 'r:at night', 'a:in the dark', 'k:.'],
    ['removed', 'b'],
    ['kept', 'c'],
    ['added', 'd'],
  ])
  expect(comparison.changes).toEqual([1, 2, 4])
  expect([comparison.wordsAdded, comparison.wordsRemoved]).toEqual([6, 5])
})

test('N6: next and previous change go round', () => {
  const comparison = compare(first, second)
  expect(nextChange(comparison, 0, 'next')).toBe(1)
  expect(nextChange(comparison, 4, 'next')).toBe(1)
  expect(nextChange(comparison, 1, 'previous')).toBe(4)
  expect(nextChange(compare(first, first), 0, 'next')).toBeNull()
})

test('N6: an import of the same text has other ids and shows no change', () => {
  const copy = JSON.parse(JSON.stringify(first, (key, value) => (key === 'id' ? `new-${value}` : value)))
  expect(compare(first, copy).changes).toEqual([])
})

test('N6: a heading made smaller, or a paragraph moved to another part, is a change without words', () => {
  const restyled = doc(part('p1', 'headline', heading('h', 'Ford opens', 2)), ...first.content.slice(1))
  expect(compare(first, restyled).blocks[0]).toMatchObject({
    kind: 'changed',
    looks: [{ what: 'kind', was: 'heading 1', is: 'heading 2' }],
  })
})

test('N6: another picture, a wider one, a changed diagram and a changed footnote are changes', () => {
  const look = (attrs: Record<string, unknown>, source: string, note: string) =>
    doc(
      part(
        'p',
        'appendix',
        noted('n', 'Words', footnote('f', note)),
        image('i', attrs),
        image('j', { title: 'Second' }),
        diagram('d', source),
      ),
    )
  const before = look({}, 'A to B', 'Old note.')
  const kinds = (after: typeof before) => compare(before, after).blocks.map(({ kind }) => kind)
  expect(kinds(before)).toEqual(['kept', 'kept', 'kept', 'kept', 'kept'])
  expect(kinds(look({ src: someAsset('b') }, 'A to B', 'Old note.'))[2]).toBe('changed')
  expect(kinds(look({ width: 50 }, 'A to B', 'Old note.'))[2]).toBe('changed')
  expect(compare(before, look({}, 'A to C', 'New note.')).blocks.map(told)).toEqual([
    ['kept', 'n'],
    ['r:Old', 'a:New', 'k: note.'],
    ['kept', 'i'],
    ['kept', 'j'],
    ['k:A to ', 'r:B', 'a:C'],
  ])
})

test('N6: kept and added runs make the new text, kept and removed the old', () => {
  const words = fc.array(fc.constantFrom('one', 'two', 'three.', '👩‍🚀', 'É', '“x”'), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [old, now] = [a.join(' '), b.join(' ')]
      const [only] = compare(
        doc(part('p', 'x', paragraph('k', old))),
        doc(part('p', 'x', paragraph('k', now))),
      ).blocks
      if (only?.kind !== 'changed') {
        expect(old).toBe(now)
        return
      }
      const text = (...kinds: string[]) =>
        only.runs
          .filter((run) => kinds.includes(run.kind))
          .map((run) => run.text)
          .join('')
      expect(text('kept', 'removed')).toBe(old)
      expect(text('kept', 'added')).toBe(now)
    }),
  )
})
