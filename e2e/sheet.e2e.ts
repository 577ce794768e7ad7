import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany, type Person } from './company.ts'

/** One story, told in the order of the tests: a draft two people are in, its edition, and what is said of both. */
let company: Company
let ines: Person
let omar: Person
let hers: Page
let his: Page
let initiativeId: string

const SUMMARY =
  'Tidewatch today began sending independent oyster growers a text at five that says whether their beds are open, why, and until when.'

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'], { viewport: { width: 1280, height: 720 } })
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
  const idea = await ines.call('initiatives/create', { name: 'Tidewatch' })
  initiativeId = idea.id
  const draft = await ines.call('narratives/start', { initiativeId })
  hers = ines.page
  his = omar.page
  await Promise.all([hers, his].map((page) => page.goto(`${company.url}/drafts/${draft.id}`)))
  await Promise.all([hers, his].map((page) => words(page).getByText('External FAQ').waitFor()))
})

afterAll(() => company?.close())

const words = (page: Page) => page.locator('.draft')
const part = (page: Page, name: string) => words(page).locator(`[data-part="${name}"]`)
const status = (page: Page) => page.locator('footer').getByRole('status').last()
const margin = (page: Page) => page.getByRole('complementary')

/** Selects words with the pointer, as a reader does. */
async function select(page: Page, scope: string, text: string) {
  const box = await page.evaluate(
    ([scope, text]) => {
      const walker = document.createTreeWalker(
        document.querySelector(scope) ?? document,
        NodeFilter.SHOW_TEXT,
      )
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(text)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + text.length)
        const { left, right, top, height } = range.getBoundingClientRect()
        return { left, right, middle: top + height / 2 }
      }
      throw new Error(`“${text}” is not there`)
    },
    [scope, text] as const,
  )
  await page.mouse.move(box.left + 1, box.middle)
  await page.mouse.down()
  await page.mouse.move(box.right - 1, box.middle, { steps: 4 })
  await page.mouse.up()
}

test('LOOK: the caret stands in the headline, with its guidance beside it, which leaves with the first word', async () => {
  await margin(hers).getByText('Name the product and what its customer can now do').waitFor()
  await hers.keyboard.type('Tidewatch tells oyster growers at five whether today’s harvest may be sold')
  await margin(hers).getByText('Name the product').waitFor({ state: 'detached' })
  await hers.keyboard.press('Enter')
  await margin(hers).getByText('who the customer is and the one benefit they gain').waitFor()
  await hers.keyboard.type('Small growers stop losing the first tide of the day')
})

test('F4: who may not write reads along, and is told so', async () => {
  await part(his, 'subheading').getByText('Small growers stop losing').waitFor()
  expect(await words(his).getAttribute('contenteditable')).toBe('false')
  expect(await status(his).innerText()).toBe('You read and comment')
})

test('A3: made an author, he writes at the same time, and every word of both is there and saved', async () => {
  const people = await ines.call('people/list')
  const personId = people.find(({ name }: { name: string }) => name === 'Omar').id
  await ines.call('initiatives/share', { initiativeId, people: [{ personId, relation: 'author' }] })
  await his.locator('.draft[contenteditable="true"]').waitFor()

  await part(hers, 'summary').locator('p').click()
  await part(his, 'problem').locator('p').click()
  await Promise.all([
    hers.keyboard.type(SUMMARY),
    his.keyboard.type('Until now a grower learned of a closure **too late**, when the boats were out.'),
  ])
  await part(hers, 'problem').locator('strong').getByText('too late').waitFor()
  await part(his, 'summary').getByText(SUMMARY).waitFor()
  expect(await words(hers).textContent()).toBe(await words(his).textContent())
  expect(await hers.locator('.caret').getAttribute('data-name')).toBe('Omar')
  await expect.poll(() => status(hers).innerText()).toBe('Saved')
  await expect.poll(() => status(his).innerText()).toBe('Saved')
})

test('what one takes back is one’s own', async () => {
  await part(hers, 'solution').locator('p').click()
  await hers.keyboard.type('Hers.')
  await part(his, 'how-it-works').locator('p').click()
  await his.keyboard.type('His.')
  await part(hers, 'how-it-works').getByText('His.').waitFor()
  await hers.keyboard.press('Control+z')
  await expect.poll(() => part(hers, 'solution').innerText()).toBe('\n')
  expect(await part(his, 'how-it-works').innerText()).toContain('His.')
})

test('a selection over several parts is emptied, and the parts of the template stay', async () => {
  const count = await words(hers).locator('section').count()
  await words(hers).press('Control+a')
  await hers.keyboard.press('Delete')
  expect(await words(hers).locator('section').count()).toBe(count)
  await part(his, 'summary').getByText(SUMMARY).waitFor({ state: 'detached' })
  await hers.keyboard.press('Control+z')
  for (const page of [hers, his]) await part(page, 'summary').getByText(SUMMARY).waitFor()
})

