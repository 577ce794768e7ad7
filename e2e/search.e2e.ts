import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Company, openCompany } from './company.ts'
import { shoot } from './shoot.ts'

const document = (topic: string, body: string) => `# ${topic}

WESTPORT, Washington, 3 March 2028. ${body}

## Internal FAQ

**Q: Who pays?**
A: Growers, by the season.
`

let company: Company
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  const [ines, omar] = company.people
  if (!ines || !omar) throw new Error('nobody is here')
  await ines.bring(document('Barometers for growers', 'A lighthouse keeper reads them out at five.'))
  const hidden = await ines.bring(document('A harbour of our own', 'The lighthouse comes with it.'))
  await ines.patch(`/initiatives/${hidden.initiativeId}`, { visibility: 'named' })
  const idea = await ines.post('/initiatives', { name: 'Ferries that wait' })
  await ines.patch(`/initiatives/${idea.id}/answers`, {
    version: 0,
    patch: { question: 'customer', fields: { place: 'On the pier below the lighthouse' } },
  })
  for (let n = 1; n <= 25; n++) await ines.post('/initiatives', { name: `Buoy number ${n}` })
  const found = async () => (await omar.get('/search?text=lighthouse')).hits.length
  const buoys = async () => (await omar.get('/search?text=buoy&most=100')).hits.length
  const all = async () => expect([await found(), await buoys()]).toEqual([2, 25])
  await vi.waitFor(all, { timeout: 30_000, interval: 100 })
})
afterAll(() => company?.close())

test('a writer who follows what was found has the caret at the words', async () => {
  const [ines] = company.people
  if (!ines) throw new Error('Ines is not here')
  const { page } = ines
  await page.goto(`${company.url}/search?for=lighthouse+keep`)
  await page.getByRole('link', { name: 'Barometers for growers' }).first().press('Enter')
  const caretIn = () => page.evaluate(() => getSelection()?.anchorNode?.textContent ?? '')
  await expect.poll(caretIn, { timeout: 30_000 }).toMatch(/A lighthouse keeper reads them out/)
})

test.each([
  ['a phone', 390, 844],
  ['a wide screen', 1440, 900],
])(
  'on %s words are found in documents and answers from the palette, by keyboard',
  async (_, width, height) => {
    const omar = company.people[1]
    if (!omar) throw new Error('Omar is not here')
    const { page } = omar
    await page.setViewportSize({ width, height })
    await page.goto(`${company.url}/search`)
    await page.getByText('Finds what stands in the ideas you may read').waitFor()
    await shoot(page, 'search-first')

    await page.goto(`${company.url}/ideas`)
    await page.getByRole('link', { name: 'Ferries that wait' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByLabel('Type what you would like to do').pressSequentially('lighthouse')
    await page.getByRole('menuitem', { name: 'Search documents for “lighthouse”' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const list = page.getByRole('list', { name: 'Found' })
    await page.getByText('2 found').waitFor()
    expect(await list.locator('mark').allInnerTexts()).toEqual(['lighthouse', 'lighthouse'])
    await list.getByText(/^Idea, Customer/).waitFor()
    await list.getByRole('link', { name: 'Barometers for growers' }).first().waitFor()
    await shoot(page, 'search')

    // the address is what is looked for, and typing goes on in the box
    const box = page.getByRole('searchbox', { name: 'Words to find' })
    await box.fill('')
    await box.pressSequentially('lighthouse keep', { delay: 60 })
    await page.getByText('One found').waitFor()
    expect(await box.inputValue()).toBe('lighthouse keep')
    expect(new URL(page.url()).searchParams.get('for')).toBe('lighthouse keep')
    await list.getByRole('link', { name: 'Barometers for growers' }).first().press('Enter')
    await page.waitForURL(/\/drafts\/.*block=/)
    // whoever only reads has the pages of the draft before them, at the words
    const words = page.getByText('A lighthouse keeper reads them out').last()
    await expect.poll(() => words.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0)
    await expect
      .poll(() => words.evaluate((one) => one.getBoundingClientRect().bottom - window.innerHeight))
      .toBeLessThan(0)
    await page.goBack()
    await page.getByText('One found').waitFor()

    await box.fill('albatross')
    await page.getByText('Nothing you may read has these words').waitFor()
    await shoot(page, 'search-none')
    await box.fill('buoy')
    await page.getByText('The first 20').waitFor()
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByText('25 found').waitFor()
  },
)
