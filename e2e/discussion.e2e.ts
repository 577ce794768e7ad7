import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage, pictures } from './company.ts'

/** R8–R11: the reveal and the walk through the questions, by keyboard and on a phone. */
let company: Company
let ines: Person
let omar: Person
let priya: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Priya'])
  ;[ines, omar, priya] = company.people as [Person, Person, Person] // as many as were named
})
afterAll(() => company?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await company.photograph('failed')
  await Promise.all(
    company.people.map(async ({ page, context }) => {
      await context.setOffline(false)
      await page.goto('about:blank')
    }),
  )
})

const asked = {
  cost: 'What does it cost the grower per month?',
  price: 'What will a grower pay per month?',
  stops: 'Who stops it when the gauge is wrong?',
}

/** Ines facilitates, Omar takes notes. Priya asks two, Omar one; the room has read and the questions are open. */
async function open(watching: readonly Person[] = [ines, omar, priya]) {
  const { address, meetingId } = await company.schedule('improve', {
    Ines: ['facilitator', 'author', 'reader'],
    Omar: ['note-taker', 'reader'],
    Priya: ['reader'],
  })
  for (const { page } of watching) await page.goto(address)
  await ines.page.getByText(`${watching.length} of`).waitFor()
  await button(ines.page, 'Start the silent reading').click()
  for (const { page } of watching) await page.getByText(passage).first().waitFor()
  const ask = async (who: Person, text: string) =>
    (await who.post(`/meetings/${meetingId}/questions`, { key: crypto.randomUUID(), text, on: null })).id
  const ids = {
    cost: await ask(priya, asked.cost),
    price: await ask(omar, asked.price),
    stops: await ask(priya, asked.stops),
  }
  await ines.post(`/meetings/${meetingId}/reveal`, {
    key: crypto.randomUUID(),
    because: 'They have said so.',
  })
  for (const { page } of watching) await page.getByText('3 questions from 2 people').first().waitFor()
  const phase = async () => (await ines.get(`/meetings/${meetingId}/room`)).room.phase
  return { address, meetingId, ids, phase }
}

const large = ({ page }: Person) => page.getByRole('region', { name: 'The question at hand' })
const queue = ({ page }: Person) => page.getByRole('list', { name: 'All questions' }).getByRole('listitem')

test('R8, R11: by keyboard, a suggestion is merged, ended as one, split and refused; the room follows', async () => {
  const { phase } = await open()
  const { page } = omar
  await large(omar).getByText('Question 1 of 3').waitFor()
  await large(omar).getByRole('region', { name: 'Looks alike' }).getByText(asked.price).waitFor()
  // whoever only listens is not asked
  expect(await priya.page.getByRole('region', { name: 'Looks alike' }).count()).toBe(0)
  await page.keyboard.press('m')
  await large(omar).getByText('Question 1 of 2').waitFor()
  for (const who of [ines, priya]) {
    await large(who).getByText('Question 1 of 2').waitFor()
    const others = who.page.getByRole('list', { name: 'Asked in other words' })
    await others.getByText(asked.price).waitFor()
    await others.getByText('Omar').first().waitFor()
  }
  expect((await phase()).clusters).toHaveLength(1)

  await page.keyboard.press('a')
  await page.getByLabel('The answer in a line').fill('Nothing in the first season.')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await phase()).questions.map(({ state }: { state: { name: string } }) => state.name))
    .toEqual(['answered-in-the-room', 'answered-in-the-room', 'open'])
  await large(priya).getByText('Nothing in the first season.').first().waitFor()

  // until his own room says so the key is a letter in the field
  await page.getByLabel('The answer in a line').waitFor({ state: 'hidden' })
  // the sheet of shortcuts lists what can be done
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Split apart').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await page.keyboard.press('u')
  await large(omar).getByText('Question 1 of 3').waitFor()
  await expect
    .poll(async () =>
      (await phase()).questions.filter((q: { state: { name: string } }) => q.state.name === 'open'),
    )
    .toHaveLength(3)
  // what was split is not suggested again
  expect(await page.getByRole('region', { name: 'Looks alike' }).count()).toBe(0)

  // by hand, any other; and taken back in the line that says so
  await page.keyboard.press('m')
  await page.getByLabel('It asks the same as').selectOption({ label: asked.stops })
  await button(page, /^Merge/)
    .last()
    .click()
  await large(omar).getByText('Question 1 of 2').waitFor()
  await button(page, 'Undo').click()
  await large(omar).getByText('Question 1 of 3').waitFor()
})

