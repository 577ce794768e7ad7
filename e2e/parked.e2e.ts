import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, pictures } from './company.ts'

const DAY_MS = 86_400_000

let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  const [first, second] = company.people
  if (!first || !second) throw new Error('nobody is here')
  ines = first
  omar = second
})
afterAll(() => company.close())

async function parked(name: string, until: object) {
  const { id } = await ines.post('/initiatives', { name })
  await ines.post(`/initiatives/${id}/decisions`, {
    decider: ines.id,
    outcome: { name: 'park', until },
    because: 'the sensors are not for sale yet',
  })
  return `${company.url}/ideas/${id}`
}

const iso = (fromNow: number) => new Date(Date.now() + fromNow).toISOString().slice(0, 10)

test('D4: a parked idea says what brings it back, returns on its day and stands on its owner’s desk', async () => {
  const address = await parked('Oysters by text', { on: 'day', day: iso(3 * DAY_MS) })
  const { page } = ines
  await page.goto(address)
  await page.getByText(/^Parked until \d+ \w+ \d{4}/).waitFor()

  company.wait(4 * DAY_MS)
  await company.restart()
  await page.goto(company.url)
  const back = page.locator('#came-back')
  await back.getByRole('heading', { name: 'Back from where you parked them' }).waitFor()
  await back.getByRole('link', { name: 'Oysters by text' }).waitFor()
  expect(await barriers(page)).toEqual([])
  for (const [width, scheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.screenshot({ path: join(pictures, `parked-desk-${width}-${scheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await back.getByRole('link', { name: 'Oysters by text' }).click()
  await page.getByText(/^Revise and resubmit/).waitFor()
  await page.getByRole('link', { name: 'Activity' }).click()
  await page.getByText('Came back by itself: it was parked until this day').waitFor()
})

test('D4: what has to happen stands on the idea; its owner says by one act that it has, and nobody else may', async () => {
  const address = await parked('Mussels by text', { on: 'trigger', trigger: 'the sensors are sold' })
  await omar.page.goto(address)
  await omar.page.getByText('Parked until this happens: the sensors are sold').waitFor()
  expect(await button(omar.page, 'It has happened').count()).toBe(0)

  const { page } = ines
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(address)
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'parked-trigger-390.png') })
  await button(page, 'It has happened').click()
  await page.getByText(/^Revise and resubmit/).waitFor()
  await omar.page.getByText(/^Revise and resubmit/).waitFor()
  await page.getByRole('link', { name: 'Activity' }).click()
  await page.getByText('It has happened: the sensors are sold').waitFor()
})
