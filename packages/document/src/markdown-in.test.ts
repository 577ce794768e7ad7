import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faqEntries, textBlocks } from './blocks.ts'
import { canonical } from './canonical.ts'
import { figures, isFigure } from './figures.ts'
import type { DocumentJson, NodeJson } from './json.ts'
import { documentFromMarkdown } from './markdown-in.ts'
import { documentToMarkdown } from './markdown-out.ts'
import { countingIds, diagram, doc, image, part, sketch } from './testing.ts'

const fixtures = new URL('../fixtures/', import.meta.url)

function imported(source: string | Uint8Array): DocumentJson {
  const read = documentFromMarkdown(source, countingIds())
  if (!read.ok) throw new Error(read.refusal)
  return read.value
}

function fixture(name: string): string {
  return readFileSync(new URL(name, fixtures), 'utf8')
}

/** Words without the punctuation around them, in order of the alphabet: Markdown's own marks fall away. */
function bareWords(text: string): string[] {
  return text
    .replace(/\]\([^)]*\)|\[\^[^\]]+\]:?|^\[[^\]]+\]:/gm, ' ')
    .split(/[\s*_`>#|[\]()<=:^"“”{},-]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')
    .sort()
}

/** All that a reader or an export can see of a document, as text. */
function everyText(node: DocumentJson | NodeJson): string {
  const own = 'text' in node ? (node.text ?? '') : ''
  const { alt, title }: Record<string, unknown> =
    node.type !== 'doc' && isFigure(node) ? (node.attrs ?? {}) : {}
  const picture = `${alt ?? ''} ${title ?? ''} `.trimStart()
  const language = node.type === 'codeBlock' ? `${node.attrs?.language ?? ''} ` : ''
  const children = (node.content ?? []).map(everyText)
  const glue = node.content?.some((child) => child.type === 'text') ? '' : ' '
  const all = own + picture + language + children.join(glue)
  return node.type === 'hardBreak' ? ' ' : node.type === 'footnote' ? ` ${all} ` : all
}

/** Source words that the document lacks. Numbers of list items are marks, not words. */
function lostWords(source: string, document: DocumentJson): string[] {
  const held = new Map<string, number>()
  for (const word of bareWords(everyText(document))) held.set(word, (held.get(word) ?? 0) + 1)
  return bareWords(source.replace(/^\s*\d+[.)]\s/gm, ' ')).filter((word) => {
    const count = held.get(word) ?? 0
    held.set(word, count - 1)
    return count <= 0
  })
}

function withoutIds(document: DocumentJson): unknown {
  return JSON.parse(JSON.stringify(document, (key, value) => (key === 'id' ? undefined : value)))
}

function outline(document: DocumentJson): [part: string, start: string][] {
  const seen = new Set<string>()
  return textBlocks(document).flatMap((block): [string, string][] => {
    if (seen.has(block.partId)) return []
    seen.add(block.partId)
    return [[block.part, block.text.slice(0, 24)]]
  })
}

describe.each(readdirSync(fixtures).filter((name) => name.endsWith('.md')))('%s', (name) => {
  test('N10: every word of it is kept', () => {
    expect(lostWords(fixture(name), imported(fixture(name)))).toEqual([])
  })

  test('N10: written as Markdown and read again it is the same document', () => {
    const document = imported(fixture(name))
    expect(withoutIds(imported(documentToMarkdown(document)))).toEqual(withoutIds(document))
  })

  test('N10: without our marks its Markdown still keeps every word', () => {
    const document = imported(fixture(name))
    expect(
      lostWords(everyText(document), imported(documentToMarkdown(document, { structure: 'plain' }))),
    ).toEqual([])
  })
})

test('N2: headings, emphasis, dateline and prose tell the parts; front matter goes last', () => {
  expect(outline(imported(fixture('tidewater-returns.md')))).toEqual([
    ['headline', 'Tidewater Post lets a co'],
    ['subheading', 'Owners of corner shops h'],
    ['dateline', 'Port Ellery, 3 March 203'],
    ['summary', 'Tidewater Post today ope'],
    ['problem', 'A shop that takes return'],
    ['solution', "That's why Counter Retur"],
    ['leader-quote', '"A shop is a room with o'],
    ['how-it-works', 'To use it, the owner ope'],
    ['customer-quote', '"I used to send people a'],
    ['getting-started', 'Counter Return is availa'],
    ['external-faq', 'FAQ'],
    ['internal-faq', 'What does one parcel cos'],
    ['appendix', 'Appendix'],
  ])
})

test('N2: labels at the start of a line tell the parts', () => {
  const document = imported(fixture('quillfern-rosters.md'))
  expect(outline(document).map(([part]) => part)).toEqual([
    'headline',
    'subheading',
    'summary',
    'problem',
    'solution',
    'leader-quote',
    'how-it-works',
    'customer-quote',
    'getting-started',
    'external-faq',
  ])
  expect(faqEntries(document).map((entry) => entry.question)).toEqual([
    'Does it replace the ward sister?',
    'What does it cost?',
    'Who sees my wishes',
    'What if somebody is ill tonight?',
  ])
})

test('N2: bold, numbered and Q:/A: questions are entries, and C and I tell whose they are', () => {
  const document = imported(fixture('brackwater-gauges.md'))
  expect(faqEntries(document).map(({ part, question }) => [part, question])).toEqual([
    ['external-faq', 'C1. What if the post is washed away?'],
    ['external-faq', 'C2. Does it work without a mobile network?'],
    ['internal-faq', 'I1. How many farms have this problem?'],
    ['internal-faq', 'I2. What must be true that we have not shown?'],
    ['internal-faq', 'Q: Why will it fail?'],
    ['internal-faq', 'Q: What are we not doing?'],
  ])
  expect(outline(document).map(([part]) => part)).toEqual([
    'other',
    'other',
    'headline',
    'subheading',
    'dateline',
    'summary',
    'problem',
    'solution',
    'customer-quote',
    'leader-quote',
    'getting-started',
    'other',
    'internal-faq',
    'external-faq',
    'internal-faq',
    'other',
  ])
})

test.each([
  ['nothing', '', 'file-empty'],
  ['spaces', ' \n\t\n', 'file-empty'],
  ['20 MB', 'word '.repeat(4_000_000), 'file-too-large'],
  ['20 MB of bytes', new Uint8Array(20_000_000).fill(97), 'file-too-large'],
  ['a NUL', 'a\0b', 'file-not-text'],
  ['bytes of a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), 'file-not-text'],
  ['a thousand quotes on a line', `${'>'.repeat(1000)} deep`, 'file-nested-too-deep'],
  ['a hundred thousand quotes', `${'> '.repeat(100_000)}deep`, 'file-nested-too-deep'],
  ['a thousand lists on a line', `${'- '.repeat(1000)}deep`, 'file-nested-too-deep'],
  [
    'four hundred nested lists',
    Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    'file-nested-too-deep',
  ],
  ['a run of stars', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`, 'file-nested-too-deep'],
  ['emphasis in emphasis', `${'*a _b '.repeat(300)}${'c_ d* '.repeat(300)}`, 'file-nested-too-deep'],
  ['fifty thousand lines of quote', '> a\n'.repeat(50_000), 'file-too-complex'],
  ['a paragraph of brackets', '['.repeat(100_000), 'file-too-complex'],
])('A5: %s is refused within two seconds of work', (_, source, refusal) => {
  // of this thread's own, so that a busy machine is not taken for a slow reader
  const before = process.threadCpuUsage()
  expect(documentFromMarkdown(source, countingIds())).toMatchObject({ ok: false, refusal })
  const { user, system } = process.threadCpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(2000)
})

