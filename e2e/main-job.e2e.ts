import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { launchBrowser } from './browser.ts'
import { openTheQuestions, select } from './company.ts'

/**
 * The main job from start to end: three people, three browsers, one server. A document is brought, frozen, read in
 * silence, questioned, discussed and decided on. Every byte that each browser receives is kept, so that what must not
 * have reached it can be looked for.
 */
const canary = { question: 'canary-7f3a-of-a-sealed-question', note: 'canary-91be-of-a-private-note' }

const fixture = join(import.meta.dirname, '../packages/document/fixtures/tidewater-returns.md')
const samples = process.env.FOREWORD_SAMPLES
// a passage of each, to ask about
const documents = [
  { file: fixture, passage: /printer/ },
  ...(samples ? [{ file: join(samples, 'prfaq/gsf-carbon-hack-22.md'), passage: /no toolkits/ }] : []),
]

const pictures = join(import.meta.dirname, '../test-results/main-job')
mkdirSync(pictures, { recursive: true })

let browser: Browser
let database: TestDatabase
let server: RunningServer
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  database = await freshDatabase()
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    const pages = browser.contexts().flatMap((context) => context.pages())
    for (const [place, page] of pages.entries())
      await page.screenshot({ path: join(pictures, `failed-${place}.png`) }).catch(() => {})
  }
  await Promise.all(browser.contexts().map((context) => context.close()))
  await server?.close()
  await database?.close()
})

interface Person {
  name: string
  page: Page
  context: BrowserContext
  /** All that this browser was sent, over HTTP and over sockets, in order. */
  received: () => Promise<string>
}

async function sitDown(name: string): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const parts: Promise<string>[] = []
  page.on('response', (response) => {
    // a body that never ends, or of a page that was left, has no text
    parts.push(response.text().catch(() => ''))
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      parts.push(Promise.resolve(typeof payload === 'string' ? payload : payload.toString('utf8')))
    })
  })
  page.on('pageerror', (error) => {
    throw new Error(`${name}’s page failed: ${error.message}`)
  })
  return { name, page, context, received: async () => (await Promise.all(parts)).join('\n') }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function introduce({ page, name }: Person): Promise<void> {
  await page.getByLabel(/name/i).first().fill(name)
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.com`)
  await page.getByLabel('Password').fill('a few plain words')
}

async function snap({ page, name }: Person, what: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${what}-${name.toLowerCase()}.png`) })
}

