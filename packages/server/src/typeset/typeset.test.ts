import { readdirSync, readFileSync } from 'node:fs'
import { textBlocks } from '@foreword/document/blocks'
import { footnoteReferences, numberedText } from '@foreword/document/footnotes'
import { guideDocument } from '@foreword/document/guide'
import { withIds } from '@foreword/document/ids'
import { type DocumentJson, FOOTNOTE, type NodeJson } from '@foreword/document/json'
import { documentFromMarkdown } from '@foreword/document/markdown-in'
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
} from '@foreword/document/testing'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { linesInPdf } from '../test/pdf-lines.ts'
import type { TypesetDocument } from './compile.ts'
import { type SourceOptions, typstSource } from './source.ts'
import { createTypesetService } from './typeset.ts'

const service = createTypesetService()
afterAll(() => service.close())

const letter: SourceOptions = { paper: 'letter', title: 'A title', editionLabel: 'Edition 1 · 0a1b2c3d' }

async function typeset(document: DocumentJson, options: SourceOptions = letter): Promise<TypesetDocument> {
  const done = await service.typeset(document, options)
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}

function imported(source: string): DocumentJson {
  const read = documentFromMarkdown(source, countingIds())
  if (!read.ok) throw new Error(read.refusal)
  return read.value
}

const fixtures = new URL('../../../document/fixtures/', import.meta.url)
const documents: [name: string, document: DocumentJson][] = [
  ['the guide', guideDocument(countingIds())],
  ...readdirSync(fixtures)
    .filter((name) => name.endsWith('.md'))
    .map((name): [string, DocumentJson] => [name, imported(readFileSync(new URL(name, fixtures), 'utf8'))]),
]
const samples = process.env.FOREWORD_SAMPLES
if (samples) {
  for (const name of readdirSync(`${samples}/prfaq`).filter((file) => file.endsWith('.md')))
    documents.push([name, imported(readFileSync(`${samples}/prfaq/${name}`, 'utf8'))])
}

/** The lines of every block put together again, in order. */
function rejoined(result: TypesetDocument): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const { blockId, from, to, text } of result.lines) {
    const before = texts[blockId] ?? ''
    expect([blockId, from, to - from]).toEqual([blockId, before.length, text.length])
    texts[blockId] = before + text
  }
  return texts
}

function written(document: DocumentJson): Record<string, string> {
  const blocks = textBlocks(document).filter((block) => block.text.trim() !== '')
  return Object.fromEntries(blocks.map((block) => [block.id, block.text]))
}

describe.each(documents)('%s', (_, document) => {
  test.each(['letter', 'a4'] as const)(
    'N4: on %s its lines joined are its text, numbered without a gap',
    async (paper) => {
      const result = await typeset(document, { ...letter, paper })
      expect(rejoined(result)).toEqual(written(document))
      const numbers = [...new Set(result.lines.map((line) => line.line))].sort((a, b) => a - b)
      expect(numbers).toEqual(Array.from({ length: result.lineCount }, (_, index) => index + 1))
      expect(result.missingGlyphs).toEqual([])
    },
  )

  test('N3: a draft gets the same pages and lines without a PDF', async () => {
    const { lines, pdf: _, ...layout } = await typeset(document)
    expect(await service.layoutOf(document, { paper: 'letter' })).toEqual({ ok: true, value: layout })
    for (const place of layout.blocks) {
      const first = lines.find((line) => line.blockId === place.id)
      if (first) expect(place).toEqual({ id: place.id, page: first.page, line: first.line })
    }
  })

  test.each(['letter', 'a4'] as const)(
    'N4: the PDF on %s shows each line under its number, on its page',
    async (paper) => expectSameInPdf(await typeset(document, { ...letter, paper }), document),
  )
})

test('N3: the guide fits: one page for the press release, six for the core, on both papers', async () => {
  for (const paper of ['letter', 'a4'] as const) {
    const { corePages, pressReleasePages } = await typeset(guideDocument(countingIds()), { ...letter, paper })
    expect(pressReleasePages).toBe(1)
    expect(corePages).toBeLessThanOrEqual(6)
  }
})

