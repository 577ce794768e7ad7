import fc from 'fast-check'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textBlocks } from './blocks.ts'
import { canonical } from './canonical.ts'
import { documentFromDocx } from './docx-in.ts'
import { documentToDocx } from './docx-out.ts'
import { figures } from './figures.ts'
import { guideDocument } from './guide.ts'
import type { DocumentJson, NodeJson } from './json.ts'
import { countingIds, doc, faqEntry, heading, paragraph, part, someAsset } from './testing.ts'
import { adopted } from './word/adopt.ts'
import { merged } from './word/merge.ts'
import { documentFromYDoc, textOrigins } from './yjs.ts'
import { changeContent } from './yjs-change.ts'
import { yDocFrom } from './yjs-write.ts'

const base = canonical(
  doc(
    part('p1', 'headline', heading('h1', 'Harbour opens', 1)),
    part(
      'p2',
      'problem',
      paragraph('a1', 'Boats wait outside for hours.'),
      paragraph('a2', 'Skippers phone the port.'),
      paragraph('a3', ''),
    ),
    part('p3', 'internal-faq', faqEntry('f1', 'Why now?', paragraph('a4', 'The berth is free.'))),
  ),
)

/** The document with the text of some blocks replaced; null takes the block away. */
function rewritten(document: DocumentJson, texts: Record<string, string | null>): DocumentJson {
  const change = (node: NodeJson): NodeJson[] => {
    const text = texts[String(node.attrs?.id)]
    if (text === null) return []
    if (text !== undefined) return [{ ...node, content: text === '' ? [] : [{ type: 'text', text }] }]
    return [{ ...node, ...(node.content ? { content: node.content.flatMap(change) } : {}) }]
  }
  return canonical({ ...document, content: document.content.flatMap(change) })
}

const texts = (document: DocumentJson) => textBlocks(document).map(({ id, text }) => [id, text])
const ids = () => countingIds('new')

test('N10: a file that comes back from Word untouched is no change at all, empty blocks included', () => {
  for (const document of [base, canonical(guideDocument(countingIds()))]) {
    const read = documentFromDocx(
      documentToDocx(document, { title: '', paper: 'a4', at: '2027-03-01T10:00:00Z' }),
      countingIds('n'),
    )
    if (!read.ok) throw new Error(read.refusal)
    const { document: back, notMatched } = adopted(read.value.document, document, read.value.isMarked)
    expect(back).toEqual(document)
    expect(notMatched).toBe(0)
  }
})

test('N10: pictures, diagrams and sketches go to Word as what they look like, and come back as what they are', async () => {
  const [photo, plan] = [someAsset('a'), someAsset('b')]
  const figure = (
    type: string,
    id: string,
    attrs: Record<string, unknown>,
    content?: NodeJson[],
  ): NodeJson => ({
    type,
    attrs: { id, alt: `What ${id} shows`, title: null, width: null, ...attrs },
    ...(content ? { content } : {}),
  })
  const illustrated = canonical(
    doc(
      part('p1', 'headline', heading('h1', 'Harbour opens', 1)),
      part(
        'p2',
        'experience',
        figure('image', 'i1', { src: photo, title: 'From the north', width: 40 }),
        figure('diagram', 'd1', { drawing: plan, drawnFrom: 'x' }, [
          { type: 'text', text: 'graph LR; a-->b' },
        ]),
        figure('sketch', 's1', { drawing: plan, scene: someAsset('c') }),
        paragraph('a1', 'Words after.'),
      ),
    ),
  )
  const bytes = { photo: new Uint8Array([1, 2, 3]), plan: new TextEncoder().encode('<svg/>') }
  const file = documentToDocx(illustrated, {
    title: '',
    paper: 'letter',
    at: '2027-03-01T10:00:00Z',
    pictures: new Map([
      ['a'.repeat(64), { mediaType: 'image/png', width: 400, height: 300, bytes: bytes.photo }],
      ['b'.repeat(64), { mediaType: 'image/svg+xml', width: 200, height: 100, bytes: bytes.plan }],
    ]),
  })
  const names = new Map([
    [String(bytes.photo), photo],
    [String(bytes.plan), plan],
  ])
  const read = documentFromDocx(file, countingIds('n'), (found) => names.get(String(found)) ?? 'unknown')
  if (!read.ok) throw new Error(read.refusal)
  const shown = (document: DocumentJson) => figures(document).map((each) => [each.type, each.shown, each.alt])
  expect(shown(read.value.document)).toEqual([
    ['image', photo, 'What i1 shows'],
    ['image', plan, 'What d1 shows'],
    ['image', plan, 'What s1 shows'],
  ])
  expect(adopted(read.value.document, illustrated, true).document).toEqual(illustrated)
  // another reader of Word files finds a picture for each
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) })
  expect(value.match(/<img [^>]*alt="What (?:i1|d1|s1) shows"/g)).toHaveLength(3)
})

