import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { type Company, openCompany, type Person } from './company.ts'

/** One story, told in the order of the tests: what somebody who writes all day does with the draft. */
let company: Company
let ines: Person
let page: Page
/** What a browser complained of, and whom it asked besides us. */
const complaints: string[] = []
const strangers: string[] = []

beforeAll(async () => {
  company = await openCompany(['Ines'], { viewport: { width: 1440, height: 1000 } })
  ;[ines] = company.people as [Person] // as many as were named
  ines.context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(company.url))
      strangers.push(request.url())
  })
  const { id: initiativeId } = await ines.call('initiatives/create', { name: 'Tidewatch' })
  const { id } = await ines.call('narratives/start', { initiativeId })
  page = ines.page
  page.on('console', (message) => {
    // what is pasted says styles and handlers; the browser tells that it applies none
    const isRefusal = /inline style|inline event handler/.test(message.text())
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(`${company.url}/drafts/${id}`)
  await part('summary').locator('p').first().click()
})

afterAll(() => company?.close())

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

const look = (name: string) =>
  process.env.LOOK_INTO ? page.screenshot({ path: `${process.env.LOOK_INTO}/${name}.png` }) : undefined
const menu = () => page.getByRole('listbox', { name: 'Put in' })
const options = () => menu().getByRole('option')
const chosen = () => menu().locator('[aria-selected="true"]')

test('a slash proposes what can be put in: filtered as one types, chosen by key, told to who cannot see', async () => {
  await part('solution').locator('p').first().click()
  await page.keyboard.type('/')
  await menu().waitFor()
  expect(await barriers(page)).toEqual([])
  await look('wide-menu')
  // what belongs into an FAQ is not proposed elsewhere
  expect(await options().allTextContents()).toEqual(
    expect.arrayContaining([
      'Heading',
      'List',
      'Table',
      'Footnote',
      'Picture',
      'Diagram',
      'Sketch',
      'Divider',
    ]),
  )
  expect(await options().allTextContents()).not.toContain('FAQ question')
  await page.keyboard.press('ArrowDown')
  expect(await chosen().textContent()).toBe('Smaller heading')
  expect(await draft().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'))
  await page.keyboard.type('tab')
  expect(await options().allTextContents()).toEqual(['Table'])
  await page.keyboard.press('Enter')
  await part('solution').locator('table').waitFor()
  await menu().waitFor({ state: 'detached' })
  expect(await part('solution').textContent()).not.toContain('/')
  // a table whose columns have no names is a barrier of its own
  for (const name of ['When', 'Who', 'What']) {
    await page.keyboard.type(name)
    await page.keyboard.press('Tab')
  }
  expect(await draft().getAttribute('aria-activedescendant')).toBeNull()
})

test('a slash proposes as well when it follows a click so closely that the editor has not heard of the caret', async () => {
  await part('problem').locator('p').first().click()
  await page.evaluate(() => {
    const line = document.querySelector('.draft [data-part="how-it-works"] p')
    if (line) getSelection()?.collapse(line, 0)
    document.execCommand('insertText', false, '/')
  })
  await menu().waitFor()
  await page.keyboard.press('Escape')
  await menu().waitFor({ state: 'detached' })
  await page.keyboard.press('Backspace')
})

test('a key acts where the caret was just put, before the browser has told of it', async () => {
  await part('problem').locator('p').first().click()
  await page.evaluate(() => {
    const line = document.querySelector('.draft [data-part="how-it-works"] p')
    if (line) getSelection()?.collapse(line, 0)
    const key = { key: '2', code: 'Digit2', keyCode: 50, ctrlKey: true, altKey: true }
    document.querySelector('.draft')?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true }))
  })
  await part('how-it-works').locator('h2').waitFor()
  expect(await part('problem').locator('h2').count()).toBe(0)
  await page.keyboard.press('Control+z')
  await part('how-it-works').locator('h2').waitFor({ state: 'detached' })
})

test('Escape leaves the slash; within a word it proposes nothing; a pointer chooses as well', async () => {
  const line = part('how-it-works').locator('p').first()
  await line.click()
  await page.keyboard.type('Read and/or /')
  await menu().waitFor()
  await page.keyboard.press('Escape')
  await menu().waitFor({ state: 'detached' })
  expect(await line.textContent()).toBe('Read and/or /')
  await page.keyboard.type('x')
  expect(await menu().count()).toBe(0)
  await page.keyboard.type(' /quo')
  await options().getByText('Quote').click()
  await part('how-it-works').locator('blockquote', { hasText: 'Read and/or /x' }).waitFor()
})

