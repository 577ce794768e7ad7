import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { textBlocks } from './blocks.ts'
import { canonical } from './canonical.ts'
import { documentFromDocx } from './docx-in.ts'
import { documentToDocx } from './docx-out.ts'
import { guideDocument } from './guide.ts'
import type { DocumentJson, NodeJson } from './json.ts'
import { documentFromMarkdown } from './markdown-in.ts'
import { countingIds, doc, faqEntry, heading, paragraph, part } from './testing.ts'
import { p, run, wordFile } from './word/tracked.fixture.ts'

const options = { title: 'Harbour opens', paper: 'letter', at: '2027-03-01T10:00:00.000Z' } as const

function read(bytes: Uint8Array) {
  const found = documentFromDocx(bytes, countingIds('n'))
  if (!found.ok) throw new Error(`refused: ${found.refusal}`)
  return found.value
}

const thereAndBack = (document: DocumentJson) => read(documentToDocx(document, options)).document

function imported(source: string): DocumentJson {
  const found = documentFromMarkdown(source, countingIds())
  if (!found.ok) throw new Error(`refused: ${found.refusal}`)
  return found.value
}

/** What docx has no shape for: ids of what holds blocks, pictures' addresses, languages of code, titles of links. */
function comparable(document: DocumentJson): unknown {
  const bared = (node: NodeJson): NodeJson => {
    const { id: _, language: __, title: ___, ...attrs } = node.attrs ?? {}
    return {
      type: node.type,
      attrs,
      ...(node.text === undefined ? {} : { text: node.text }),
      ...(node.marks
        ? { marks: node.marks.map((mark) => ({ type: mark.type, href: mark.attrs?.href })) }
        : {}),
      ...(node.content ? { content: node.content.map(bared) } : {}),
    }
  }
  return document.content.map(bared)
}

const ids = (document: DocumentJson) => textBlocks(document).map(({ id, text }) => [id, text])

test('N10: a document goes to Word and comes back with its structure, its words and the ids of its blocks', () => {
  const document = guideDocument(countingIds())
  const back = thereAndBack(document)
  expect(comparable(back)).toEqual(comparable(document))
  expect(ids(back)).toEqual(ids(document))
})

test('N10: tables keep their spans, their headings and their alignment', () => {
  const cell = (id: string, type: string, attrs: Record<string, unknown> = {}): NodeJson => ({
    type,
    attrs: { id, ...attrs },
    content: [paragraph(`${id}p`, `Words of ${id}`)],
  })
  const document = doc(
    part('p', 'other', heading('h', 'Costs', 1), {
      type: 'table',
      attrs: { id: 't' },
      content: [
        {
          type: 'tableRow',
          attrs: { id: 'r1' },
          content: [cell('a', 'tableHeader', { colspan: 2 }), cell('b', 'tableHeader')],
        },
        {
          type: 'tableRow',
          attrs: { id: 'r2' },
          content: [
            cell('c', 'tableHeader', { rowspan: 2 }),
            cell('d', 'tableCell', { align: 'right' }),
            cell('e', 'tableCell', { rowspan: 3 }),
          ],
        },
        { type: 'tableRow', attrs: { id: 'r3' }, content: [cell('f', 'tableCell', { align: 'center' })] },
        { type: 'tableRow', attrs: { id: 'r4' }, content: [cell('g', 'tableCell', { colspan: 2 })] },
      ],
    }),
  )
  expect(comparable(thereAndBack(document))).toEqual(comparable(canonical(document)))
})

test('N10: lists in lists, with more than a paragraph in an item, and numbers that start late', () => {
  const source = [
    '# Head',
    '3. three\n\n   more of three\n\n   - inner\n     - innermost\n   - inner two\n4. four',
    'Between.',
    '- one\n\n  ```\n  code\n  of one\n  ```\n- two',
    '> quoted\n>\n> - a list in it\n>\n> > deeper',
    '> another',
  ].join('\n\n')
  const document = imported(source)
  expect(comparable(thereAndBack(document))).toEqual(comparable(document))
})

const word = fc.stringMatching(/^[a-z]{1,8}$/)
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const pair = fc.tuple(phrase, phrase)
const piece = fc.oneof(
  phrase.map((text) => `# ${text}`),
  phrase.map((text) => `### ${text}`),
  phrase.map((text) => `${text}.`),
  pair.map(([a, b]) => `**${a}** and _${b}_ and ~~${a}~~ and \`${b}\``),
  pair.map(([a, b]) => `**Q: ${a}?**  \nA: ${b}`),
  pair.map(([a, b]) => `${a}  \n${b}`),
  pair.map(([a, b]) => `- ${a}\n  - ${b}\n    1. ${a}\n- ${b}`),
  pair.map(([a, b]) => `7. ${a}\n   - ${b}\n8. ${b}`),
  pair.map(([a, b]) => `> ${a}\n>\n> > ${b}\n>\n> 1. ${b}`),
  pair.map(([a, b]) => `| ${a} | ${b} |\n|---|:-:|\n| x | \`${a}\` |`),
  pair.map(([a, b]) => `\`\`\`\n${a}\n\n  ${b}\n\`\`\``),
  pair.map(([a, b]) => `[${a}](https://example.org/x) ${b} & <b>`),
  pair.map(([a, b]) => `${a}[^${b.replaceAll(' ', '')}] and **more**\n\n[^${b.replaceAll(' ', '')}]: ${b}`),
  fc.constantFrom('## FAQ', '## Internal FAQ', '# Press Release', '## Problem', '# Appendix', '---'),
)

