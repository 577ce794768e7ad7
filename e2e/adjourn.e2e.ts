import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { barriers } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { openTheQuestions } from './company.ts'

/**
 * A meeting that does not end on the day it began: adjourned while everybody reads and once more while they talk. One
 * reader has the room open in two tabs, as people do.
 */
const fixture = join(import.meta.dirname, '../packages/document/fixtures/tidewater-returns.md')
const pictures = join(import.meta.dirname, '../test-results/adjourn')
const headers = { 'x-foreword': '1' }

let browser: Browser
let database: TestDatabase
let server: RunningServer
let ines: BrowserContext
let omar: BrowserContext
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
  const viewport = { width: 1440, height: 900 }
  ;[ines, omar] = await Promise.all([browser.newContext({ viewport }), browser.newContext({ viewport })])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
})

async function post(by: BrowserContext, path: string, data: object) {
  const answer = await by.request.post(`${server.url}/api${path}`, { headers, data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}

/** A meeting of two on a document that Ines brought, ready to begin. */
async function scheduled() {
  const credentials = (name: string) => ({
    name,
    email: `${name.toLowerCase()}@example.com`,
    password: 'a few plain words',
  })
  const me = await post(ines, '/setup', { ...credentials('Ines'), company: 'Tidewatch' })
  const { link } = await post(ines, '/invitations', {})
  const { person } = await post(omar, link, credentials('Omar'))
  const brought = await ines.request.post(`${server.url}/api/imports`, {
    headers,
    multipart: {
      file: { name: 'tidewater-returns.md', mimeType: 'text/markdown', buffer: readFileSync(fixture) },
    },
  })
  const { initiativeId, narrativeId } = await brought.json()
  const { id: editionId } = await post(ines, `/narratives/${narrativeId}/editions`, {})
  const room = await scheduleOn({ initiativeId, editionId }, [
    { personId: me.person.id, roles: ['facilitator', 'author', 'reader'] },
    { personId: person.id, roles: ['note-taker', 'reader'] },
  ])
  return { room, narrativeId }
}

/** Where the room of a meeting on the edition is. */
async function scheduleOn(
  { initiativeId, editionId }: { initiativeId: string; editionId: string },
  attendees: { personId: string; roles: string[] }[],
): Promise<string> {
  const { room } = await post(ines, `/initiatives/${initiativeId}/meetings`, {
    editionId,
    key: crypto.randomUUID(),
    startsAt: new Date().toISOString(),
    readingMinutes: 12,
    discussionMinutes: 20,
    attendees,
  })
  return `${server.url}/meetings/${room.meetingId}`
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const still = (page: Page) => page.getByRole('heading', { name: 'The meeting is adjourned.' })

async function sit(by: BrowserContext, room: string): Promise<Page> {
  const page = await by.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(room)
  return page
}

/** By the menu that the facilitator has in every phase, with a day to go on or without one. */
async function adjourn(page: Page, day?: string) {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Adjourn the meeting' }).click()
  if (day !== undefined) {
    await page.getByLabel('Goes on, day').fill(day)
    await page.getByLabel('Time', { exact: true }).fill('10:30')
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Adjourn' }).click()
}

/** Wide and narrow, light and dark: no barrier that axe finds, nothing past the edge, and a picture to look at. */
async function looked(page: Page, what: string) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
      expect(await barriers(page), `${what} ${colorScheme} ${width}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await page.screenshot({ path: join(pictures, `${what}-${colorScheme}-${width}.png`) })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('R2, R6, R7: a meeting is adjourned out of its reading and out of its discussion, and nothing is lost', async () => {
  const { room, narrativeId } = await scheduled()
  const hers = await sit(ines, room)
  const [his, other] = [await sit(omar, room), await sit(omar, room)]
  await hers.getByText('2 of').waitFor()
  await button(hers, 'Start the silent reading').click()
  for (const page of [hers, his, other])
    await page
      .getByText(/printer/)
      .first()
      .waitFor()
  let paced = 0
  his.on('request', (request) => {
    if (request.url().endsWith('/rpc/meetings/notePace')) paced += 1
  })

  // R7: what he does in one tab stands in his other one
  await button(his, /^Question/)
    .last()
    .click()
  await his.getByLabel('Your question', { exact: true }).fill('Who pays for the roll?')
  await button(his, 'Seal the question').click()
  await other.getByText('Who pays for the roll?').waitFor()
  await button(other, 'Reword').click()
  await other.getByLabel('Your words').fill('Who pays for the second roll?')
  await button(other, 'Keep it so').click()
  await his.getByText('Who pays for the second roll?').waitFor()
  await button(his, 'Reword').click()
  await his.getByLabel('Your words').fill('Who pays for the third roll?')
  await button(his, 'Keep it so').click()
  // the tab that reworded it before does not hold on to its own words
  await other.getByText('Who pays for the third roll?').waitFor()
  await button(his, /^Question/)
    .last()
    .click()
  await his.getByLabel('Your question', { exact: true }).fill('And who cuts it?')
  await button(his, 'Seal the question').click()
  await other.getByText('And who cuts it?').waitFor()
  await button(other, 'Take back').last().click()
  await expect.poll(() => his.getByText('And who cuts it?').count()).toBe(0)
  await expect.poll(() => paced, { timeout: 60_000 }).toBeGreaterThan(0)

  // R2: adjourned while everybody reads, to a day
  await looked(hers, 'reading')
  await adjourn(hers, '2099-03-04')
  for (const page of [hers, his, other]) await still(page).waitFor()
  await his.getByText(/4 March 2099 at 10:30/).waitFor()
  await his.getByText(/The room was reading, with 1[12] min left/).waitFor()
  expect(await his.locator('main, body').first().innerText()).not.toContain('roll')
  expect(await button(his, 'Resume the meeting').getAttribute('aria-disabled')).toBe('true')
  await looked(hers, 'adjourned')
  await button(hers, 'Change the day').click()
  await looked(hers, 'day')
  expect(await hers.getByLabel('Goes on, day').inputValue()).toBe('2099-03-04')
  await hers.getByLabel('Goes on, day').fill('')
  await hers.getByRole('dialog').getByRole('button', { name: 'Set the day' }).click()
  await his.getByText('No day is set yet.', { exact: false }).waitFor()
  const list = await sit(omar, `${server.url}/meetings`)
  await list.getByText(/Adjourned, no day set/).waitFor()
  await looked(list, 'list')
  await list.close()

  await button(hers, 'Resume the meeting').click()
  for (const page of [his, other]) await page.getByText('Who pays for the third roll?').waitFor()
  expect(await hers.getByText('third roll').count()).toBe(0)

  // and once more while they talk
  await openTheQuestions(hers)
  for (const page of [hers, his]) await page.getByText('Who pays for the third roll?').first().waitFor()
  await adjourn(hers)
  for (const page of [hers, his]) await still(page).waitFor()
  await his.reload()
  await his.getByText(/The room was discussing, with/).waitFor()
  await button(hers, 'Resume the meeting').click()
  await his.getByText('Who pays for the third roll?').first().waitFor()

  // R11: once it is said to be in the FAQ, it is
  await button(hers, /^Add to FAQ/).click()
  await his.getByRole('list', { name: 'All questions' }).getByText('In the FAQ', { exact: true }).waitFor()
  const markdown = await ines.request.get(`${server.url}/api/narratives/${narrativeId}/markdown`)
  expect(await markdown.text()).toContain('Who pays for the third roll?')

  // R6: what stays of the reading is counts
  await button(hers, 'How it ends')
    .or(hers.getByRole('tab', { name: 'How it ends' }))
    .first()
    .click()
  await hers.getByLabel('What the customer gets').fill('A shop that takes the parcel back.')
  await hers.getByLabel('Why, in a paragraph').fill('The printer is what jams.')
  await button(hers, 'Put it to the room').click()
  await button(hers, 'Close the meeting').click()
  await his.getByRole('heading', { name: 'How the pages were read' }).waitFor()
  await his.getByText('Fewer than three read each page, so no time is kept.').waitFor()
  await looked(his, 'closed')
})

test('R2, R5: adjourned out of its reading it is called off; nothing sealed opens, and comments are open again', async () => {
  const before = await (await ines.request.get(`${server.url}/api/meetings`, { headers })).json()
  const { initiativeId, editionId } = before[0]
  const me = await (await ines.request.get(`${server.url}/api/me`, { headers })).json()
  const room = await scheduleOn({ initiativeId, editionId }, [
    { personId: me.person.id, roles: ['facilitator', 'author', 'reader'] },
  ])
  const hers = await sit(ines, room)
  await button(hers, 'Start the silent reading').click()
  await button(hers, /^Question/)
    .last()
    .click()
  await hers.getByLabel('Your question', { exact: true }).fill('Who is sealed for good?')
  await button(hers, 'Seal the question').click()
  await hers.getByText('Who is sealed for good?').waitFor()
  await adjourn(hers)
  await still(hers).waitFor()
  await hers.getByRole('button', { name: 'More', exact: true }).click()
  await hers.getByRole('menuitem', { name: 'Call the meeting off' }).click()
  await hers.getByText('Its questions stay sealed', { exact: false }).waitFor()
  await looked(hers, 'call-off')
  await button(hers, 'Call it off').click()
  await hers.getByRole('heading', { name: 'The meeting was called off.' }).waitFor()
  expect(await hers.locator('body').innerText()).not.toContain('sealed for good')
  await looked(hers, 'called-off')
  await post(ines, `/editions/${editionId}/comments`, { text: 'Open again.', on: null })
})
