import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage } from './company.ts'

/** A whole meeting without a pointer: every key here is one that a person would press. */
let company: Company
let ines: Person
let priya: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Priya'], { reducedMotion: 'reduce' })
  ;[ines, priya] = company.people as [Person, Person] // as many as were named
})
afterAll(() => company?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await company.photograph('failed-by-keyboard')
})

const MOST_TABS = 120

/** Tab, from wherever the focus is, until it is at `target`. */
async function tabTo(page: Page, target: Locator) {
  await target.first().waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} is not reached by Tab`)
}

async function press(page: Page, name: string | RegExp) {
  await tabTo(page, button(page, name))
  await page.keyboard.press('Enter')
}

async function type(page: Page, label: string, words: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(words)
}

async function expectNoBarriers(phase: string) {
  for (const { name, page } of company.people) expect(await barriers(page), `${phase}, ${name}`).toEqual([])
}

test('R1–R18: a meeting is held by keyboard alone, and axe finds no barrier in any of its phases', async () => {
  const { address } = await company.schedule('decide', {
    Ines: ['facilitator', 'note-taker', 'author', 'reader'],
    Priya: ['decider', 'reader'],
  })
  for (const { page } of company.people) await page.goto(address)
  await ines.page.getByText('2 of 2').waitFor()
  await expectNoBarriers('lobby')
  await press(ines.page, 'Start the silent reading')

  // lines are chosen with the arrows, and asked about with one key
  const sheet = priya.page.getByRole('article', { name: /^Edition/ })
  await priya.page.getByText(passage).first().waitFor()
  await expectNoBarriers('reading')
  await tabTo(priya.page, sheet)
  await priya.page.keyboard.press('ArrowDown')
  await priya.page.keyboard.press('ArrowDown')
  await priya.page.keyboard.press('Shift+ArrowDown')
  await priya.page.getByRole('toolbar', { name: 'The selected words' }).waitFor()
  await priya.page.keyboard.press('q')
  const question = priya.page.getByLabel('Your question', { exact: true })
  await expect.poll(() => question.evaluate((element) => element === document.activeElement)).toBe(true)
  await priya.page.keyboard.type('Which growers, and how many?')
  await expectNoBarriers('asking')
  await priya.page.keyboard.press('Control+Enter')
  await priya.page.getByText('Which growers, and how many?').first().waitFor()
  // and the keyboard is back where it was
  await expect.poll(() => sheet.evaluate((element) => element === document.activeElement)).toBe(true)

  await press(priya.page, 'Finished')
  await tabTo(priya.page, priya.page.getByRole('radio', { name: 'Yes' }))
  await priya.page.keyboard.press('ArrowDown')
  await type(priya.page, 'Because', 'Not before I know the price.')
  await expectNoBarriers('finished')
  await press(priya.page, 'Seal the answer')
  await priya.page.getByText('Sealed until the questions open').first().waitFor()

  await press(ines.page, /^Open the questions/)
  for (const { page } of company.people)
    await page.getByText('Which growers, and how many?').first().waitFor()
  await expectNoBarriers('discussion')
  // one key ends it; what the end needs is asked in a line
  await ines.page.keyboard.press('a')
  const answer = ines.page.getByLabel('The answer in a line')
  await expect.poll(() => answer.evaluate((element) => element === document.activeElement)).toBe(true)
  await ines.page.keyboard.type('Forty-six with one boat.')
  await expectNoBarriers('answering')
  await ines.page.keyboard.press('Enter')
  const queue = priya.page.getByRole('list', { name: 'All questions' })
  await queue.getByText('Answered', { exact: true }).waitFor()

  await press(ines.page, 'Go on to the decision')
  // R9: the round of views, one key from each to the next
  await button(ines.page, /^\w+ has spoken/).waitFor()
  for (const spoken of company.people.keys()) {
    await expect.poll(() => ines.page.getByText('has spoken', { exact: true }).count()).toBe(spoken)
    await ines.page.keyboard.press('n')
  }
  await button(ines.page, 'Everybody has spoken').waitFor()
  await type(ines.page, 'What the customer gets', 'One text at five.')
  await type(ines.page, 'Why, in a paragraph', 'A tide thrown back is the margin of a day.')
  await press(ines.page, 'Put it to the room')
  await priya.page.getByText('One text at five.').first().waitFor()
  await expectNoBarriers('decision')
  await tabTo(priya.page, priya.page.getByLabel('What was decided'))
  await priya.page.keyboard.type('have')
  await type(priya.page, 'What must change', 'the price')
  await type(priya.page, 'Because', 'nobody has paid it yet')
  await press(priya.page, 'Record the decision')
  await ines.page.getByRole('link', { name: 'Decision 1' }).waitFor()
  for (const { page } of company.people) await press(page, /^I understand why/)
  await expectNoBarriers('ending')
  await press(ines.page, 'Close the meeting')
  for (const { page } of company.people)
    await page.getByRole('heading', { name: 'The meeting is closed.' }).waitFor()
  await expectNoBarriers('closed')
})
