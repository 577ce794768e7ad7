import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, pictures } from './company.ts'

const DAY_MS = 86_400_000
let company: Company
let ines: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines] = company.people as [Person, Person]
}, 120_000)
afterAll(() => company?.close())

/** A picture of the page in both themes, with nothing in the way of anybody. */
async function look({ page }: Person, width: number, name: string) {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    expect(await barriers(page), `${name} ${scheme} ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.screenshot({ path: `${pictures}/studies-${name}-${scheme}-${width}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

const question = 'Do growers pay before they are sure?'
const before = ['Waited for the recording', 'Asked a neighbour', 'Sold to nobody that week']

test.each([1440, 390])(
  'W7: a study is planned, interviews are held and taken in, and what we now believe is said, at %i px',
  async (width) => {
    const { page } = ines
    await page.setViewportSize({ width, height: 900 })
    const { id: initiativeId } = await ines.post('/initiatives', { name: 'Oysters by text' })
    for (const [at, statement] of before.entries())
      await ines.post(`/initiatives/${initiativeId}/evidence`, {
        id: `earlier-${at}`,
        statement,
        source: `Grower ${at}`,
      })
    await page.goto(`${company.url}/ideas/${initiativeId}`)
    await page.getByRole('link', { name: 'Studies' }).click()
    await page.getByText('No study is planned').waitFor()
    await look(ines, width, 'first')
    await button(page, 'Plan the study').click()
    await page.getByText('What it is to find out is empty: write a few words').waitFor()
    await page.keyboard.type(question)
    await page.getByLabel('The script').fill('1. When did you last drive out in vain?')
    await button(page, 'Plan the study').click()
    await page.getByRole('heading', { name: question }).waitFor()
    await page.getByText('0 of 30').waitFor()

    await button(page, 'Plan one').click()
    await page.keyboard.type('Grower 7')
    await page.getByLabel('Who interviews').selectOption({ label: 'Omar' })
    await page.keyboard.press('Enter')
    const planned = page.getByRole('list', { name: 'Planned interviews' })
    await planned.getByText('Grower 7').first().waitFor()
    await page.keyboard.type('Grower 8')
    await button(page, 'Plan it').click()
    await expect.poll(() => planned.getByRole('listitem').count()).toBe(2)
    await button(page, 'Done').click()
    await button(page, 'Remove “Grower 8”').click()
    await expect.poll(() => planned.getByRole('listitem').count()).toBe(1)
    await button(page, 'Undo').click()
    await expect.poll(() => planned.getByRole('listitem').count()).toBe(2)

    const learnt = page.getByRole('list', { name: 'What was learnt' })
    await button(page, 'It was held “Grower 7”').click()
    await planned.getByRole('button', { name: 'Write it down' }).click()
    await page.getByText('What it taught is empty: write a few words').waitFor()
    await page.keyboard.type('Paid twice for boats that stayed in')
    await page.getByLabel('They said yes').check()
    await page.getByLabel('Raw notes').fill('My wife counts the boats from the window.')
    await look(ines, width, 'hold')
    await planned.getByRole('button', { name: 'Write it down' }).click()
    await learnt.getByText('Paid twice for boats that stayed in').first().waitFor()
    await page.getByText('1 of 30').waitFor()
    await button(page, 'Raw notes “Paid twice').click()
    await page.getByText('My wife counts the boats from the window.').waitFor()

    await button(page, 'Write down an interview').click()
    await page.getByLabel('What did it teach?').fill('Would look at it next season')
    await page.getByLabel('Alias').fill('Buyer 2')
    await page.getByLabel('Prospect', { exact: true }).check()
    await button(page, 'Write it down').first().click()
    await learnt.getByText('Would look at it next season').first().waitFor()
    await page.getByText('50 % of those asked; 1 interview with prospects').waitFor()

    const earlier = page.getByRole('list', { name: 'Gathered before' })
    await expect.poll(() => earlier.getByRole('listitem').count()).toBe(3)
    await button(page, `Current customer “${before[0]}”`).click()
    await expect.poll(() => earlier.getByRole('listitem').count()).toBe(2)
    await button(page, 'Undo').click()
    await expect.poll(() => earlier.getByRole('listitem').count()).toBe(3)
    await button(page, 'All 3: current customers').click()
    await earlier.waitFor({ state: 'detached' })
    await page.getByText('4 of 30').waitFor()
    await button(page, `Take out “${before[2]}”`).click()
    await page.getByText('3 of 30').waitFor()
    await button(page, 'Undo').click()
    await page.getByText('4 of 30').waitFor()

    const beliefs = page.getByRole('list', { name: 'What we now believe' })
    await page.getByLabel('What we believe after week 1').fill('They pay once they were wrong twice')
    await button(page, 'Write it down for week 1').click()
    await beliefs.getByText('They pay once they were wrong twice').waitFor()
    await page.getByText('data point, experiment or prototype and market source').waitFor()
    await look(ines, width, 'study')

    // question 4 is answered by what was held
    await page.goto(`${company.url}/ideas/${initiativeId}`)
    const written = page.locator('#evidence').getByLabel('What was found')
    await written.first().waitFor()
    expect(
      await written.evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value)),
    ).toEqual([...before, 'Paid twice for boats that stayed in', 'Would look at it next season'])

    company.wait(15 * DAY_MS)
    await page.goto(`${company.url}/ideas/${initiativeId}/studies`)
    await page.getByText('The plan wants 10 by now: 6 behind').waitFor()
    await page.getByRole('img', { name: '4 of 30 interviews held; the plan wants 10 by now.' }).waitFor()
    await page.getByText('One week went by without a word.').waitFor()
    await button(page, 'Say it for week 2').click()
    await page.getByLabel('What we believe after week 2').fill('Small growers never pay')
    await button(page, 'Write it down for week 2').click()
    await beliefs.getByText('Small growers never pay').waitFor()
    await button(page, 'Undo').click()
    await page.getByText('One week went by without a word.').waitFor()
    await look(ines, width, 'behind')
  },
)
