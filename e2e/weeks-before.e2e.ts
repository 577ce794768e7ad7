import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, pictures, type Role } from './company.ts'

/** W1–W8, F1, F5: the weeks before a meeting, as one story in the order of the tests: from nothing to the next meeting. */
const DAY_MS = 86_400_000
const day = (fromNow: number) => new Date(Date.now() + fromNow * DAY_MS).toISOString().slice(0, 10)
const name = 'Oysters by text'
const pays = 'Four growers in ten pay before they are sure'
const asked = 'How often was the recording wrong last winter?'
const written = `# Tidewatch texts growers at five whether they may harvest

WESTPORT, Washington, 3 March 2028. Tidewatch today began sending growers one text. [${pays}.]

Until now a grower learned of a closure from a recording updated between seven and nine.

## FAQ

**Q: What does it cost?**
A: Nothing in the first season.
`

let company: Company
let ines: Person
let readers: Person[]
let initiativeId: string
let narrativeId: string
const roles: Record<string, Role[]> = {
  Ines: ['facilitator', 'author', 'note-taker', 'reader'],
  Omar: ['reader'],
  Priya: ['decider', 'reader'],
}

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Jun', 'Priya'])
  const [first, ...others] = company.people
  if (!first) throw new Error('nobody is there')
  ines = first
  readers = others
})
afterAll(() => company?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await company.photograph('failed-weeks')
})

const reader = (who: string) => {
  const found = readers.find((each) => each.name === who)
  if (!found) throw new Error(`${who} is not there`)
  return found
}
const at = (page: string) => `${company.url}/ideas/${initiativeId}/${page}`

test('W1, W2, W7: an idea is begun, its questions are answered, and thirty growers are asked in six weeks', async () => {
  const { page } = ines
  await page.goto(`${company.url}/ideas`)
  await page.keyboard.press('n')
  await page.getByLabel('Headline').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  initiativeId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await page.getByText('5 not answered').waitFor()
  await page.getByLabel('Who', { exact: true }).fill('A grower who sells oysters from one boat')
  await page.getByLabel('When', { exact: true }).fill('At five, before the tide')
  await page.getByText('Saved', { exact: true }).waitFor()

  const studyId = randomUUID()
  await ines.call('evidence/setStudy', {
    ...{ initiativeId, studyId, startsOn: day(-41) },
    question: 'Do growers pay before they are sure?',
    script: '1. When did you last drive out in vain?',
  })
  for (let n = 1; n <= 30; n++)
    await ines.call('evidence/holdInterview', {
      ...{ initiativeId, studyId, interviewId: randomUUID() },
      alias: `Grower ${n}`,
      interviewer: ines.id,
      day: day(-41 + n),
      learnt:
        n % 4 === 0
          ? `Grower ${n} paid before the water was measured`
          : `Grower ${n} waited for the recording`,
      standing: 'customer',
      consent: null,
    })
  await ines.call('evidence/believe', { initiativeId, studyId, week: 6, text: 'One in four pays before.' })
  await page.goto(at('studies'))
  await page.getByText('30 of 30').waitFor()
  await page.screenshot({ path: join(pictures, 'weeks-study.png'), fullPage: true })
  await page.goto(at('evidence'))
  await page.getByText('Grower 30 waited for the recording').first().waitFor()
})

