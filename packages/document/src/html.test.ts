import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faqEntries, textBlocks } from './blocks.ts'
import { guideDocument } from './guide.ts'
import { documentFromHtml } from './html-in.ts'
import { documentToHtml } from './html-out.ts'
import type { DocumentJson, NodeJson } from './json.ts'
import { documentFromMarkdown } from './markdown-in.ts'
import { countingIds } from './testing.ts'
import { documentFromText } from './text-in.ts'

function read(source: string): DocumentJson {
  const found = documentFromHtml(source, countingIds())
  if (!found.ok) throw new Error(`refused: ${found.refusal}`)
  return found.value
}

const bared = (node: NodeJson): unknown => {
  const { id: _, ...attrs } = node.attrs ?? {}
  return { ...node, attrs, ...(node.content ? { content: node.content.map(bared) } : {}) }
}
const comparable = (document: DocumentJson) => document.content.map(bared)

test('N10: a document becomes a page and comes back with its structure and its words', () => {
  const document = guideDocument(countingIds())
  const back = read(documentToHtml(document, { title: 'Guide' }))
  expect(comparable(back)).toEqual(comparable(document))
})

const phrase = fc
  .array(fc.stringMatching(/^[a-z<>&"]{1,8}$/), { minLength: 1, maxLength: 5 })
  .map((words) => `a${words.join(' ')}z`)
const piece = fc.oneof(
  phrase.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  phrase.map((text) => ({
    type: 'heading',
    attrs: { level: 3 },
    content: [{ type: 'text', text, marks: [{ type: 'em' }] }],
  })),
  phrase.map((text) => ({
    type: 'codeBlock',
    attrs: { language: 'js' },
    content: [{ type: 'text', text: `${text}\n  ${text}` }],
  })),
  phrase.map((text) => ({
    type: 'orderedList',
    attrs: { start: 4 },
    content: [
      {
        type: 'listItem',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text }, { type: 'hardBreak' }, { type: 'text', text }],
          },
        ],
      },
    ],
  })),
)

test('N10: whatever is written, it becomes a page and comes back the same', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (blocks) => {
      const document = {
        type: 'doc' as const,
        content: [{ type: 'part', attrs: { part: 'other' }, content: blocks }],
      }
      const once = read(documentToHtml(document, { title: 'x' }))
      expect(comparable(once)).toMatchObject(comparable(document) as object[])
    }),
  )
})

test('N10: a page of another program keeps its words and structure, and loses what runs or hides', () => {
  const document = read(`<!doctype html><html><head><title>Not this</title><style>p{}</style></head><body>
    <div><h1>Harbour <b>opens</b></h1></div>
    <script>alert(1)</script>
    <p>One <a href="javascript:alert(2)">bad</a> and <a href="https://example.org">good</a> link,<br>broken.</p>
    <ul><li>one<ul><li>two</li></ul></li><ol><li>three</li></ol></ul>
    <table><thead><tr><th colspan="2">Head</th></tr></thead><tr><td>a</td><td style="text-align:right">b</td></tr></table>
    <blockquote>Quoted</blockquote><pre>a
  b</pre><img src="javascript:alert(3)" alt="A chart"><p hidden>gone</p>Loose words</body></html>`)
  expect(textBlocks(document).map(({ text }) => text)).toEqual([
    'Harbour opens',
    'One bad and good link,\nbroken.',
    'one',
    'two',
    'three',
    'Head',
    'a',
    'b',
    'Quoted',
    'a\n  b',
    'Loose words',
  ])
  const json = JSON.stringify(document)
  expect(json).not.toContain('javascript')
  expect(json).toContain('"alt":"A chart"')
  expect(json).toContain('"colspan":2')
  expect(json).toContain('"align":"right"')
})

test.each([
  ['nothing', '<p></p>', 'file-empty'],
  ['a NUL', '<p>a\0b', 'file-not-text'],
  ['a hundred thousand open elements', '<div>'.repeat(99_000), 'file-nested-too-deep'],
  ['formatting that never closes', '<b><i>'.repeat(2000), 'file-nested-too-deep'],
  ['half a million elements', '<br>'.repeat(500_000), 'file-too-complex'],
  ['7 MB', 'a'.repeat(7_000_000), 'file-too-large'],
])('A5: a page of %s is refused within two seconds', (_, source, refusal) => {
  const started = performance.now()
  expect(documentFromHtml(source, countingIds())).toMatchObject({ ok: false, refusal })
  expect(performance.now() - started).toBeLessThan(2000)
})

test('A5: any text at all is read as a page or refused, never a crash', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.constantFrom('<table>', '<li><b>', '</p><tr>', ''),
      (text, tag) => {
        const found = documentFromHtml(`${tag}${text}${tag}`, countingIds())
        if (found.ok) expect(textBlocks(found.value).every(({ id }) => id !== '')).toBe(true)
      },
    ),
  )
})

test('N10: plain text keeps its signs, its lists and the lines its author broke', () => {
  const found = documentFromText(
    'Harbour opens\n\nOslo, 3 May 2031 — The harbour of *stars* and _lines_ opens to small boats today,\nand nobody has to phone any more.\n\n- one\n- two\n  goes on\n\nQ: Why?\nA: Because.\n\nRoses\nare red',
    countingIds(),
  )
  if (!found.ok) throw new Error(found.refusal)
  const texts = textBlocks(found.value).map(({ text }) => text)
  expect(texts.join('|')).toContain('*stars* and _lines_ opens to small boats today, and nobody')
  expect(texts).toContain('two\ngoes on')
  expect(texts).toContain('Roses\nare red')
  expect(JSON.stringify(found.value)).toContain('bulletList')
})

test('N2: an FAQ in plain text is recognised as one in Markdown is', () => {
  const words = '# Harbour\n\n## FAQ\n\n**Why now?**\n\nThe berth is free.'
  const asText = documentFromText(
    'Harbour\n\nInternal FAQ\n\nQ: Why now?\n\nThe berth is free.',
    countingIds(),
  )
  const asMarkdown = documentFromMarkdown(words, countingIds())
  if (!asText.ok || !asMarkdown.ok) throw new Error('refused')
  expect(faqEntries(asText.value).map(({ answer }) => answer)).toEqual(
    faqEntries(asMarkdown.value).map(({ answer }) => answer),
  )
})
