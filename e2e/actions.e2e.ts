import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage, pictures } from './company.ts'

/** D5: from the room to the desk of whoever is to do it. */
let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
})
afterAll(() => company?.close())

const inWeeks = (weeks: number) => new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10)

test('D5: actions are written down by keyboard, an intention is shown as one, and its owner is told and says Done', async () => {
  const { address, meetingId, initiativeId, editionId } = await company.schedule('improve', {
    Ines: ['facilitator', 'author', 'note-taker', 'reader'],
    Omar: ['reader'],
  })
  for (const { page } of [ines, omar]) await page.goto(address)
  await ines.page.getByText('2 of').waitFor()
  await button(ines.page, 'Start the silent reading').click()
  for (const { page } of [ines, omar]) await page.getByText(passage).first().waitFor()
  const key = () => crypto.randomUUID()
  const questionIds: string[] = []
  for (const text of ['What does it cost?', 'What will a grower pay?'])
    questionIds.push((await omar.post(`/meetings/${meetingId}/questions`, { key: key(), text, on: null })).id)
  await ines.post(`/meetings/${meetingId}/reveal`, {
    key: key(),
    because: 'They have said so.',
  })
  const { page } = ines
  await page.getByRole('navigation', { name: 'The room' }).getByRole('button', { name: 'End' }).click()

  await button(page, 'Add an action').press('Enter')
  const form = page.locator('form').filter({ has: page.getByLabel('What is to be done') })
  await page.keyboard.type('Call the hatchery')
  await form.getByLabel('Owner').selectOption({ label: 'Omar' })
  await form.getByLabel('By', { exact: true }).fill(inWeeks(2))
  await form.getByLabel('By', { exact: true }).press('Enter')
  const list = page.getByRole('list', { name: 'Actions' })
  await list.getByText('Call the hatchery').waitFor()
  // the next one is begun at once
  await form.getByLabel('What is to be done').fill('We should look at Maine')
  await form.getByLabel('What is to be done').press('Enter')
  await list.getByText('Needs an owner and a date').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'actions-room-1440.png') })
  await button(page, 'That is all').click()

  await ines.post(`/meetings/${meetingId}/experience`, {
    key: key(),
    experience: 'A text at five.',
    why: 'The tide does not wait.',
  })
  await ines.post(`/meetings/${meetingId}/clusters`, { key: key(), questionIds })
  await ines.post(`/meetings/${meetingId}/hand-over`, { key: key(), to: ines.id, due: inWeeks(1) })
  await ines.post(`/meetings/${meetingId}/close`, { key: key() })
  for (const each of [ines, omar]) await each.page.getByText('The meeting is closed.').waitFor()
  // R8: what was asked as one stands as one
  expect(await page.getByText('Asked as one with the question above.').count()).toBe(1)

  // D2: the minutes as a file
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save the record as PDF').click(),
  ])
  expect(file.suggestedFilename()).toMatch(/, record of the meeting\.pdf$/)
  const saved = join(pictures, 'record.pdf')
  await file.saveAs(saved)
  expect(readFileSync(saved, 'latin1')).toMatch(/^%PDF-/)

  const his = omar.page
  await his.setViewportSize({ width: 390, height: 844 })
  await his.emulateMedia({ colorScheme: 'dark' })
  await his.goto(company.url)
  await his.getByRole('heading', { name: 'What you are to do' }).waitFor()
  await his.getByRole('link', { name: 'Call the hatchery' }).click()
  await button(his, 'Done: Call the hatchery').waitFor()
  expect(await button(his, /^Edit/).count()).toBe(0)
  expect(await barriers(his)).toEqual([])
  await his.screenshot({ path: join(pictures, 'actions-closed-390-dark.png') })
  await button(his, 'Done: Call the hatchery').click()
  await button(his, 'Undo').click()
  await button(his, 'Done: Call the hatchery').click()
  await button(his, 'Not done: Call the hatchery').waitFor()
  await his.goto(company.url)
  await his.getByText('Nothing waits for you today.').waitFor()
  expect(await his.getByRole('heading', { name: 'What you are to do' }).count()).toBe(0)

  // the intention finds its owner on the page that the meeting left behind
  await button(page, 'Edit: We should look at Maine').click()
  await form.getByLabel('Owner').selectOption({ label: 'Omar' })
  await button(page, 'Keep').click()
  await list.getByText('Needs a date').waitFor()
  await button(page, 'Edit: We should look at Maine').click()
  await button(page, 'Take it back').click()
  await button(page, 'Undo').click()
  await list.getByText('We should look at Maine').waitFor()

  // the next meeting returns to both
  const { room } = await ines.post(`/initiatives/${initiativeId}/meetings`, {
    editionId,
    key: key(),
    purpose: 'improve',
    startsAt: new Date().toISOString(),
    readingMinutes: 10,
    discussionMinutes: 20,
    attendees: [
      { personId: ines.id, roles: ['facilitator', 'author'] },
      { personId: omar.id, roles: ['reader'] },
    ],
  })
  for (const each of [ines, omar]) await each.page.goto(`${company.url}/meetings/${room.meetingId}`)
  await page.getByText('2 of').waitFor()
  await button(page, 'Start the silent reading').click()
  const left = his.getByRole('region', { name: 'Cover sheet' }).getByRole('listitem')
  await left.filter({ hasText: 'Call the hatchery Omar: done' }).waitFor()
  await left.filter({ hasText: 'We should look at Maine Omar · Needs a date' }).waitFor()
  expect(await barriers(his)).toEqual([])
  await his.screenshot({ path: join(pictures, 'actions-returned-390-dark.png') })
})
