import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prFaq } from '../packages/server/src/narratives/pr-faq.fixture.ts'
import { barriers } from './axe.ts'
import { type Company, openCompany, type Person } from './company.ts'

/**
 * One story, told in the order of the tests: Ines writes, Omar reads and may not edit. What he says stays in sight while
 * she writes beside it, rewrites it, deletes it and freezes it.
 */
let company: Company
let ines: Person
let omar: Person
let hers: Page
let his: Page
let narrativeId: string

const MOVED = 'a farmer learns'
const DELETED = 'A false yes once would end the trust in it'
/** A folder to look at the screens in; none are kept otherwise. */
const SCREENS = process.env.SCREENS

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
  narrativeId = (await ines.bring(prFaq)).narrativeId
  hers = ines.page
  his = omar.page
  await Promise.all([hers, his].map((page) => page.goto(`${company.url}/drafts/${narrativeId}`)))
  await Promise.all([hers, his].map((page) => words(page).getByText(MOVED).waitFor()))
  if (SCREENS) mkdirSync(SCREENS, { recursive: true })
})

afterAll(() => company?.close())

const words = (page: Page) => page.locator('.draft')
const margin = (page: Page) => page.locator('.margin-column')
const thread = (page: Page, text: string) => margin(page).getByRole('article').filter({ hasText: text })
const lost = (page: Page) => margin(page).getByRole('region', { name: /Lost its place/ })
const marked = (page: Page) => page.locator('.commented')

/** Selects words of the draft, as a reader does: again if the sheet was set anew under the hand. */
async function select(page: Page, text: string) {
  await expect
    .poll(
      async () => {
        await drag(page, text)
        return page.evaluate(() => String(getSelection()))
      },
      { timeout: 15_000 },
    )
    .toContain(text.slice(1, -1))
}

async function drag(page: Page, text: string) {
  const box = await page.evaluate((text) => {
    for (const block of document.querySelectorAll('.draft p, .draft :is(h1, h2, h3)')) {
      const start = (block.textContent ?? '').indexOf(text)
      if (start < 0) continue
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let at = 0
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0
        const [from, to] = [start - at, start + text.length - at]
        if (from >= 0 && from < length) range.setStart(node, from)
        if (to > 0 && to <= length) range.setEnd(node, to)
        at += length
      }
      block.scrollIntoView({ block: 'center', behavior: 'instant' })
      const rows = [...range.getClientRects()]
      const first = rows[0]
      const last = rows.at(-1)
      if (first && last) return { from: [first.left + 1, first.top + 9], to: [last.right - 1, last.top + 9] }
    }
    throw new Error(`“${text}” is not there`)
  }, text)
  const [x = 0, y = 0] = box.from
  const [toX = 0, toY = 0] = box.to
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(toX, toY, { steps: 4 })
  await page.mouse.up()
}

