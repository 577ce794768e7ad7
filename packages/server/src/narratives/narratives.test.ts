import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { markdownFile, prFaq } from './pr-faq.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

const eventually = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 5_000, interval: 20 })
const bring = (text: string | Uint8Array<ArrayBuffer> = prFaq, name = 'tide.md') =>
  ines.api.narratives.bring({ file: markdownFile(text, name) })

/** As a browser follows a plain link. */
const follow = (path: string, who: Colleague) =>
  fetch(`${company.url}${path}`, { headers: { cookie: who.cookie() } })

const counts = async () => {
  const { rows } = await company.pool.query(
    `select (select count(*) from initiative)::int initiatives, (select count(*) from narrative)::int narratives,
      (select count(*) from document)::int documents, (select count(*) from edition)::int editions`,
  )
  return rows[0]
}

describe('starting', () => {
  test('N1, N2: a PR/FAQ starts from the template with its parts in order, and the idea moves to drafting', async () => {
    const idea = await ines.api.initiatives.create({ name: 'Oysters at five' })
    const made = await ines.api.narratives.start({ initiativeId: idea.id })
    expect(made).toMatchObject({
      initiativeId: idea.id,
      kind: 'pr-faq',
      title: '',
      nextEdition: 1,
      copyOf: null,
      createdBy: { name: 'Ines' },
    })
    expect(await ines.api.narratives.list({ initiativeId: idea.id })).toEqual([made])
    expect(await omar.api.narratives.get({ narrativeId: made.id })).toEqual({
      ...made,
      mayEdit: false,
      mayFreeze: false,
    })
    expect(await ines.api.initiatives.get({ initiativeId: idea.id })).toMatchObject({ stage: 'drafting' })
    const kinds = await ines.api.narratives.kinds()
    const layout = await ines.api.narratives.layout({ narrativeId: made.id })
    expect(layout).toMatchObject({ corePages: 1, readingMinutes: 3 })
    expect(layout.blocks.length).toBeLessThanOrEqual((kinds[0]?.parts.length ?? 0) * 3)
    expect(await refusal(ines.api.narratives.start({ initiativeId: idea.id, kind: 'novel' }))).toBe(
      'no-such-kind',
    )
  })

  test('N2: the headline an idea goes by may be the first words of its draft', async () => {
    const { id, name } = await ines.api.initiatives.create({ name: 'Oysters at five' })
    const made = await ines.api.narratives.start({ initiativeId: id, headline: name })
    expect(made.title).toBe('Oysters at five')
  })

  test('W11, N8: the guide is duplicated in one act, remembers that, and brings its notes as comments once', async () => {
    const { initiativeId, narrativeId } = await ines.api.narratives.duplicateGuide({})
    const made = await ines.api.narratives.get({ narrativeId })
    expect(made).toMatchObject({ initiativeId, copyOf: { from: 'guide' }, mayFreeze: true })
    expect(await ines.api.initiatives.get({ initiativeId })).toMatchObject({ name: made.title })
    await eventually(async () => {
      const notes = await ines.api.reviews.listComments({ narrativeId })
      expect(notes.length).toBeGreaterThan(5)
      expect(new Set(notes.map(({ anchor }) => anchor?.on === 'draft' && anchor.state))).toEqual(
        new Set(['exact']),
      )
    })
    expect(await ines.api.narratives.freeze({ narrativeId })).toMatchObject({
      number: 1,
      authors: [{ name: 'Ines' }],
    })
  })

  test('N10: a Markdown file becomes a new idea named after its headline, with every word', async () => {
    const { initiativeId, narrativeId } = await bring()
    expect(await ines.api.initiatives.get({ initiativeId })).toMatchObject({
      name: 'Tidewatch tells oyster farmers at five whether they may sell',
      stage: 'drafting',
    })
    const file = await follow(`/api/narratives/${narrativeId}/markdown`, omar)
    expect(file.headers.get('content-type')).toMatch(/^text\/markdown/)
    const markdown = await file.text()
    for (const word of prFaq.split(/[^\p{L}\p{N}]+/u)) expect(markdown).toContain(word)
    await eventually(async () => {
      const { activity } = await ines.api.initiatives.activity({ initiativeId })
      expect(activity.map(({ says }) => says)).toContain('brought a document')
    })
  })

  test('N10: a document brought into an idea is one more beside those it has', async () => {
    const { initiativeId } = await bring()
    const more = await ines.api.narratives.importInto({
      initiativeId,
      file: markdownFile('# Second\n\nWords.'),
    })
    expect((await ines.api.narratives.list({ initiativeId })).map(({ title }) => title)).toEqual([
      'Tidewatch tells oyster farmers at five whether they may sell',
      'Second',
    ])
    expect(more.title).toBe('Second')
    expect(more.brought).toEqual([
      { part: 'headline', words: 1 },
      { part: 'subheading', words: 1 },
    ])
  })

  test('N10: a long file is read on another thread, and every word of it arrives', async () => {
    const words = Array.from({ length: 12_000 }, (_, n) => `word${n}`)
    const paragraphs = Array.from({ length: 120 }, (_, n) => words.slice(n * 100, n * 100 + 100).join(' '))
    const { narrativeId } = await bring(`# Long\n\n${paragraphs.join('\n\n')}`)
    const markdown = await (await ines.api.narratives.exportMarkdown({ narrativeId })).text()
    expect(markdown.match(/word\d+/g)).toEqual(words)
  })

  test('N10: the file form of a browser works: multipart, field by field', async () => {
    const form = new FormData()
    form.set('file', markdownFile('Words without any headline'))
    form.set('name', 'My idea')
    const answer = await fetch(`${company.url}/api/imports`, {
      method: 'POST',
      headers: { cookie: ines.cookie(), origin: company.url, 'x-foreword': '1' },
      body: form,
    })
    expect(answer.status).toBe(200)
    const { initiativeId } = await answer.json()
    expect(await ines.api.initiatives.get({ initiativeId })).toMatchObject({ name: 'My idea' })
  })
})

