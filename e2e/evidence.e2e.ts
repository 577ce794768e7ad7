import { mkdir } from 'node:fs/promises'
import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { barriers } from './axe.ts'
import { launchBrowser } from './browser.ts'

let database: TestDatabase
let server: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let ines: BrowserContext
const headers = { 'x-foreword': '1' }

beforeAll(async () => {
  ;[database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
  ines = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const person = { name: 'Ines', email: 'ines@example.com', password: 'a few plain words' }
  await post('/setup', { ...person, company: 'Tidewatch' })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
})

async function post(path: string, data: object) {
  const answer = await ines.request.post(`${server.url}/api${path}`, { headers, data })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return answer.json()
}

/** A page on the evidence of a fresh idea. With FOREWORD_SHOTS, `shoot` keeps pictures in that folder. */
async function openEvidence(width: number, height: number) {
  const { id } = await post('/initiatives', { name: 'A text at five says whether oysters may be sold' })
  const page = await ines.newPage()
  await page.setViewportSize({ width, height })
  await page.goto(`${server.url}/ideas/${id}/evidence`)
  const shoot = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await barriers(page), `${name}, ${colorScheme}`).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(width)
      const folder = process.env.FOREWORD_SHOTS
      if (!folder) continue
      await mkdir(folder, { recursive: true })
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  }
  return { page, shoot, id }
}

test.each([
  ['a phone', 390, 844],
  ['a wide screen', 1440, 900],
])(
  'W2, W6: on %s a note is kept by keyboard alone and is the answer to question 4',
  async (_, width, height) => {
    const { page, shoot, id } = await openEvidence(width, height)
    await page.getByText('Nothing is gathered yet').waitFor()
    await shoot('evidence-first')
    const list = page.getByRole('list', { name: 'Evidence' })
    const says = (text: string) => list.getByText(text, { exact: true })
    const found = page.locator('section', { hasText: 'Keep a note' }).getByLabel('What was found')

    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByText('What was found is empty: write a few words').waitFor()
    await page.keyboard.type('Nine of twelve growers drove out in vain in May.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Grower 7')
    await page.keyboard.press('Enter')
    await says('Nine of twelve growers drove out in vain in May.').waitFor()
    expect(await found.inputValue()).toBe('')
    expect(await found.evaluate((area) => area === document.activeElement)).toBe(true)

    await page.keyboard.type('41 closures in a year')
    await page.getByLabel('Kind', { exact: true }).selectOption('data')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await says('41 closures in a year').waitFor()
    await shoot('evidence')

    await page.getByLabel('Show the kind').selectOption('data')
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
    await page.getByRole('button', { name: 'Remove “41 closures in a year”' }).click()
    await page.getByText('Nothing of this kind yet').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await says('41 closures in a year').waitFor()
    await page.getByRole('button', { name: 'Change “41 closures in a year”' }).click()
    await list.getByLabel('What was found').fill('43 closures in a year')
    await list.getByRole('button', { name: 'Save' }).click()
    await says('43 closures in a year').waitFor()

    await page.goto(`${server.url}/ideas/${id}`)
    const written = page.locator('#evidence').getByLabel('What was found')
    await written.first().waitFor()
    expect(
      await written.evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value)),
    ).toEqual(['Nine of twelve growers drove out in vain in May.', '43 closures in a year'])
    await page.close()
  },
)

test('A5: a table that is not right says which cells, and the one put right comes in whole', async () => {
  const { page, shoot } = await openEvidence(1440, 900)
  const choose = (csv: string) =>
    page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await choose('statement,kind\nDrove out in vain,rumour\n')
  await page.getByText('Row 2, kind: “rumour” is none of interview').waitFor()
  await page.getByText('Nothing is gathered yet').waitFor()
  await shoot('evidence-table-refused')
  const rows = Array.from({ length: 70 }, (_, at) => `"Call ${at + 1}: drove out, in vain",interview`)
  await choose(['statement,kind', ...rows].join('\n'))
  await page.getByText('70 pieces were brought in.').waitFor()
  const list = page.getByRole('list', { name: 'Evidence' })
  await expect.poll(() => list.getByRole('listitem').count()).toBe(50)
  await page.getByRole('button', { name: 'Earlier' }).click()
  await expect.poll(() => list.getByRole('listitem').count()).toBe(70)
  await page.close()
})
