import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { barriers } from './axe.ts'
import { launchBrowser } from './browser.ts'

/** One story, told in the order of the tests: a draft with known faults, and what its author does about them. */
let database: TestDatabase
let server: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let context: BrowserContext
let page: Page
let narrativeId: string

const pictures = join(import.meta.dirname, '../test-results/findings')
mkdirSync(pictures, { recursive: true })

const draft = `# Wren opens a shop that bakes at night

Bakers in Oslo sell at six what they baked at four.

OSLO, 3 May 2032 —

Wren opens its shop in [nine] weeks. We utilize the ovens of the old mill.

Bakers throw away 40 loaves a night, as we counted in three shops. Numerous shops are shut at six.

To solve this, the shop will open at five. It is a seamless shop with robust ovens and an intuitive till, and a delightful yard.

“I used to go home without bread,” said Farid Aoun, who drives the first bus.
`

beforeAll(async () => {
  ;[database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const headers = { 'x-foreword': '1' }
  const who = { name: 'Ines', email: 'ines@example.com', password: 'a few plain words', company: 'T' }
  await context.request.post(`${server.url}/rpc/people/setUp`, { headers, data: { json: who, meta: [] } })
  const answer = await context.request.post(`${server.url}/api/imports`, {
    headers,
    multipart: { file: { name: 'wren.md', mimeType: 'text/markdown', buffer: Buffer.from(draft) } },
  })
  narrativeId = (await answer.json()).narrativeId
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${server.url}/drafts/${narrativeId}`)
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
})

const words = () => page.locator('.draft')
const margin = () => page.getByRole('complementary', { name: 'Notes beside the draft' })
const finding = (about: string) => margin().getByRole('article', { name: about })
const saved = () => page.locator('footer').getByRole('status').getByText('Saved', { exact: true }).waitFor()
const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })

test('N9: a known fault stands beside its words with one sentence why and one wording', async () => {
  const note = finding('will open')
  await note.waitFor()
  expect(await note.innerText()).toMatch(
    /Consider[\s\S]*promises for later[\s\S]*will open opens[\s\S]*Use it[\s\S]*Not here/,
  )
  await words().locator('.found', { hasText: 'will open' }).waitFor()
  await picture('wide-light')
})

test('N9: five at most show at once, and the next comes when one is dealt with', async () => {
  const notes = margin().getByRole('article')
  await expect.poll(() => notes.count()).toBe(5)
  const names = () => notes.evaluateAll((all) => all.map((note) => note.getAttribute('aria-label')))
  const before = await names()
  await finding('will open').getByRole('button', { name: 'Use it' }).click()
  await words().getByText('the shop opens at five').waitFor()
  await finding('will open').waitFor({ state: 'detached' })
  await expect.poll(() => notes.count()).toBe(5)
  // those that stood there still do, in their order
  await expect
    .poll(async () => (await names()).filter((name) => before.includes(name)))
    .toEqual(before.filter((name) => !name?.includes('will open')))
})

test('N9: what was used is an ordinary edit, and undo brings the words and the finding back', async () => {
  await saved()
  await words().getByText('the shop opens at five').click()
  await page.keyboard.press('Control+z')
  await words().getByText('the shop will open at five').waitFor()
  await expect
    .poll(async () => (await checks()).findings.some(({ quote }) => quote === 'will open'))
    .toBe(true)
  await page.keyboard.press('Control+y')
  await words().getByText('the shop opens at five').waitFor()
  await saved()
})

test('N9: the line at the foot takes it back as well', async () => {
  await finding('seamless').getByRole('button', { name: 'Use it' }).click()
  await words().getByText('It is a [what one can count or see] shop').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await words().getByText('It is a seamless shop').waitFor()
  await finding('seamless').waitFor()
})

test('N9: *not here* stays dismissed for its passage through later edits and a reload', async () => {
  await finding('seamless').getByRole('button', { name: 'Not here' }).click()
  await finding('seamless').waitFor({ state: 'detached' })
  await words().getByText('To solve this').click()
  await page.keyboard.press('Home')
  await page.keyboard.type('This spring, after two winters: ')
  await saved()
  await expect.poll(async () => (await checks()).assumptions.length).toBe(1)
  expect((await checks()).findings.map(({ quote }) => quote)).not.toContain('seamless')
  await page.reload()
  await margin().getByRole('article').first().waitFor()
  expect(await finding('seamless').count()).toBe(0)
})

test('W8: open assumptions are a list of their own, and each leads to its place', async () => {
  await page.getByRole('button', { name: '1 open assumption' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open assumptions' })
  await dialog.getByRole('button', { name: /^nine/ }).waitFor()
  await picture('assumptions')
  await dialog.getByRole('button', { name: /^nine/ }).click()
  await dialog.waitFor({ state: 'detached' })
})

test('N9: a switch in the status line hides them, and this browser remembers it', async () => {
  await page.getByRole('button', { name: 'Hide findings' }).click()
  await expect.poll(() => margin().getByRole('article').count()).toBe(0)
  expect(await words().locator('.found').count()).toBe(0)
  await page.reload()
  await page.getByRole('button', { name: 'Show findings' }).click()
  await margin().getByRole('article').first().waitFor()
})

test('A1: axe finds nothing against it, light and dark, and on a phone they are in the notes panel', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await margin().getByRole('article').first().waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(`wide-${scheme}`)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: /^\d notes$/ }).click()
  const panel = page.getByRole('dialog', { name: 'Notes' })
  await panel.getByRole('button', { name: 'Not here' }).first().waitFor()
  await panel.getByRole('button', { name: 'Hide findings' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await picture('phone-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await picture('phone-light')
})

async function checks(): Promise<{ findings: { quote: string }[]; assumptions: unknown[] }> {
  const answer = await context.request.get(`${server.url}/api/narratives/${narrativeId}/checks`)
  return answer.json()
}
