import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { barriers } from './axe.ts'
import { launchBrowser } from './browser.ts'

/** One story: a company words a kind its own way, writes by it, puts its questions in order, and gives it away. */
let database: TestDatabase
let other: TestDatabase
let server: RunningServer
let elsewhere: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let ines: BrowserContext
let page: Page
let initiativeId: string
const folder = mkdtempSync(join(tmpdir(), 'foreword-kinds-'))

beforeAll(async () => {
  ;[database, other, browser] = await Promise.all([freshDatabase(), freshDatabase(), launchBrowser()])
  const start = (url: string) =>
    startServer({ ...readEnv({ DATABASE_URL: url }), port: 0 }, { tell: () => {} })
  ;[server, elsewhere] = await Promise.all([start(database.url), start(other.url)])
  ines = await comeIn(server, 'Tidewatch')
  page = await ines.newPage()
  initiativeId = (await call(server, ines, 'initiatives/create', { name: 'Oysters at five' })).id
})

afterAll(async () => {
  await browser?.close()
  await Promise.all([server?.close(), elsewhere?.close()])
  await Promise.all([database?.close(), other?.close()])
  rmSync(folder, { recursive: true, force: true })
})

async function comeIn(at: RunningServer, company: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const person = { name: 'Ines', email: 'ines@example.com', password: 'a few plain words' }
  await call(at, context, 'people/setUp', { ...person, company })
  return context
}

// the answers of a test's own calls are read as they come
// biome-ignore lint/suspicious/noExplicitAny: as above
async function call(at: RunningServer, context: BrowserContext, path: string, json: unknown): Promise<any> {
  const headers = { 'x-foreword': '1' }
  const answer = await context.request.post(`${at.url}/rpc/${path}`, { headers, data: { json, meta: [] } })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()).json
}

const parts = () =>
  page
    .getByRole('list', { name: 'Parts of the template' })
    .getByRole('listitem')
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.part))
const card = (id: string) => page.locator(`li[data-part="${id}"]`)
const words = () => page.locator('.draft')
const saved = () => page.locator('footer').getByRole('status').getByText('Saved', { exact: true }).waitFor()
const questions = (part: string) =>
  words().locator(`[data-part="${part}"] [data-faq-question]`).allInnerTexts()
const numbers = (part: string) =>
  words()
    .locator(`[data-part="${part}"] [data-faq-entry]`)
    .evaluateAll((entries) => entries.map((entry) => (entry as HTMLElement).dataset.number))

