import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage, select } from './company.ts'

/** One story, told in the order of the tests: somebody from outside comes to a meeting. */
let company: Company
let ines: Person
let omar: Person
let meeting: Awaited<ReturnType<Company['schedule']>>
let gil: Page
let link: string

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person]
  meeting = await company.schedule('improve', {
    Ines: ['facilitator', 'author', 'note-taker'],
    Omar: ['reader'],
  })
  // on a phone, where such a link is opened
  const context = await company.openContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  gil = await context.newPage()
  gil.setDefaultTimeout(30_000)
})

afterAll(() => company?.close())

test('R12: the facilitator makes a link for a guest', async () => {
  await ines.page.goto(meeting.address)
  await button(ines.page, 'More').click()
  await ines.page.getByRole('menuitem', { name: 'Guests from outside' }).click()
  const dialog = ines.page.getByRole('dialog', { name: 'Guests' })
  await dialog.getByLabel('Their name').fill('Gil of Harbour Foods')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  link = await dialog.getByLabel('Link for Gil of Harbour Foods').inputValue()
  expect(new URL(link).pathname).toMatch(/^\/guest\/[\w-]{32}$/)
  expect(await barriers(ines.page)).toEqual([])
  await ines.page.screenshot({ path: 'test-results/meetings/guests-dialog.png' })
  await ines.page.keyboard.press('Escape')
})

test('R12: the guest comes in by it with nothing to set up, and has this room and no other page', async () => {
  await gil.goto(link)
  await gil.getByText('Ines of Tidewatch invites you').waitFor()
  expect(await barriers(gil)).toEqual([])
  await gil.screenshot({ path: 'test-results/meetings/guest-door.png' })
  await button(gil, 'Come in').click()
  await gil.waitForURL('**/meetings/*')
  await gil.getByText('Ines starts it for everybody').waitFor()
  expect(await gil.getByRole('link', { name: 'Print it to read on paper' }).count()).toBe(0)
  await gil.goto(`${company.url}/ideas`)
  await gil.getByRole('heading', { name: 'You are a guest here' }).waitFor()
  await gil.goto(link)
  await button(gil, 'Come in').click()
  await gil.waitForURL('**/meetings/*')
})

test('R5, R7: the guest reads the same lines and asks', async () => {
  await omar.page.goto(meeting.address)
  await omar.page.getByText('Ines starts it for everybody').waitFor()
  await button(ines.page, 'Start the silent reading').click()
  await gil.getByText(passage).first().waitFor()
  await select(gil, passage)
  await button(gil, /^Question/)
    .first()
    .click()
  await gil.getByLabel('Your question', { exact: true }).fill('Who updates it?')
  await button(gil, 'Seal the question').click()
  await expect
    .poll(async () => (await omar.get(`/meetings/${meeting.meetingId}/room`)).room.phase.name)
    .toBe('reading')
  expect(await barriers(gil)).toEqual([])
  await gil.screenshot({ path: 'test-results/meetings/guest-reading.png' })
})

test('R8: the question stands in the room with the name of the guest, until their link is ended', async () => {
  await ines.post(`/meetings/${meeting.meetingId}/reveal`, {
    key: crypto.randomUUID(),
    because: 'Enough is read.',
  })
  for (const page of [ines.page, omar.page, gil]) await page.getByText('Who updates it?').first().waitFor()
  await omar.page.getByText('Gil of Harbour Foods').first().waitFor()
  expect(await barriers(gil)).toEqual([])
  await gil.screenshot({ path: 'test-results/meetings/guest-discussion.png' })

  await button(ines.page, 'More').click()
  await ines.page.getByRole('menuitem', { name: 'Guests from outside' }).click()
  await button(ines.page, 'End it now').click()
  await ines.page.getByLabel('Link for Gil of Harbour Foods').waitFor({ state: 'detached' })
  await gil.reload()
  await gil.getByRole('heading', { name: 'Sign in' }).waitFor()
  await gil.goto(link)
  await gil.getByRole('heading', { name: 'This link is no longer good' }).waitFor()
  await omar.page.getByText('Gil of Harbour Foods').first().waitFor()
})
