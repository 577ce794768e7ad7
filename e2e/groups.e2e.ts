import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, type Company, openCompany, type Person } from './company.ts'
import { lookWideAndNarrow } from './look.ts'

let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Noor', 'Lea'])
  ;[ines, omar] = company.people as [Person, Person]
}, 120_000)
afterAll(() => company?.close())

const look = ({ page }: Person, name: string) => lookWideAndNarrow(page, `groups-${name}`)

test('P5: a company of one group is asked for none; the second is made by keyboard, and its lead says who is in it', async () => {
  const { page } = ines
  await omar.page.goto(`${company.url}/settings`)
  await omar.page.getByText('How this company works.').waitFor()
  expect(await omar.page.getByRole('heading', { name: 'Groups' }).count()).toBe(0)
  await page.goto(`${company.url}/settings`)
  await page.getByRole('link', { name: 'groups' }).click()
  await page.getByText('Everybody is in one group.').waitFor()
  await look(ines, 'first')

  await page.keyboard.press('n')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('The name is empty: write a few words').waitFor()
  await page.keyboard.type('Sea')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sea' }).waitFor()
  await page.getByLabel('Lead', { exact: true }).selectOption({ label: 'Omar' })
  await page.getByText('Omar leads Sea now.').waitFor()
  await page.getByLabel('Budget', { exact: true }).fill('some')
  await page.keyboard.press('Tab')
  await page.getByText('The budget is no amount').waitFor()
  await page.getByLabel('Budget', { exact: true }).fill('250.000')
  await page.keyboard.press('Enter')
  await page.getByText('Sea may spend 250,000 USD.').waitFor()
  await page.getByLabel('Currency of the budget').selectOption('EUR')
  await page.getByText('Sea may spend 250,000 EUR.').waitFor()
  await page.getByLabel('Add somebody: Peers').selectOption({ label: 'Noor' })
  await page.getByText('Noor is proposed in this round.').waitFor()
  await page.getByLabel('Add somebody: Deciders').selectOption({ label: 'Lea' })
  await page.getByText('Lea decides in Sea now.').waitFor()

  await page.getByRole('link', { name: 'Groups' }).click()
  await page.getByText('Omar leads it · one person').waitFor()
  await button(page, 'Make a group').click()
  await page.getByLabel('Name', { exact: true }).fill('Oysters')
  await page.getByLabel('Stands in').selectOption({ label: '\u2003Sea' })
  await button(page, 'Make it').click()
  await page.getByRole('heading', { name: 'Oysters' }).waitFor()
  await page.getByText('Noor, from a group above').waitFor()
  await page.getByText('Lea, from a group above').waitFor()
  // what stands in another cannot take it in
  await page.getByRole('link', { name: 'Sea' }).click()
  await page.getByRole('heading', { name: 'Sea' }).waitFor()
  expect(await page.getByLabel('Stands in').locator('option').allTextContents()).toEqual(['Tidewatch'])
  await look(ines, 'one')

  await omar.page.goto(page.url())
  await omar.page.getByRole('heading', { name: 'Sea' }).waitFor()
  expect(await omar.page.getByLabel('Name of the group').isDisabled()).toBe(true)
  await omar.page.getByLabel('Add somebody: Members').selectOption({ label: 'Noor' })
  await omar.page.getByText('Noor is in Sea now.').waitFor()
  await button(omar.page, 'Undo').click()
  await omar.page.getByRole('list', { name: 'Members' }).waitFor({ state: 'detached' })
  await omar.page.getByLabel('Add somebody: Members').selectOption({ label: 'Lea' })
  await button(omar.page, 'Take off Lea: Members').click()
  await omar.page.getByText('Lea is taken off.').waitFor()
  await look(omar, 'lead')
})

test('P5: a name that is taken is said at the foot, a group in use is closed and not deleted, an empty one is', async () => {
  const { page } = ines
  await page.goto(`${company.url}/groups`)
  await page.getByRole('link', { name: 'Sea' }).click()
  await button(page, 'Delete it').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
  await page.getByText('Move them first, or close it.').waitFor()
  await look(ines, 'in-use')
  await page.keyboard.press('Escape')
  await button(page, 'Close it').click()
  await page.getByText('Closed: it takes in no idea any more').waitFor()
  await page.getByRole('link', { name: 'Groups' }).click()
  await page.getByText('Closed · Omar leads it').waitFor()
  await look(ines, 'list')

  await page.getByRole('link', { name: 'Oysters' }).click()
  await page.getByLabel('Name of the group').fill('Oysters at five')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Oysters at five' }).waitFor()
  await ines.call('groups/make', { name: 'Reeds' })
  await page.reload()
  await page.getByLabel('Stands in').selectOption({ label: 'Tidewatch' })
  await page.getByText('Oysters at five is moved.').waitFor()
  await page.getByLabel('Name of the group').fill('reeds')
  await page.keyboard.press('Enter')
  await page.getByText('There is a group of this name in Tidewatch already').waitFor()
  await button(page, 'Delete it').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
  await page.getByText('is deleted.').waitFor()
  await page.getByRole('heading', { name: 'Groups' }).waitFor()
  await page.goto(`${company.url}/groups/${crypto.randomUUID()}`)
  await page.getByText('No group here').first().waitFor()
})