test('N10: without our marks, blocks are known again by their words, and stand in the parts they stood in', () => {
  const words = doc(
    part(
      'x',
      'other',
      heading('y1', 'Harbour opens', 1),
      paragraph('y2', 'Boats wait outside for many hours.'),
      paragraph('y3', 'Quite new.'),
      paragraph('y4', 'Skippers phone the port.'),
    ),
  )
  const { document, notMatched } = adopted(canonical(words), base, false)
  expect(texts(document)).toEqual([
    ['h1', 'Harbour opens'],
    ['a1', 'Boats wait outside for many hours.'],
    ['y3', 'Quite new.'],
    ['a2', 'Skippers phone the port.'],
  ])
  expect(document.content.map(({ attrs }) => attrs?.part)).toEqual(['headline', 'problem'])
  expect(notMatched).toBe(1)
})

test('N10: a link to where one led is that one, however another program wrote its address', () => {
  const linked = (words: string, href: string, title: string | null) =>
    canonical(
      doc(
        part('p1', 'problem', {
          type: 'paragraph',
          attrs: { id: 'a1' },
          content: [
            { type: 'text', text: words },
            { type: 'text', text: 'the port', marks: [{ type: 'link', attrs: { href, title } }] },
          ],
        }),
      ),
    )
  const before = linked('Ask ', 'https://Port.example', 'Its office')
  expect(adopted(linked('Ask ', 'https://port.example/', null), before, true).document).toEqual(before)
  expect(adopted(linked('Phone ', 'https://port.example/', null), before, true).document).toEqual(
    linked('Phone ', 'https://Port.example', 'Its office'),
  )
  const elsewhere = linked('Ask ', 'https://port.example/dues', null)
  expect(adopted(elsewhere, before, true).document).toEqual(elsewhere)
})

test('N10: what the draft gained meanwhile stays, and what Word changed comes in', () => {
  const draft = rewritten(base, { a2: 'Skippers phone the port at dawn.' })
  const theirs = rewritten(base, { h1: 'Harbour opens to all', a2: 'All skippers phone the port.', a4: null })
  const { document, clashes } = merged(base, draft, theirs, ids())
  expect(texts(document).filter(([, text]) => text !== '')).toEqual([
    ['h1', 'Harbour opens to all'],
    ['a1', 'Boats wait outside for hours.'],
    ['a2', 'All skippers phone the port at dawn.'],
    ['f1-q', 'Why now?'],
  ])
  expect(clashes).toEqual([])
})

test('N10: where both changed the same words the draft keeps its own, and theirs are said', () => {
  const draft = rewritten(base, { a1: 'Boats wait outside for days.', a2: null })
  const theirs = rewritten(base, { a1: 'Boats wait outside for weeks.', a2: 'Skippers shout at the port.' })
  const { document, clashes } = merged(base, draft, theirs, ids())
  expect(texts(document)).toContainEqual(['a1', 'Boats wait outside for days.'])
  // deleted here and rewritten there: the words are not lost
  expect(texts(document)).toContainEqual(['a2', 'Skippers shout at the port.'])
  expect(clashes).toEqual([
    { block: 'a1', draft: 'Boats wait outside for days.', theirs: 'Boats wait outside for weeks.' },
    { block: 'a2', draft: '', theirs: 'Skippers shout at the port.' },
  ])
})