test('F2: a comment stays with its words while others write before them', async () => {
  await select(his, '[data-part="summary"]', 'independent oyster growers')
  await his.getByRole('button', { name: 'Comment', exact: true }).click()
  await his.getByLabel('Your comment').fill('How many of them are there?')
  await his.keyboard.press('Control+Enter')
  const marked = hers.locator('.commented')
  await marked.waitFor()
  await margin(hers).getByText('How many of them are there?').waitFor()

  await part(hers, 'summary')
    .getByText(SUMMARY)
    .click({ position: { x: 2, y: 6 } })
  await hers.keyboard.press('Home')
  await hers.keyboard.type('From today: ')
  await part(his, 'summary').getByText('From today: ').waitFor()
  for (const page of [hers, his])
    expect(await page.locator('.commented').innerText()).toBe('independent oyster growers')
})

test('N6: frozen, it is an edition with a number, a hash and its authors', async () => {
  await expect.poll(() => status(hers).innerText()).toBe('Saved')
  await hers.getByRole('button', { name: 'Freeze edition 1' }).click()
  await hers.getByLabel('A name for it').fill('For the harbour')
  await hers.keyboard.press('Enter')
  await hers.waitForURL(/\/editions\//)
  const about = hers.getByRole('complementary', { name: 'About this edition' })
  await about.getByText('For the harbour').waitFor()
  expect(await about.innerText()).toMatch(/Ines, Omar[\s\S]*[0-9a-f]{12}/)
})

/** Each number with the words that stand beside it. */
const numbered = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.edition-line')].map((line) => [
      Number(line.dataset.line),
      line.textContent,
    ]),
  )

test('N4: on a phone the same numbers stand at the same words, each at the row where its line begins', async () => {
  const phone = await company.openContext({
    viewport: { width: 390, height: 844 },
    storageState: await ines.context.storageState(),
  })
  const page = await phone.newPage()
  await page.goto(hers.url())
  await page.locator('.edition-line').first().waitFor()
  expect(await numbered(page)).toEqual(await numbered(hers))
  const apart = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.edition-number')].map((number) => {
      const walker = document.createTreeWalker(number.parentElement ?? number, NodeFilter.SHOW_TEXT)
      const first = document.createRange()
      first.setStart(walker.nextNode() ?? number, 0)
      first.setEnd(first.startContainer, 1)
      const words = first.getClientRects()[0]
      const box = number.getBoundingClientRect()
      return words ? Math.abs((words.top + words.bottom) / 2 - (box.top + box.bottom) / 2) : 0
    }),
  )
  expect(Math.max(...apart)).toBeLessThan(8)
  await phone.close()
})

test('LOOK: lines are chosen with the arrow keys and commented on without a pointer', async () => {
  const all = await numbered(hers)
  const first = all.findIndex(([, text]) => String(text).startsWith('From today'))
  await hers.locator('.edition').focus()
  for (let line = 0; line <= first; line++) await hers.keyboard.press('ArrowDown')
  await hers.keyboard.press('Shift+ArrowDown')
  await hers.keyboard.press('c')
  await hers.getByLabel('Your comment').fill('Say who these are.')
  await hers.keyboard.press('Control+Enter')
  await margin(hers).getByText('Say who these are.').waitFor()
  const editionId = new URL(hers.url()).pathname.split('/').at(-1)
  // what was said of the draft before stands beside the edition as well
  const find = async (): Promise<{ anchor: Record<string, unknown> } | undefined> => {
    const said = await ines.call('reviews/listEditionComments', { editionId })
    return said.find(({ text }: { text: string }) => text === 'Say who these are.')
  }
  await expect.poll(find).toBeDefined()
  const comment = await find()
  const lines = all.slice(first, first + 2)
  expect(comment?.anchor).toMatchObject({ line: lines[0]?.[0], lastLine: lines[1]?.[0] })
  expect(comment?.anchor.quote).toBe(
    lines
      .map(([, text]) => text)
      .join('')
      .trim(),
  )
})

test('N6: the next edition shows what was struck and what was added, in place', async () => {
  await his.locator('[data-part="summary"]').getByText('From today').click()
  await select(his, '[data-part="problem"]', 'too late')
  await his.keyboard.type('at nine')
  await expect.poll(() => status(his).innerText()).toBe('Saved')
  await his.getByRole('button', { name: 'Freeze edition 2' }).click()
  await his.getByLabel('A name for it').waitFor()
  await his.keyboard.press('Enter')
  await his.waitForURL(/\/editions\//)
  await his.getByRole('link', { name: 'Changes since edition 1' }).click()
  await his.getByText('1 place changed').waitFor()
  await his.keyboard.press('n')
  await his.getByText('Change 1 of 1').waitFor()
  expect(await his.locator('.changes del').innerText()).toBe('too late')
  expect(await his.locator('.changes ins').innerText()).toBe('at nine')
})