test('N3: a press release that runs over its page is counted so, and the appendix is not counted', async () => {
  const long = Array.from({ length: 12 }, (_, at) =>
    paragraph(`p${at}`, 'Nine plain words stand here to fill it. '.repeat(12)),
  )
  const document = doc(
    part('h', 'headline', heading('h1', 'Long', 1)),
    part('s', 'summary', ...long),
    part('f', 'internal-faq', faqEntry('f1', 'Why?', paragraph('f2', 'Because.'))),
    part('a', 'appendix', paragraph('a1', 'Charts.')),
  )
  const { pages, corePages, pressReleasePages } = await typeset(document)
  expect({ pages, corePages, pressReleasePages }).toEqual({ pages: 4, corePages: 3, pressReleasePages: 2 })
})

const filler = (id: string, sentences: number) =>
  paragraph(id, 'Nine plain words stand here to fill it. '.repeat(sentences).trim())

/** Footnotes in every place that may hold one, and a paragraph with one that runs over the end of a page. */
const annotated = doc(
  part('h', 'headline', {
    ...heading('h1', 'Head', 1),
    content: [{ type: 'text', text: 'Head' }, footnote('n0', 'Of the head.')],
  }),
  part(
    's',
    'summary',
    noted('s1', 'Before', footnote('n1', 'The first note. '.repeat(14).trim()), ' and after.'),
    {
      type: 'paragraph',
      attrs: { id: 's2' },
      content: [
        footnote('n2', 'At the start.'),
        footnote('n3', 'And beside it.'),
        { type: 'text', text: 'Text' },
      ],
    },
    {
      type: 'bulletList',
      attrs: { id: 'l' },
      content: [
        {
          type: 'listItem',
          attrs: { id: 'i' },
          content: [noted('i1', 'An item', footnote('n4', 'Of an item.'))],
        },
      ],
    },
    filler('s3', 55),
    noted(
      's4',
      'Long '.repeat(300),
      footnote('n5', 'On the first page or the second.'),
      ' words'.repeat(300),
    ),
    noted('s5', 'Only an empty one', footnote('n6', '')),
    filler('s6', 8),
  ),
)

test.each(['letter', 'a4'] as const)(
  'N4: on %s footnotes are numbered lines at the foot of the page that refers to them',
  async (paper) => {
    const result = await typeset(annotated, { ...letter, paper })
    await expectSameInPdf(result, annotated)
    expect(rejoined(result)).toEqual(written(annotated))
    const numbers = [...new Set(result.lines.map(({ line }) => line))].sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: result.lineCount }, (_, index) => index + 1))
    const pageOf = (id: string, has = '') =>
      result.lines.find((l) => l.blockId === id && l.text.includes(has))?.page
    expect(pageOf('n1')).toBe(pageOf('s1', '\uFFFC'))
    expect(pageOf('n5')).toBe(pageOf('s4', '\uFFFC'))
    const lastOfFirstPage = result.lines.filter(({ page }) => page === 1).map(({ line }) => line)
    expect(result.lines.find(({ line }) => line === Math.max(...lastOfFirstPage))?.blockId).toMatch(/^n/)
    const pagesOfTheLong = new Set(result.lines.filter((l) => l.blockId === 's4').map(({ page }) => page))
    expect(pagesOfTheLong.size).toBeGreaterThan(1)
    const { lines: _, pdf: __, ...layout } = result
    expect(await service.layoutOf(annotated, { paper })).toEqual({ ok: true, value: layout })
    for (const place of result.blocks) {
      const first = result.lines.find((line) => line.blockId === place.id)
      if (first) expect(place).toEqual({ id: place.id, page: first.page, line: first.line })
    }
  },
)

test('a picture, a diagram and a sketch without what they show are set as their alternative text', async () => {
  const document = doc(
    part(
      'p',
      'appendix',
      image('i', { alt: 'A quay' }),
      diagram('d', 'graph TD'),
      sketch('k'),
      paragraph('t', 'End'),
    ),
  )
  const result = await typeset(document)
  expect(rejoined(result)).toEqual({ t: 'End' })
})

test('an empty draft takes a page and no line', async () => {
  const empty = doc(part('h', 'headline', heading('h1', '', 1)), part('s', 'summary', paragraph('s1', '')))
  const { pdf: _, lines, ...layout } = await typeset(empty)
  expect(await service.layoutOf(empty, { paper: 'letter' })).toEqual({ ok: true, value: layout })
  const { pages, lineCount, blocks } = layout
  expect({ pages, lineCount, lines }).toEqual({ pages: 1, lineCount: 0, lines: [] })
  expect(blocks.map(({ id, line }) => [id, line])).toEqual([
    ['h1', null],
    ['s1', null],
  ])
})

