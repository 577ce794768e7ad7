import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { launchBrowser } from './browser.ts'

/** One story, told in the order of the tests: what somebody who writes all day does with the draft. */
let database: TestDatabase
let server: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let ines: BrowserContext
let page: Page
/** What a browser complained of, and whom it asked besides us. */
const complaints: string[] = []
const strangers: string[] = []

beforeAll(async () => {
  ;[database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
  ines = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
  ines.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(server.url)) strangers.push(request.url())
  })
  const who = { name: 'Ines', email: 'ines@example.com', password: 'a few plain words', company: 'T' }
  await call('people/setUp', who)
  const { id: initiativeId } = await call('initiatives/create', { name: 'Tidewatch' })
  const { id } = await call('narratives/start', { initiativeId })
  page = await ines.newPage()
  page.on('console', (message) => {
    // what is pasted says styles and handlers; the browser tells that it applies none
    const isRefusal = /inline style|inline event handler/.test(message.text())
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(`${server.url}/drafts/${id}`)
  await part('summary').locator('p').first().click()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
})

// the answers of a test's own calls are read as they come
// biome-ignore lint/suspicious/noExplicitAny: as above
async function call(path: string, json: unknown): Promise<any> {
  const answer = await ines.request.post(`${server.url}/rpc/${path}`, {
    headers: { 'x-foreword': '1' },
    data: { json, meta: [] },
  })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()).json
}

const draft = () => page.locator('.draft')
const part = (name: string) => draft().locator(`[data-part="${name}"]`)

/** Pastes where the caret is, as a browser does for another program's clipboard. */
async function paste(html: string) {
  await page.evaluate((html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    data.setData('text/plain', 'the same without its structure')
    document
      .querySelector('.draft')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0} --></style></head><body><!--StartFragment--><p class=MsoNormal
style='mso-margin-top-alt:auto'><b>Growers</b> lose a <del cite="mailto:Kai" datetime="2031-01-01T10:00">week</del><ins
cite="mailto:Kai" datetime="2031-01-01T10:00">day</ins>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Boats<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Nets<o:p></o:p></p>
<table class=MsoTableGrid><tr><td style='text-align:right'><p class=MsoNormal>Fee<o:p></o:p></p></td><td><p class=MsoNormal>1 euro</p></td></tr></table>
<p class=MsoNormal>After it.<img src="x" onerror="alert(1)"><script>alert(1)</script></p><!--EndFragment--></body></html>`

const FROM_GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1b2c"><p dir="ltr"><span
style="font-weight:400;">Set plainly, </span><span style="font-weight:400;font-style:italic;">but for this</span></p><br /><ul><li
aria-level="1"><p><span>Tides</span></p></li><ul><li aria-level="2"><p><span>low</span></p></li></ul></ul></b>`

test('what is pasted from Word and Google Docs has its words and structure, and none of the debris', async () => {
  await paste(FROM_WORD)
  const summary = part('summary')
  await summary.locator('table').waitFor()
  expect(await summary.locator('strong').allTextContents()).toEqual(['Growers'])
  expect(await summary.locator('p').first().textContent()).toBe('Growers lose a day.')
  expect(await summary.locator('ul > li > ul > li').allTextContents()).toEqual(['Nets'])
  expect(await summary.locator('td').allTextContents()).toEqual(['Fee', '1 euro'])
  expect(await summary.locator('td').first().getAttribute('data-align')).toBe('right')
  expect(await summary.innerText()).not.toMatch(/week|·|alert/)

  await part('problem').locator('p').first().click()
  await paste(FROM_GOOGLE)
  const problem = part('problem')
  await problem.locator('ul > li > ul > li', { hasText: 'low' }).waitFor()
  expect(await problem.locator('p').first().textContent()).toBe('Set plainly, but for this')
  expect(await problem.locator('em').allTextContents()).toEqual(['but for this'])
  expect(await problem.locator('strong').count()).toBe(0)
  expect(await draft().locator('[class*="Mso"], script, [id^="docs-"]').count()).toBe(0)
  expect(complaints).toEqual([])
  expect(strangers).toEqual([])
})
