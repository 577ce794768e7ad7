import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { readStoredDraft, replay } from '@foreword/server/live/draft-store'
import type { Page } from 'playwright-core'
import { build } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Draft } from '../packages/web/src/live/draft.ts'
import { bareServer, type House, openHouse } from '../scripts/torture/house.ts'
import { launchBrowser } from './browser.ts'

declare global {
  interface Window {
    /** What the page under test holds. */
    draft: Draft
  }
}

let house: House
let browser: Awaited<ReturnType<typeof launchBrowser>>
let pages: { origin: string; close(): void }

beforeAll(async () => {
  const [opened, launched, served] = await Promise.all([
    openHouse({ command: [bareServer] }),
    launchBrowser(),
    servePage(),
  ])
  house = opened
  browser = launched
  pages = served
  await house.start()
})

afterAll(async () => {
  pages?.close()
  await Promise.all([browser?.close(), house?.stop()])
})

test('A1: words typed while the server is away survive a closed tab, over plain http', async () => {
  const documentId = await newDraft()
  const context = await browser.newContext()
  // what a page has that did not come over https, nor from this computer
  await context.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined })
    Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })
  })
  const first = await openDraftPage(context.newPage(), documentId)
  await type(first, 'Before. ')
  await expect.poll(() => status(first)).toBe('saved')
  await house.killApp()
  await type(first, 'Offline.')
  await expect.poll(() => status(first)).toBe('offline')
  expect(await first.evaluate(() => window.draft.hasUnsavedWords())).toBe(true)
  await first.close()
  await house.start()
  expect(await wordsOnDisk(documentId)).toBe('Before. ')

  const second = await openDraftPage(context.newPage(), documentId)
  await expect.poll(() => status(second)).toBe('saved')
  expect(await wordsOnDisk(documentId)).toBe('Before. Offline.')
  await context.close()
})

test('A1: without IndexedDB a draft works, and says that a closed tab would lose what is not saved', async () => {
  const documentId = await newDraft()
  const context = await browser.newContext()
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  const page = await openDraftPage(context.newPage(), documentId)
  await type(page, 'Words.')
  await expect.poll(() => status(page)).toBe('saved')
  expect(await page.evaluate(() => window.draft.state().isJournalled)).toBe(false)
  expect(await wordsOnDisk(documentId)).toBe('Words.')
  await context.close()
})

test('a page with an older schema is told that it is behind, and gets no content', async () => {
  const documentId = await newDraft()
  const context = await browser.newContext()
  const page = await openDraftPage(context.newPage(), documentId, 0)
  await expect.poll(() => status(page)).toBe('behind')
  expect(await page.evaluate(() => window.draft.state().mayEdit)).toBe(false)
  await context.close()
})

const status = (page: Page) => page.evaluate(() => window.draft.state().status)

const type = (page: Page, words: string) =>
  page.evaluate((typed) => {
    const text = window.draft.doc.getText('words')
    text.insert(text.length, typed)
  }, words)

async function openDraftPage(opening: Promise<Page>, documentId: string, schemaVersion = 1): Promise<Page> {
  const page = await opening
  await page.goto(
    `${pages.origin}/?${new URLSearchParams({ documentId, schemaVersion: String(schemaVersion), url: house.collabUrl })}`,
  )
  await page.waitForFunction(() => 'draft' in window)
  return page
}

async function newDraft(): Promise<string> {
  const answer = await fetch(`${house.origin}/drafts`, { method: 'POST' })
  return answer.text()
}

async function wordsOnDisk(documentId: string): Promise<string> {
  const stored = await readStoredDraft(house.pool, documentId)
  return replay(stored?.updates ?? [])
    .getText('words')
    .toString()
}

/** A page that holds one draft and nothing else. */
async function servePage() {
  const { output } = await build({
    input: 'draft-page',
    write: false,
    platform: 'browser',
    plugins: [
      {
        name: 'draft-page',
        resolveId: (id) => (id === 'draft-page' ? id : undefined),
        load: (id) => (id === 'draft-page' ? script : undefined),
      },
    ],
  })
  const server = createServer((request, response) => {
    if (request.url === '/page.js')
      return response.setHeader('content-type', 'text/javascript').end(output[0].code)
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><script type="module" src="/page.js"></script>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

const draftModule = join(import.meta.dirname, '../packages/web/src/live/draft.ts')
const script = `
  import { openDraft } from ${JSON.stringify(draftModule)}
  const asked = new URLSearchParams(location.search)
  window.draft = openDraft({
    documentId: asked.get('documentId'),
    schemaVersion: Number(asked.get('schemaVersion')),
    url: asked.get('url'),
  })`
