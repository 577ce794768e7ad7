import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, pictures } from './company.ts'

let company: Company
let ines: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines] = company.people as [Person]
  await company.schedule('improve', { Ines: ['facilitator', 'author', 'note-taker'], Omar: ['reader'] })
})
afterAll(() => company?.close())

test('R13: a calendar follows one’s meetings by an address that is shown once, changed and ended', async () => {
  const { page } = ines
  await page.goto(`${company.url}/meetings`)
  await button(page, 'Make an address').click()
  const field = page.getByLabel('Your calendar’s address')
  await field.waitFor()
  const address = await field.inputValue()
  const answer = await fetch(address)
  expect(await answer.text()).toContain('BEGIN:VEVENT')
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/calendar-address.png`, fullPage: true })
  await page.reload()
  await page.getByText('Your calendar follows your meetings').waitFor()
  expect(await field.count()).toBe(0)
  await button(page, 'End it').click()
  await button(page, 'Make an address').waitFor()
  expect((await fetch(address)).status).toBe(404)
})

test('R13: without a mail server the settings say what to do, and keep how letters would be', async () => {
  const { page } = ines
  await page.goto(`${company.url}/settings`)
  await page.getByText('Nobody is written to yet').waitFor()
  await page.getByText('Two days before').click()
  await page.getByText('When people are reminded is changed.').waitFor()
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon')
  await page.getByText('The time zone is changed.').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: `${pictures}/letter-settings.png`, fullPage: true })
  await page.reload()
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Lisbon')
  await expect.poll(() => page.getByRole('radio', { name: 'Two days before' }).isChecked()).toBe(true)
})
