import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { textBlocks } from '@foreword/document/blocks'
import { documentToDocx } from '@foreword/document/docx-out'
import { documentToHtml } from '@foreword/document/html-out'
import { documentFromMarkdown } from '@foreword/document/markdown-in'
import { wordsOf } from '@foreword/document/words'
import { newId } from '@foreword/server/db/ids'
import { hostileFiles } from '@foreword/server/formats/hostile.fixture'
import { png } from '@foreword/server/test/pictures'
import { afterAll, describe, expect, test } from 'vitest'
import type { Report } from './report.ts'

/** The command as people type it, in a process of its own. */
const command = fileURLToPath(new URL('../../bin/foreword.mjs', import.meta.url))
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../document/fixtures/${name}.md`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'foreword-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

function foreword(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  return new Promise((settle) => {
    execFile(process.execPath, [command, ...args], (error, out, said) => {
      settle({ code: typeof error?.code === 'number' ? error.code : 0, out, said })
    })
  })
}

async function report(file: string, ...args: string[]): Promise<{ code: number; report: Report }> {
  const { code, out } = await foreword('check', file, '--json', '--on', '2030-06-15', ...args)
  return { code, report: JSON.parse(out) }
}

test('ARCHITECTURE 10: foreword check --json gives exactly these fields, and 1 with must-fix findings', async () => {
  const { code, report: found } = await report(fixture('oarlock-first-draft'))
  expect(code).toBe(1)
  expect(Object.keys(found)).toEqual([
    'pages',
    'pressReleasePages',
    'readingMinutes',
    'words',
    'parts',
    'findings',
  ])
  expect(found).toMatchObject({ pages: 2, pressReleasePages: 1, readingMinutes: 6 })
  expect(found.parts.filter(({ present }) => !present).map(({ id }) => id)).toEqual([
    'how-it-works',
    'appendix',
  ])
  expect(found.findings.find(({ rule }) => rule === 'dateline-not-future')).toEqual({
    rule: 'dateline-not-future',
    severity: 'must-fix',
    part: 'dateline',
    line: 7,
    sourceLine: 7,
    quote: 'March 3, 2024',
    message:
      'This day has passed, and a release from the past asks nobody to judge whether the launch can be reached.',
    repair: 'Write: [the day we truly expect to launch]',
  })
})

test('ARCHITECTURE 10: 0 without must-fix findings', async () => {
  const { code, report: found } = await report(fixture('millrace-plain'))
  expect({ code, findings: found.findings }).toEqual({ code: 0, findings: [] })
})

const binary = join(folder, 'picture.md')
writeFileSync(binary, Buffer.from([0x89, 0x50, 0, 0xff, 0xfe]))

test.each([
  [['check', join(folder, 'none.md')], /there is no such file/],
  [['check', folder], /it is a folder/],
  [['check', binary], /It is no text/],
  [['check'], /Name the file/],
  [['check', fixture('millrace-plain'), '--kind', 'poem'], /There is no kind "poem"/],
  [['pdf', fixture('millrace-plain')], /-o OUT/],
  [['pdf', fixture('millrace-plain'), '-o', join(folder, 'none', 'x.pdf')], /cannot be written/],
])(
  'ARCHITECTURE 10: 2 with a sentence when the file or the command cannot be read: %j',
  async (args, sentence) => {
    const { code, out, said } = await foreword(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(said).toMatch(sentence)
  },
)

test('N9: for people it says what is wrong, why, and what to write, the must-fix first', async () => {
  const { out } = await foreword('check', fixture('oarlock-first-draft'), '--on', '2030-06-15')
  expect(out).toMatch(/read as PR\/FAQ: 2 pages, press release 1 page, 6 minutes to read/)
  expect(out).toMatch(/Not written: How it works/)
  expect(out.indexOf('Must fix')).toBeLessThan(out.indexOf('Consider'))
  expect(out).toMatch(/line \d+ \(7 in the file\) {2}Dateline/)
  expect(out).toMatch(/“March 3, 2024”\n.*This day has passed.*\n.*→ Write: \[the day we truly expect/)
})

test('W8: open assumptions are listed with their lines', async () => {
  const file = join(folder, 'assumed.md')
  writeFileSync(file, '# Wren opens a shop\n\nOSLO, 3 May 2031: Wren opens a shop in [nine] weeks.\n')
  expect((await foreword('check', file)).out).toMatch(
    /Open assumptions.*\n\n {2}line \d+ \(3 in the file\) {2}nine/,
  )
})

test('N9: a kind brings its own parts and limits', async () => {
  const { report: found } = await report(fixture('millrace-plain'), '--kind', 'press-release')
  expect(found.parts.map(({ id }) => id)).not.toContain('internal-faq')
  expect(found.findings.map(({ rule }) => rule)).toContain('document-pages')
})

test('ARCHITECTURE 10: foreword pdf writes the typeset document', async () => {
  const out = join(folder, 'millrace.pdf')
  const { code, out: said } = await foreword('pdf', fixture('millrace-plain'), '-o', out)
  expect(code).toBe(0)
  expect(said).toMatch(/2 pages, \d+ lines/)
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
})

const samples = process.env.FOREWORD_SAMPLES

/** What a reader of each sees at once; and how many findings there may be at most, shown as people are shown them. */
const expected: Record<string, { rules: string[]; most: number; words: string[] }> = {
  'bordenet-example-1.md': {
    rules: ['dateline-not-future', 'part-missing', 'number-without-source'],
    most: 8,
    words: ['August 12, 2025'],
  },
  'bordenet-example-4.md': {
    rules: ['dateline-not-future', 'part-missing', 'hard-question-absent'],
    most: 20,
    words: ['December 1, 2016', 'utilize'],
  },
  'gsf-carbon-hack-22.md': {
    rules: ['problem-without-number', 'part-missing', 'future-tense', 'headline-long'],
    most: 18,
    words: ['will reduce', 'There are no toolkits'],
  },
  'gsf-green-software-patterns.md': {
    rules: ['problem-names-solution', 'quote-without-name', 'undefined-acronym'],
    most: 16,
    words: ['green software patterns', 'SME'],
  },
  'gsf-green-software-principles.md': {
    rules: ['faq-answer-evasive', 'faq-answer-short', 'quote-without-name'],
    most: 16,
    words: ['TBD', 'CEO, Consultancy ABC'],
  },
  'gsf-sci-open-ontology.md': {
    rules: ['part-missing', 'problem-without-number', 'undefined-acronym'],
    most: 18,
    words: ['SCI', 'will provide'],
  },
}

describe.runIf(samples)('documents as their authors published them', () => {
  const names = samples ? readdirSync(join(samples, 'prfaq')).filter((name) => name.endsWith('.md')) : []

  test('every sample is expected', () => expect(Object.keys(expected).sort()).toEqual(names.sort()))

  test.each(names)('N9: in %s few things are found, and those that everybody sees', async (name) => {
    const file = join(samples ?? '', 'prfaq', name)
    const { code, report: found } = await report(file)
    const { rules = [], most = 0, words = [] } = expected[name] ?? {}
    expect(code).toBe(1)
    expect(found.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules))
    expect(found.findings.map(({ quote }) => quote)).toEqual(expect.arrayContaining(words))
    expect(found.findings.length).toBeLessThanOrEqual(most)
    const isTooLong = found.findings.some(({ rule }) => rule === 'press-release-pages')
    expect(isTooLong).toBe(found.pressReleasePages > 1)
    const lines = readFileSync(file, 'utf8').split('\n')
    for (const { quote, sourceLine } of found.findings) {
      const [first = ''] = wordsOf(quote)
      expect(bare(lines[sourceLine - 1] ?? '')).toContain(bare(first))
    }
  })

  test.each(names)('ARCHITECTURE 10: foreword pdf typesets %s', async (name) => {
    const out = join(folder, `${name}.pdf`)
    expect((await foreword('pdf', join(samples ?? '', 'prfaq', name), '-o', out)).code).toBe(0)
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

describe('ARCHITECTURE 10: Word and HTML', () => {
  const source = readFileSync(fixture('oarlock-first-draft'))
  const written = documentFromMarkdown(source, newId)
  if (!written.ok) throw new Error(written.refusal)
  const options = { title: 'Oarlock', paper: 'letter', at: '2027-03-01T10:00:00Z' } as const
  const saved = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const told = ({ pages, words, parts, findings }: Report) => ({
    pages,
    words,
    parts,
    findings: findings.map(({ rule, line, quote }) => [rule, line, quote]),
  })

  test('a document is found to be the same, whichever form it comes in', async () => {
    const [asText, asWord, asHtml] = await Promise.all([
      report(fixture('oarlock-first-draft')),
      report(saved('a.docx', documentToDocx(written.value, options))),
      report(saved('a.html', documentToHtml(written.value, options))),
    ])
    expect(told(asWord.report)).toEqual(told(asText.report))
    expect(told(asHtml.report)).toEqual(told(asText.report))
    expect([asWord.code, asHtml.code]).toEqual([1, 1])
    // a Word file has no lines: its paragraphs are counted
    const paragraphs = textBlocks(written.value)
    const dated = asWord.report.findings.find(({ rule }) => rule === 'dateline-not-future')
    expect(paragraphs[(dated?.sourceLine ?? 0) - 1]?.text).toContain(dated?.quote)
  })

  test('pictures take the room that they will take, and foreword pdf sets them', async () => {
    const pictures = png(600, 800)
    const html = `<h1>Harbour opens</h1><p>Boats wait.</p>${'<img alt="The berth" src="X">'.repeat(3)}`
    const data = `data:image/png;base64,${Buffer.from(pictures).toString('base64')}`
    const file = saved('b.html', html.replaceAll('X', data))
    const without = saved('c.html', html.replaceAll('X', ''))
    const [shown, bare] = await Promise.all([report(file), report(without)])
    expect(shown.report.pages).toBeGreaterThan(bare.report.pages)
    const out = join(folder, 'b.pdf')
    expect(await foreword('pdf', file, '-o', out)).toMatchObject({ code: 0, said: '' })
    expect(readFileSync(out, 'latin1')).toMatch(/\/Subtype\s*\/Image/)
  })

  test('A5: a hostile file is refused in a sentence, with 2, as the server refuses it', async () => {
    const hostile = hostileFiles.filter(({ refusal }) => refusal !== 'not-text')
    for (const { name, bytes } of hostile) {
      const { code, out, said } = await foreword('check', saved(name, bytes()))
      expect([name, code, out]).toEqual([name, 2, ''])
      expect(said).toMatch(/cannot be read\. [A-Z]/)
    }
    const broken = `<p>a</p><img src="data:image/png;base64,${Buffer.from(png(80, 80).slice(0, 60)).toString('base64')}">`
    expect(await foreword('check', saved('broken-picture.html', broken))).toMatchObject({
      code: 2,
      said: expect.stringContaining('A picture in it is damaged'),
    })
  }, 120_000)
})