const hostile = '#panic("x") $x^2$ \\ " ` * _ @ref <label> // no /* no */ ~ -- --- ... [x] #{ } %'

test('A5: Typst’s own signs are words like any other', async () => {
  const document = doc(
    part('h', 'headline', heading('h1', hostile, 1)),
    part(
      'f',
      'internal-faq',
      faqEntry('f1', hostile, paragraph('f2', hostile), {
        type: 'codeBlock',
        attrs: { id: 'c' },
        content: [{ type: 'text', text: `${hostile}\n\n\tindented\n` }],
      }),
    ),
  )
  expect(rejoined(await typeset(document, { paper: 'a4', title: hostile, editionLabel: hostile }))).toEqual(
    written(document),
  )
})

test('A5: any text keeps all its characters, and what no face has is named', async () => {
  const result = await typeset(doc(part('p', 'other', paragraph('k', 'Space 👩‍🚀 漢 done'))))
  expect(rejoined(result)).toEqual({ k: 'Space 👩‍🚀 漢 done' })
  expect(result.missingGlyphs).toEqual(['漢', '👩', '🚀'])
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      const document = doc(part('p', 'other', ...texts.map((value, at) => paragraph(`k${at}`, value))))
      expect(Object.keys(rejoined(await typeset(document)))).toEqual(Object.keys(drawable(document)))
    }),
    { numRuns: 40 },
  )
})

test('N6: whatever the words, the source is ASCII, so Typst cannot mix it with the one before', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(
    fc.property(text, text, (words, title) => {
      const document = doc(part('p', 'other', heading('h', title), paragraph('k', words)))
      expect(typstSource(document, { ...letter, title })).toMatch(/^[\n -~]*$/)
    }),
  )
})

test('N6: no page holds a character of the document that was set before it', async () => {
  // their last bytes are the same, as are those of the dashes
  for (const words of ['é – end', 'ũ — end', 'é ― end']) {
    const { pdf } = await typeset(doc(part('p', 'other', paragraph('k', words))))
    expect((await linesInPdf(pdf)).map(({ text }) => bare(text))).toEqual([bare(words)])
  }
})

test('N4: whatever is written, the PDF shows each line under its number, on its page, where the draft has it', async () => {
  const papers = fc.constantFrom('letter' as const, 'a4' as const)
  await fc.assert(
    fc.asyncProperty(someDocument, papers, async (document, paper) => {
      const result = await typeset(document, { ...letter, paper })
      expect(rejoined(result)).toEqual(written(document))
      await expectSameInPdf(result, document)
      const { lines: _, pdf: __, ...layout } = result
      expect(await service.layoutOf(document, { paper })).toEqual({ ok: true, value: layout })
    }),
    { numRuns: 25 },
  )
})

