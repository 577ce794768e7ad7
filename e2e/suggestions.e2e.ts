import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { type Company, openCompany, type Person } from './company.ts'

/** One story, told in the order of the tests: Omar suggests, Ines decides, and a draft is frozen in between. */
let company: Company
let ines: Person
let omar: Person
let hers: Page
let his: Page

const DRAFT = `# Tidewatch tells growers at five

## Summary

Growers learn at noon whether they may sell.

The text costs one euro.

## External FAQ

### Who sends it?

The harbour office.

### What does it cost?

One euro a month.
`

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'], { viewport: { width: 1280, height: 720 } })
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
  const { narrativeId, initiativeId } = await ines.bring(DRAFT)
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
const notes = (page: Page) => page.getByRole('article', { name: 'Suggestion by Omar' })

/** Puts the caret at an end of a text, as somebody who clicks into it and goes there by key. */
async function caretIn(page: Page, text: string, key: 'Home' | 'End') {
  await words(page).getByText(text, { exact: true }).click()
  await page.keyboard.press(key)
}

test('one suggests words, a break and a level; the other sees each by name, in place and in the margin', async () => {
  await his.getByRole('button', { name: 'Suggest', exact: true }).click()
  await his.getByRole('button', { name: 'Suggesting' }).waitFor()

  await words(his)
    .getByText('The text costs one euro.')
    .dblclick({ position: { x: 12, y: 8 } })
  await caretIn(his, 'The text costs one euro.', 'End')
  await his.keyboard.press('Backspace')
  await his.keyboard.type(' a month.')
  await hers.locator('ins[data-suggestion]', { hasText: ' a month.' }).waitFor()
  expect(await hers.locator('del[data-suggestion]').textContent()).toBe('.')

  await caretIn(his, 'The harbour office.', 'End')
  await his.keyboard.press('Enter')
  await his.keyboard.type('Every day at five.')

  await caretIn(his, 'Growers learn at noon whether they may sell.', 'Home')
  await his.keyboard.press('Control+Alt+2')
  await hers.locator('h2[data-changed]').waitFor()

  await notes(hers).nth(2).waitFor()
  expect(await notes(hers).allTextContents()).toEqual([
    expect.stringContaining('A heading of level 2 instead of a paragraph'),
    expect.stringContaining('a month.'),
    expect.stringContaining('Every day at five.'),
  ])
  // what she writes meanwhile is written, by her, beside what he proposes
  await caretIn(hers, 'One euro a month.', 'End')
  await hers.keyboard.type(' Always.')
  await words(his).getByText('One euro a month. Always.').waitFor()
  expect(await notes(hers).count()).toBe(3)
})

test('N6: a draft with open suggestions is not frozen until somebody says how', async () => {
  await hers.getByRole('button', { name: /^Freeze edition 1/ }).click()
  const dialog = hers.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Freeze edition 1/ }).click()
  await dialog.getByText('Suggestions are open in the draft.').waitFor()
  await dialog.getByLabel('Without them').check()
  await dialog.getByRole('button', { name: /^Freeze edition 1/ }).click()
  await hers.getByText('Growers learn at noon whether they may sell.').first().waitFor()
  await hers.waitForURL(/editions/)
  await words(hers).waitFor({ state: 'detached' })
  expect(await hers.locator('body').textContent()).not.toContain('Every day at five.')
  await hers.goBack()
  await notes(hers).nth(2).waitFor()
})

test('N8: a document with open suggestions is copied as somebody says, and keeps them', async () => {
  const draft = hers.url()
  const { initiativeId } = await ines.call('narratives/get', { narrativeId: draft.split('/').at(-1) })
  const listing = `${company.url}/ideas/${initiativeId}/narrative`
  for (const [as, says] of [
    ['Without them', 'Growers learn at noon whether they may sell.'],
    ['As if accepted', 'Every day at five.'],
  ] as const) {
    await hers.goto(listing)
    await hers
      .getByRole('button', { name: /^More for/ })
      .first()
      .click()
    await hers.getByRole('menuitem', { name: /^Duplicate in this idea/ }).click()
    const dialog = hers.getByRole('dialog', { name: 'Make a copy' })
    await dialog.getByLabel(as).check()
    expect(await barriers(hers)).toEqual([])
    await dialog.getByRole('button', { name: 'Make the copy' }).click()
    await hers.waitForURL((url) => url.pathname.startsWith('/drafts/') && url.href !== draft)
    await words(hers).getByText(says).waitFor()
    expect(await notes(hers).count()).toBe(0)
  }
  await hers.goto(draft)
  await notes(hers).nth(2).waitFor()
})

test('one is accepted by key, one rejected by pointer, and the rest all at once; undo takes back one act', async () => {
  await words(hers).click()
  await hers.keyboard.press('Control+Alt+Period')
  await hers.keyboard.press('Control+Alt+Enter')
  await hers.locator('h2:not([data-changed])', { hasText: 'Growers learn' }).waitFor()
  expect(await notes(hers).count()).toBe(2)

  await notes(hers).filter({ hasText: 'a month.' }).getByRole('button', { name: 'Reject' }).click()
  await words(his).getByText('The text costs one euro.', { exact: true }).waitFor()
  expect(await notes(his).count()).toBe(1)
  await words(hers).click()
  await hers.keyboard.press('Control+z')
  await notes(his).nth(1).waitFor()

  await hers.getByRole('button', { name: 'Accept all' }).click()
  await hers.getByRole('region', { name: 'All suggestions' }).waitFor({ state: 'detached' })
  await words(his).getByText('The text costs one euro a month.', { exact: true }).waitFor()
  await words(his).getByText('Every day at five.', { exact: true }).waitFor()
  expect(
    await words(his).locator('[data-suggestion], [data-inserted], [data-deleted], [data-changed]').count(),
  ).toBe(0)
})

test('order, tables and whole answers are proposed too, and both themes and the phone show them within the rules', async () => {
  await words(his).getByText('What does it cost?').click()
  await his.keyboard.press('Alt+Shift+ArrowUp')
  await notes(hers).filter({ hasText: 'A question with its answer moved' }).waitFor()
  await caretIn(his, 'The text costs one euro a month.', 'End')
  await his.keyboard.press('Control+Alt+t')
  for (const head of ['Who', 'When', 'Euro']) {
    await his.keyboard.type(head)
    await his.keyboard.press('Tab')
  }
  await notes(hers).filter({ hasText: 'A table added' }).waitFor()
  await caretIn(his, 'Growers learn at noon whether they may sell.', 'Home')
  await his.keyboard.press('Shift+End')
  await his.keyboard.press('Delete')
  await notes(hers).nth(2).waitFor()
  for (const page of [hers, his])
    for (const scheme of ['light', 'dark'] as const)
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme: scheme })
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${page === hers ? 'hers' : 'his'}-${scheme}-${width}.png`,
          })
        expect(await barriers(page)).toEqual([])
      }
})
