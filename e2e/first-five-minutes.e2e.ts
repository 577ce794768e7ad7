import { readFileSync } from 'node:fs'
import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { barriers } from './axe.ts'
import { launchBrowser } from './browser.ts'

// one story, told in the order of the tests: a company's first five minutes, in two fresh browsers
let database: TestDatabase
let server: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let ines: BrowserContext
let hers: Page
let inviteLink: string

const TYPED = 'A text at five says whether today’s oysters may be sold'

beforeAll(async () => {
  ;[database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
  ines = await browser.newContext()
  await ines.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  hers = await ines.newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
})

async function identify(page: Page, name: string) {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.com`)
  await page.getByLabel('Password', { exact: true }).fill('a few plain words')
}

test('LOOK: from the first visit to a saved headline in less than a minute, and one click more to the draft', async () => {
  const began = Date.now()
  await hers.goto(server.url)
  await identify(hers, 'Ines')
  await hers.getByLabel('Company').fill('Tidewatch')
  await hers.getByRole('button', { name: 'Begin' }).click()

  const doors = hers.getByRole('listitem')
  for (const door of ['Duplicate the guide', 'Bring a document', 'See a meeting'])
    await doors.getByRole('heading', { name: door }).waitFor()
  await hers.getByLabel('Headline').fill(TYPED)
  await hers.getByRole('button', { name: 'Begin' }).click()
  await hers.getByRole('heading', { level: 1, name: TYPED }).waitFor()
  expect(Date.now() - began).toBeLessThan(60_000)

  await hers.getByRole('button', { name: 'Start the press release' }).click()
  await sheet(hers).getByText(TYPED).waitFor()
  expect(new URL(hers.url()).pathname).toMatch(/^\/drafts\//)

  // the caret stands where the next words belong
  await expect
    .poll(() => hers.evaluate(() => document.activeElement?.closest('.ProseMirror') !== null))
    .toBe(true)
  await hers.keyboard.type('Growers know before the tide.')
  await sheet(hers).locator('[data-part=subheading]').getByText('Growers know before the tide.').waitFor()
})

test('LOOK: an invitation is a link to copy; whoever opens it gives a name and a password and is in', async () => {
  await hers.goto(`${server.url}/people`)
  await hers.getByRole('button', { name: 'Invite' }).first().click()
  await hers.getByRole('button', { name: 'Make a link' }).click()
  await hers.getByRole('dialog').getByRole('button', { name: /^Copy/ }).first().click()
  inviteLink = await hers.evaluate(() => navigator.clipboard.readText())
  expect(inviteLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/join\//)

  const his = await (await browser.newContext()).newPage()
  await his.goto(inviteLink)
  await identify(his, 'Omar')
  await his.getByRole('button', { name: 'Join' }).click()
  await his.getByRole('heading', { level: 1, name: /Omar/ }).waitFor()
  await his.getByRole('link', { name: 'Ideas' }).click()
  await his.getByRole('link', { name: TYPED }).waitFor()
  await his.context().close()
})

test('A5: a refusal that is of no field has the cursor, and the next Tab goes on from there', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('E-mail').fill('ines@example.com')
  await page.getByLabel('Password', { exact: true }).fill('not the words')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const said = page.getByRole('alert')
  await said.waitFor()
  const holdsFocus = () =>
    said.evaluate(
      (element) => document.activeElement?.contains(element) && document.activeElement !== document.body,
    )
  await expect.poll(holdsFocus).toBe(true)
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Sign in')
  await page.context().close()
})

test('W2: a draft is shared from where it is written, by its owner', async () => {
  await hers.goto(`${server.url}/ideas`)
  await hers.getByRole('link', { name: TYPED }).click()
  await hers.getByRole('link', { name: 'Open the draft' }).click()
  await sheet(hers).getByText(TYPED).waitFor()
  await hers.getByRole('button', { name: 'Share' }).click()
  await hers.getByRole('dialog', { name: 'Who reads, who writes' }).waitFor()
  await hers.keyboard.press('Escape')
  await hers.getByRole('dialog').waitFor({ state: 'detached' })
})

const sheet = (page: Page) => page.locator('.ProseMirror')
const fixture = new URL('../packages/document/fixtures/tidewater-returns.md', import.meta.url)

async function choose(page: Page, name: string, buffer: Buffer) {
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
}

async function openDoor(page: Page) {
  await page.goto(`${server.url}/start`)
  await page.getByRole('button', { name: 'Bring a document' }).click()
  await page.getByRole('dialog').waitFor()
}

test('N10: a Markdown document brought by its door stands on the sheet, and a line says what came and where to go on', async () => {
  await openDoor(hers)
  await choose(hers, 'tidewater-returns.md', readFileSync(fixture))
  await sheet(hers)
    .getByRole('heading', { name: /^Tidewater Post lets a corner shop take back parcels/ })
    .waitFor()
  const line = hers.getByRole('status').filter({ hasText: /^All \d+ words came in/ })
  await line.getByRole('link', { name: 'Answer its five questions' }).click()
  await hers.getByRole('heading', { level: 1, name: /^Tidewater Post/ }).waitFor()
  await hers.getByRole('link', { name: 'Open the draft' }).waitFor()
})

test('N10: words can be pasted, and a document can be dropped on the door', async () => {
  await openDoor(hers)
  await hers.getByLabel('The words of the document').fill('# Pasted by hand\n\nWords that were pasted.')
  await hers.getByRole('button', { name: 'Bring the pasted words' }).click()
  await sheet(hers).getByText('Words that were pasted.').waitFor()

  await hers.goto(`${server.url}/start`)
  const door = hers.getByRole('listitem').filter({ hasText: 'Bring a document' })
  const data = await hers.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['# Dropped\n\nWords that were dropped.'], 'dropped.md'))
    return data
  })
  await door.dispatchEvent('drop', { dataTransfer: data })
  await sheet(hers).getByText('Words that were dropped.').waitFor()
})

test.each([
  ['an empty file', 'empty.md', () => Buffer.alloc(0), 'The file holds no words.'],
  [
    'a picture',
    'logo.png',
    () => Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'),
    'The file is not text.',
  ],
  ['20 MB', 'novel.md', () => Buffer.alloc(20_000_000, 'word '), 'The file is larger than 2 MB.'],
  ['lists without end', 'deep.md', () => Buffer.from(nested(300)), 'nested more than 100 deep'],
])('A5: %s is refused with what to do, and what was pasted stays', async (_, name, bytes, says) => {
  await openDoor(hers)
  await hers.getByLabel('The words of the document').fill('Half a page that took an hour.')
  const before = await ideas()
  await choose(hers, name, bytes())
  const refusal = hers.getByRole('dialog').getByRole('alert')
  await refusal.getByText(says).waitFor()
  await refusal.getByText('what you pasted is still in the box').waitFor()
  expect(await hers.getByLabel('The words of the document').inputValue()).toBe(
    'Half a page that took an hour.',
  )
  await hers.getByRole('button', { name: 'Cancel' }).click()
  await hers.getByRole('button', { name: 'Bring a document' }).click()
  expect(await hers.getByLabel('The words of the document').inputValue()).toBe(
    'Half a page that took an hour.',
  )
  expect(await ideas()).toBe(before)
})

test('A5: hostile HTML arrives as the words it is: no dialog, no request, no script', async () => {
  const asked: string[] = []
  const dialogs: string[] = []
  hers.on('dialog', async (dialog) => {
    dialogs.push(dialog.message())
    await dialog.dismiss()
  })
  // heard only for what the page's policy lets out
  await hers.route('https://attacker.invalid/**', (route) => {
    asked.push(route.request().url())
    return route.abort()
  })
  await openDoor(hers)
  await choose(hers, 'hostile.md', Buffer.from(hostile))
  await sheet(hers).getByText('After the storm').waitFor()
  for (const link of await sheet(hers).locator('a').all())
    await link.click({ timeout: 2_000 }).catch(() => {})
  await hers.waitForLoadState('networkidle').catch(() => {})
  expect(await hers.evaluate(() => Reflect.get(window, 'hacked'))).toBe(undefined)
  expect(await sheet(hers).locator('script, iframe, object, form, [onerror], [onload]').count()).toBe(0)
  expect(await sheet(hers).locator('a[href^="javascript" i], a[href^="data" i]').count()).toBe(0)
  expect({ dialogs, asked }).toEqual({ dialogs: [], asked: [] })
})

test('LOOK: the doors, an idea’s documents and the dialog have no barrier axe finds, wide and narrow, light and dark', async () => {
  const { initiatives } = await listed()
  const narrative = (name: string) =>
    `${server.url}/ideas/${initiatives.find((idea: { name: string }) => idea.name.startsWith(name))?.id}/narrative`
  const empty = await post('/initiatives', { name: 'An idea with nothing written' })
  const pages: [string, string?][] = [
    [`${server.url}/start`],
    [`${server.url}/start`, 'Bring a document'],
    [`${server.url}/ideas/${empty.id}/narrative`],
    [narrative('Tidewater')],
  ]
  for (const [address, press] of pages) {
    await hers.goto(address)
    await hers.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => hers.getByText('Looking for its documents…').count()).toBe(0)
    if (press) {
      await hers.getByRole('button', { name: press }).click()
      await hers.getByRole('dialog').waitFor()
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) {
        await hers.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await hers.setViewportSize({ width, height: 900 })
        // a colour that has changed passes on to what inherits it a moment later
        await expect.poll(() => hers.evaluate(() => document.getAnimations().length)).toBe(0)
        expect(await barriers(hers), `${address} ${press} ${colorScheme} ${width}`).toEqual([])
        expect(await hers.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      }
    }
  }
})

const headers = { 'x-foreword': '1' }
const listed = async () => (await ines.request.get(`${server.url}/api/initiatives`, { headers })).json()
const ideas = async () => (await listed()).initiatives.length
const post = async (path: string, data: object) =>
  (await ines.request.post(`${server.url}/api${path}`, { headers, data })).json()

const nested = (depth: number) =>
  Array.from({ length: depth }, (_, n) => `${'  '.repeat(n)}- deeper`).join('\n')

const hostile = `# Before the storm

<script>window.hacked = 1; alert(1)</script>
<img src="https://attacker.invalid/x.png" onerror="window.hacked = 2; alert(2)">
<svg onload="window.hacked = 3"><foreignObject><iframe src="javascript:parent.hacked = 4"></iframe></foreignObject></svg>

[a link](javascript:window.hacked=5) and [another](data:text/html;base64,PHNjcmlwdD5hbGVydCg2KTwvc2NyaXB0Pg==)
and <a href="javascript:window.hacked=7" onclick="window.hacked=8">a third</a>

![picture](https://attacker.invalid/y.png)

<style>@import url(https://attacker.invalid/z.css)</style><form action="https://attacker.invalid"><button>Go</button></form>

After the storm
`