test('W8: what the draft assumes is refuted by what they said, and the passage that rests on it says so', async () => {
  const { page } = ines
  const file = { name: 'tidewatch.md', mimeType: 'text/markdown', buffer: Buffer.from(written) }
  const answer = await ines.context.request.post(`${company.url}/api/initiatives/${initiativeId}/imports`, {
    headers: { 'x-foreword': '1' },
    multipart: { file },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  narrativeId = (await answer.json()).id
  await page.goto(at('assumptions'))
  await button(page, `Track it “${pays}`).click()
  await button(page, `Say what became of it “${pays}`).click()
  await page.getByLabel('Refuted').check()
  await page.getByLabel('How do you know?').fill('Seven of thirty, in six weeks')
  await button(page, 'Say so').click()
  await page.getByText('“Seven of thirty, in six weeks”').first().waitFor()
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await button(page, '1 passage rests on what fell').waitFor()
})

test('F1: three rounds of feedback, each wider than the last, come back', async () => {
  const { page } = ines
  const rounds = [
    ['team', 'Omar', 'concept'],
    ['peers', 'Jun', 'feasibility'],
    ['cross-functional', 'Priya', 'pricing'],
  ] as const
  for (const [round, who, want] of rounds) {
    const { id: requestId } = await ines.call('feedback/ask', {
      ...{ narrativeId, key: randomUUID(), editionId: null, round, wants: [want] },
      people: [reader(who).id],
      due: day(3),
    })
    const { page: theirs } = reader(who)
    await theirs.goto(company.url)
    await theirs.getByText(`Ines asks about ${want}`).waitFor()
    await theirs.goto(`${company.url}/drafts/${narrativeId}?asked=${requestId}`)
    await button(theirs, 'I have read it').click()
    await theirs.getByText('Ines is told that you have read it.').waitFor()
  }
  await page.goto(at('feedback'))
  await expect.poll(() => page.getByText('1 of 1 have read it').count()).toBe(3)
  await page.screenshot({ path: join(pictures, 'weeks-feedback.png'), fullPage: true })
})

test('F5, R17: what a first meeting leaves owed is answered in the next edition and opens the next meeting, which is scheduled', async () => {
  const { page } = ines
  const omar = reader('Omar')
  const on = { initiativeId, narrativeId }
  const { meetingId } = await company.schedule('improve', roles, on)
  const act = (who: Person, path: string, data: object = {}) =>
    who.post(`/meetings/${meetingId}/${path}`, { key: randomUUID(), ...data })
  for (const who of [ines, omar, reader('Priya')]) await act(who, 'join')
  await act(ines, 'start')
  const { id: question } = await act(omar, 'questions', { text: asked, on: null })
  await act(ines, 'reveal', { because: 'We have read.' })
  await expect
    .poll(async () => (await ines.get(`/meetings/${meetingId}/room`)).room.phase.name, { timeout: 30_000 })
    .toBe('discussion')
  const state = { name: 'research-owed', owner: ines.id, due: day(7) }
  await act(ines, `questions/${question}/end`, { state })
  await act(ines, 'experience', { experience: 'One text at five.', why: 'The tide is the margin.' })
  await act(ines, 'close')

  // the answer is written from the desk, and stands in the next edition
  await page.goto(company.url)
  await page.getByRole('link', { name: 'Answer it' }).click()
  await button(page, 'Answer it').first().click()
  await page
    .getByLabel('The answer', { exact: true })
    .fill('On nine mornings, by the landing logs of eleven farms.')
  await button(page, 'Put it into the FAQ').click()
  await page.getByText('It stands in the FAQ of the draft.').waitFor()
  await expect
    .poll(async () => (await ines.get(`/initiatives/${initiativeId}/asked`)).questions[0].faqBlockId, {
      timeout: 20_000,
    })
    .not.toBe(null)

  await page.goto(at('meetings/new'))
  await page.getByText('3 of 3 who were asked have read it').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'weeks-schedule.png'), fullPage: true })
  const next = await company.schedule('decide', roles, on)
  for (const who of [ines, omar]) await who.post(`/meetings/${next.meetingId}/join`, { key: randomUUID() })
  await ines.post(`/meetings/${next.meetingId}/start`, { key: randomUUID() })
  await omar.page.goto(next.address)
  const cover = omar.page.getByRole('region', { name: 'Cover sheet' })
  await cover.getByText(asked).first().waitFor()
  await cover.getByText('On nine mornings, by the landing logs of eleven farms.').first().waitFor()
  await omar.page.screenshot({ path: join(pictures, 'weeks-cover.png'), fullPage: true })
})
