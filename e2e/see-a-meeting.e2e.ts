import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { questions } from '../packages/web/src/meetings/simulated/questions.ts'
import { launchBrowser } from './browser.ts'

// one story: somebody new, alone, takes part in a whole meeting, and nothing of it reaches the server
let database: TestDatabase
let server: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let page: Page
const asked: string[] = []
const files: string[] = []

beforeAll(async () => {
  ;[database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
  const context = await browser.newContext()
  const made = await context.request.post(`${server.url}/api/setup`, {
    headers: { 'x-foreword': '1', origin: server.url },
    data: { name: 'Ines', email: 'ines@example.com', password: 'a few plain words', company: 'Tidewatch' },
  })
  expect(made.status()).toBe(200)
  page = await context.newPage()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/rpc/')) asked.push(pathname.slice('/rpc/'.length))
    if (pathname.endsWith('.js')) files.push(pathname)
  })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
})

const button = (name: string) => page.getByRole('button', { name })
const bar = () => page.getByRole('complementary', { name: 'Demonstration' })

test('its code is fetched by whoever opens the door, and by nobody else', async () => {
  await page.goto(`${server.url}/start`)
  await button('See a meeting').waitFor()
  expect(files.filter((file) => file.includes('SeeAMeetingPage'))).toEqual([])
  asked.length = 0
  await button('See a meeting').click()
  await bar().getByText('Simulated readers; nothing is stored').waitFor()
})

test('R7: they come in and read; of what they ask nothing is on screen before the countdown has ended', async () => {
  await page.getByText('7 of 7').waitFor()
  await button('Start the silent reading').click()
  await page.getByText('of 7 have finished').waitFor()
  await button('Let the reading end now').click()
  await page.getByText('6 of 7 have finished').waitFor()
  await button('Open the questions').click()
  await page.getByText('The questions are about to open.').waitFor()
  const before = await page.content()
  for (const { text } of questions) expect(before).not.toContain(text)
  await page
    .getByText(/11 questions from 5 people; 3 on line \d+\./)
    .first()
    .waitFor()
})

test('R9, R11: the first question is asked, answered aloud and written down; the rest is handed over', async () => {
  const hand = page.getByRole('region', { name: 'The question at hand' })
  await hand.getByText('Question 1 of 11').waitFor()
  await page.getByText('Simulated author, aloud').waitFor()
  await hand.getByText(/^We owe an answer: Simulated author/).waitFor()
  await page.keyboard.press('n')
  await hand.getByText('Question 2 of 11').waitFor()
  await button('Go on to the decision').click()
  await button('Hand the rest to the author').click()
  await page.getByText('What was not reached').waitFor({ state: 'detached' })
})

test('D2, R15: whoever watches decides; the author writes what was agreed; one dissents by name; it closes', async () => {
  await page.getByLabel('What was decided').selectOption('fund')
  await page.getByLabel('Because', { exact: true }).fill('nine days of waiting do most of the harm')
  await button('Record the decision').click()
  await page.getByText('because nine days of waiting do most of the harm.').waitFor()
  await page.getByText('We begin to film people’s homes in January').waitFor()
  await button('I understand why').click()
  await button('Close the meeting').click()
  await page.getByRole('heading', { name: 'The meeting is closed.' }).waitFor()
  await bar().getByRole('button', { name: 'Duplicate the guide' }).waitFor()
  await bar().getByRole('link', { name: 'Schedule a real one' }).waitFor()
})

test('nothing of it is stored, nothing of it leads anywhere, and the server was asked for the guide alone', async () => {
  expect(new Set(asked)).toEqual(new Set(['narratives/guideEdition', 'meetings/clock']))
  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(links.filter((href) => href?.includes('00000000'))).toEqual([])
  const { rows } = await database.pool.query(
    `select (select count(*) from meeting)::int meetings, (select count(*) from meeting_event)::int events,
      (select count(*) from question)::int questions, (select count(*) from edition)::int editions,
      (select count(*) from decision)::int decisions, (select count(*) from initiative)::int initiatives`,
  )
  expect(rows[0]).toEqual({ meetings: 0, events: 0, questions: 0, editions: 0, decisions: 0, initiatives: 0 })
  await bar().getByRole('link', { name: 'Leave' }).click()
  await button('See a meeting').waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('room')))).toEqual(
    [],
  )
})
