import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany, type Person } from './company.ts'

/** What the keys of the draft do for whoever only reads it, and for whoever suggests. */
let company: Company
let ines: Person
let hers: Page
let his: Page

const DRAFT = `# Tidewatch tells growers at five

## Summary

Growers learn at noon. Growers sell at one.

## External FAQ

### Who sends it?

The harbour office.

### What does it cost?

One euro.
`

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  const [first, omar] = company.people
  if (!first || !omar) throw new Error('a company of nobody')
  ines = first
  const { narrativeId } = await ines.bring(DRAFT)
  hers = ines.page
  his = omar.page
  await Promise.all([hers, his].map((page) => page.goto(`${company.url}/drafts/${narrativeId}`)))
  await Promise.all([hers, his].map((page) => words(page).getByText('The harbour office.').waitFor()))
})

afterAll(() => company?.close())

const words = (page: Page) => page.locator('.draft')
const summary = (page: Page) => words(page).locator('[data-part="summary"] p').first()
const bar = (page: Page) => page.getByRole('search', { name: 'In the draft' })

const keys = [
  'x',
  'Enter',
  'Backspace',
  'Delete',
  'Tab',
  'Control+b',
  'Control+i',
  'Control+e',
  'Control+Shift+X',
  'Control+Alt+1',
  'Control+Alt+t',
  'Control+Alt+f',
  'Control+Alt+s',
  'Control+Alt+Enter',
  'Control+Shift+8',
  'Control+Shift+K',
  'Alt+Shift+ArrowDown',
  'Control+Enter',
  'Control+x',
  'Control+v',
  'Control+z',
  'Control+y',
]

test('F4: whoever only reads changes nothing by any key, and no menu comes up', async () => {
  await his.locator('footer').getByText('You read and comment').waitFor()
  // where a page begins is known a little later, and is no word of it
  const html = async () => (await words(his).innerHTML()).replaceAll(' class="begins-page"', '')
  const before = await html()
  for (const place of ['Growers learn at noon. Growers sell at one.', 'Who sends it?'])
    for (const key of keys) {
      await words(his).getByText(place).click()
      await his.keyboard.press(key)
      expect(await his.getByRole('listbox', { name: 'Put in' }).count(), key).toBe(0)
    }
  // for who writes nothing a slash is what it is on any page
  await words(his).getByText('Who sends it?').click()
  await his.keyboard.press('/')
  await his.getByPlaceholder('What would you like to do?').waitFor()
  await his.keyboard.press('Escape')
  await his.getByPlaceholder('What would you like to do?').waitFor({ state: 'detached' })
  expect(await his.getByRole('listbox', { name: 'Put in' }).count()).toBe(0)
  // a picture or words let go over it are not taken either
  await words(his).evaluate((draft) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'pasted')
    const told = { clipboardData: data, bubbles: true, cancelable: true }
    draft.dispatchEvent(new ClipboardEvent('paste', told))
    draft.dispatchEvent(new ClipboardEvent('cut', told))
  })
  expect(await html()).toBe(before)
  expect(await words(hers).textContent()).not.toContain('pasted')
  // and no button that writes is offered
  expect(await his.locator('.faq-handle').count()).toBe(0)
  expect(await his.getByRole('button', { name: 'Suggest', exact: true }).count()).toBe(0)
})

test('whoever only reads finds, and is offered nothing to replace', async () => {
  await words(his).getByText('Who sends it?').click()
  await his.keyboard.press('Control+f')
  await bar(his).getByLabel('Find in the draft').fill('growers')
  await expect.poll(() => bar(his).getByRole('status').textContent()).toMatch(/ of 3$/)
  expect(await bar(his).getByLabel('Replace with').count()).toBe(0)
  await his.keyboard.press('Enter')
  expect(await words(his).locator('.match.at-hand').count()).toBe(1)
  await his.keyboard.press('Escape')
  await bar(his).waitFor({ state: 'detached' })
})

test('while suggesting, replacing proposes: each is struck and put in, and the words are as they were', async () => {
  await hers.getByRole('button', { name: 'Suggest', exact: true }).click()
  await hers.getByRole('button', { name: 'Suggesting' }).waitFor()
  await summary(hers).click()
  await hers.keyboard.press('Control+f')
  await bar(hers).getByLabel('Find in the draft').fill('Growers')
  await bar(hers).getByRole('button', { name: 'Tell capitals apart' }).click()
  await bar(hers).getByLabel('Replace with').fill('They')
  await bar(hers).getByRole('button', { name: 'Replace all' }).click()
  await bar(hers).getByText('2 replaced').waitFor()
  await bar(hers).getByLabel('Replace with').press('Escape')
  await bar(hers).waitFor({ state: 'detached' })
  await expect.poll(() => summary(his).locator('del').allTextContents()).toEqual(['Growers', 'Growers'])
  expect(await summary(his).locator('ins').allTextContents()).toEqual(['They', 'They'])
  // each to be decided by itself
  await expect.poll(() => hers.getByRole('article', { name: 'Suggestion by Ines' }).count()).toBe(2)
  // one act, as when it is written
  await summary(hers).click()
  await hers.keyboard.press('Control+z')
  await expect.poll(() => summary(his).locator('del, ins').count()).toBe(0)
  await expect.poll(() => summary(his).textContent()).toContain('Growers learn at noon. Growers sell at one.')
})

const proposed: [key: string, shows: string][] = [
  ['Control+b', 'span[data-suggestion]'],
  ['Control+Alt+2', 'h2[data-changed]'],
  ['Control+Shift+8', '[data-inserted]'],
  ['Enter', 'p[data-inserted]'],
  ['Control+Alt+t', 'table[data-inserted]'],
]

test.each(proposed)(
  'while suggesting, %s proposes, and taking it back takes the proposal',
  async (key, shows) => {
    const part = (page: Page) => words(page).locator('[data-part="summary"]')
    await summary(hers).click()
    await hers.keyboard.press('Home')
    await hers.keyboard.press('ArrowRight')
    if (key === 'Control+b') await hers.keyboard.press('Shift+End')
    await hers.keyboard.press(key)
    await part(his).locator(shows).first().waitFor()
    await hers.keyboard.press('Control+z')
    await expect
      .poll(() =>
        part(his).locator('[data-suggestion], [data-inserted], [data-deleted], [data-changed]').count(),
      )
      .toBe(0)
    await expect
      .poll(() => summary(his).textContent())
      .toContain('Growers learn at noon. Growers sell at one.')
  },
)

test('what AltGr types is a letter, and no command of Ctrl with Alt', async () => {
  await hers.getByRole('button', { name: 'Suggesting' }).click()
  await hers.getByRole('button', { name: 'Suggest', exact: true }).waitFor()
  await summary(hers).click()
  const pressed = await words(hers).evaluate((draft) =>
    [
      ['²', 'Digit2'],
      ['ś', 'KeyS'],
      ['þ', 'KeyT'],
      ['ó', 'KeyO'],
    ].map(([key, code]) =>
      draft.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: key ?? '',
          code: code ?? '',
          ctrlKey: true,
          altKey: true,
          modifierAltGraph: true,
          bubbles: true,
          cancelable: true,
        }),
      ),
    ),
  )
  // nobody prevented it, so the browser types the letter
  expect(pressed).toEqual([true, true, true, true])
  expect(await words(hers).locator('table').count()).toBe(0)
  expect(await summary(hers).textContent()).toContain('Growers learn at noon.')
  expect(await hers.getByRole('dialog').count()).toBe(0)
  expect(await hers.getByRole('button', { name: 'Suggesting' }).count()).toBe(0)
})
