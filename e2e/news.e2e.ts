import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, pictures } from './company.ts'

let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
})
afterAll(() => company?.close())

test('News: what colleagues did stands on the desk after what needs me, opens at its place, and is seen in one act', async () => {
  const { page } = ines
  const { narrativeId } = await ines.bring(
    '# Harbour opens to small boats\n\nSkippers phone the port to ask.\n',
  )
  await page.goto(`${company.url}/news`)
  await page.getByText('Nothing has happened yet.').waitFor()
  for (const text of ['How many boats?', 'And in winter?'])
    await omar.post(`/narratives/${narrativeId}/comments`, { text, on: null })
  await omar.post('/initiatives', { name: 'An idea of his own' })

  // the keyboard alone: from the desk to the news, to the comment
  await page.goto(`${company.url}/`)
  const section = page.locator('section#news')
  await section.getByText('2 comments from Omar').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/news-desk.png`, fullPage: true })
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: 'News', exact: true }).waitFor()
  const link = page.getByRole('link', { name: '2 comments from Omar' })
  await link.waitFor()
  expect(await page.getByText('An idea of his own').count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/news.png`, fullPage: true })
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: `${pictures}/news-phone-dark.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await link.focus()
  await page.keyboard.press('Enter')
  // the earliest of them: the one after it stands below
  await page.waitForURL((url) => url.pathname.includes(narrativeId) && url.searchParams.has('comment'))
  await page.getByText('How many boats?').first().waitFor()

  await page.goto(`${company.url}/news`)
  await button(page, 'I have seen it').click()
  await page.getByRole('list', { name: 'Before' }).getByText('2 comments from Omar').waitFor()
  await button(page, 'Undo').click()
  await page.getByRole('list', { name: 'New' }).getByText('2 comments from Omar').waitFor()
  await button(page, 'I have seen it').click()
  await page.getByRole('list', { name: 'Before' }).waitFor()
  await page.goto(`${company.url}/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await section.count()).toBe(0)

  // a kind that one does without
  await page.goto(`${company.url}/news`)
  await page.getByLabel('Comments on what you write').click()
  await page.getByText('What is news to you is changed.').waitFor()
  await page.getByRole('list', { name: 'Before' }).waitFor({ state: 'detached' })
})