describe('bad input', () => {
  const nul = new Uint8Array([0x23, 0x20, 0x00, 0x01, 0x02])
  test.each([
    ['an empty file', '', 'empty-file'],
    ['white space', ' \n\t\n', 'empty-file'],
    ['2 MB and more', 'word '.repeat(500_000), 'too-large'],
    ['bytes that are no text', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x80]), 'not-text'],
    ['text with NULs', nul, 'not-text'],
    ['quotes nested 5000 deep', `${'>'.repeat(5000)} deep`, 'too-deep'],
    [
      'lists nested 300 deep',
      Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n'),
      'too-deep',
    ],
    ['ten thousand brackets', '['.repeat(10_000), 'too-complex'],
  ])('A5: %s is refused and nothing is kept', async (_, content, expected) => {
    const before = await counts()
    expect(await refusal(bring(content))).toBe(expected)
    expect(await counts()).toEqual(before)
  })

  test('A5: 20 MB is refused before it is read, in the same shape', async () => {
    const before = await counts()
    const form = new FormData()
    form.set('file', new File([new Uint8Array(20 * 1024 * 1024)], 'big.md'))
    const answer = await fetch(`${company.url}/api/imports`, {
      method: 'POST',
      headers: { cookie: ines.cookie(), origin: company.url },
      body: form,
    })
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 413,
      body: { code: 'too-large', message: expect.stringContaining('nothing was kept') },
    })
    expect(await counts()).toEqual(before)
  })

  test('A5: hostile HTML is kept as words and runs nowhere', async () => {
    const { narrativeId } = await bring(
      '# Safe\n\n<script>alert(1)</script><img src=x onerror=alert(2)>\n\n[x](javascript:alert(3))',
    )
    const frozen = await ines.api.narratives.freeze({ narrativeId })
    const edition = await ines.api.narratives.edition({ editionId: frozen.id })
    const text = JSON.stringify(edition.document)
    expect(text).toContain('<script>alert(1)</script>')
    expect(text).not.toMatch(/"href":"javascript:/)
  })

  test('A5: an id that is no id, or leads nowhere, is said to be so', async () => {
    const none = '01900000-0000-7000-8000-000000000000'
    const answer = await follow('/api/editions/nothing/pdf', ines)
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid-input' }])
    expect((await follow(`/api/editions/${none}/pdf`, ines)).status).toBe(404)
    expect(await refusal(ines.api.narratives.get({ narrativeId: none as never }))).toBe('not-found')
  })
})