async function look(page: Page, name: string) {
  if (!SCREENS) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${SCREENS}/${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('F4, F3: who may not edit comments and mentions the author; it stands on her desk, and she answers', async () => {
  for (const [text, says] of [
    [MOVED, 'Every farmer?'],
    [DELETED, '@in'],
  ] as const) {
    await select(his, text)
    await his.getByRole('button', { name: 'Comment', exact: true }).click()
    await his.getByLabel('Your comment').pressSequentially(says)
    if (says.startsWith('@')) {
      await his.getByRole('option', { name: 'Ines' }).waitFor()
      expect(await barriers(his)).toEqual([])
      await look(his, 'mention-1440')
      await his.keyboard.press('Enter')
      await his.keyboard.type('is that so?')
    }
    await his.keyboard.press('Control+Enter')
    await his.getByLabel('Your comment').waitFor({ state: 'detached' })
  }
  await thread(his, '@Ines is that so?').waitFor()

  const desk = await ines.context.newPage()
  await desk.goto(company.url)
  const asked = desk.locator('#asked-of-you')
  await asked.getByText('@Ines is that so?').waitFor()
  await look(desk, 'desk-1440')
  await asked.getByRole('link', { name: 'Open it' }).click()
  await thread(desk, '@Ines is that so?').waitFor()
  await thread(desk, '@Ines is that so?').getByRole('button', { name: 'Reply' }).click()
  await desk.getByLabel('Reply').fill('It is.')
  await desk.keyboard.press('Control+Enter')
  await thread(his, 'is that so?').getByText('It is.').waitFor()
  await desk.close()
  expect(await ines.call('reviews/askedOfYou')).toEqual([])
})

test('F2: marks move while she writes beside them; rewritten words are said to be; deleted ones are listed', async () => {
  await words(hers)
    .getByText(MOVED)
    .click({ position: { x: 2, y: 6 } })
  await hers.keyboard.press('Home')
  await hers.keyboard.type('Plainly: ')
  await words(his).getByText('Plainly: ').waitFor()
  for (const page of [hers, his]) await expect.poll(() => marked(page).first().innerText()).toBe(MOVED)

  await select(hers, 'once')
  await hers.keyboard.type('just one time')
  await thread(his, 'is that so?').getByText('The words have been rewritten since.').waitFor()
  await thread(his, 'is that so?').getByRole('button', { name: 'Show the old words' }).click()
  await thread(his, 'is that so?').getByText(DELETED).waitFor()

  await select(hers, 'A false yes just one time would end the trust in it')
  await hers.keyboard.press('Delete')
  for (const page of [hers, his]) await lost(page).getByText(DELETED).waitFor()
  await his.getByRole('button', { name: '1 lost its place' }).waitFor()
  expect(await barriers(his)).toEqual([])
  await look(his, 'lost-1440')
  await his.setViewportSize({ width: 390, height: 844 })
  await his.reload()
  await his.getByRole('button', { name: '2 notes, 1 lost' }).click()
  await his.getByRole('dialog').getByText(DELETED).waitFor()
  await look(his, 'lost-390')
  await his.keyboard.press('Escape')
  await his.setViewportSize({ width: 1440, height: 900 })
})

test('F2: what lost its place is put back by hand beside selected words, and that is undone and done again', async () => {
  await lost(his).getByRole('button', { name: 'Put it here' }).click()
  await select(his, 'taken that day')
  await his.locator('.selection-bubble').getByRole('button', { name: 'Put it here' }).click()
  await lost(his).waitFor({ state: 'detached' })
  await thread(hers, 'is that so?').getByText('put here by Omar').waitFor()
  await expect.poll(() => marked(hers).allInnerTexts()).toEqual([MOVED, 'taken that day'])
  await his.getByRole('button', { name: 'Undo' }).click()
  await lost(his).waitFor()
  await select(his, 'taken that day')
  await lost(his).getByRole('button', { name: 'Put it here' }).click()
  await lost(his).waitFor({ state: 'detached' })
})

test('LOOK: from comment to comment by key, into the thread and back, while one writes', async () => {
  await words(hers)
    .getByText('Plainly: ')
    .click({ position: { x: 2, y: 6 } })
  await hers.keyboard.press('Home')
  await hers.keyboard.press('Alt+PageDown')
  expect(await hers.locator('.commented.at-hand').innerText()).toBe(MOVED)
  await hers.getByText(/^Comment 1 of 2\. Remark by Omar: Every farmer\?/).waitFor()
  await hers.keyboard.press('Alt+PageDown')
  expect(await hers.locator('.commented.at-hand').innerText()).toBe('taken that day')
  await hers.keyboard.press('Enter')
  expect(await hers.evaluate(() => document.activeElement?.textContent)).toContain('is that so?')
  await hers.keyboard.press('Escape')
  expect(await hers.evaluate(() => document.activeElement?.classList.contains('draft'))).toBe(true)
  await hers.keyboard.press('Alt+PageUp')
  expect(await hers.locator('.commented.at-hand').innerText()).toBe(MOVED)
})

test('F2: frozen, both stand in the edition with where they were made; resolved, undone, resolved and opened again', async () => {
  await hers.locator('footer').getByText('Saved', { exact: true }).waitFor()
  await hers.getByRole('button', { name: 'Freeze edition 1' }).click()
  await hers.getByLabel('A name for it').waitFor()
  await hers.keyboard.press('Enter')
  await hers.waitForURL(/\/editions\//)
  await thread(hers, 'Every farmer?').getByRole('link', { name: 'on the draft' }).waitFor()
  expect(await hers.locator('.edition mark').allInnerTexts()).toEqual([MOVED, 'taken that day'])
  await hers.keyboard.press('Alt+PageDown')
  expect(await hers.locator('.edition mark[data-tone="at-hand"]').innerText()).toBe(MOVED)
  expect(await barriers(hers)).toEqual([])
  await look(hers, 'edition-1440')

  await his.goto(hers.url())
  await thread(his, 'Every farmer?').getByRole('button', { name: 'Resolve' }).click()
  await thread(his, 'Every farmer?').waitFor({ state: 'detached' })
  await his.getByRole('button', { name: 'Undo' }).click()
  await thread(his, 'Every farmer?').waitFor()
  await his.goto(`${company.url}/drafts/${narrativeId}`)
  await thread(his, 'Every farmer?').getByRole('button', { name: 'Resolve' }).click()
  await his.getByRole('button', { name: '1 resolved' }).click()
  await thread(his, 'Every farmer?').getByRole('button', { name: 'Open again' }).click()
  await his.getByRole('button', { name: 'Hide resolved' }).waitFor({ state: 'detached' })
  await thread(his, 'Every farmer?').getByRole('button', { name: 'Resolve' }).waitFor()
  await hers.setViewportSize({ width: 390, height: 844 })
  // the one at hand comes up by itself
  await hers.getByRole('dialog').waitFor()
  await hers.keyboard.press('Escape')
  await hers.getByRole('button', { name: '2 comments' }).click()
  await hers.getByRole('dialog').getByText('is that so?').waitFor()
  await look(hers, 'edition-390')
})

test('F2: a comment holds when its question is moved among others, and comes back with its words from an edition', async () => {
  const editionId = new URL(hers.url()).pathname.split('/').at(-1)
  await hers.setViewportSize({ width: 1440, height: 900 })
  await hers.goto(`${company.url}/drafts/${narrativeId}`)
  await words(hers).getByText('€30 a month').waitFor()
  await select(hers, '€30 a month')
  await hers.getByRole('button', { name: 'Comment', exact: true }).click()
  await hers.getByLabel('Your comment').fill('For one boat too?')
  await hers.keyboard.press('Control+Enter')
  await thread(his, 'For one boat too?').waitFor()

  await words(hers)
    .getByText('€30 a month')
    .click({ position: { x: 2, y: 6 } })
  await hers.keyboard.press('Alt+Shift+ArrowDown')
  for (const page of [hers, his]) {
    await expect
      .poll(async () => {
        const text = (await words(page).textContent()) ?? ''
        return text.indexOf('€30 a month') > text.indexOf('The laboratory is called')
      })
      .toBe(true)
    await marked(page)
      .filter({ hasText: /^€30 a month$/ })
      .waitFor()
  }

  await select(hers, '€30 a month for each farm')
  await hers.keyboard.press('Delete')
  await lost(his).getByText('€30 a month').waitFor()
  await hers.locator('footer').getByText('Saved', { exact: true }).waitFor()
  await ines.call('narratives/restore', { editionId })
  await lost(his).waitFor({ state: 'detached' })
  for (const page of [hers, his])
    await marked(page)
      .filter({ hasText: /^€30 a month$/ })
      .waitFor()
})

test('F2: what is said of an edition goes on in the draft and in edition 2, lost or at its words, and is put back there', async () => {
  const { initiativeId } = await ines.call('narratives/get', { narrativeId })
  const editions = await ines.call('narratives/editions', { initiativeId })
  const first = editions.find(({ number }: { number: number }) => number === 1)

  // two comments on the edition, on words that stay and on words that go
  await his.goto(`${company.url}/editions/${first.id}`)
  await his.locator('.edition-line').first().waitFor()
  const { document: frozen } = await omar.call('narratives/edition', { editionId: first.id })
  const texts: { id: string; text: string }[] = []
  const gather = (node: { attrs?: { id?: string }; text?: string; content?: never[] }) => {
    const own = (node.content ?? []).map(({ text = '' }: { text?: string }) => text).join('')
    if (node.attrs?.id && own !== '') texts.push({ id: node.attrs.id, text: own })
    for (const child of node.content ?? []) gather(child)
  }
  gather(frozen)
  const passage = (quote: string) => {
    const block = texts.find(({ text }) => text.includes(quote))
    if (!block) throw new Error(`“${quote}” is not in the edition`)
    const from = block.text.indexOf(quote)
    return { blockId: block.id, from, to: from + quote.length, quote }
  }
  const STAYS = 'The laboratory is called'
  const GOES = 'taken that day'
  for (const [quote, text] of [
    [STAYS, 'By whom is it called?'],
    [GOES, 'Which day is that?'],
  ] as const)
    await omar.call('reviews/commentOnEdition', { editionId: first.id, text, on: passage(quote) })
  await thread(his, 'Which day is that?').waitFor()
  for (const quote of [STAYS, GOES])
    await his.locator('.edition mark').filter({ hasText: quote }).first().waitFor()

  // in the draft both are there; the words of one go
  await thread(hers, 'By whom is it called?').getByRole('link', { name: 'on edition 1' }).waitFor()
  await select(hers, GOES)
  await hers.keyboard.press('Delete')
  await lost(hers).getByText('Which day is that?').waitFor()
  await hers.locator('footer').getByText('Saved', { exact: true }).waitFor()
  await hers.getByRole('button', { name: 'Freeze edition 2' }).click()
  await hers.getByLabel('A name for it').waitFor()
  await hers.keyboard.press('Enter')
  await hers.waitForURL((url) => url.pathname.startsWith('/editions/') && !url.pathname.endsWith(first.id))

  // edition 2: one stands at its words, the other has lost its place and says what it was about
  await thread(hers, 'By whom is it called?').waitFor()
  await hers.locator('.edition mark').filter({ hasText: STAYS }).first().waitFor()
  await lost(hers).getByText('Which day is that?').waitFor()
  await lost(hers).getByText(GOES).waitFor()
  expect(await barriers(hers)).toEqual([])
  await look(hers, 'edition-2-lost-1440')

  // by key from one to the next and back, as in the draft
  await hers.keyboard.press('Alt+PageDown')
  const atHand = hers.locator('.edition mark[data-tone="at-hand"]')
  const one = await atHand.first().innerText()
  await hers.keyboard.press('Alt+PageDown')
  await expect.poll(() => atHand.first().innerText()).not.toBe(one)
  await hers.keyboard.press('Alt+PageUp')
  await expect.poll(() => atHand.first().innerText()).toBe(one)

  // who may not edit puts it back by hand in the draft, and all see it there
  await his.goto(`${company.url}/drafts/${narrativeId}`)
  await lost(his).getByText('Which day is that?').waitFor()
  await lost(his)
    .getByRole('article')
    .filter({ hasText: 'Which day is that?' })
    .getByRole('button', { name: 'Put it here' })
    .click()
  await select(his, STAYS)
  await his.locator('.selection-bubble').getByRole('button', { name: 'Put it here' }).click()
  await thread(his, 'Which day is that?').getByText('put here by Omar').waitFor()

  // on a phone and in the dark, within the rules
  for (const page of [his, hers]) {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.reload()
      await page.getByRole('button', { name: /\d+ (notes|comments)/ }).click()
      await page.getByRole('dialog').getByText('By whom is it called?').waitFor()
      expect(await barriers(page)).toEqual([])
      if (SCREENS)
        await page.screenshot({
          path: `${SCREENS}/${page === his ? 'draft' : 'edition-2'}-390-${colorScheme}.png`,
        })
      await page.keyboard.press('Escape')
    }
  }
})
