import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, type Company, openCompany, type Person } from './company.ts'
import { lookWideAndNarrow } from './look.ts'

/** D3: what is expected before a decision, sealed, and asked about when its day has come. */
const DAY_MS = 24 * 60 * 60_000
const metric = { Omar: 'Forty growers sell by noon', Noor: 'The hotline is switched off' }

let company: Company
let ines: Person
let omar: Person
let noor: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Noor'])
  ;[ines, omar, noor] = company.people as [Person, Person, Person] // as many as were named
})
afterAll(() => company?.close())

const looked = ({ page }: Person, what: string) => lookWideAndNarrow(page, what)

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const act = ({ post }: Person, meetingId: string, path: string, data: object = {}) =>
  post(`/meetings/${meetingId}/${path}`, { key: randomUUID(), ...data })

/** A room of all three that decides, with Omar to decide. */
async function deciding() {
  const roles = { Ines: ['facilitator', 'author'], Omar: ['decider', 'reader'], Noor: ['reader'] } as const
  const held = Object.fromEntries(Object.entries(roles).map(([name, of]) => [name, [...of]]))
  const { meetingId, address } = await company.schedule('decide', held)
  for (const person of company.people) await act(person, meetingId, 'join')
  await act(ines, meetingId, 'start')
  await act(ines, meetingId, 'reveal', { because: 'They have read it before.' })
  await expect
    .poll(async () => (await ines.get(`/meetings/${meetingId}/room`)).room.phase.name)
    .toBe('discussion')
  await act(ines, meetingId, 'decision/begin')
  await act(ines, meetingId, 'experience', { experience: 'A text at five.', why: 'The tide does not wait.' })
  return { meetingId, address }
}

const decide = (meetingId: string) =>
  act(omar, meetingId, 'decision', {
    decision: { outcome: { name: 'fund' }, decider: omar.id, because: 'the tide tells' },
  })

/** By keyboard: the form opens with the cursor in its first field. */
async function predict(
  { page }: Person,
  { what, percent, day }: { what: string; percent: string; day: string },
) {
  await button(page, 'Predict something').press('Enter')
  await page.keyboard.type(what)
  await page.getByLabel('How likely, in percent').fill(percent)
  await page.getByLabel('By', { exact: true }).fill(day)
  await page.keyboard.press('Enter')
}

