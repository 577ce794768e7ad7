import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { faqEntries, textBlocks, withoutFootnotes } from './blocks.ts'
import { canonical } from './canonical.ts'
import { figures } from './figures.ts'
import { withIds } from './ids.ts'
import { repaired } from './repair.ts'
import { someDocument } from './suggestions/arbitrary.fixture.ts'
import {
  countingIds,
  diagram,
  doc,
  faqEntry,
  footnote,
  heading,
  image,
  noted,
  paragraph,
  part,
  sketch,
  someAsset,
} from './testing.ts'
import { addFaqEntry, documentFromYDoc, FRAGMENT, textOrigins } from './yjs.ts'
import { replaceContent, yDocFrom } from './yjs-write.ts'

const draft = doc(
  part('p1', 'headline', heading('h1', 'Harbour opens', 1)),
  part('p2', 'internal-faq', faqEntry('f1', 'Why now?', paragraph('a1', 'The berth is free.'))),
  part('p3', 'appendix', paragraph('x1', 'Charts')),
)

test('a document goes into a shared draft and comes back the same, attributes too', () => {
  const rich = doc(
    part('p1', 'other', {
      type: 'table',
      attrs: { id: 't' },
      content: [
        {
          type: 'tableRow',
          attrs: { id: 'r' },
          content: [
            {
              type: 'tableCell',
              attrs: { id: 'c', colspan: 2, align: 'right' },
              content: [
                {
                  type: 'paragraph',
                  attrs: { id: 'cp' },
                  content: [
                    { type: 'text', text: 'a', marks: [{ type: 'strong' }, { type: 'em' }] },
                    { type: 'hardBreak' },
                    {
                      type: 'text',
                      text: 'b',
                      marks: [{ type: 'link', attrs: { href: 'https://example.org', title: null } }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    }),
  )
  expect(documentFromYDoc(yDocFrom(rich), countingIds())).toEqual(canonical(rich))
})

test('a draft is read as the editor’s own binding reads it', () => {
  fc.assert(
    fc.property(someDocument, fc.string({ unit: 'grapheme', maxLength: 4 }), (document, added) => {
      const live = yDocFrom(document)
      const text = new Y.XmlText()
      live.getXmlFragment(FRAGMENT).push([paragraphOf(text)])
      text.insert(0, `a${added}`, { strong: {}, link: { href: 'https://example.org', title: null } })
      // how the binding writes a mark over another of its kind
      text.insert(1, 'b', { 'em--abcdEFG=': {} })
      const asBound = yXmlFragmentToProsemirrorJSON(live.getXmlFragment(FRAGMENT))
      expect(documentFromYDoc(live, countingIds())).toEqual(withIds(repaired(asBound.content), countingIds()))
    }),
  )
})

const paragraphOf = (text: Y.XmlText) => {
  const made = new Y.XmlElement('paragraph')
  made.insert(0, [text])
  return made
}

test('footnotes, pictures, diagrams and sketches go into a shared draft and come back the same', () => {
  const rich = doc(
    part(
      'p1',
      'other',
      noted('n', 'Before', footnote('f', 'The note.'), ' after'),
      image('i', { alt: 'A quay', title: null, width: 40 }),
      diagram('d', 'graph TD\n  A --> B', { drawing: someAsset('c'), drawnFrom: 'abc' }),
      sketch('k'),
    ),
  )
  const live = yDocFrom(rich)
  expect(documentFromYDoc(live, countingIds())).toEqual(canonical(rich))
  const origins = textOrigins(live)
  for (const block of textBlocks(rich))
    expect(origins[block.id]?.reduce((sum, [, , length]) => sum + length, 0)).toBe(block.text.length)
})

test('R11: an entry added to the FAQ stands at its end, once, with its text', () => {
  const live = yDocFrom(draft)
  const entry = {
    id: 'f2',
    part: 'internal-faq',
    question: 'What if it\nfails?',
    answer: 'We stop.\n\nThen we tell.',
  } as const
  expect(addFaqEntry(live, entry, countingIds('n'))).toBe(true)
  expect(addFaqEntry(live, entry, countingIds('m'))).toBe(false)
  expect(faqEntries(documentFromYDoc(live, countingIds()))).toEqual([
    { id: 'f1', part: 'internal-faq', question: 'Why now?', answer: 'The berth is free.' },
    { id: 'f2', part: 'internal-faq', question: 'What if it fails?', answer: 'We stop.\nThen we tell.' },
  ])
})

test('R11: two servers adding at once to a draft without that FAQ keep both entries', () => {
  const live = yDocFrom(draft)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(live))
  addFaqEntry(live, { id: 'e1', part: 'external-faq', question: 'Price?', answer: '' }, countingIds('n'))
  addFaqEntry(
    other,
    { id: 'e2', part: 'external-faq', question: 'Where?', answer: 'Here.' },
    countingIds('m'),
  )
  Y.applyUpdate(live, Y.encodeStateAsUpdate(other))
  const merged = documentFromYDoc(live, countingIds())
  expect(new Set(faqEntries(merged).map((entry) => entry.id))).toEqual(new Set(['f1', 'e1', 'e2']))
  expect(merged.content.at(-1)?.attrs?.part).toBe('appendix')
})

test('N6: replacing the content is a forward change that keeps what did not change', () => {
  const live = yDocFrom(draft)
  const before = textOrigins(live)
  const changed = doc(
    part('p1', 'headline', heading('h1', 'Harbour opens today', 1)),
    ...draft.content.slice(1),
  )
  replaceContent(live, changed)
  const after = textOrigins(live)
  expect(documentFromYDoc(live, countingIds())).toEqual(canonical(changed))
  expect(after.a1).toEqual(before.a1)
  expect(after.h1?.[0]).toEqual(before.h1?.[0])
})

test('F2: the origin of every UTF-16 unit of every block is known', () => {
  const live = yDocFrom(draft)
  const origins = textOrigins(live)
  for (const block of textBlocks(draft))
    expect(origins[block.id]?.reduce((sum, [, , length]) => sum + length, 0)).toBe(block.text.length)
})

test('A1: two people emptying one entry at once lose neither its question nor its part', () => {
  const live = yDocFrom(draft)
  const part2 = live.getXmlFragment(FRAGMENT).get(1)
  if (!(part2 instanceof Y.XmlElement)) throw new Error('the part is missing')
  const entry = part2.get(0)
  if (!(entry instanceof Y.XmlElement)) throw new Error('the entry is missing')
  entry.delete(1, 1)
  expect(faqEntries(documentFromYDoc(live, countingIds()))).toMatchObject([
    { question: 'Why now?', answer: '' },
  ])
  entry.delete(0, 1)
  part2.insert(1, [new Y.XmlElement('tableRow'), new Y.XmlElement('marquee')])
  const repaired = documentFromYDoc(live, countingIds())
  expect(() => canonical(repaired)).not.toThrow()
})

interface Tree {
  name: string
  text: string
  attrs: Record<string, string | number>
  children: Tree[]
}

const names = ['part', 'faqEntry', 'faqQuestion', 'paragraph', 'bulletList', 'listItem', 'table', 'tableRow']
const someName = fc.constantFrom(
  ...names,
  'tableCell',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'image',
  'sketch',
  'diagram',
  'footnote',
  'strange',
)

/** Attributes as a browser of ours writes them, and as none of ours would. */
const someAttrs = fc.dictionary(
  fc.constantFrom('id', 'width', 'drawing', 'scene', 'src', 'level', 'start', 'align'),
  fc.oneof(fc.constantFrom('asset:1', someAsset('e'), 'x'), fc.integer({ min: -5, max: 200 })),
)

const anyTree = (deepest: number): fc.Arbitrary<Tree> =>
  fc.record({
    name: someName,
    text: fc.constantFrom('', 'word', 'two words'),
    attrs: someAttrs,
    children: deepest === 0 ? fc.constant([]) : fc.array(anyTree(deepest - 1), { maxLength: 3 }),
  })

/** Grows the element where it stands, and gives back the words put into it. */
function grow(parent: Y.XmlFragment, tree: Tree): string {
  const made = new Y.XmlElement(tree.name)
  parent.push([made])
  // the types say strings; the editor writes numbers too
  for (const [name, value] of Object.entries(tree.attrs)) made.setAttribute(name, value as string)
  // a rule holds no text, nor does a picture, and neither does the editor put any there
  if (['horizontalRule', 'image', 'sketch'].includes(tree.name)) return ''
  if (tree.text !== '') made.push([new Y.XmlText(tree.text)])
  return tree.text + tree.children.map((child) => grow(made, child)).join('')
}

const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('')

test('A1: whatever a merge leaves, the draft reads as a valid document with every word', () => {
  fc.assert(
    fc.property(fc.array(anyTree(4), { maxLength: 4 }), (trees) => {
      const live = new Y.Doc()
      const words = trees.map((tree) => grow(live.getXmlFragment(FRAGMENT), tree)).join('')
      const read = documentFromYDoc(live, countingIds())
      expect(() => canonical(read)).not.toThrow()
      const kept = [
        ...textBlocks(read).map((block) => withoutFootnotes(block.text)),
        ...figures(read).map(({ source }) => source),
      ]
      expect(letters(kept.join(''))).toBe(letters(words))
    }),
    { numRuns: 300 },
  )
})