test('N10: whatever is written, it goes to Word and comes back the same', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const found = documentFromMarkdown(pieces.join('\n\n'), countingIds())
      if (!found.ok) return found.refusal === 'file-empty'
      const back = thereAndBack(found.value)
      expect(comparable(back)).toEqual(comparable(found.value))
      expect(ids(back)).toEqual(ids(found.value))
      return true
    }),
    { numRuns: 150 },
  )
  // a busy machine
}, 60_000)

test('N10: another reader of Word files finds the same words, headings, lists and links in ours', async () => {
  const document = imported(
    '# Head\n\nA **bold** [link](https://example.org/a).\n\n- one\n  - two\n\n| a | b |\n|---|---|\n| c | d |\n',
  )
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(documentToDocx(document, options)) })
  const html = value.replace(/<a id="[^"]*"><\/a>/g, '')
  expect(html).toContain('<strong>bold</strong> <a href="https://example.org/a">link</a>.')
  expect(html).toContain('<ul><li>one<ul><li>two</li></ul></li></ul>')
  expect(html).toContain('<td><p>d</p></td>')
})

test('N10: a link that another program kept as a field leads where it led, with the place in it', () => {
  const character = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
  const instruction =
    '<w:r><w:instrText xml:space="preserve"> HYPERLINK &quot;https://example.org/a&quot; \\l &quot;place&quot;</w:instrText></w:r>'
  const body = p(
    `${character('begin')}${instruction}${character('separate')}${run('Here')}${character('end')}${run(' it is.')}`,
  )
  const [paragraph] = read(wordFile(body)).document.content[0]?.content ?? []
  expect(paragraph?.content).toEqual([
    {
      type: 'text',
      text: 'Here',
      marks: [{ type: 'link', attrs: { href: 'https://example.org/a#place', title: null } }],
    },
    { type: 'text', text: ' it is.' },
  ])
})

test('N10: a comment goes out on its words, with its replies, and comes back on the same', () => {
  const document = doc(
    part('p1', 'headline', heading('h1', 'Harbour opens', 1)),
    part('p2', 'internal-faq', faqEntry('f1', 'Why now?', paragraph('a1', 'The berth is free from June.'))),
  )
  const comment = {
    id: '018f0000-0000-7000-8000-000000000001',
    author: 'Ines Ferro',
    at: '2027-03-01T10:00:00.000Z',
    text: 'Says who?\nName them.',
    resolved: true,
    anchor: { block: 'a1', from: 4, to: 9 },
    replies: [
      {
        id: '018f0000-0000-7000-8000-000000000002',
        author: 'Omar',
        at: '2027-03-02T10:00:00.000Z',
        text: 'The port.',
      },
    ],
  }
  const whole = {
    ...comment,
    id: '018f0000-0000-7000-8000-000000000003',
    anchor: null,
    replies: [],
    resolved: false,
  }
  const origin = { narrative: 'n1', document: canonical(document) }
  const back = read(documentToDocx(document, { ...options, comments: [comment, whole], origin }))
  expect(back.origin).toEqual(origin)
  expect(
    back.comments.map(({ own, author, text, parent, anchor, resolved }) => ({
      own,
      author,
      text,
      parent,
      anchor,
      resolved,
    })),
  ).toEqual([
    {
      own: comment.id,
      author: 'Ines Ferro',
      text: comment.text,
      parent: null,
      anchor: comment.anchor,
      resolved: true,
    },
    {
      own: comment.replies[0]?.id,
      author: 'Omar',
      text: 'The port.',
      parent: '0',
      anchor: comment.anchor,
      resolved: true,
    },
    {
      own: whole.id,
      author: 'Ines Ferro',
      text: comment.text,
      parent: null,
      anchor: { block: 'h1', from: 0, to: 13 },
      resolved: false,
    },
  ])
})

const samples = process.env.FOREWORD_SAMPLES

describe.runIf(samples)('documents as their authors published them', () => {
  const folder = `${samples}/prfaq`
  const names = samples ? readdirSync(folder).filter((name) => name.endsWith('.md')) : []

  test.each(names)('N10: %s goes to Word and comes back with every word', (name) => {
    const document = imported(readFileSync(`${folder}/${name}`, 'utf8'))
    expect(ids(thereAndBack(document))).toEqual(ids(document))
  })
})
