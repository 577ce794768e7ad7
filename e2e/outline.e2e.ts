import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { type Company, openCompany } from './company.ts'

/** One story, told in the order of the tests: finding one's way in a document of several pages. */
let company: Company
let page: Page
let narrativeId: string

const questions = Array.from({ length: 24 }, (_, at) => `What happens on morning ${at + 1}?`)
const DRAFT = `# Tidewatch tells growers at five

## Summary

Growers learn at noon whether they may sell.

### Who it is for

${'Independent growers with one boat or two, who read one text before they leave the house. '.repeat(20)}

## External FAQ

${questions.map((question) => `### ${question}\n\n${'The text is sent, and the boats stay or leave. '.repeat(12)}`).join('\n\n')}
`

beforeAll(async () => {
  company = await openCompany(['Ines'])
  const ines = company.people[0]
  if (!ines) throw new Error('a company of nobody')
  narrativeId = (await ines.bring(DRAFT)).narrativeId
  page = ines.page
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await words().getByText('What happens on morning 24?').waitFor()
})

afterAll(() => company?.close())

/** A page glides to where one goes. */
const GLIDES = { timeout: 15_000 }
const look = (name: string) =>
  process.env.LOOK_INTO ? page.screenshot({ path: `${process.env.LOOK_INTO}/${name}.png` }) : undefined
const words = () => page.locator('.draft')
const outline = () => page.getByRole('navigation', { name: 'Outline' })
const dialog = () => page.getByRole('dialog', { name: 'Outline' })
const here = () => outline().locator('[aria-current]')
const question = (number: number) => words().getByText(`What happens on morning ${number}?`, { exact: true })

/** The pages that the gaps of the sheet give, by the question's number. */
async function pagesOnSheet(): Promise<number[]> {
  return words()
    .locator('[data-faq-question]')
    .evaluateAll((all) => {
      const gaps = [...document.querySelectorAll('.page-gap')].map((gap) => gap.getBoundingClientRect().top)
      return all.map((each) => 1 + gaps.filter((top) => top < each.getBoundingClientRect().top).length)
    })
}

test('beside the sheet are the parts, with pages as typeset, and what stands in the part one is in', async () => {
  const faq = outline().getByRole('button', { name: /^External FAQ/ })
  await faq.getByText(/\d/).waitFor()
  expect(
    await outline()
      .getByRole('button', { name: /morning/ })
      .count(),
  ).toBe(0)
  await faq.click()
  await expect
    .poll(() =>
      outline()
        .getByRole('button', { name: /morning/ })
        .count(),
    )
    .toBe(24)
  expect(await barriers(page)).toEqual([])
  await look('outline-wide')

  await outline()
    .getByRole('button', { name: /morning 20\?/ })
    .click()
  await expect.poll(() => here().last().textContent()).toContain('morning 20?')
  await page.keyboard.type('And ')
  await words().getByText('And What happens on morning 20?').waitFor()
  await page.keyboard.press('Control+z')
  await question(20).waitFor()
  const shown = await outline()
    .getByRole('button', { name: /morning/ })
    .locator('.page')
    .allTextContents()
  expect(shown.map(Number)).toEqual(await pagesOnSheet())
  expect(new Set(shown).size).toBeGreaterThan(2)
})

test('the place follows what one reads, when the caret is out of sight', async () => {
  await page.mouse.move(700, 500)
  // again while the sheet still glides to what was written last
  const turned = async () => {
    await page.mouse.wheel(0, -100_000)
    return page.evaluate(() => scrollY)
  }
  await expect.poll(turned).toBe(0)
  await expect.poll(() => here().first().textContent()).toMatch(/^Headline/)
  await question(9).scrollIntoViewIfNeeded()
  await expect.poll(() => here().first().textContent()).toMatch(/^External FAQ/)
})

test('without a pointer: a key opens all of it, arrows walk, Enter goes there and one writes on', async () => {
  await question(20).click()
  await page.keyboard.press('Control+Alt+o')
  await dialog().waitFor()
  const focused = () => dialog().locator('button:focus').textContent()
  await expect.poll(focused).toContain('morning 20?')
  expect(
    await dialog()
      .getByRole('button', { name: /^Who it is for/ })
      .count(),
  ).toBe(1)
  expect(await barriers(page)).toEqual([])
  await look('outline-dialog')
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).toContain('morning 21?')
  await page.keyboard.press('Home')
  await expect.poll(focused).toMatch(/^Headline/)
  await dialog()
    .getByRole('button', { name: /^Who it is for/ })
    .press('Enter')
  await dialog().waitFor({ state: 'detached' })
  await expect.poll(() => words().evaluate((draft) => draft === document.activeElement)).toBe(true)
  await page.keyboard.type('All of ')
  await words().getByText('All of Who it is for').waitFor()
  await expect.poll(() => here().last().textContent()).toMatch(/^All of Who it is for/)
  await page.keyboard.press('Control+Alt+o')
  await dialog().waitFor()
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
})

test('on a phone it comes up from the line at the foot, whole on the screen, in the dark too', async () => {
  await page.setViewportSize({ width: 390, height: 780 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: /^Page \d+ of \d+, outline/ }).click()
  await dialog().waitFor()
  expect(await barriers(page)).toEqual([])
  await look('outline-phone')
  for (const line of await dialog().getByRole('button').all()) {
    const box = await line.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
  }
  await dialog()
    .getByRole('button', { name: /morning 24\?/ })
    .click()
  await dialog().waitFor({ state: 'detached' })
  await expect
    .poll(async () => (await question(24).boundingBox())?.y ?? Number.POSITIVE_INFINITY, GLIDES)
    .toBeLessThan(780)
})

test('an edition has the same outline, with the pages it was printed on', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  const edition = await company.people[0]?.post(`/narratives/${narrativeId}/editions`)
  await page.goto(`${company.url}/editions/${edition.id}`)
  await page.locator('.edition-line').first().waitFor()
  await page.keyboard.press('o')
  await dialog().waitFor()
  const printed = await page
    .locator('.edition [data-faq-entry][data-number]')
    .evaluateAll((all) => all.map((each) => each.closest('[data-page]')?.getAttribute('data-page')))
  const shown = await dialog()
    .getByRole('button', { name: /morning/ })
    .locator('.page')
    .allTextContents()
  expect(shown).toEqual(printed)
  await look('outline-edition')
  await dialog()
    .getByRole('button', { name: /morning 12\?/ })
    .click()
  const line = page.locator('.edition-line', { hasText: 'What happens on morning 12?' })
  const y = async () => (await line.boundingBox())?.y ?? -1
  await expect.poll(async () => (await y()) > 50 && (await y()) < 300, GLIDES).toBe(true)
})
