import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { type Company, openCompany, type Person } from './company.ts'

/** One story: an edition is named, compared with the draft, restored, and the restore is taken back. */
let company: Company
let ines: Person
let page: Page
let editionId: string
let narrativeId: string

beforeAll(async () => {
  company = await openCompany(['Ines'], { viewport: { width: 1280, height: 720 } })
  ;[ines] = company.people as [Person] // as many as were named
  const { initiativeId } = await ines.call('narratives/duplicateGuide', {})
  const [draft] = await ines.call('narratives/list', { initiativeId })
  narrativeId = draft.id
  editionId = (await ines.call('narratives/freeze', { narrativeId })).id
  page = ines.page
})

afterAll(() => company?.close())

const choose = async (entry: string) => {
  await page.getByRole('button', { name: 'More to do with this edition' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** For who looks at what they changed: SHOTS names a folder. */
async function shot(name: string) {
  const folder = process.env.SHOTS
  if (folder === undefined) return
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` })
    }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
}

test('N6: an edition is named after freezing', async () => {
  await page.goto(`${company.url}/editions/${editionId}`)
  await page.locator('.edition-line').first().waitFor()
  await choose('Name this edition')
  await page.getByLabel('Its name').fill('For the harbour')
  expect(await barriers(page)).toEqual([])
  await shot('name')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'About this edition' }).getByText('For the harbour').waitFor()
})

test('N6: an edition is compared with the draft, word by word, with next and previous by key', async () => {
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await page.locator('.draft [data-part="summary"] p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type('From tomorrow on: ')
  await expect.poll(() => page.locator('footer').getByRole('status').last().innerText()).toBe('Saved')
  await page.goto(`${company.url}/editions/${editionId}`)
  await choose('Compare with the draft')
  await page.getByText('1 place changed · 3 words added, 0 struck').waitFor()
  expect(await page.locator('.changes ins').innerText()).toBe('From tomorrow on: ')
  await page.keyboard.press('n')
  await page.getByText('Change 1 of 1').waitFor()
  expect(await page.locator('[data-at-hand]').evaluate((here) => here === document.activeElement)).toBe(true)
  expect(await barriers(page)).toEqual([])
  await shot('compare')
})

test('N6: restoring says what will change, and is taken back in one act', async () => {
  await page.goto(`${company.url}/editions/${editionId}`)
  await choose('Restore in the draft')
  await page.getByText('1 place will change: 0 words come back, 3 go.').waitFor()
  expect(await barriers(page)).toEqual([])
  await shot('restore')
  await page.getByRole('button', { name: 'Restore in the draft' }).click()
  await page.waitForURL(/\/drafts\//)
  const summary = page.locator('.draft [data-part="summary"]')
  await summary.waitFor()
  await expect.poll(() => summary.innerText()).not.toContain('From tomorrow on')
  await page.getByRole('button', { name: 'Undo' }).click()
  await summary.getByText('From tomorrow on').waitFor()
  await page.getByText('The draft says again what it said before.').waitFor()
})

test('N6: the list has the name, authors, pages and size of each', async () => {
  const { initiativeId } = await ines.call('narratives/get', { narrativeId })
  await page.goto(`${company.url}/ideas/${initiativeId}/narrative`)
  const row = page.getByRole('list', { name: 'Editions' })
  await row.getByText('Edition 1, For the harbour').waitFor()
  expect(await row.innerText()).toMatch(/By Ines[\s\S]*pages[\s\S]*\d+ kB/)
  expect(await barriers(page)).toEqual([])
  await shot('list')
})