test.each(documents)('R1–R15, D2: $file goes from import to a decision record', async ({ file, passage }) => {
  const [ines, omar, priya] = [await sitDown('Ines'), await sitDown('Omar'), await sitDown('Priya')]

  // the first visit, and two colleagues by a link
  await ines.page.goto(server.url)
  await introduce(ines)
  await ines.page.getByLabel('Company').fill('Tidewatch')
  await ines.page.keyboard.press('Enter')
  await ines.page.waitForURL('**/start')
  await ines.page.getByText('Duplicate the guide').first().waitFor()
  await snap(ines, '1-doors')
  for (const [colleague, functionalArea] of [
    [omar, 'engineering'],
    [priya, 'finance'],
  ] as const) {
    const answer = await ines.context.request.post(`${server.url}/api/invitations`, {
      data: { functionalArea },
    })
    const { link } = await answer.json()
    await colleague.page.goto(`${server.url}${link}`)
    await introduce(colleague)
    await colleague.page.keyboard.press('Enter')
    await colleague.page.getByRole('navigation').first().waitFor()
  }

  // bring the document by its door, and freeze it
  await button(ines.page, 'Bring a document').click()
  await ines.page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
  await ines.page.waitForURL('**/drafts/*')
  await ines.page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
  await snap(ines, '2-sheet')
  await button(ines.page, /^Freeze edition/).click()
  await ines.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Freeze/ })
    .click()
  await ines.page.waitForURL('**/editions/*')
  await ines.page.getByText(passage).first().waitFor()
  await snap(ines, '3-edition')

  // schedule, with everything filled in, to decide
  await ines.page.getByRole('link', { name: 'Meetings' }).last().click()
  await ines.page
    .getByRole('link', { name: /Schedule/ })
    .or(button(ines.page, /Schedule/))
    .first()
    .click()
  await ines.page.getByLabel('To decide').check()
  await ines.page.getByLabel('Why is a decision due now?').fill('The season starts in three weeks.')
  await snap(ines, '4-schedule')
  await button(ines.page, 'Schedule the meeting').click()
  await ines.page.waitForURL('**/invitation')
  const room = ines.page.url().replace('/invitation', '')
  const calendar = await ines.context.request.get(
    `${room.replace('/meetings/', '/api/meetings/')}/invitation.ics`,
  )
  expect(await calendar.text()).toContain('BEGIN:VEVENT')

  // everybody comes in; the silent reading begins for all at once
  for (const { page } of [ines, omar, priya]) await page.goto(room)
  await ines.page.getByText('3 of 3').waitFor()
  await button(ines.page, 'Start the silent reading').click()
  for (const { page } of [ines, omar, priya]) await page.getByText(passage).first().waitFor()
  await snap(priya, '5-reading')

  // a sealed question and a private note
  await select(omar.page, passage)
  await button(omar.page, /^Question/)
    .first()
    .click()
  await omar.page
    .getByLabel('Your question', { exact: true })
    .fill(`How often does that happen, ${canary.question}?`)
  await button(omar.page, 'Seal the question').click()
  await omar.page.getByText('sealed', { exact: false }).first().waitFor()
  await select(omar.page, passage)
  await button(omar.page, /^Note/).first().click()
  await omar.page.getByLabel('Your note', { exact: true }).fill(canary.note)
  await omar.page.keyboard.press('Control+Enter')
  await omar.page.getByText(canary.note).first().waitFor()
  await snap(omar, '6-asked')

  await button(priya.page, /^Question/)
    .last()
    .click()
  await priya.page.getByLabel('Your question', { exact: true }).fill('What does it cost?')
  await button(priya.page, 'Seal the question').click()
  await priya.page.getByText('What does it cost?').first().waitFor()

  // R6, R18: finished, and the one question; a reload lands in the same place
  await button(priya.page, 'Finished').click()
  await priya.page.getByLabel('Not yet').check()
  await priya.page.getByLabel('Because').fill('Not before I know the price.')
  await button(priya.page, 'Seal the answer').click()
  await omar.page.reload()
  await omar.page.getByText(canary.question).first().waitFor()

  // R7: up to the end of the countdown nobody else has received a byte of it
  await openTheQuestions(ines.page)
  await priya.page.getByText('The questions are about to open').first().waitFor()
  await snap(priya, '7-countdown')
  for (const other of [ines, priya]) expect(await other.received()).not.toContain(canary.question)
  for (const { page } of [ines, omar, priya]) await page.getByText(canary.question).first().waitFor()
  await snap(ines, '8-discussion')

  // the question gets an end and becomes an entry of the draft’s FAQ
  await button(ines.page, /^Add to FAQ/).click()
  const queue = (page: Page) => page.getByRole('list', { name: 'All questions' })
  await queue(ines.page).getByText('In the FAQ').waitFor()
  // and the other one, about the whole document, is answered in the room
  await button(ines.page, /^Next/).click()
  const atHand = ines.page.getByRole('region', { name: 'The question at hand' })
  await atHand.getByText('What does it cost?').waitFor()
  await button(ines.page, /^Answered(?! in)/).click()
  await ines.page.getByLabel('The answer in a line').fill('Nothing in the first season.')
  await button(ines.page, 'Record it').click()
  for (const { page } of [omar, priya]) await queue(page).getByText('Answered', { exact: true }).waitFor()

  // R15: what was agreed and why, and who understands it
  await button(ines.page, 'Go on to the decision').click()
  await ines.page.getByLabel('What the customer gets').fill('An answer before the boats leave.')
  await ines.page.getByLabel('Why, in a paragraph').fill('A tide thrown back is the margin of a day.')
  await button(ines.page, 'Put it to the room').click()
  await button(omar.page, /^I understand why/).click()
  await button(priya.page, /^I disagree|^Disagree/)
    .first()
    .click()
  await priya.page.getByLabel('What you hold against it').fill('The price is a guess.')
  await priya.page.getByLabel('What would change your mind').fill('Ten growers who pay it.')
  await button(priya.page, 'Disagree, by name').click()

  // D1, D2: the decider records the decision
  await priya.page.getByLabel('What was decided').selectOption({ label: 'investigate' })
  await priya.page.getByLabel('The task').fill('Count the mornings')
  await priya.page.getByLabel('Who does it').selectOption({ label: 'Omar' })
  await priya.page.getByLabel('Until which day').fill('2099-01-07')
  await priya.page.getByLabel('Because').last().fill('the loss is real and we cannot yet count it')
  await snap(priya, '9-decision')
  await button(priya.page, 'Record the decision').click()
  await ines.page.getByRole('link', { name: 'Decision 1' }).waitFor()
  await button(ines.page, 'Close the meeting').click()
  for (const { page } of [ines, omar, priya])
    await page.getByRole('link', { name: 'Read the decision' }).waitFor()
  await snap(omar, '10-closed')

  // the record, reached from the idea, names the edition’s hash
  await omar.page.getByRole('link', { name: 'Read the decision' }).click()
  await omar.page.waitForURL('**/decisions/*')
  await omar.page.getByText('Count the mornings').first().waitFor()
  await snap(omar, '11-record')
  const editions = await ines.context.request.get(`${server.url}/api/decisions`)
  const [decision] = await editions.json()
  const record = await (await ines.context.request.get(`${server.url}/api/decisions/${decision.id}`)).json()
  const shown = (await omar.page.locator('main').innerText()).replace(/\s/g, '')
  expect(shown).toContain(record.edition.hash.slice(0, 8))
  const idea = await (
    await ines.context.request.get(`${server.url}/api/initiatives/${decision.initiativeId}`)
  ).json()
  expect(idea.stage).toBe('investigate')

  // R11: the entry stands in the draft; R5: the note reached nobody
  const [narrative] = await (
    await ines.context.request.get(`${server.url}/api/initiatives/${decision.initiativeId}/narratives`)
  ).json()
  const markdown = await ines.context.request.get(`${server.url}/api/narratives/${narrative.id}/markdown`)
  expect(await markdown.text()).toContain(canary.question)
  for (const other of [ines, priya]) expect(await other.received()).not.toContain(canary.note)
  expect(await omar.received()).toContain(canary.note)
})
