import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlockChange, compare } from './diff.ts'
import type { DocumentJson, MarkJson, NodeJson } from './json.ts'
import { doc, faqEntry, heading, image, paragraph, part, someAsset } from './testing.ts'

const node = (
  type: string,
  id: string,
  content: NodeJson[],
  attrs: Record<string, unknown> = {},
): NodeJson => ({
  type,
  attrs: { id, ...attrs },
  content,
})
const marked = (id: string, text: string, ...marks: MarkJson[]) =>
  node('paragraph', id, [{ type: 'text', text, marks }])
const one = (block: NodeJson) => doc(part('p', 'solution', block))
const looks = (before: NodeJson, after: NodeJson) => {
  const [only] = compare(one(before), one(after)).blocks
  return only && 'looks' in only ? only.looks : []
}

describe('N6: what changed without a word', () => {
  const link = (href: string) => marked('a', 'the harbour', { type: 'link', attrs: { href } })
  const list = (type: string, start?: number) =>
    node(type, 'l', [node('listItem', 'i', [paragraph('a', 'One')])], start === undefined ? {} : { start })
  const table = (attrs: Record<string, unknown>, type = 'tableCell') =>
    node('table', 't', [node('tableRow', 'r', [node(type, 'c', [paragraph('a', 'One')], attrs)])])
  test.each([
    [
      'the level of a heading',
      heading('a', 'One', 2),
      heading('a', 'One', 3),
      ['kind', 'heading 2', 'heading 3'],
    ],
    [
      'a paragraph made a heading',
      paragraph('a', 'One'),
      heading('a', 'One', 3),
      ['kind', 'paragraph', 'heading 3'],
    ],
    [
      'the type of a list',
      list('bulletList'),
      list('orderedList'),
      ['inside', 'bulletList > listItem', 'orderedList > listItem'],
    ],
    [
      'where a list begins to count',
      list('orderedList'),
      list('orderedList', 4),
      ['inside', 'orderedList > listItem', 'orderedList, from 4 > listItem'],
    ],
    ['emphasis', paragraph('a', 'One'), marked('a', 'One', { type: 'strong' }), ['emphasis', '', 'strong']],
    [
      'where a link leads',
      link('https://a.example/'),
      link('https://b.example/'),
      ['link', 'https://a.example/', 'https://b.example/'],
    ],
    [
      'another picture',
      image('a'),
      image('a', { src: someAsset('b') }),
      ['picture', someAsset('a'), someAsset('b')],
    ],
    [
      'the width of a picture',
      image('a', { alt: 'x' }),
      image('a', { alt: 'x', width: 40 }),
      ['width', 'own', '40'],
    ],
    [
      'a cell over two columns',
      table({}),
      table({ colspan: 2 }),
      ['inside', 'table > tableRow > tableCell', 'table > tableRow > tableCell, over 2 columns'],
    ],
    [
      'a cell made a header',
      table({}),
      table({}, 'tableHeader'),
      ['inside', 'table > tableRow > tableCell', 'table > tableRow > tableHeader'],
    ],
  ])('%s', (_, before, after, [what, was, is]) => {
    expect(looks(before, after)).toEqual([{ what, was, is }])
    const { wordsAdded, wordsRemoved, changes } = compare(one(before), one(after))
    expect([wordsAdded, wordsRemoved, changes]).toEqual([0, 0, [0]])
  })

  test('is said beside changed words too, of the words that are in both', () => {
    expect(looks(heading('a', 'Old words', 2), heading('a', 'New words', 3))).toEqual([
      { what: 'kind', was: 'heading 2', is: 'heading 3' },
    ])
    expect(looks(marked('a', 'Old words', { type: 'em' }), paragraph('a', 'New words'))).toEqual([
      { what: 'emphasis', was: 'em', is: '' },
    ])
  })
})