test('F5, R11, by keyboard: the passage that answers it is said by its line, shown, and led to in the room and the record', async () => {
  const { address, meetingId, phase } = await open()
  const { page } = omar
  await large(omar).getByText(asked.cost).waitFor()
  const written = page.locator('.edition-line', { hasText: 'Until now a grower' })
  const number = await written.evaluate((line) => line.closest('[data-line]')?.getAttribute('data-line'))
  const field = page.getByLabel('Answered in the document, on line')
  const select = async () => {
    await written.selectText()
    await button(page, /^Note/).waitFor()
  }

  // a line that is not there is refused beside the field, and what was typed stays
  await select()
  await page.keyboard.press('d')
  expect(await field.inputValue()).toBe(number)
  await large(omar).getByText('Until now a grower').waitFor()
  await field.fill('900')
  await large(omar).getByText('The edition has no such line.').waitFor()
  await page.keyboard.press('Enter')
  await large(omar).getByText('Nothing stands on line 900 of this edition.').waitFor()
  expect(await field.inputValue()).toBe('900')
  expect(await barriers(page)).toEqual([])
  await field.fill(`${number}`)
  // its words stand below, and what was wrong before is gone
  await large(omar).getByText('Until now a grower').waitFor()
  expect(await large(omar).getByText('Nothing stands on line 900').count()).toBe(0)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: join(pictures, `on-line-${colorScheme}-${width}.png`) })
      expect(await barriers(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
  // over several lines it is one passage, or it says so
  await page.keyboard.press('Escape')
  await page.locator('.edition-line', { hasText: 'Until now a grower' }).evaluate((line) => {
    const block = line.closest('[data-block]')
    if (block) getSelection()?.selectAllChildren(block)
  })
  await button(page, /^Note/).waitFor()
  await page.keyboard.press('d')
  const until = page.getByLabel('To line', { exact: true })
  expect(Number(await until.inputValue())).toBeGreaterThan(Number(await field.inputValue()))
  await until.fill('900')
  await page.keyboard.press('Enter')
  await large(omar)
    .getByText(/to 900 are no one passage/)
    .waitFor()
  await until.fill('')
  await field.fill(`${number}`)
  await field.focus()
  await page.keyboard.press('Enter')
  for (const who of [ines, priya]) {
    await large(who)
      .getByRole('button', { name: `line ${number}` })
      .waitFor()
  }
  // until his own room says so the key is a letter in the field
  await field.waitFor({ state: 'hidden' })
  // one key and Enter where no line is named
  await page.keyboard.press('n')
  await large(omar).getByText(asked.price).waitFor()
  await page.keyboard.press('d')
  await field.waitFor()
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'hidden' })
  await page.keyboard.press('n')
  await large(omar).getByText(asked.stops).waitFor()
  // and by pointer
  await select()
  await large(omar)
    .getByRole('button', { name: /^Answered in the document/ })
    .click()
  expect(await field.inputValue()).toBe(number)
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'hidden' })
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await phase()).questions.map(({ state }: { state: { name: string } }) => state.name))
    .toEqual(Array(3).fill('answered-in-the-document'))
  const stated = (await phase()).questions.map(
    ({ state }: { state: { on: { line: number } | null } }) => state.on,
  )
  expect(stated[0]).toMatchObject({ line: Number(number) })
  expect(stated[1]).toBeNull()

  // it leads to the line on the page beside
  await queue(priya).first().getByRole('button').click()
  await priya.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await large(priya)
    .getByRole('button', { name: `line ${number}` })
    .click()
  const line = priya.page.locator(`.edition [data-line="${number}"]`).first()
  await expect.poll(() => line.evaluate((each) => each.getBoundingClientRect().top >= 0)).toBe(true)
  expect(await barriers(priya.page)).toEqual([])

  await ines.post(`/meetings/${meetingId}/experience`, {
    key: crypto.randomUUID(),
    experience: 'A text.',
    why: 'The tide.',
  })
  await ines.post(`/meetings/${meetingId}/close`, { key: crypto.randomUUID() })
  await priya.page.goto(address)
  await priya.page.getByText('The meeting is closed.').waitFor()
  expect(await barriers(priya.page)).toEqual([])
  await priya.page.screenshot({ path: join(pictures, 'on-line-record.png'), fullPage: true })
  const record = priya.page.getByRole('listitem').filter({ hasText: asked.cost })
  await record.getByRole('link', { name: `line ${number}` }).click()
  await priya.page.waitForURL(new RegExp(`/editions/[^/]+\\?line=${number}$`))
  await priya.page.getByText(passage).first().waitFor()
})