test('while suggesting, what a slash puts in is proposed, and the slash is not', async () => {
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await page.getByRole('button', { name: 'Suggesting' }).waitFor()
  await part('getting-started').locator('p').first().click()
  await page.keyboard.type('/div')
  await options().getByText('Divider').waitFor()
  await page.keyboard.press('Enter')
  await part('getting-started').locator('hr[data-inserted]').waitFor()
  expect(await part('getting-started').textContent()).not.toContain('/')
  await page.getByRole('button', { name: 'Suggesting' }).click()
  await page.getByRole('button', { name: 'Suggest', exact: true }).waitFor()
})

const bar = () => page.getByRole('search', { name: 'In the draft' })
const count = () => bar().getByRole('status')
const matches = () => draft().locator('.match')

test('words are found with their number, by case and as whole words, and the caret stays where it was', async () => {
  const line = part('leader-quote').locator('p').first()
  await line.click()
  await page.keyboard.type('Tide, tidewatch, low tide.')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+f')
  const field = bar().getByLabel('Find in the draft')
  await field.fill('tide')
  // one more came from Google Docs
  await expect.poll(() => count().textContent()).toMatch(/ of 4$/)
  expect(await matches().count()).toBe(4)
  expect(await barriers(page)).toEqual([])
  await look('wide-bar')
  await bar().getByRole('button', { name: 'Whole words' }).click()
  await expect.poll(() => count().textContent()).toMatch(/ of 2$/)
  await bar().getByRole('button', { name: 'Tell capitals apart' }).click()
  await expect.poll(() => count().textContent()).toBe('1 of 1')
  await bar().getByRole('button', { name: 'Tell capitals apart' }).click()
  await expect.poll(() => count().textContent()).toMatch(/ of 2$/)
  const before = await count().textContent()
  await field.press('Enter')
  await expect.poll(() => count().textContent()).not.toBe(before)
  await field.press('Shift+Enter')
  await expect.poll(() => count().textContent()).toBe(before)
  await field.press('Escape')
  await bar().waitFor({ state: 'detached' })
  expect(await matches().count()).toBe(0)
  await page.keyboard.type('!')
  expect(await line.textContent()).toBe('Tide, tidewatch, low tide!.')
})

test('one is replaced and the next is at hand; all are replaced as one act, taken back by one undo', async () => {
  const line = part('leader-quote').locator('p').first()
  await page.keyboard.press('Control+f')
  await bar().getByLabel('Find in the draft').fill('low')
  await bar().getByLabel('Replace with').fill('lower')
  await expect.poll(() => count().textContent()).toMatch(/ of 2$/)
  await bar().getByLabel('Replace with').press('Enter')
  await expect.poll(() => draft().locator('.match.at-hand').count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  expect(await line.textContent()).toBe('Tide, tidewatch, low tide!.')

  await page.keyboard.press('Control+f')
  await bar().getByLabel('Find in the draft').fill('tide')
  await bar().getByLabel('Replace with').fill('ebb')
  await expect.poll(() => count().textContent()).toMatch(/ of 4$/)
  await bar().getByRole('button', { name: 'Replace all' }).click()
  await expect.poll(() => count().textContent()).toBe('4 replaced')
  expect(await line.textContent()).toBe('ebb, ebbwatch, low ebb!.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(() => line.textContent()).toBe('Tide, tidewatch, low tide!.')
  expect(await part('problem').textContent()).toContain('Tides')
})

test('on a phone, in the dark, both are whole on the screen', async () => {
  await page.setViewportSize({ width: 390, height: 780 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await part('customer-quote').locator('p').first().click()
  await page.keyboard.type('/')
  await menu().waitFor()
  for (const shown of [menu, bar]) {
    for (const one of [shown(), ...(await shown().locator('button').all())]) {
      const box = await one.boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
    }
    expect(await barriers(page)).toEqual([])
    await look(shown === menu ? 'phone-menu' : 'phone-bar')
    await page.keyboard.press('Escape')
    if (shown === menu) await page.keyboard.press('Control+f')
    if (shown === menu) await bar().waitFor()
  }
  expect(complaints).toEqual([])
})