describe('N6: what moved', () => {
  const entries = ['Who pays?', 'Who serves?', 'What if it rains?'].map((question, at) =>
    faqEntry(
      `e${at}`,
      question,
      paragraph(`a${at}`, 'The first of two.'),
      paragraph(`b${at}`, `Answer ${at}.`),
    ),
  )
  const [pays, serves, rains] = entries
  const faq = (...shown: (NodeJson | undefined)[]) =>
    doc(part('f', 'internal-faq', ...shown.filter((each) => each !== undefined)))

  test('a FAQ entry that was reordered is one change, its question with its answer', () => {
    const { blocks, changes, wordsAdded, wordsRemoved } = compare(
      faq(pays, serves, rains),
      faq(rains, pays, serves),
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['moved', 'moved', 'moved', ...Array(6).fill('kept')])
    expect([changes, wordsAdded, wordsRemoved]).toEqual([[0], 0, 0])
  })

  test('a block in another part has moved there, and says from which', () => {
    const [a, b] = [paragraph('a', 'Sheep drown at night.'), paragraph('b', 'Nobody knows why.')]
    const before = doc(part('p', 'problem', a, b), part('s', 'solution', paragraph('c', 'A post.')))
    const after = doc(part('p', 'problem', b), part('s', 'solution', paragraph('c', 'A post.'), a))
    expect(compare(before, after).blocks.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'moved'])
    expect(compare(before, after).blocks.at(-1)).toMatchObject({
      looks: [{ what: 'part', was: 'problem', is: 'solution' }],
    })
  })

  test('a paragraph cut and pasted with a new id has moved; a short cell that says the same has not', () => {
    const kept = paragraph('k', 'What stays.')
    const at = (id: string, words: string) => paragraph(id, words)
    const kinds = (words: string) =>
      compare(
        doc(part('p', 'x', at('old', words), kept)),
        doc(part('p', 'x', kept, at('new', words))),
      ).blocks.map(({ kind }) => kind)
    expect(kinds('Sheep drown at night.')).toEqual(['kept', 'moved'])
    expect(kinds('Yes')).toEqual(['removed', 'kept', 'added'])
  })

  test('a block that moved and was rewritten shows both', () => {
    const stay = paragraph('k', 'What stays where it is.')
    const { blocks, wordsAdded, wordsRemoved } = compare(
      doc(part('p', 'x', paragraph('a', 'It costs little.'), stay)),
      doc(part('p', 'x', stay, paragraph('a', 'It costs much.'))),
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['kept', 'moved'])
    expect([wordsAdded, wordsRemoved]).toEqual([1, 1])
  })

  const blocks = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 14 })
  test('of blocks that only changed places nothing is new and nothing gone', () => {
    fc.assert(
      fc.property(
        blocks.chain((ids) =>
          fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
        ),
        ([ids, shuffled]) => {
          const written = (order: number[]) =>
            doc(part('p', 'x', ...order.map((id) => paragraph(`b${id}`, `Words ${id % 3} here.`))))
          const { blocks, wordsAdded, wordsRemoved } = compare(written(ids), written(shuffled))
          expect(blocks.every(({ kind }) => kind === 'kept' || kind === 'moved')).toBe(true)
          expect([wordsAdded, wordsRemoved]).toEqual([0, 0])
          expect(blocks.some(({ kind }) => kind === 'moved')).toBe(String(ids) !== String(shuffled))
        },
      ),
    )
  })
})

const said = fc.array(fc.constantFrom('one', 'two', 'three.', 'É', '👩‍🚀', 'four'), {
  minLength: 1,
  maxLength: 7,
})
const anyDocument = fc
  .uniqueArray(fc.record({ id: fc.nat(12), words: said }), { selector: ({ id }) => id, maxLength: 10 })
  .map((all) => {
    const middle = Math.ceil(all.length / 2)
    const paragraphs = all.map(({ id, words }) => paragraph(`b${id}`, words.join(' ')))
    return doc(
      part('p', 'problem', ...paragraphs.slice(0, middle)),
      part('s', 'solution', ...paragraphs.slice(middle)),
    )
  })

const textOf = (document: DocumentJson) =>
  document.content.flatMap((each) => (each.content ?? []).map((block) => block.content?.[0]?.text))

test('N6: what a comparison says, done to the document before, gives the one after', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      const { blocks } = compare(before, after)
      expect(blocks.flatMap(nowOf)).toEqual(textOf(after))
      // and every block of before is kept, changed, moved or removed exactly once
      const used = blocks.flatMap((block) => (block.kind === 'added' ? [] : [block.before.path.join('.')]))
      expect(new Set(used).size).toBe(used.length)
      expect(used.length).toBe(textOf(before).length)
      for (const block of blocks) if ('runs' in block) expect(joined(block, 'added')).toBe(block.before.text)
    }),
    { numRuns: 500 },
  )
})

/** What a reader of the comparison takes to stand there now. */
function nowOf(block: BlockChange): string[] {
  if (block.kind === 'removed') return []
  return ['runs' in block ? joined(block, 'removed') : block.after.text]
}

const joined = (block: Extract<BlockChange, { runs: unknown }>, without: 'added' | 'removed') =>
  block.runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
