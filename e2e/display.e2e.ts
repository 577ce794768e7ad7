import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import {
  button,
  type Company,
  openCompany,
  openTheQuestions,
  type Person,
  passage,
  pictures,
  select,
} from './company.ts'

/** A screen on the wall of the room, with nobody signed in on it. */
let company: Company
let ines: Person
let omar: Person
let wall: Page
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
  wall = await (await company.openContext({ viewport: { width: 1920, height: 1080 } })).newPage()
  wall.setDefaultTimeout(30_000)
})
afterAll(() => company?.close())
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await company.photograph('failed-display')
  await wall.screenshot({ path: `${pictures}/failed-display-wall.png` })
})

/** On a wall and on a phone, light and dark: no barrier that axe finds, and nothing past the edge. */
async function looked(what: string) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1920, 1080],
      [390, 844],
    ] as const) {
      await wall.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await wall.setViewportSize({ width, height })
      await expect.poll(() => barriers(wall), { message: `${what} ${colorScheme} ${width}` }).toEqual([])
      const wide = await wall.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `${what} ${width}`).toBeLessThanOrEqual(0)
      await wall.screenshot({ path: `${pictures}/display-${what}-${colorScheme}-${width}.png` })
    }
  await wall.emulateMedia({ colorScheme: 'light' })
  await wall.setViewportSize({ width: 1920, height: 1080 })
}

const heading = (name: string | RegExp) => wall.getByRole('heading', { level: 1, name })
/** In pixels; a screen of 55 inches shows 1080 of them on 68 cm. */
const typeSize = (name: string | RegExp) =>
  heading(name).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

test('R19: a screen joins by a code and shows clock and question; it comes back by itself, and ends with its code', async () => {
  const { address } = await company.schedule('improve', {
    Ines: ['facilitator', 'author', 'reader'],
    Omar: ['note-taker', 'reader'],
  })
  for (const { page } of [ines, omar]) await page.goto(address)
  await ines.page.getByText('2 of').waitFor()
  await omar.page.getByRole('button', { name: 'More', exact: true }).click()
  const notHis = omar.page.getByRole('menuitem', { name: 'Show it on a screen' })
  expect(await notHis.getAttribute('aria-disabled')).toBe('true')
  await omar.page.keyboard.press('Escape')
  await ines.page.getByRole('button', { name: 'More', exact: true }).click()
  await ines.page.getByRole('menuitem', { name: 'Show it on a screen' }).click()
  const code = (await ines.page.getByRole('status', { name: 'The code' }).innerText()).trim()
  expect(code).toMatch(/^[A-Z2-9]{4} [A-Z2-9]{4}$/)
  expect(await barriers(ines.page)).toEqual([])
  await ines.page.screenshot({ path: `${pictures}/display-dialog.png` })
  await button(ines.page, 'Close').click()

  await wall.goto(`${company.url}/display`)
  await looked('join')
  await wall.getByLabel('Code').fill(code.toLowerCase())
  await button(wall, 'Show it').click()
  await wall.getByText('Before we start').waitFor()
  await looked('lobby')

  await button(ines.page, 'Start the silent reading').click()
  await heading(/min left/).waitFor()
  expect(await typeSize(/min left/)).toBeGreaterThan(140)
  await omar.page.getByText(passage).first().waitFor()
  await select(omar.page, passage)
  await omar.page
    .getByRole('toolbar', { name: 'The selected words' })
    .getByRole('button', { name: /^Question/ })
    .click()
  await omar.page
    .getByLabel('Your question', { exact: true })
    .fill('Which station says so, and how often is it wrong?')
  await button(omar.page, 'Seal the question').click()
  await omar.page.getByText('Which station says so').first().waitFor()
  expect(await wall.content()).not.toContain('Which station')
  await looked('reading')

  await openTheQuestions(ines.page)
  await heading('Which station says so, and how often is it wrong?').waitFor()
  await wall.getByText(/^Page 1 · lines? \d/).waitFor()
  await wall.getByText(passage).waitFor()
  expect(await typeSize(/Which station/)).toBeGreaterThan(60)
  for (const { name } of [ines, omar]) expect(await wall.locator('body').innerText()).not.toContain(name)
  await looked('question')

  // honest while the line is cut, and there again by itself, with the server started anew meanwhile
  await wall.context().setOffline(true)
  await wall.getByText(/^Not connected since \d\d:\d\d/).waitFor()
  await looked('lost')
  await company.restart()
  await wall.context().setOffline(false)
  await expect.poll(() => wall.getByText(/^Not connected since/).count(), { timeout: 60_000 }).toBe(0)
  await ines.page.getByRole('button', { name: 'More', exact: true }).click()
  await ines.page.getByRole('menuitem', { name: 'Pause for an interruption' }).click()
  await heading('Paused').waitFor()
  await looked('paused')
  await wall.reload()
  await heading('Paused').waitFor()
  await button(ines.page, 'Resume the meeting').click()
  await heading(/Which station/).waitFor()

  await ines.page.getByRole('button', { name: 'More', exact: true }).click()
  await ines.page.getByRole('menuitem', { name: 'Show it on a screen' }).click()
  await button(ines.page, 'End every screen').click()
  await heading('Nothing is shown here').waitFor()
  expect(await wall.content()).not.toContain('Which station')
  await looked('gone')
  await wall.getByRole('link', { name: 'Enter a code' }).click()
  await wall.getByLabel('Code').waitFor()
})