// a block of nothing but control characters has no line
function drawable(document: DocumentJson): Record<string, string> {
  return Object.fromEntries(
    Object.entries(written(document)).filter(([, text]) =>
      /[^\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(text),
    ),
  )
}

test('lists in lists beyond what a page can indent, and tables with impossible spans, are still set', async () => {
  let nested = paragraph('deep', 'The bottom of it.')
  for (let depth = 0; depth < 90; depth++)
    nested = {
      type: 'bulletList',
      attrs: { id: `l${depth}` },
      content: [{ type: 'listItem', attrs: { id: `i${depth}` }, content: [nested] }],
    }
  const cell = (id: string, colspan: number, rowspan: number) => ({
    type: 'tableCell',
    attrs: { id, colspan, rowspan },
    content: [paragraph(`${id}p`, `Cell ${id}`)],
  })
  const rows = [[cell('a', 1, 9), cell('b', 70, 1)], [cell('c', 3, 2), cell('d', 1, 1)], [cell('e', 1, 1)]]
  const table = {
    type: 'table',
    attrs: { id: 't' },
    content: rows.map((content, at) => ({ type: 'tableRow', attrs: { id: `r${at}` }, content })),
  }
  const document = doc(part('p', 'other', nested, table))
  expect(rejoined(await typeset(document))).toEqual(written(document))
})

test('a job beyond its time is given up, and the next one gets a new worker', async () => {
  const hurried = createTypesetService({ jobLimitMs: 1 })
  expect(await hurried.layoutOf(guideDocument(countingIds()), { paper: 'letter' })).toMatchObject({
    ok: false,
    refusal: 'too-long-to-typeset',
  })
  await hurried.close()
  const recycling = createTypesetService({ jobsPerWorker: 1 })
  for (let job = 0; job < 2; job++)
    expect(
      await recycling.layoutOf(doc(part('p', 'other', paragraph('k', 'Short.'))), { paper: 'letter' }),
    ).toMatchObject({ ok: true })
  await recycling.close()
})

/** N4: as another program reads the PDF, every line is there, under its number, on its page, and no other. */
async function expectSameInPdf(result: TypesetDocument, document: DocumentJson): Promise<void> {
  const inPdf = await linesInPdf(result.pdf)
  expect(inPdf.map(({ line }) => line)).toEqual(
    Array.from({ length: result.lineCount }, (_, index) => index + 1),
  )
  for (const { line, page, text } of inPdf) {
    const segments = result.lines.filter((segment) => segment.line === line)
    expect([line, ...segments.map((segment) => segment.page)]).toEqual([line, ...segments.map(() => page)])
    // beside the words stand only what is no block's: bullets and hanging numbers
    const rest = segments.reduce(
      (left, segment) => without(left, bare(asPrinted(segment, document))),
      bare(text),
    )
    expect(rest).toMatch(/^[•\p{L}\p{N}.]{0,5}$/u)
  }
}

function without(text: string, words: string): string {
  expect(text).toContain(words)
  return text.replace(words, () => '')
}

const someWords = fc
  .array(fc.stringMatching(/^[a-zA-Zéüßñ0-9,.’–"-]{1,12}$/), { minLength: 1, maxLength: 60 })
  .map((words) => words.join(' '))

/** Paragraphs, headings, lists, quotes, code, tables and FAQ entries, with ids given afterwards. */
const someDocument = fc
  .array(
    fc.oneof(
      someWords.map((text) => paragraph('', text)),
      fc.tuple(someWords, fc.integer({ min: 1, max: 4 })).map(([text, level]) => heading('', text, level)),
      fc.array(someWords, { minLength: 1, maxLength: 4 }).map((texts) => listOf('bulletList', texts)),
      fc.array(someWords, { minLength: 1, maxLength: 4 }).map((texts) => listOf('orderedList', texts)),
      someWords.map((text): NodeJson => ({ type: 'blockquote', content: [paragraph('', text)] })),
      someWords.map((text): NodeJson => ({ type: 'codeBlock', content: [{ type: 'text', text }] })),
      fc.array(someWords, { minLength: 4, maxLength: 4 }).map(tableOf),
      fc.tuple(someWords, someWords).map(([q, a]) => faqEntry('', q, paragraph('', a))),
      fc
        .tuple(someWords, someWords, someWords)
        .map(([a, b, note]) => noted('', a, footnote('', note), ` ${b}`)),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((blocks) => withIds(doc(part('', 'internal-faq', ...blocks)), countingIds()))

function listOf(type: 'bulletList' | 'orderedList', texts: string[]): NodeJson {
  return { type, content: texts.map((text) => ({ type: 'listItem', content: [paragraph('', text)] })) }
}

function tableOf(texts: string[]): NodeJson {
  const cells = texts.map((text) => ({ type: 'tableCell', content: [paragraph('', text)] }))
  const rows = [cells.slice(0, 2), cells.slice(2)]
  return { type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }
}

/** A line as its page shows it: with the number of a footnote where it is referred to. */
function asPrinted(
  { blockId, from, text }: TypesetDocument['lines'][number],
  document: DocumentJson,
): string {
  const whole = textBlocks(document).find(({ id }) => id === blockId)?.text ?? ''
  const before = whole.slice(0, from).split(FOOTNOTE).length - 1
  return numberedText(text, footnoteReferences(document).get(blockId)?.slice(before) ?? [])
}

function bare(text: string): string {
  return text.replace(/[\s\p{Cf}]/gu, '')
}
