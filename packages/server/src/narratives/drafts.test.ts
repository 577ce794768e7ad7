import type { DraftLayout } from '@foreword/core/narratives/narrative'
import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { plainJson } from '@foreword/document/plain-json'
import { schema } from '@foreword/document/schema'
import { suggestionsOf } from '@foreword/document/suggestions/list'
import { suggested } from '@foreword/document/suggestions/suggest'
import { documentFromYDoc } from '@foreword/document/yjs'
import { replaceContent } from '@foreword/document/yjs-write'
import { Node } from 'prosemirror-model'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../reviews/browser.fixture.ts'
import { type Colleague, openCompany } from '../test/company.ts'
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

/** A draft that Ines and Omar may write, with the id of its headline. */
async function draft() {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(prFaq) })
  await ines.api.initiatives.share({
    initiativeId,
    people: [{ personId: omar.id as never, relation: 'author' }],
  })
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  const { document } = await ines.api.narratives.edition({ editionId })
  const read = documentFromUnknown(document)
  const headline = read.ok ? textBlocks(read.value)[0]?.id : undefined
  if (!headline) throw new Error('a document without a headline')
  return { initiativeId, narrativeId, headline }
}

test('N6: authors are those who wrote; what is typed is in the next edition, and numbers follow each other', async () => {
  const { narrativeId, headline } = await draft()
  const browser = await openBrowser(company.url, omar, narrativeId)
  try {
    await browser.type(headline, 0, 'Now: ')
    const second = await omar.api.narratives.freeze({ narrativeId })
    expect(second).toMatchObject({
      number: 2,
      title: 'Now: Tidewatch tells oyster farmers at five whether they may sell',
      frozenBy: { name: 'Omar' },
      authors: [{ name: 'Ines' }, { name: 'Omar' }],
    })
  } finally {
    browser.leave()
  }
})

test('N6: people who freeze at once while somebody types get consecutive numbers, each with a later text', async () => {
  const { initiativeId, narrativeId, headline } = await draft()
  const browser = await openBrowser(company.url, omar, narrativeId)
  try {
    const frozen: Promise<unknown>[] = []
    for (let word = 0; word < 6; word++) {
      await browser.type(headline, 0, 'x')
      for (const who of [ines, omar])
        frozen.push(who.api.narratives.freeze({ narrativeId }).catch(({ code }) => code))
    }
    for (const answer of await Promise.all(frozen))
      if (typeof answer === 'string') expect(answer).toBe('already-frozen')
  } finally {
    browser.leave()
  }
  const editions = (await ines.api.narratives.editions({ initiativeId })).toReversed()
  expect(editions.map(({ number }) => number)).toEqual(editions.map((_, index) => index + 1))
  const lengths = editions.map(({ title }) => title.length)
  expect(lengths).toEqual([...new Set(lengths)].sort((a, b) => a - b))
  expect(editions.length).toBeGreaterThan(2)
})

async function layoutFrom(watched: AsyncIterator<DraftLayout>): Promise<DraftLayout> {
  const { done, value } = await watched.next()
  if (done) throw new Error('no layout came')
  return value
}

test('N4, N5: everybody who watches sees pages and lines follow the writing', async () => {
  const { narrativeId, headline } = await draft()
  const first = await ines.api.narratives.watchLayout({ narrativeId })
  const second = await omar.api.narratives.watchLayout({ narrativeId })
  const before = await layoutFrom(first)
  expect(await layoutFrom(second)).toEqual(before)
  const browser = await openBrowser(company.url, omar, narrativeId)
  try {
    await browser.type(
      headline,
      0,
      'Many words more in this headline than anybody should ever write. '.repeat(4),
    )
    const after = await layoutFrom(first)
    expect(await layoutFrom(second)).toEqual(after)
    expect(after.lines).toBeGreaterThan(before.lines)
    expect(after).toEqual(await ines.api.narratives.layout({ narrativeId }))
  } finally {
    browser.leave()
    await Promise.all([first.return?.(), second.return?.()])
  }
})

test('the title that lists show follows the headline', async () => {
  const { narrativeId, headline } = await draft()
  const browser = await openBrowser(company.url, ines, narrativeId)
  try {
    await browser.type(headline, 0, 'At last: ')
    await vi.waitFor(
      async () => {
        const { title } = await ines.api.narratives.get({ narrativeId })
        expect(title).toMatch(/^At last: Tidewatch/)
      },
      { timeout: 15_000, interval: 100 },
    )
  } finally {
    browser.leave()
  }
})

test('A2: a draft opens to nobody who is not signed in, and to no page of another site', async () => {
  const { narrativeId } = await draft()
  const stranger = { ...ines, cookie: () => '' }
  await expect(openBrowser(company.url, stranger, narrativeId)).rejects.toThrow('turned away')
  const address = `${company.url.replace('http', 'ws')}/collab?schema=1`
  const headers = { cookie: ines.cookie(), origin: 'http://elsewhere.example' }
  // Node's own WebSocket takes headers; the type is the browser's
  const foreign = new WebSocket(address, { headers } as unknown as string[])
  const end = await new Promise((resolve) => {
    foreign.onopen = () => resolve('opened')
    foreign.onerror = () => resolve('refused')
  })
  expect(end).toBe('refused')
})

test('N6: with suggestions open a draft is frozen only as somebody says, and keeps them open', async () => {
  const { narrativeId, headline } = await draft()
  const browser = await openBrowser(company.url, omar, narrativeId)
  try {
    await browser.edit((doc) => {
      const before = documentFromYDoc(doc, () => 'none')
      const after = structuredClone(before)
      const first = after.content[0]?.content?.[0]
      if (first?.attrs?.id !== headline) throw new Error('a draft without its headline')
      first.content = [{ type: 'text', text: 'Tidewatch, proposed' }]
      const stamp = { id: 's1', by: omar.id, at: '2030-01-01T09:00:00.000Z' }
      const [old, now] = [before, after].map((one) => Node.fromJSON(schema, one))
      if (old && now) replaceContent(doc, plainJson(suggested(old, now, stamp).document))
    })
    const refused = await ines.api.narratives.freeze({ narrativeId }).catch((error) => error)
    expect(refused).toMatchObject({ code: 'open-suggestions', status: 409, data: { count: 1 } })
    const taken = await ines.api.narratives.freeze({ narrativeId, suggestions: 'accept' })
    expect(taken).toMatchObject({ number: 2, title: 'Tidewatch, proposed' })
    const left = await ines.api.narratives.freeze({ narrativeId, suggestions: 'reject' })
    expect(left.title).toBe('Tidewatch tells oyster farmers at five whether they may sell')
    expect(suggestionsOf(documentFromYDoc(browser.doc, () => 'none'))).toHaveLength(1)
  } finally {
    browser.leave()
  }
})