test('N10: blocks that Word put elsewhere stand there, and a new one follows the one it followed', () => {
  const swapped = canonical(
    doc(
      ...base.content.slice(0, 1),
      part(
        'p2',
        'problem',
        paragraph('a2', 'Skippers phone the port.'),
        paragraph('w1', 'New.'),
        paragraph('a1', 'Boats wait outside for hours.'),
        paragraph('a3', ''),
      ),
      ...base.content.slice(2),
    ),
  )
  const { document } = merged(base, base, swapped, ids())
  expect(document).toEqual(swapped)
})

test('F2: changing a block, with new ones before it, keeps every character that stayed', () => {
  const live = yDocFrom(base)
  const before = textOrigins(live)
  const target = canonical(
    doc(
      base.content[0] ?? part('', ''),
      part(
        'p2',
        'problem',
        paragraph('w1', 'Boats wait outside for hours and hours.'),
        paragraph('a1', 'Two boats wait outside for long hours.'),
        paragraph('a2', 'Skippers phone the port.'),
        paragraph('a3', ''),
      ),
      base.content[2] ?? part('', ''),
    ),
  )
  changeContent(live, target)
  expect(documentFromYDoc(live, ids())).toEqual(target)
  const after = textOrigins(live)
  expect(after.a2).toEqual(before.a2)
  expect(after.a4).toEqual(before.a4)
  // "wait outside for " in the middle is the same characters as before
  const [client, clock] = before.a1?.[0] ?? [0, 0]
  const kept = after.a1?.flatMap(([c, at, length]) =>
    c === client ? Array.from({ length }, (_, n) => at + n - clock) : [],
  )
  expect(kept).toEqual(expect.arrayContaining(Array.from({ length: 17 }, (_, n) => n + 6)))
})

const someText = fc.constantFrom('', 'one', 'one two', 'two one three', 'three')
const someDocument = fc
  .array(
    fc.tuple(fc.constantFrom('b1', 'b2', 'b3', 'b4', 'b5', 'b6'), someText, fc.constantFrom('p1', 'p2')),
    { minLength: 1, maxLength: 7 },
  )
  .map((rows) => {
    const seen = new Set<string>()
    const own = rows.filter(([id]) => !seen.has(id) && seen.add(id))
    const parts = ['p1', 'p2'].flatMap((name) => {
      const blocks = own.filter(([, , at]) => at === name).map(([id, text]) => paragraph(id, text))
      return blocks.length > 0 ? [part(name, 'other', ...blocks)] : []
    })
    return canonical(doc(...parts))
  })

test('A1: any draft becomes any other, exactly, also over the wire', () => {
  fc.assert(
    fc.property(someDocument, someDocument, (from, to) => {
      const live = yDocFrom(from)
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(live))
      live.on('update', (update: Uint8Array) => Y.applyUpdate(other, update))
      changeContent(live, to)
      expect(documentFromYDoc(live, ids())).toEqual(to)
      expect(documentFromYDoc(other, ids())).toEqual(to)
    }),
    { numRuns: 300 },
  )
})

test('N10: a merge is whole whatever the three are, and takes over one side when the other changed nothing', () => {
  fc.assert(
    fc.property(someDocument, someDocument, someDocument, (old, ours, theirs) => {
      expect(() => canonical(merged(old, ours, theirs, ids()).document)).not.toThrow()
      expect(merged(old, ours, old, ids()).document).toEqual(ours)
      expect(merged(old, old, theirs, ids()).document).toEqual(theirs)
    }),
    { numRuns: 300 },
  )
})