test('N10: a line broken on purpose stays broken, one that only ran to the end of its row does not', () => {
  const texts = (source: string) => textBlocks(imported(source)).map(({ text }) => text)
  expect(texts('# Head\n\nOne  \ntwo\nthree\n')).toEqual(['Head', 'One\ntwo three'])
})

test('A5: ninety nested quotes are still read', () => {
  expect(everyText(imported(`${'>'.repeat(90)} deep`)).trim()).toBe('deep')
})

test('A5: HTML stays words, and unsafe links keep their words only', () => {
  const document = imported(
    '# Title\n\n<script>alert(1)</script>\n\nA <img src=x onerror=alert(2)> [click](javascript:alert(3)) ' +
      '[mail](mailto:a@b.example) [data](data:text/html,x) ![pic](javascript:alert(4))',
  )
  expect(textBlocks(document).map((block) => block.text)).toEqual([
    'Title',
    '<script>alert(1)</script>',
    'A <img src=x onerror=alert(2)> click mail data',
  ])
  const json = JSON.stringify(document)
  expect(json).not.toContain('"href":"javascript')
  expect(json).not.toContain('"src":"javascript')
  expect(json).toContain('mailto:a@b.example')
})

test('N10: a footnote stands where it is referred to, and is written at the end under its number', () => {
  const document = imported(
    '# Head[^h]\n\nWords[^a], *more*[^b].\n\n[^b]: Second **bold**\n    [link](https://example.org).\n[^a]: First.\n\n' +
      '    Another paragraph of it.\n[^h]: Of the head.\n[^c]: Never referred to.\n',
  )
  expect(textBlocks(document).map(({ type, text }) => [type, text])).toEqual([
    ['heading', 'Head\uFFFC'],
    ['footnote', 'Of the head.'],
    ['paragraph', 'Words\uFFFC, more\uFFFC.'],
    ['footnote', 'First. Another paragraph of it.'],
    ['footnote', 'Second bold link.'],
    ['paragraph', '[c] Never referred to.'],
  ])
  expect(documentToMarkdown(document, { structure: 'plain' })).toBe(
    '# Head[^1]\n\nWords[^2], *more*[^3].\n\n\\[c] Never referred to.\n\n[^1]: Of the head.\n\n' +
      '[^2]: First. Another paragraph of it.\n\n[^3]: Second **bold** [link](https://example.org).\n',
  )
})