describe('freezing', () => {
  test('N6: an edition has a number, the hash of its bytes, authors, pages and lines, and a PDF with them', async () => {
    const { initiativeId, narrativeId } = await bring()
    const frozen = await ines.api.narratives.freeze({ narrativeId, name: 'For the first read' })
    expect(frozen).toMatchObject({
      number: 1,
      name: 'For the first read',
      title: 'Tidewatch tells oyster farmers at five whether they may sell',
      frozenBy: { name: 'Ines' },
      authors: [{ name: 'Ines' }],
      extent: { corePages: expect.any(Number), readingMinutes: expect.any(Number) },
    })
    const file = await follow(`/api/editions/${frozen.id}/canonical`, omar)
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(frozen.hash)

    const edition = await omar.api.narratives.edition({ editionId: frozen.id })
    expect(edition).toMatchObject({ ...frozen, paper: 'letter' })
    expect(new Set(edition.lines.map(({ line }) => line)).size).toBe(frozen.extent.lines)

    const pdf = await follow(`/api/editions/${frozen.id}/pdf`, omar)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toContain('edition 1.pdf')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')

    expect(await ines.api.narratives.editions({ initiativeId })).toEqual([
      { ...frozen, size: { pdf: expect.any(Number), rest: expect.any(Number) } },
    ])
    expect(await ines.api.narratives.get({ narrativeId })).toMatchObject({ nextEdition: 2 })
    await eventually(async () => {
      const { activity } = await ines.api.initiatives.activity({ initiativeId })
      expect(activity.find(({ says }) => says === 'froze edition 1')).toMatchObject({
        about: { kind: 'edition', id: frozen.id },
      })
    })
  })

  test('N6: the same draft is not frozen twice, also not by several at once', async () => {
    const { narrativeId } = await bring()
    const freeze = () => refusal(ines.api.narratives.freeze({ narrativeId }))
    const answers = await Promise.all([freeze(), freeze(), freeze(), freeze()])
    expect(answers.filter((answer) => answer === 'already-frozen')).toHaveLength(3)
    expect(answers.filter((answer) => typeof answer === 'object')).toMatchObject([{ number: 1 }])
    expect(await freeze()).toBe('already-frozen')
  })

  test('N6: an empty template has nothing to freeze', async () => {
    const idea = await ines.api.initiatives.create({ name: 'Nothing yet' })
    const { id: narrativeId } = await ines.api.narratives.start({ initiativeId: idea.id })
    expect(await refusal(ines.api.narratives.freeze({ narrativeId }))).toBe('nothing-written')
  })

  test('N5: reading time is pages times the workspace’s minutes', async () => {
    const { narrativeId } = await bring()
    const { corePages, readingMinutes } = await ines.api.narratives.layout({ narrativeId })
    expect(readingMinutes).toBe(corePages * 3)
  })

  test('N3: characters that the house faces cannot set are named while there is time to change them', async () => {
    const { narrativeId } = await bring('# Oysters 牡蠣\n\nWords.')
    expect(await ines.api.narratives.layout({ narrativeId })).toMatchObject({ missingGlyphs: ['牡', '蠣'] })
  })
})

describe('who may', () => {
  test('F4: a reader reads and does not freeze, import or start', async () => {
    const { initiativeId, narrativeId } = await bring()
    const file = markdownFile('# No')
    expect(await refusal(omar.api.narratives.freeze({ narrativeId }))).toBe('not-allowed')
    expect(await refusal(omar.api.narratives.start({ initiativeId }))).toBe('not-allowed')
    expect(await refusal(omar.api.narratives.importInto({ initiativeId, file }))).toBe('not-allowed')
  })

  test('A2: of an idea limited to named people nothing exists for others, by any operation', async () => {
    const { initiativeId, narrativeId } = await bring()
    const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
    await ines.api.initiatives.update({ initiativeId, visibility: 'named' })
    const api = omar.api.narratives
    const tried = [
      api.list({ initiativeId }),
      api.get({ narrativeId }),
      api.layout({ narrativeId }),
      api.exportMarkdown({ narrativeId }),
      api.freeze({ narrativeId }),
      api.editions({ initiativeId }),
      api.edition({ editionId }),
      api.pdf({ editionId }),
      api.canonical({ editionId }),
    ]
    expect(await Promise.all(tried.map(refusal))).toEqual(tried.map(() => 'not-found'))
    for (const path of [`editions/${editionId}/pdf`, `editions/${editionId}/canonical`])
      expect((await follow(`/api/${path}`, omar)).status).toBe(404)
  })
})
