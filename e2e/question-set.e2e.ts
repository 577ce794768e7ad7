import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, pictures } from './company.ts'

let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
})
afterAll(() => company?.close())

test('W3, W4, N8: a company rewords a question, sets what makes an answer thin, and takes the set elsewhere as a file', async () => {
  const { page } = ines
  const { id } = await ines.post('/initiatives', { name: 'Harbour' })
  await page.goto(`${company.url}/settings`)
  await page.getByRole('link', { name: 'reword the questions' }).click()
  const customer = page.locator('section#customer')
  const ask = customer.getByLabel('The question', { exact: true })
  await ask.fill('Whom do we serve?')
  await ask.blur()
  await page.getByText('The question is asked so now.').waitFor()
  await page.locator('section#problem').getByLabel('The number has no source.').click()
  await page.getByText('This makes no answer thin any more.').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/question-set.png`, fullPage: true })
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.screenshot({ path: `${pictures}/question-set-phone.png`, fullPage: true })
  await page.setViewportSize({ width: 1440, height: 900 })

  const saving = page.waitForEvent('download')
  await button(page, 'Save as a file').click()
  const saved = await readFile(await (await saving).path(), 'utf8')
  expect(JSON.parse(saved)).toMatchObject({
    questionWording: { customer: { ask: 'Whom do we serve?' } },
    weakRulesOff: ['no-source'],
  })

  // asked so in every idea, and weighed so
  await page.goto(`${company.url}/ideas/${id}`)
  await page.getByRole('heading', { name: 'Whom do we serve?' }).waitFor()
  await page.getByRole('textbox', { name: 'How large' }).fill('400')
  await page.getByRole('textbox', { name: 'How large' }).blur()
  await page.getByText('The number has no unit.').waitFor({ state: 'attached' })
  expect(await page.getByText('The number has no source.').count()).toBe(0)

  // one act back, and one act forth
  await page.goto(`${company.url}/settings/questions`)
  await button(page, 'As it ships again: Customer').click()
  await page.getByText('“Customer” is as it ships again.').waitFor()
  expect(await ask.inputValue()).toBe('Who is the customer?')
  const file = (text: string) => ({
    name: 'set.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  const bring = page.getByLabel('A file with five questions')
  await bring.setInputFiles(file('{"foreword":"a kind"}'))
  await page.getByText('“set.json” holds no five questions').waitFor()
  await bring.setInputFiles(file(saved.replace('Whom do we serve?', 'w'.repeat(201))))
  await page.getByText('The question is longer than 200 characters: shorten it').waitFor()
  expect(await ask.inputValue()).toBe('Who is the customer?')
  await bring.setInputFiles(file(saved))
  await page.getByText('The questions of the file are asked here now.').waitFor()
  expect(await ask.inputValue()).toBe('Whom do we serve?')

  // whoever is no administrator reads them
  await omar.page.goto(`${company.url}/settings/questions`)
  await omar.page.getByText('Only an administrator can change it.').waitFor()
  expect(
    await omar.page.locator('section#customer').getByLabel('The question', { exact: true }).isDisabled(),
  ).toBe(true)
})