test('A5: notes in notes, and one note referred to without end, are read in time and lose no words', () => {
  const inNote = imported('A[^a]\n\n[^a]: one[^b]\n[^b]: two[^a]\n')
  expect(textBlocks(inNote).map(({ text }) => text)).toEqual(['A\uFFFC', 'one[b]', '[b] two\uFFFC', 'one[b]'])
  const often = imported(`${'x[^a]\n\n'.repeat(4000)}[^a]: ${'long '.repeat(2000)}\n`)
  expect(JSON.stringify(often).length).toBeLessThan(1_000_000)
})

test('N10: what Markdown has no words for goes in comments: the width of a figure, the scene of a sketch', () => {
  const document = doc(
    part(
      'p',
      'appendix',
      image('i', { alt: 'A quay', title: 'At dawn', width: 60 }),
      diagram('d', 'graph TD\n  A --> B', { alt: 'A leads to "B"', title: 'How', width: 100 }),
      sketch('k', { alt: 'A screen' }),
      { type: 'blockquote', attrs: { id: 'q' }, content: [image('j', { alt: 'Small', width: 10 })] },
    ),
  )
  const written = documentToMarkdown(document)
  expect(withoutIds(imported(written))).toEqual(withoutIds(canonical(document)))
  const plain = documentToMarkdown(document, { structure: 'plain' })
  expect(plain).not.toContain('<!--')
  expect(figures(imported(plain)).map(({ type, alt }) => [type, alt])).toEqual([
    ['image', 'A quay'],
    ['diagram', 'A leads to "B"'],
    ['image', 'A screen'],
    ['image', 'Small'],
  ])
})

const word = fc.stringMatching(/^[a-z]{1,8}$/)
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const piece = fc.oneof(
  phrase.map((text) => `# ${text}`),
  phrase.map((text) => `#### ${text}:`),
  phrase.map((text) => `${text}.`),
  fc.tuple(phrase, phrase).map(([a, b]) => `**${a}** and _${b}_`),
  fc.tuple(phrase, phrase).map(([a, b]) => `**Q: ${a}?**  \nA: ${b}`),
  fc.tuple(phrase, phrase).map(([a, b]) => `${a}\n${b}`),
  fc.tuple(phrase, phrase).map(([a, b]) => `- ${a}\n  - ${b}`),
  fc.tuple(phrase, phrase).map(([a, b]) => `1. ${a}?\n   ${b}`),
  fc.tuple(phrase, phrase).map(([a, b]) => `> ${a}\n>\n> ${b}`),
  fc.tuple(phrase, phrase).map(([a, b]) => `| ${a} | ${b} |\n|---|:-:|\n| x | \`${a}\` |`),
  fc.tuple(phrase, phrase).map(([a, b]) => `\`\`\`${'js'}\n${a}\n\n  ${b}\n\`\`\``),
  fc.tuple(phrase, phrase).map(([a, b]) => `[${a}](https://example.org/x "y") <b>${b}</b>`),
  phrase.map((text) => `![${text}](a.png)`),
  fc.tuple(phrase, phrase).map(([a, b]) => `![${a}](asset:${'0a'.repeat(32)} "${b}")`),
  fc.tuple(phrase, phrase).map(([a, b]) => `\`\`\`mermaid alt="${a}"\ngraph TD\n  ${b}\n\`\`\``),
  fc.tuple(phrase, phrase, word).map(([a, b, id]) => `${a}[^${id}] ${b}[^${id}]\n\n[^${id}]: ${b} **${a}**`),
  fc.constantFrom(
    '## FAQ',
    '## Internal FAQ',
    '# Press Release',
    '## Problem',
    '# Appendix',
    '---',
    'Oslo, 3 May 2031 — Now',
  ),
)

test('N10: whatever is written, words in are words out, and the way back keeps the structure', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const source = pieces.join('\n\n')
      const read = documentFromMarkdown(source, countingIds())
      if (!read.ok) return read.refusal === 'file-empty'
      const withoutAddresses = source.replace(/```(?:js|mermaid)/g, '```').replace(/ (?:alt|title)="/g, ' "')
      expect(lostWords(withoutAddresses, read.value)).toEqual([])
      expect(withoutIds(imported(documentToMarkdown(read.value)))).toEqual(withoutIds(read.value))
      return true
    }),
    { numRuns: 300 },
  )
})

test('A5: any text at all is read or refused, never a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (source) => {
      const read = documentFromMarkdown(source, countingIds())
      if (read.ok) expect(textBlocks(read.value).every((block) => block.id !== '')).toBe(true)
    }),
  )
})

const samples = process.env.FOREWORD_SAMPLES

describe.runIf(samples)('documents as their authors published them', () => {
  const folder = `${samples}/prfaq`
  const names = samples ? readdirSync(folder).filter((name) => name.endsWith('.md')) : []

  test.each(names)('N10: every word of %s is kept, there and back', (name) => {
    const source = readFileSync(`${folder}/${name}`, 'utf8')
    const document = imported(source)
    expect(lostWords(source, document)).toEqual([])
    expect(withoutIds(imported(documentToMarkdown(document)))).toEqual(withoutIds(document))
    expect(outline(document).map(([part]) => part)).toContain('headline')
    expect(textBlocks(document).some((block) => block.part === 'problem')).toBe(!name.includes('example-4'))
  })
})
