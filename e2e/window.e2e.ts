import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage, pictures } from './company.ts'

/** R14: a time of one's own for whoever was away. */
let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
})
afterAll(() => company?.close())

async function looked({ page }: Person, what: string) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      expect(await barriers(page), `${what} ${colorScheme} ${width}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await page.screenshot({ path: join(pictures, `${what}-${colorScheme}-${width}.png`) })
    }
}

test('R14: who was away is given a time to read, reads against a clock of their own, asks, and then sees what was left', async () => {
  const { meetingId, address, initiativeId } = await company.schedule('improve', {
    Ines: ['facilitator', 'author'],
    Omar: ['reader'],
  })
  const act = (path: string, data: object = {}) =>
    ines.post(`/meetings/${meetingId}/${path}`, { key: randomUUID(), ...data })
  await act('join')
  await act('start')
  await act('reveal')
  await expect
    .poll(async () => (await ines.get(`/meetings/${meetingId}/room`)).room.phase.name)
    .toBe('discussion')
  await act('experience', { experience: 'A text at five.', why: 'The tide does not wait.' })
  await act('close')

  const { page } = ines
  await page.goto(address)
  await button(page, 'Give time to read: Omar').press('Enter')
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('Minutes to read').inputValue()).toBe('10')
  await dialog.getByLabel('Minutes to read').fill('15')
  await looked(ines, 'window-give')
  await button(page, 'Give it').click()
  await page.getByText('has 15 minutes to read', { exact: false }).waitFor()
  await looked(ines, 'window-given')

  const his = omar.page
  await his.goto(company.url)
  await his.getByRole('heading', { name: 'Time to read' }).waitFor()
  await his.getByText('15 minutes of your own', { exact: false }).waitFor()
  await his.goto(address)
  await his.getByRole('region', { name: 'Your time to read' }).getByText('You have 15 minutes').waitFor()
  expect(await his.getByText('A text at five.').count()).toBe(0)
  await looked(omar, 'window-yours')
  await button(his, 'Show what the room left').click()
  await his.getByText('A text at five.').waitFor()
  await his.reload()
  await button(his, 'Start reading').click()
  await his.getByText(passage).first().waitFor()
  expect(await his.getByText('A text at five.').count()).toBe(0)
  await looked(omar, 'window-reading')
  await button(his, /^Question/)
    .last()
    .click()
  await his.getByText('It is on record at once, and opens the next meeting.').waitFor()
  await his.getByLabel('Your question', { exact: true }).fill('And in winter?')
  await button(his, 'Ask it').click()
  await expect
    .poll(async () => JSON.stringify(await ines.get(`/initiatives/${initiativeId}/questions`)))
    .toContain('And in winter?')

  // a reload goes on where the clock is
  await his.reload()
  await his.getByText('This is your own time.', { exact: false }).waitFor()
  await button(his, 'Finished').click()
  await his.getByText('A text at five.').waitFor()
  expect(await his.getByRole('region', { name: 'Your time to read' }).count()).toBe(0)
})

test('R7, A1: what was written with the line cut until the meeting had closed is shown to whoever wrote it, and kept', async () => {
  const { meetingId, address } = await company.schedule('improve', {
    Ines: ['facilitator', 'author'],
    Omar: ['reader'],
  })
  const act = (path: string, data: object = {}) =>
    ines.post(`/meetings/${meetingId}/${path}`, { key: randomUUID(), ...data })
  const his = omar.page
  await his.emulateMedia({ colorScheme: 'light' })
  await his.setViewportSize({ width: 1440, height: 844 })
  await act('join')
  await his.goto(address)
  await his.getByText('2 of 2').waitFor()
  await act('start')
  await his.getByText(passage).first().waitFor()
  await his.context().setOffline(true)
  await button(his, /^Question/)
    .last()
    .click()
  await his.getByLabel('Your question', { exact: true }).fill('Who pays in winter?')
  await button(his, 'Seal the question').click()
  await his.getByText('Who pays in winter?').first().waitFor()
  await his.goto('about:blank')
  await act('reveal', { because: 'They have said so.' })
  const phase = async () => (await ines.get(`/meetings/${meetingId}/room`)).room.phase.name
  await expect.poll(phase).toBe('discussion')
  await act('experience', { experience: 'A text at five.', why: 'The tide does not wait.' })
  await act('close')

  await his.context().setOffline(false)
  await his.goto(address)
  const late = his.locator('section', { hasText: 'What did not arrive' }).last()
  await late.getByText('Who pays in winter?').waitFor()
  await late.getByText('It did not arrive before the close.').waitFor()
  await looked(omar, 'window-late')
  await late.getByRole('button', { name: 'Keep it as a note' }).click()
  await late.waitFor({ state: 'detached' })
  const { room } = await omar.get(`/meetings/${meetingId}/room`)
  await expect
    .poll(async () => JSON.stringify(await omar.get(`/editions/${room.edition.id}/notes`)))
    .toContain('Who pays in winter?')
  await his.reload()
  await his.getByText('The meeting is closed.').waitFor()
  expect(await late.count()).toBe(0)
})