test('N1: a template is worded anew, its parts are moved by key and by pointer, and a slip is taken back', async () => {
  await page.goto(`${server.url}/templates`)
  await page.getByRole('link', { name: 'Six-pager', exact: true }).click()
  await page.getByRole('list', { name: 'Parts of the template' }).waitFor()
  const before = await parts()
  expect(before.slice(0, 3)).toEqual(['headline', 'introduction', 'goals'])
  expect(await barriers(page)).toEqual([])

  await page.getByLabel('Name', { exact: true }).fill('Yearly plan')
  await card('tenets').getByRole('button', { expanded: false, name: 'Tenets' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  expect((await parts()).slice(1, 4)).toEqual(['introduction', 'tenets', 'goals'])
  // the focus went with it
  await page.keyboard.press('Alt+ArrowDown')
  expect(await parts()).toEqual(before)
  await page.keyboard.press('Alt+ArrowUp')

  const handle = card('lessons').locator('[data-control="handle"]')
  const from = await handle.boundingBox()
  const to = await card('introduction').boundingBox()
  if (!from || !to) throw new Error('the cards are not on the screen')
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, to.y + 4, { steps: 6 })
  await page.mouse.up()
  expect((await parts()).slice(0, 3)).toEqual(['headline', 'lessons', 'introduction'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  expect((await parts()).slice(0, 3)).toEqual(['headline', 'introduction', 'tenets'])

  await page.getByRole('button', { name: 'Add a part' }).click()
  await page.getByRole('button', { name: 'Keep the template' }).click()
  // the field that is wrong says so, and nothing was kept
  await page.getByText('The guidance is empty: write a few words').waitFor()
  await card('part').getByLabel('Name of the part').fill('Money')
  await card('part').getByLabel('Guidance').fill('What it costs, line by line.')
  await card('part').getByLabel('Quality bar').fill('Does it add up?')
  await page
    .getByRole('complementary', { name: 'Preview' })
    .getByText('What it costs, line by line.')
    .waitFor()
  await page.getByRole('button', { name: 'Keep the template' }).click()
  await page.getByRole('heading', { level: 1, name: 'Yearly plan' }).waitFor()
  const [kind] = (await call(server, ines, 'narratives/kinds', undefined)).filter(
    ({ id }: { id: string }) => id === 'six-pager',
  )
  expect(kind).toMatchObject({ label: 'Yearly plan', origin: 'edited', version: 1 })
  expect(kind.parts.slice(1, 4).map(({ id }: { id: string }) => id)).toEqual([
    'introduction',
    'tenets',
    'goals',
  ])
})

test('N1: a document of that kind is started from an idea, with the parts and the guidance of the company', async () => {
  await page.goto(`${server.url}/ideas/${initiativeId}/narrative`)
  await page.getByRole('button', { name: 'Another kind…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Yearly plan/ }).check()
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Start from the template' }).click()
  await words().getByText('Questions we expect').waitFor()
  const list = page.getByRole('navigation', { name: 'Outline' })
  await list.getByRole('button', { name: 'Money' }).click()
  await page.getByRole('complementary').getByText('What it costs, line by line.').waitFor()
  await page.keyboard.type('It costs nothing.')
  await saved()
  // a kind without a press release has no pages of one
  expect(await page.locator('footer').innerText()).not.toContain('Press release')
})

test('N1, F2: questions change places by key, by pointer and by name, are numbered anew, and a comment stays on its words', async () => {
  const draft = await call(server, ines, 'narratives/start', { initiativeId, kind: 'faq' })
  await page.goto(`${server.url}/drafts/${draft.id}`)
  await words().getByText('External FAQ').waitFor()
  await words().locator('[data-part="internal-faq"] [data-faq-question]').click()
  for (const [at, name] of ['First', 'Second', 'Third'].entries()) {
    if (at > 0) await page.keyboard.press('Control+Enter')
    await page.keyboard.type(`${name} question?`)
    await page.keyboard.press('Enter')
    await page.keyboard.type(`The answer to the ${name.toLowerCase()} of them.`)
  }
  await words().locator('[data-part="external-faq"] [data-faq-question]').click()
  await page.keyboard.type('Outside question?')
  await saved()
  expect(await numbers('internal-faq')).toEqual(['1', '2', '3'])

  const block = await words().getByText('The answer to the first').getAttribute('data-block')
  const on = {
    blockId: block,
    from: 0,
    to: 10,
    quote: 'The answer',
    before: '',
    after: ' to the',
    start: null,
    end: null,
  }
  await call(server, ines, 'reviews/commentOnDraft', { narrativeId: draft.id, text: 'Is it?', on })

  // by key, the caret in its words; at the end of its FAQ it goes on into the other
  await words().getByText('First question?').click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  expect(await questions('internal-faq')).toEqual(['Second question?', 'First question?', 'Third question?'])
  expect(await numbers('internal-faq')).toEqual(['1', '2', '3'])
  await page.keyboard.type('!')
  expect(await questions('internal-faq')).toContain('First question?!')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  expect(await questions('external-faq')).toEqual(['Outside question?', 'First question?'])
  await page.keyboard.press('Control+z')
  expect(await questions('internal-faq')).toEqual(['First question?', 'Second question?', 'Third question?'])
  await page.keyboard.press('Control+y')

  // by pointer: the third before the second
  const third = page.getByRole('button', { name: /^Move question \d: Third/ })
  await words().getByText('Third question?').hover()
  const from = await third.boundingBox()
  const to = await words().getByText('Second question?').boundingBox()
  if (!from || !to) throw new Error('the questions are not on the screen')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, to.y - 2, { steps: 8 })
  await page.mouse.up()
  expect(await questions('internal-faq')).toEqual(['Third question?', 'Second question?'])

  // by name, from the handle's menu
  await page.getByRole('button', { name: /^Move question \d: First/ }).click()
  await page.getByRole('menuitem', { name: 'Move to Internal FAQ' }).click()
  expect(await questions('internal-faq')).toEqual(['Third question?', 'Second question?', 'First question?'])
  await saved()
  expect(await barriers(page)).toEqual([])

  const [comment] = await call(server, ines, 'reviews/listComments', { narrativeId: draft.id })
  expect(comment.anchor).toMatchObject({ on: 'draft', blockId: block, from: 0, to: 10 })

  // the edition shows the same numbers before the same questions
  const edition = await call(server, ines, 'narratives/freeze', { narrativeId: draft.id })
  await page.goto(`${server.url}/editions/${edition.id}`)
  const entries = page.locator('.edition [data-part="internal-faq"] [data-faq-entry]')
  await entries.first().waitFor()
  expect(
    await entries.evaluateAll((all) =>
      all.map((entry) => `${(entry as HTMLElement).dataset.number} ${entry.querySelector('p')?.innerText}`),
    ),
  ).toEqual(['1 Third question?', '2 Second question?', '3 First question?'])
  // and the lines keep their numbers in the margin, left of every word
  const lefts = await page.locator('.edition').evaluate((sheet) => ({
    numbers: [...sheet.querySelectorAll('.edition-number')].map((each) => each.getBoundingClientRect().right),
    words: [...sheet.querySelectorAll('.edition-line')].map((each) => each.getBoundingClientRect().left),
  }))
  expect(Math.max(...lefts.numbers)).toBeLessThan(Math.min(...lefts.words))
})

test('N8: a document is duplicated in its idea, says what it is a copy of, and has none of its comments', async () => {
  await page.goto(`${server.url}/ideas/${initiativeId}/narrative`)
  const list = page.getByRole('list', { name: 'Drafts' })
  await list.getByRole('button', { name: 'More for the draft without a headline' }).last().click()
  await page.getByRole('menuitem', { name: /^Duplicate in this idea/ }).click()
  await words().getByText('Third question?').waitFor()
  expect(await page.getByText('Is it?').count()).toBe(0)
  await page.goto(`${server.url}/ideas/${initiativeId}/narrative`)
  await list.getByText('a copy of').waitFor()
})

test('N8: a template goes out as a file and comes into another company, whole', async () => {
  await page.goto(`${server.url}/templates`)
  await page.getByRole('button', { name: 'More for Yearly plan' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /^Save as a file/ }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Yearly plan.template.json')
  const path = join(folder, 'plan.json')
  await download.saveAs(path)

  const guest = await comeIn(elsewhere, 'Quillfern')
  const there = await guest.newPage()
  await there.goto(`${elsewhere.url}/templates`)
  await there.getByRole('link', { name: 'Six-pager', exact: true }).waitFor()
  await there.getByLabel('A template file').setInputFiles(path)
  await there.getByText('brought from Tidewatch').waitFor()
  await there.getByRole('link', { name: 'Yearly plan', exact: true }).click()
  await there.getByText('Money').first().waitFor()

  // what is no template is refused by name
  await there.goto(`${elsewhere.url}/templates`)
  const wrong = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') }
  await there.getByLabel('A template file').setInputFiles(wrong)
  await there.getByText('The file is not a template.').waitFor()
  expect(await barriers(there)).toEqual([])
  await guest.close()
})