test('D3: two predict before the decision, nobody learns of it, and on its day each is asked what came', async () => {
  // off until an administrator wants it
  await ines.page.goto(`${company.url}/settings`)
  await ines.page.getByText('Sealed predictions before a decision').first().waitFor()
  await ines.page
    .getByRole('group', { name: 'Sealed predictions before a decision' })
    .getByText('On', { exact: true })
    .click()
  await ines.page.getByText('Predictions may be sealed before a decision.').waitFor()
  await ines.page.getByLabel('Predictions that have turned out').fill('5')
  await ines.page.getByLabel('Predictions that have turned out').press('Enter')
  await ines.page.getByText('When it is shown how predictions fared is changed.').waitFor()

  const { meetingId, address } = await deciding()
  for (const { page } of company.people) await page.goto(address)
  await ines.page.getByText('sealed: nobody else learns', { exact: false }).waitFor()

  await button(omar.page, 'Predict something').click()
  await omar.page.getByLabel('What will be seen').fill(metric.Omar)
  await button(omar.page, 'Seal it').click()
  // an empty box is no zero
  await omar.page.getByText('The probability is a whole number from 0 to 100').waitFor()
  expect(await omar.page.getByLabel('What will be seen').inputValue()).toBe(metric.Omar)
  await omar.page.getByLabel('How likely, in percent').fill('70')
  await omar.page.getByLabel('By', { exact: true }).fill(inDays(5))
  await looked(omar, 'prediction-form')
  await button(omar.page, 'Seal it').click()
  await omar.page.getByText(`70 percent: ${metric.Omar}`).waitFor()
  await looked(omar, 'prediction-sealed')

  await predict(noor, { what: metric.Noor, percent: '20', day: inDays(5) })
  await noor.page.getByText(`20 percent: ${metric.Noor}`).waitFor()
  await button(noor.page, 'Take it back').click()
  await button(noor.page, 'Predict something').waitFor()
  await button(noor.page, 'Undo').click()
  await noor.page.getByText(`20 percent: ${metric.Noor}`).waitFor()
  await button(noor.page, 'Change it').click()
  await noor.page.getByLabel('How likely, in percent').fill('30')
  await button(noor.page, 'Seal it').click()
  await noor.page.getByText(`30 percent: ${metric.Noor}`).waitFor()

  const seenByInes = async () =>
    (await ines.page.content()) + JSON.stringify(await ines.get(`/meetings/${meetingId}/room`))
  for (const words of Object.values(metric)) expect(await seenByInes()).not.toContain(words)
  expect(await ines.get(`/meetings/${meetingId}/prediction`)).toBeNull()

  await decide(meetingId)
  for (const [{ page }, said] of [
    [omar, '70 percent'],
    [noor, '30 percent'],
  ] as const) {
    await page.getByText('You are asked then whether it came true.').waitFor()
    await page.getByText(said, { exact: false }).waitFor()
    expect(await button(page, 'Change it').count()).toBe(0)
  }
  // who sealed none is asked for none any more
  await expect.poll(() => button(ines.page, 'Predict something').count()).toBe(0)
  await act(ines, meetingId, 'close')
  for (const words of Object.values(metric)) expect(await seenByInes()).not.toContain(words)

  company.wait(5 * DAY_MS)
  await omar.page.goto(company.url)
  await omar.page.getByRole('heading', { name: 'Did it come true?' }).waitFor()
  await looked(omar, 'prediction-desk')
  await button(omar.page, `It came true: ${metric.Omar}`).click()
  await button(omar.page, 'Undo').click()
  await button(omar.page, `Another answer: ${metric.Omar}`).press('Enter')
  await omar.page.getByRole('menuitem', { name: 'Nobody can tell' }).click()
  await omar.page.getByText('Kept: nobody can tell.').waitFor()
  await expect.poll(() => omar.page.getByRole('heading', { name: 'Did it come true?' }).count()).toBe(0)

  await omar.page.goto(`${company.url}/decisions`)
  await omar.page.getByRole('link', { name: 'Your predictions' }).click()
  await omar.page.getByText('nobody can tell, by', { exact: false }).waitFor()
  await omar.page.getByText('Shown when 5 have come true or have not.', { exact: false }).waitFor()
  await button(omar.page, `Take it back: ${metric.Omar}`).click()
  await omar.page.getByRole('heading', { name: 'Their day has come' }).waitFor()
  await looked(omar, 'predictions-due')
  await button(omar.page, `It came true: ${metric.Omar}`).click()
  await omar.page.getByText('came true, by', { exact: false }).waitFor()
  expect(await omar.page.content()).not.toContain(metric.Noor)
})

test('D3: when enough have come true or have not, everybody sees how they fared, and nobody whose they were', async () => {
  const meetings = [(await deciding()).meetingId, (await deciding()).meetingId]
  const all = company.people.flatMap((person, place) =>
    meetings.map((meetingId, at) => ({ person, meetingId, percent: [95, 60, 15][(place + at) % 3] })),
  )
  for (const { person, meetingId, percent } of all)
    await person.call('predictions/seal', { meetingId, percent, metric: 'It holds', day: inDays(9) })
  await ines.page.goto(`${company.url}/decisions/predictions`)
  await ines.page.getByRole('heading', { name: 'Sealed until their day' }).waitFor()
  for (const meetingId of meetings) {
    await decide(meetingId)
    await act(ines, meetingId, 'close')
  }
  company.wait(9 * DAY_MS)
  for (const { person, meetingId, percent } of all)
    await person.call('predictions/answer', { meetingId, came: (percent ?? 0) > 50 ? 'yes' : 'no' })
  await noor.page.goto(`${company.url}/decisions/predictions`)
  await noor.page.getByText(/Of 5 predictions of everybody here the Brier score is/).waitFor()
  await noor.page.getByRole('row', { name: /90–100% 95% 100%/ }).waitFor()
  await looked(noor, 'predictions-fared')
  for (const name of ['Ines', 'Omar'])
    expect(await noor.page.getByRole('main').textContent()).not.toContain(name)
})
