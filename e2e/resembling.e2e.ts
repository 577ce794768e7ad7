import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany } from './company.ts'
import { shoot } from './shoot.ts'

let company: Company
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  const [ines] = company.people
  if (!ines) throw new Error('nobody is here')
  const begin = (name: string, visibility = 'company') => ines.post('/initiatives', { name, visibility })
  await begin('A text at five says whether today’s oysters may be sold')
  const aside = await begin('A call at five says whether today’s oysters may be sold')
  await begin('A secret text at five says whether oysters may be sold', 'named')
  await begin('Invoices are paid in the night')
  await ines.post(`/initiatives/${aside.id}/stage`, {
    to: 'set-aside',
    setAside: 'not-wanted',
    reason: 'Eleven of twelve growers hang up on a machine.',
  })
})
afterAll(() => company?.close())

test.each([
  ['a phone', 390, 844],
  ['a wide screen', 1440, 900],
])(
  'D1: on %s naming an idea shows the earlier ones like it and holds nobody up',
  async (_, width, height) => {
    const omar = company.people[1]
    if (!omar) throw new Error('Omar is not here')
    const { page } = omar
    await page.setViewportSize({ width, height })
    await page.goto(`${company.url}/ideas`)
    await page.getByRole('link', { name: 'Invoices are paid in the night' }).waitFor()
    await page.keyboard.press('n')
    const headline = page.getByLabel('Headline')
    await headline.pressSequentially('A message at five: may oysters be sold')
    const found = page.getByRole('region', { name: 'Ideas like it' })
    await found.getByText('2 earlier ideas resemble this').waitFor()
    const links = found.getByRole('link')
    expect(await links.allInnerTexts()).toEqual([
      expect.stringMatching(/^A call at five/),
      expect.stringMatching(/^A text at five/),
    ])
    await found
      .getByText('Customers told us they would not want it. Eleven of twelve growers hang up on a machine.')
      .waitFor()
    await shoot(page, 'resembling')

    // by keyboard: behind the button come the links, and what was typed stays
    await page.getByRole('button', { name: 'Begin', exact: true }).focus()
    await page.keyboard.press('Tab')
    const opened = page.context().waitForEvent('page')
    await page.keyboard.press('Enter')
    const beside = await opened
    await beside.getByRole('heading', { name: /^A call at five/ }).waitFor()
    await beside.close()
    expect(await headline.inputValue()).toBe('A message at five: may oysters be sold')

    await headline.fill('Nets that mend themselves')
    await found.getByText('resemble this').waitFor({ state: 'hidden' })
    await headline.fill(`Gulls are counted from a pier of ${width} feet`)
    await headline.press('Enter')
    await page.getByRole('heading', { name: `Gulls are counted from a pier of ${width} feet` }).waitFor()
  },
)
