import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { barriers } from './axe.ts'
import { launchBrowser } from './browser.ts'

let database: TestDatabase
let server: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let ines: BrowserContext
let omar: BrowserContext
let sheet: string

beforeAll(async () => {
  ;[database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
  ines = await browser.newContext()
  omar = await browser.newContext()
  const credentials = (name: string) => ({
    name,
    email: `${name}@example.com`,
    password: 'a few plain words',
  })
  await post(ines, '/setup', { ...credentials('Ines'), company: 'Tidewatch' })
  const { link } = await post(ines, '/invitations', {})
  const { person } = await post(omar, link, credentials('Omar'))
  const { id } = await post(ines, '/initiatives', { name: 'A text at five says whether oysters may be sold' })
  const shared = await ines.request.put(`${server.url}/api/initiatives/${id}/people`, {
    headers,
    data: { people: [{ personId: person.id, relation: 'author' }] },
  })
  expect(shared.status()).toBe(200)
  sheet = `${server.url}/ideas/${id}`
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
})

const headers = { 'x-foreword': '1' }

async function post(by: BrowserContext, path: string, data: object) {
  const answer = await by.request.post(`${server.url}/api${path}`, { headers, data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return answer.json()
}

async function open(by: BrowserContext): Promise<Page> {
  const page = await by.newPage()
  await page.goto(sheet)
  await field(page, 'Who').waitFor()
  return page
}
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const saved = (page: Page) => page.getByRole('status').getByText('Saved', { exact: true })
const shows = (page: Page, label: string, text: string) =>
  expect.poll(() => field(page, label).evaluate(wordsIn), { timeout: 20_000 }).toBe(text)
/** What a field holds, and what a box of set words says. */
const wordsIn = (box: Element) => ('value' in box ? box.value : box.textContent)

test('W2, A1: two people write on one sheet, each sees the other’s words, and “Saved” waits for the disk', async () => {
  const [hers, his] = [await open(ines), await open(omar)]
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await hers.route('**/rpc/initiatives/answer', async (route) => {
    await held
    await route.continue()
  })
  await field(hers, 'Who').fill('Growers with one or two boats')
  await hers.getByText('Saving…').waitFor()
  await hers.waitForRequest('**/rpc/initiatives/answer')
  expect(await saved(hers).count()).toBe(0)
  letGo()
  await saved(hers).waitFor()
  await shows(his, 'Who', 'Growers with one or two boats')
  await field(his, 'Where').fill('On the quay')
  await shows(hers, 'Where', 'On the quay')
  await Promise.all([hers.close(), his.close()])
})

test('W2: two people fill one empty field at the same moment, and both read the words of both', async () => {
  const [hers, his] = [await open(ines), await open(omar)]
  const label = 'Step by step, from the customer’s side'
  await Promise.all([field(hers, label).fill('Ines: they wait.'), field(his, label).fill('Omar: they load.')])
  for (const page of [hers, his]) await shows(page, label, 'Ines: they wait. Omar: they load.')
  await Promise.all([hers.close(), his.close()])
})

test.each([
  ['words are set', 'What they are in the middle of'],
  ['they are plain', 'In their own words'],
])(
  'W2: two people type in one field at once, where %s: each caret stays, who writes is said, and each takes back their own',
  async (_, label) => {
    const [hers, his] = [await open(ines), await open(omar)]
    await field(hers, label).fill('They wait on the quay.')
    await shows(his, label, 'They wait on the quay.')
    // hers at the start, his at the end
    await field(hers, label).focus()
    await hers.keyboard.press('Control+Home')
    await field(his, label).focus()
    await his.keyboard.press('Control+End')
    const delay = 60
    await Promise.all([
      hers.keyboard.type('Every morning at five, before the tide, it is the same. ', { delay }),
      his.keyboard.type(' Nobody knows whether the water is safe to harvest from.', { delay }),
      his.getByText('Ines is writing').waitFor(),
      hers.getByText('Omar is writing').waitFor(),
    ])
    const both =
      'Every morning at five, before the tide, it is the same. They wait on the quay. Nobody knows whether the water is safe to harvest from.'
    for (const page of [hers, his]) await shows(page, label, both)
    await expect.poll(() => hers.getByText('Omar is writing').count(), { timeout: 10_000 }).toBe(0)

    await hers.keyboard.press('Control+z')
    await shows(his, label, both.replace('Every morning at five, before the tide, it is the same. ', ''))
    await hers.keyboard.press('Control+Shift+z')
    await shows(his, label, both)

    await his.keyboard.type(' It is dark.')
    await hers.getByText('Omar is writing').waitFor()
    await his.getByRole('link', { name: 'Desk' }).click()
    // at once, not when it would be forgotten
    await expect.poll(() => hers.getByText('Omar is writing').count(), { timeout: 1_500 }).toBe(0)
    await shows(hers, label, `${both} It is dark.`)
    await Promise.all([hers.close(), his.close()])
  },
)

test('W2: two people rewrite the same words at once: both versions are shown, and one chooses', async () => {
  const [hers, his] = [await open(ines), await open(omar)]
  const label = 'Today they have to…'
  await field(hers, label).fill('They wait')
  await shows(his, label, 'They wait')
  await Promise.all([field(hers, label).fill('They load'), field(his, label).fill('They sleep')])
  const note = (page: Page) =>
    page.getByRole('alert').getByText('Somebody rewrote the same words while you did.')
  await Promise.race([note(hers).waitFor(), note(his).waitFor()])
  const [late, lateWords] = (await note(hers).count()) ? [hers, 'They load'] : [his, 'They sleep']
  const first = late === hers ? his : hers
  for (const words of ['They load', 'They sleep']) await late.getByRole('alert').getByText(words).waitFor()
  await late.getByRole('button', { name: 'Keep mine' }).click()
  await saved(late).waitFor()
  await shows(first, label, lateWords)
  await Promise.all([hers.close(), his.close()])
})

test('A1: what is typed while the server is away is said to be not saved, and arrives later: after leaving the page, after closing the tab', async () => {
  const hers = await open(ines)
  const his = await open(omar)
  const desk = his.getByRole('link', { name: 'Desk' })
  await desk.hover() // which fetches its code
  await his.waitForLoadState('networkidle')
  await omar.setOffline(true)
  await field(his, 'Who pays, if somebody else').fill('The cooperative')
  await his.getByRole('status').getByText('Not saved').waitFor()
  await desk.click()
  await his.getByRole('heading', { level: 1, name: /Omar/ }).waitFor()
  await omar.setOffline(false)
  await shows(hers, 'Who pays, if somebody else', 'The cooperative')

  await his.goto(sheet)
  await field(his, 'When').waitFor()
  await omar.setOffline(true)
  await field(his, 'When').fill('At five')
  await his.close({ runBeforeUnload: false })
  await omar.setOffline(false)
  await open(omar)
  await shows(hers, 'When', 'At five')
})

test('LOOK: the sheet, the list and the timeline have no barrier axe finds, wide and narrow, light and dark', async () => {
  const page = await open(ines)
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await saved(page).waitFor()
  const pages = [sheet, `${sheet}/activity`, `${server.url}/ideas`]
  for (const address of pages) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByText('Opening…').count()).toBe(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height: 900 })
        expect(await barriers(page), `${address} ${colorScheme} ${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      }
    }
  }
})
