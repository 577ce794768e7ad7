import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, type Company, openCompany, type Person } from './company.ts'
import { lookWideAndNarrow } from './look.ts'

/** A2: somebody schedules for another, without a right to read. */
let company: Company
let ines: Person
let noor: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Noor'])
  ;[ines, , noor] = company.people as [Person, Person, Person] // as many as were named
})
afterAll(() => company?.close())

test('A2: Noor is named, schedules a meeting for Ines on what she may not read, and is an assistant no more', async () => {
  const { initiativeId, narrativeId } = await ines.bring(
    '# A kingfisher tells growers\n\nIt sends one text.\n',
  )
  await ines.call('initiatives/update', { initiativeId, name: 'Harvest' })
  await ines.call('initiatives/share', { initiativeId, visibility: 'named', people: [] })
  const { id: editionId } = await ines.call('narratives/freeze', { narrativeId })

  await ines.page.goto(`${company.url}/settings`)
  await ines.page.getByLabel('Name somebody who schedules for you').selectOption('Noor')
  await ines.page.getByText('Noor schedules for you.').waitFor()
  // taken back, and named again by undo
  await button(ines.page, 'Remove Noor').click()
  await ines.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await button(ines.page, 'Remove Noor').waitFor()
  await lookWideAndNarrow(ines.page, 'assistant-settings')

  const { page } = noor
  await page.goto(`${company.url}/meetings`)
  await page.getByRole('link', { name: 'Ines' }).click()
  await page.getByRole('heading', { name: 'For Ines' }).waitFor()
  await page.getByLabel('Idea', { exact: true }).selectOption('Harvest')
  const who = page.getByRole('list', { name: 'Who comes' })
  await who.getByText('Omar').first().waitFor()
  // being invited would be being let read
  expect(await who.getByText('Noor').count()).toBe(0)
  await page
    .getByLabel('Day', { exact: true })
    .fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('Time', { exact: true }).fill('10:00')
  await page.getByRole('radio', { name: 'To decide' }).click()
  await page.getByLabel('Why is a decision due now?').waitFor()
  await page.getByRole('radio', { name: 'To improve the document' }).click()
  await lookWideAndNarrow(page, 'assistant-form')
  expect(await page.content()).not.toContain('kingfisher')
  await button(page, 'Schedule the meeting').click()
  const coming = page.getByRole('list', { name: 'Coming' })
  await coming.getByText('Harvest', { exact: true }).first().waitFor()
  await coming.getByText('Ines and Omar').waitFor()
  await lookWideAndNarrow(page, 'assistant-scheduled')

  // it is moved and called off as it was arranged: in her name
  await button(page, 'Move Harvest').click()
  await page.getByRole('dialog').getByLabel('Time').fill('15:30')
  await button(page, 'Move it').click()
  await coming.getByText(/15:30/).waitFor()
  await button(page, 'Call off Harvest').click()
  await lookWideAndNarrow(page, 'assistant-call-off')
  await button(page, 'Call it off').click()
  await coming.waitFor({ state: 'detached' })

  // the record says by whose hand, and the reader's door stays shut
  await ines.page.goto(`${company.url}/ideas/${initiativeId}/activity`)
  await ines.page.getByText('had Noor schedule a meeting on edition 1').waitFor()
  expect((await noor.context.request.get(`${company.url}/api/editions/${editionId}`)).status()).toBe(404)

  await page.goto(`${company.url}/settings`)
  await page.getByRole('list', { name: 'You schedule for' }).getByRole('link', { name: 'Ines' }).waitFor()
  await button(page, /^Resign/).click()
  await expect.poll(() => page.getByRole('list', { name: 'You schedule for' }).count()).toBe(0)
  const ended = await page.goto(`${company.url}/meetings/for/${ines.id}`)
  expect(ended?.ok()).toBe(true)
  await page.getByText('There is nothing here, or it is not shared with you.').waitFor()
})
