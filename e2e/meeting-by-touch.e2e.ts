import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage, select } from './company.ts'

/** A whole meeting on phones. */
let company: Company
let ines: Person
let priya: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Priya'], {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  })
  ;[ines, priya] = company.people as [Person, Person] // as many as were named
})
afterAll(() => company?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await company.photograph('failed-by-touch')
})

const tap = (person: Person, name: string | RegExp) => button(person.page, name).first().tap()

/** Nothing is cut off at the side, and axe finds no barrier. */
async function expectItFits(phase: string) {
  await company.photograph(`touch-${phase}`)
  for (const { name, page } of company.people) {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide, `${phase}, ${name}`).toBeLessThanOrEqual(0)
    expect(await barriers(page), `${phase}, ${name}`).toEqual([])
  }
}

test('R1–R18: a meeting is held on two phones, by touch', async () => {
  const { address } = await company.schedule('decide', {
    Ines: ['facilitator', 'note-taker', 'author', 'reader'],
    Priya: ['decider', 'reader'],
  })
  for (const { page } of company.people) await page.goto(address)
  await ines.page.getByText('2 of 2').waitFor()
  await expectItFits('lobby')
  await tap(ines, 'Start the silent reading')
  for (const { page } of company.people) await page.getByText(passage.slice(0, 20)).first().waitFor()
  await expectItFits('reading')

  await select(priya.page, passage.slice(0, 20))
  await priya.page
    .getByRole('toolbar', { name: 'The selected words' })
    .getByRole('button', { name: /^Question/ })
    .tap()
  await priya.page.getByLabel('Your question', { exact: true }).fill('Which growers, and how many?')
  await expectItFits('asking')
  await tap(priya, 'Seal the question')
  await priya.page.getByText('Which growers, and how many?').first().waitFor()
  await tap(priya, 'Finished')
  await priya.page.getByText('Not yet', { exact: true }).tap()
  await expectItFits('finished')
  await tap(priya, 'Seal the answer')

  await tap(ines, /^Open the questions/)
  for (const { page } of company.people)
    await page.getByText('Which growers, and how many?').first().waitFor()
  // the questions arrive on the page, which stays; the first of them is a tap away
  for (const person of company.people) await tap(person, 'The first question')
  await ines.page.getByRole('region', { name: 'The question at hand' }).waitFor()
  await expectItFits('discussion')
  await tap(ines, /^Answered(?! in)/)
  await ines.page.getByLabel('The answer in a line').fill('Forty-six with one boat.')
  await tap(ines, 'Record it')
  await tap(priya, 'The page')
  await priya.page.getByText(passage.slice(0, 20)).first().waitFor()
  await expectItFits('page')
  await tap(ines, 'How it ends')
  await expectItFits('ending')
  await tap(ines, 'Go on to the decision')

  await ines.page.getByLabel('What the customer gets').fill('One text at five.')
  await ines.page.getByLabel('Why, in a paragraph').fill('A tide thrown back is the margin of a day.')
  await tap(ines, 'Put it to the room')
  await priya.page.getByLabel('What was decided').selectOption('revise')
  await priya.page.getByLabel('What must change').fill('the price')
  await priya.page.getByLabel('Because', { exact: true }).fill('nobody has paid it yet')
  await expectItFits('decision')
  await tap(priya, 'Record the decision')
  await ines.page.getByRole('link', { name: 'Decision 1' }).waitFor()
  for (const person of company.people) await tap(person, /^I understand why/)
  await tap(ines, 'Close the meeting')
  for (const { page } of company.people)
    await page.getByRole('heading', { name: 'The meeting is closed.' }).waitFor()
  await expectItFits('closed')
})