test('R8, R9, F5: who asks it too and what a yes waits for put the questions in another order; the asker accepts', async () => {
  const { ids, phase } = await open()
  // Priya looks at the last by herself, and the room stays where it is
  await large(omar).getByText(asked.cost).waitFor()
  await queue(omar).last().getByRole('button').click()
  await large(omar).getByText('You are looking at this by yourself.').waitFor()
  await button(omar.page, /^I ask this too/).click()
  await large(priya).getByText(asked.cost).waitFor()
  // of what is about the whole, what more people ask comes first; the question at hand stays
  await queue(priya).first().getByText('2 ask it').waitFor()
  expect((await phase()).current).toBe(ids.cost)

  await ines.page.getByLabel('Order of the questions').selectOption('asked')
  for (const who of [omar, priya]) {
    await who.page.getByText('What most people ask first').waitFor()
    await queue(who).first().getByText(asked.stops).waitFor()
  }
  await ines.page.keyboard.press('Escape')
  await omar.page.keyboard.press('Escape')
  await button(omar.page, 'Take it up now').click()
  await large(priya).getByText(asked.stops).waitFor()

  // the asker by key, and nobody else
  await priya.page.keyboard.press('y')
  await large(omar).getByText('It must be answered before a yes.').waitFor()
  expect(await button(omar.page, /^That answers it/).count()).toBe(0)
  await priya.page.keyboard.press('v')
  await large(ines).getByText('accepted by Priya').waitFor()
  await large(priya).getByText('accepted by you').waitFor()
  await priya.page.keyboard.press('b')
  await large(ines).getByText('not yet, Priya says').waitFor()
  const stops = (await phase()).questions.find(({ id }: { id: string }) => id === ids.stops)
  expect(stops).toMatchObject({ must: true, people: 2, accepted: false })
})

test('R12, A1: what is said is written live, survives a cut line, and is not written over unseen', async () => {
  const { ids, phase } = await open()
  const words = ({ page }: Person) => page.getByLabel('What is said', { exact: true })
  await large(omar).getByText(asked.cost).waitFor()
  await omar.page.keyboard.press('e')
  await omar.page.keyboard.type('Ines: nothing in the first season.')
  await large(omar).getByText('Saved', { exact: true }).waitFor()
  await large(priya).getByText('Ines: nothing in the first season.').waitFor()
  await expect.poll(() => words(ines).inputValue()).toBe('Ines: nothing in the first season.')

  // the line is cut, and the page loaded anew meanwhile: what was typed is sent when it is back
  await omar.context.setOffline(true)
  await omar.page.keyboard.press('Control+End')
  await omar.page.keyboard.type('\nThen four dollars.')
  await large(omar)
    .getByText(/^Not saved/)
    .waitFor()
  // meanwhile another writes, and sees neither lost
  await words(ines).fill('Ines: nothing in the first season. Priya doubts it.')
  await large(ines).getByText('Saved', { exact: true }).waitFor()
  await omar.context.setOffline(false)
  await large(omar).getByText('Ines wrote on it meanwhile').waitFor({ timeout: 60_000 })
  await button(omar.page, 'Keep both').click()
  await large(omar).getByText('Saved', { exact: true }).waitFor()
  const note = async () =>
    (await phase()).questions.find(({ id }: { id: string }) => id === ids.cost)?.note?.text
  expect(await note()).toBe(
    'Ines: nothing in the first season. Priya doubts it.\nInes: nothing in the first season.\nThen four dollars.',
  )
  await large(priya).getByText('Then four dollars.').waitFor()
})

test('R8: on a phone the page stays in one’s hands at the reveal, and the walk is one thing at a time', async () => {
  const phone = await company.openContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    storageState: await priya.context.storageState(),
  })
  const page = await phone.newPage()
  page.setDefaultTimeout(30_000)
  const held = { ...priya, page }
  try {
    await open([ines, omar, held])
    // the page is where it was, with the sentence and the first question below
    await page.getByText(passage).first().waitFor()
    const sheet = page.getByRole('region', { name: 'The questions are open' })
    await sheet.getByText(asked.cost).waitFor()
    expect(await barriers(page)).toEqual([])
    await button(page, 'The first question').click()
    await large(held).getByText('Question 1 of 3').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await barriers(page)).toEqual([])
    await button(page, /^That answers it/).click()
    await large(held).getByText('accepted by you').waitFor()
  } finally {
    await phone.close()
  }
  expect(await barriers(omar.page)).toEqual([])
})
