import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany } from './company.ts'

/** One story, told in the order of the tests: two people in one draft, each taking back what is theirs. */
let company: Company
let hers: Page
let his: Page

const DRAFT = `# Tidewatch tells growers at five

## Summary

Growers learn at noon.

## External FAQ

### Who sends it?

The harbour office.

### What does it cost?

One euro.
`

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  const [ines, omar] = company.people
  if (!ines || !omar) throw new Error('a company of nobody')
  const { initiativeId, narrativeId } = await ines.bring(DRAFT)
  await ines.call('initiatives/share', {
    initiativeId,
    people: [{ personId: omar.id, relation: 'author' }],
  })
  hers = ines.page
  his = omar.page
  await Promise.all([hers, his].map((page) => page.goto(`${company.url}/drafts/${narrativeId}`)))
  await Promise.all([hers, his].map((page) => words(page).getByText('The harbour office.').waitFor()))
})

afterAll(() => company?.close())

const words = (page: Page) => page.locator('.draft')
const summary = (page: Page) => words(page).locator('[data-part="summary"] p').first()
const says = (page: Page) =>
  summary(page).evaluate((line) => (line.textContent ?? '').replaceAll('\u2060', ''))
/** Every block with its words. */
const blocks = (page: Page) =>
  words(page)
    .locator('[data-block]')
    .evaluateAll((all) =>
      all.map((block) => `${block.tagName}: ${(block.textContent ?? '').replaceAll('\u2060', '')}`),
    )
const undo = (page: Page) => page.keyboard.press('Control+z')
const redo = (page: Page) => page.keyboard.press('Control+y')

async function atEnd(page: Page) {
  await summary(page).click()
  await page.keyboard.press('End')
}

/** Both see these words, without the name at the other’s caret. */
async function bothSee(text: string) {
  for (const page of [hers, his]) await expect.poll(() => says(page)).toBe(text)
}

test('a word is taken back, then the word before it, and both are done again', async () => {
  await atEnd(hers)
  await hers.keyboard.type(' One two three.')
  await bothSee('Growers learn at noon. One two three.')
  await undo(hers)
  await bothSee('Growers learn at noon. One two ')
  await undo(hers)
  await bothSee('Growers learn at noon. One ')
  await redo(hers)
  await bothSee('Growers learn at noon. One two ')
  // the caret is where one goes on
  await hers.keyboard.type('four')
  await bothSee('Growers learn at noon. One two four')
})

test('what the other wrote between, before and behind one’s words stays', async () => {
  await atEnd(his)
  await his.keyboard.type(' His.')
  await bothSee('Growers learn at noon. One two four His.')
  await summary(his).click()
  await his.keyboard.press('Home')
  await his.keyboard.type('All ')
  await bothSee('All Growers learn at noon. One two four His.')
  await undo(hers)
  await bothSee('All Growers learn at noon. One two  His.')
  await undo(hers)
  await bothSee('All Growers learn at noon. One  His.')
  await redo(hers)
  await redo(hers)
  await bothSee('All Growers learn at noon. One two four His.')
  // and his own are his to take back, in the order he wrote them
  await undo(his)
  await bothSee('Growers learn at noon. One two four His.')
  await undo(his)
  await bothSee('Growers learn at noon. One two four ')
})

test('a word stays one, though the other types all the while', async () => {
  await words(his).getByText('The harbour office.').click()
  await his.keyboard.press('End')
  await atEnd(hers)
  for (const letter of 'together') {
    await hers.keyboard.type(letter)
    await his.keyboard.type('x')
    await words(hers)
      .getByText(/office\.x+$/)
      .waitFor()
  }
  await bothSee('Growers learn at noon. One two four together')
  await undo(hers)
  await bothSee('Growers learn at noon. One two four ')
  await words(hers).getByText('The harbour office.xxxxxxxx').waitFor()
})

test('what was pasted from Word, a table, and all that was replaced are one act each', async () => {
  const standing = await blocks(hers)
  await atEnd(hers)
  await hers.evaluate(() => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal>First.</p><p class=MsoNormal>Second.</p><table><tr><td><p>Fee</p></td></tr></table></body></html>',
    )
    document
      .querySelector('.draft')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await words(his).locator('td', { hasText: 'Fee' }).waitFor()
  await undo(hers)
  for (const page of [hers, his]) await expect.poll(() => blocks(page)).toEqual(standing)
  await redo(hers)
  await words(his).locator('td', { hasText: 'Fee' }).waitFor()
  await undo(hers)
  await expect.poll(() => blocks(hers)).toEqual(standing)

  await hers.keyboard.press('Control+f')
  const bar = hers.getByRole('search', { name: 'In the draft' })
  await bar.getByLabel('Find in the draft').fill('o')
  await bar.getByLabel('Replace with').fill('0')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await bar.getByText(/replaced$/).waitFor()
  await hers.keyboard.press('Escape')
  await bar.waitFor({ state: 'detached' })
  await words(his).getByText('The harb0ur 0ffice.xxxxxxxx').waitFor()
  await undo(hers)
  for (const page of [hers, his]) await expect.poll(() => blocks(page)).toEqual(standing)
})

test('a question that was moved goes back as one act, and what was typed before is another', async () => {
  const questions = (page: Page) => words(page).locator('[data-faq-question]').allTextContents()
  await words(hers).getByText('Who sends it?').click()
  await hers.keyboard.press('End')
  await hers.keyboard.type(' Really?')
  await hers.keyboard.press('Alt+Shift+ArrowDown')
  await expect.poll(() => questions(his)).toEqual(['What does it cost?', 'Who sends it? Really?'])
  await undo(hers)
  await expect.poll(() => questions(his)).toEqual(['Who sends it? Really?', 'What does it cost?'])
  await undo(hers)
  await expect.poll(() => questions(his)).toEqual(['Who sends it? ', 'What does it cost?'])
})

test('words that are proposed are taken back word by word too', async () => {
  await hers.getByRole('button', { name: 'Suggest', exact: true }).click()
  await hers.getByRole('button', { name: 'Suggesting' }).waitFor()
  await atEnd(hers)
  await hers.keyboard.type('for now')
  await words(his).locator('ins', { hasText: 'for now' }).waitFor()
  await undo(hers)
  await expect.poll(() => words(his).locator('ins').allTextContents()).toEqual(['for '])
  await undo(hers)
  await expect.poll(() => words(his).locator('ins').count()).toBe(0)
  await hers.getByRole('button', { name: 'Suggesting' }).click()
})

test('a page that was loaded anew has nothing to take back, and takes nothing back', async () => {
  await hers.locator('footer').getByRole('status').getByText('Saved', { exact: true }).waitFor()
  await hers.reload()
  await words(hers).getByText('The harbour office.xxxxxxxx').waitFor()
  const standing = await says(hers)
  await atEnd(hers)
  await undo(hers)
  await redo(hers)
  await hers.keyboard.type('!')
  await bothSee(`${standing}!`)
  await undo(hers)
  await bothSee(standing)
})
