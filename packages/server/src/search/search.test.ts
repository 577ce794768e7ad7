import { randomUUID } from 'node:crypto'
import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { markdownFile } from '../narratives/pr-faq.fixture.ts'
import { openBrowser } from '../reviews/browser.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

/** What was written is found a moment after it is on disk. */
const eventually = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 10_000, interval: 50 })
const found = async (text: string, who = omar) => (await who.api.search.documents({ text })).hits
const marked = ({ snippet, marks }: Awaited<ReturnType<typeof found>>[number]) =>
  marks.map(({ from, to }) => snippet.slice(from, to))

const document = (topic: string) => `# ${topic} for whoever grows oysters

WESTPORT, 3 March 2028. ${topic} begins today.

## Internal FAQ

**Q: Who pays for ${topic}?**
A: Zwölf growers, with a lighthouse subscription.
`
const bring = (topic: string) => ines.api.narratives.bring({ file: markdownFile(document(topic)) })

test('what a document says is found with its idea, its part and the words marked', async () => {
  const { initiativeId, narrativeId } = await bring('Barometers')
  await eventually(async () => {
    const [hit, ...others] = await found('LIGHTHOUSE zwölf barom')
    expect(others).toEqual([])
    expect(hit).toMatchObject({
      initiative: { id: initiativeId },
      document: { id: narrativeId, title: 'Barometers for whoever grows oysters' },
      edition: null,
    })
  })
  const [hit] = await found('zwölf lighthouse')
  expect(hit).toMatchObject({ part: expect.stringContaining('FAQ'), block: expect.any(String) })
  expect(hit && marked(hit)).toEqual(['Zwölf', 'lighthouse'])
  expect(hit?.snippet).not.toMatch(/[<>]/)
})

test('an idea is found by its name and its five answers, under the question, and by what they say now', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Windmills hum at night' })
  await ines.api.initiatives.answer({
    initiativeId,
    version: 0,
    patch: { question: 'customer', fields: { situation: 'Asleep beside a periwinkle shed' } },
  })
  await ines.api.evidence.capture({ initiativeId, id: randomUUID(), statement: 'Nine heard the thrumming' })
  await eventually(async () => {
    expect(await found('periwinkle')).toMatchObject([{ initiative: { id: initiativeId }, part: 'Customer' }])
    expect(await found('thrumming')).toMatchObject([{ document: null, part: 'Evidence' }])
    expect(await found('windmills hum')).toMatchObject([{ initiative: { id: initiativeId } }])
  })
  await ines.api.initiatives.answer({
    initiativeId,
    version: 1,
    patch: { question: 'customer', fields: { situation: 'Asleep beside a whelk shed' } },
  })
  await eventually(async () => {
    expect(await found('whelk')).toHaveLength(1)
    expect(await found('periwinkle')).toEqual([])
  })
})

test('the last word counts as far as it is typed; quotes, or, and a minus are understood', async () => {
  const { narrativeId } = await bring('Seismographs')
  const { narrativeId: other } = await bring('Seismometers')
  const ids = async (text: string) => (await found(text)).flatMap(({ document }) => document?.id ?? [])
  await eventually(async () =>
    expect((await ids('seismo')).toSorted()).toEqual([narrativeId, other].toSorted()),
  )
  expect(await ids('seismo ')).toHaveLength(2)
  expect(await ids('seismo begins')).toEqual([])
  expect(await ids('begins seismog')).toEqual([narrativeId])
  expect(await ids('"seismographs begins today"')).toEqual([narrativeId])
  expect(await ids('"today seismographs begins"')).toEqual([])
  expect((await ids('seismographs or seismometers')).toSorted()).toEqual([narrativeId, other].toSorted())
  expect(await ids('begins -seismographs seismometers')).toEqual([other])
  for (const text of [
    'well-being',
    'tide/table',
    'shellfish.example',
    '',
    '  ',
    '-',
    '"',
    '!',
    "'",
    '\\',
    ':*',
    '& | <->',
    "o'clock:*",
    '(((',
  ])
    expect(Array.isArray(await ids(text)), text).toBe(true)
  expect(await refusal(omar.api.search.documents({ text: 'x'.repeat(201) }))).toBe('invalid-input')
})

test('what is typed is found when it is on disk; what the draft lost is found in the last edition', async () => {
  const { initiativeId, narrativeId } = await bring('Anemometers')
  const { id, number } = await ines.api.narratives.freeze({ narrativeId })
  const read = documentFromUnknown((await ines.api.narratives.edition({ editionId: id })).document)
  const headline = (read.ok && textBlocks(read.value)[0]?.id) || expect.fail('no headline')
  await ines.api.initiatives.share({ initiativeId, people: [{ personId: omar.id, relation: 'author' }] })
  const browser = await openBrowser(company.url, omar, narrativeId)
  try {
    await browser.type(headline, 0, 'Kittiwakes and ')
    await eventually(async () => expect(await found('kittiwakes')).toMatchObject([{ edition: null }]))
    await browser.erase(headline)
    await eventually(async () => {
      expect(await found('kittiwakes')).toEqual([])
      expect(await found('"anemometers for whoever" lighthouse')).toMatchObject([
        { document: { id: narrativeId }, edition: { id, number } },
      ])
    })
  } finally {
    browser.leave()
  }
})

test('where the title has the words comes first, then what changed last; there is a number for it and more', async () => {
  for (const name of ['Gulls, one', 'Gulls, two']) await ines.api.initiatives.create({ name })
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Terns' })
  const fields = { who: 'Whoever mistakes them for gulls' }
  await ines.api.initiatives.answer({ initiativeId, version: 0, patch: { question: 'customer', fields } })
  await eventually(async () => {
    const names = (await found('gulls')).map(({ initiative }) => initiative.name)
    expect(names.toSorted()).toEqual(['Gulls, one', 'Gulls, two', 'Terns'])
    expect(names[2]).toBe('Terns')
  })
  expect(await omar.api.search.documents({ text: 'gulls', most: 2 })).toMatchObject({
    hits: [{}, {}],
    more: true,
  })
})

test('A2, A3: nothing is found of an idea one may not see, from the moment one may not', async () => {
  const { initiativeId } = await bring('Hydrophones')
  await eventually(async () => expect(await found('hydrophones')).toHaveLength(2))
  await ines.api.initiatives.update({ initiativeId, visibility: 'named' })
  expect(await found('hydrophones')).toEqual([])
  expect(await found('hydrophones', ines)).toHaveLength(2)
  await ines.api.initiatives.share({ initiativeId, people: [{ personId: omar.id, relation: 'reader' }] })
  expect(await found('hydrophones')).toHaveLength(2)
})

test('R5: margin notes are in nobody’s search, not in their author’s either', async () => {
  const { narrativeId } = await bring('Sextants')
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  await omar.api.reviews.postNote({ editionId, text: 'Quagmire, says my margin', on: null })
  await eventually(async () => expect(await found('sextants')).toHaveLength(2))
  expect(await found('quagmire')).toEqual([])
})

test('A1: what was on disk and unread when the server stopped is found after its start', async () => {
  const { narrativeId } = await bring('Chronometers')
  await eventually(async () => expect(await found('chronometers')).not.toEqual([]))
  await company.pool.query('delete from findable where id = $1', [narrativeId])
  await company.restart()
  await eventually(async () => expect(await found('chronometers')).not.toEqual([]))
})
