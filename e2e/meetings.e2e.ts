import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import {
  button,
  type Company,
  openCompany,
  openTheQuestions,
  type Person,
  passage,
  select,
} from './company.ts'
import { lookWideAndNarrow } from './look.ts'

/** Meetings that go another way than the main job. One company; each test holds a meeting of its own in it. */
let company: Company
let ines: Person
let omar: Person
let priya: Person
let jun: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Priya', 'Jun'])
  ;[ines, omar, priya, jun] = company.people as [Person, Person, Person, Person] // as many as were named
})
afterAll(() => company?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await company.photograph('failed')
  // nobody is left sitting in the room of before
  await Promise.all(
    company.people.map(async ({ page }) => {
      await page.unrouteAll()
      await page.goto('about:blank')
    }),
  )
})

const everybody = {
  Ines: ['facilitator', 'author', 'reader'] as const,
  Omar: ['deputy', 'note-taker', 'reader'] as const,
  Priya: ['decider', 'reader'] as const,
  Jun: ['reader'] as const,
}
const schedule = (purpose: 'improve' | 'decide') =>
  company.schedule(
    purpose,
    Object.fromEntries(Object.entries(everybody).map(([name, roles]) => [name, [...roles]])),
  )

async function startReading(address: string, people: readonly Person[]) {
  for (const { page } of people) await page.goto(address)
  // who is not in yet when the reading begins reads as a latecomer
  await ines.page.getByText(`${people.length} of`).waitFor()
  await button(ines.page, 'Start the silent reading').click()
  for (const { page } of people) await page.getByText(passage).first().waitFor()
}

/** About the whole document, which needs no selecting. */
async function ask({ page }: Person, words: string) {
  await button(page, /^Question/)
    .last()
    .click()
  await page.getByLabel('Your question', { exact: true }).fill(words)
  await button(page, 'Seal the question').click()
  await page.getByText(words).first().waitFor()
}

async function openQuestions(words: string, people: readonly Person[]) {
  await openTheQuestions(ines.page)
  for (const { page } of people) await page.getByText(words).first().waitFor()
}

const closing = ({ page }: Person) => button(page, 'Close the meeting')

async function agree() {
  await ines.page.getByLabel('What the customer gets').fill('One text at five.')
  await ines.page.getByLabel('Why, in a paragraph').fill('A tide thrown back is the margin of a day.')
  await button(ines.page, 'Put it to the room').click()
}

test('R14: whoever comes during the reading reads the same pages in the time that is left, also after a reload', async () => {
  const { address, meetingId } = await schedule('improve')
  await startReading(address, [ines, omar])
  await jun.page.goto(address)
  await jun.page.getByText(passage).first().waitFor()
  await ask(jun, 'Who pays for the text?')
  await jun.page.reload()
  await jun.page.getByText(passage).first().waitFor()
  await jun.page.getByText('Who pays for the text?').first().waitFor()
  await openQuestions('Who pays for the text?', [omar, jun])
  const { room } = await ines.get(`/meetings/${meetingId}/room`)
  const partial = room.attendees.filter((attendee: { partial: boolean }) => attendee.partial)
  expect(partial.map(({ personId }: { personId: string }) => personId)).toEqual([jun.id])
})

test('R14: whoever comes after the reveal reads first, and the questions open to them when they have finished', async () => {
  const { address, meetingId } = await schedule('improve')
  await startReading(address, [ines, omar])
  await ask(omar, 'What if the station is down?')
  await openQuestions('What if the station is down?', [ines, omar])

  await jun.page.goto(address)
  await jun.page.getByText('The questions were opened before you came.').waitFor()
  await jun.page.getByText(passage).first().waitFor()
  await jun.page.reload()
  await jun.page.getByText('The questions were opened before you came.').waitFor()
  expect(await jun.page.content()).not.toContain('What if the station is down?')
  const unread = await jun.get(`/meetings/${meetingId}/room`)
  expect(JSON.stringify(unread)).not.toContain('What if the station is down?')

  await button(jun.page, 'Finished').click()
  await jun.page.getByText('What if the station is down?').first().waitFor()
  await jun.page.reload()
  await jun.page.getByText('What if the station is down?').first().waitFor()
  await jun.page.getByText('Discussion, the whole document').waitFor()
})

test('what the room needs until it is closed comes while people read: from then on no file is asked for', async () => {
  const { address } = await schedule('improve')
  const asked: string[] = []
  jun.page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) asked.push(pathname)
  })
  await startReading(address, [ines, jun])
  const names = () => asked.map((path) => /assets\/(\w+)-/.exec(path)?.[1])
  await expect.poll(names).toEqual(expect.arrayContaining(['Co', 'Di', 'De', 'Cl', 'Ma']))
  await jun.page.waitForLoadState('networkidle')
  await jun.page.route('**/*.js', (route) => route.abort())
  asked.length = 0
  await ask(jun, 'Who pays?')
  await openQuestions('Who pays?', [ines, jun])
  await button(ines.page, /^Answered(?! in)/).click()
  await button(ines.page, 'Record it').click()
  await button(ines.page, 'How it ends').click()
  await agree()
  await closing(ines).click()
  await jun.page.getByRole('heading', { name: 'The meeting is closed.' }).waitFor()
  expect(asked).toEqual([])
})

test('R12: when the facilitator has vanished a deputy is offered the role; a member is not and cannot take it', async () => {
  const { address, meetingId } = await schedule('improve')
  await startReading(address, [ines, omar, jun])
  const offer = (person: Person) => button(person.page, 'Take the facilitator’s place')
  await ines.page.goto('about:blank')
  await expect
    .poll(async () => (await ines.get(`/meetings/${meetingId}/room`)).room.me.here, { timeout: 15_000 })
    .toBe(false)
  const take = (person: Person) =>
    person.context.request.post(`${company.url}/api/meetings/${meetingId}/facilitator/take`, {
      headers: { 'x-foreword': '1' },
      data: { key: crypto.randomUUID() },
    })
  expect((await (await take(omar)).json()).code).toBe('the-facilitator-is-here')
  expect(await offer(omar).count()).toBe(0)

  company.wait(31_000)
  // somebody coming in is news to the whole room
  await priya.page.goto(address)
  await offer(omar).waitFor()
  for (const member of [priya, jun]) {
    await member.page.getByText(passage).first().waitFor()
    expect(await offer(member).count()).toBe(0)
    expect((await (await take(member)).json()).code).toBe('not-a-deputy')
  }
  // R12: nothing advanced meanwhile
  expect((await omar.get(`/meetings/${meetingId}/room`)).room.phase.name).toBe('reading')

  await offer(omar).click()
  await button(omar.page, /^Open the questions/).waitFor()
  await ines.page.goto(address)
  await ines.page.getByText(passage).first().waitFor()
  expect(await button(ines.page, /^Open the questions/).count()).toBe(0)
  await openTheQuestions(omar.page)
  for (const { page } of [ines, omar, jun]) await page.getByText('Nobody asked anything.').first().waitFor()
})

test('R2, R16: a meeting to decide closes with a decision owed, and whoever owes it records it later', async () => {
  const { address, initiativeId } = await schedule('decide')
  await startReading(address, [ines, omar, priya])
  await openQuestions('Nobody asked anything.', [ines, omar, priya])
  await button(ines.page, 'Go on to the decision').click()

  // R16: apart from the others, and back
  await button(priya.page, 'Deliberate apart').click()
  const apart = omar.page.getByRole('heading', { name: 'The deciders deliberate apart' })
  await apart.waitFor()
  expect(await omar.page.getByRole('heading', { name: 'The decision', exact: true }).count()).toBe(0)
  expect(await barriers(omar.page)).toEqual([])
  await company.photograph('deliberation')
  await button(ines.page, 'Come back to the room').click()
  await apart.waitFor({ state: 'detached' })

  await agree()
  await ines.page.getByText('Nothing is decided yet').waitFor()
  expect(await closing(ines).getAttribute('aria-disabled')).toBe('true')
  await ines.page.getByLabel('Who owes it').selectOption({ label: 'Priya' })
  await ines.page.getByLabel('By', { exact: true }).fill('2099-01-07')
  await button(ines.page, 'Leave with the decision owed').click()
  for (const { page } of [ines, omar, priya])
    await page
      .getByText(/Priya owes it by .*2099/)
      .first()
      .waitFor()
  await closing(ines).click()
  for (const { page } of [ines, omar, priya])
    await page.getByText(/Priya owes the decision by .*2099/).waitFor()
  await omar.page.getByText('Ines and Priya deliberated apart for 1 minute.').waitFor()
  expect(await ines.get(`/decisions?initiativeId=${initiativeId}`)).toEqual([])

  // the next day, from the page of the meeting
  await priya.page.reload()
  await priya.page.getByLabel('What was decided').selectOption('fund')
  await priya.page.getByLabel('Amount').fill('18,000')
  await priya.page.getByLabel('How many people').fill('2')
  await priya.page.getByLabel('Because', { exact: true }).fill('the first tide is the margin')
  await button(priya.page, 'Record the decision').click()
  for (const { page } of [ines, omar, priya])
    await page.getByRole('link', { name: 'Read the decision' }).waitFor()
  const [decision] = await ines.get(`/decisions?initiativeId=${initiativeId}`)
  expect(decision).toMatchObject({ number: 1, outcome: 'fund' })
  expect(await ines.get(`/initiatives/${initiativeId}`)).toMatchObject({ stage: 'funded' })
})

test('R2, R15: a meeting to improve ends with what was agreed and why, and with no decision', async () => {
  const { address, initiativeId } = await schedule('improve')
  await startReading(address, [ines, omar, jun])
  await select(jun.page, passage)
  await button(jun.page, /^Question/)
    .first()
    .click()
  await jun.page.getByLabel('Your question', { exact: true }).fill('Is that every day?')
  await button(jun.page, 'Seal the question').click()
  await jun.page.getByText('Is that every day?').first().waitFor()
  await openQuestions('Is that every day?', [ines, omar, jun])
  expect(await button(ines.page, 'Go on to the decision').count()).toBe(0)
  await button(ines.page, 'How it ends').click()
  await ines.page.getByText('1 question has no end yet').waitFor()
  expect(await closing(ines).getAttribute('aria-disabled')).toBe('true')
  await button(ines.page, /^Hand /).click()
  await agree()
  for (const { page } of [omar, jun]) await button(page, 'How it ends').click()
  await button(omar.page, /^I understand why/).click()
  // R15: Jun’s silence does not hold the close
  await closing(ines).click()
  for (const { page } of [ines, omar, jun]) {
    await page.getByRole('heading', { name: 'The meeting is closed.' }).waitFor()
    await page.getByText('One text at five.').waitFor()
    await page.getByText(/Ines answers 1 in writing by/).waitFor()
    expect(await page.getByText(/owes the decision|Read the decision/).count()).toBe(0)
  }
  expect(await ines.get(`/decisions?initiativeId=${initiativeId}`)).toEqual([])
})

test('R12: before the start the facilitator says who comes and as what, by keyboard too', async () => {
  const { address } = await schedule('decide')
  const { page } = ines
  for (const one of [ines, omar, jun]) await one.page.goto(address)
  await page.getByText('3 of 4').waitFor()
  await button(page, 'More').press('Enter')
  await page.getByRole('menuitem', { name: 'Who comes, and as what' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Who comes, and as what' })
  await dialog.getByRole('button', { name: /note-taker *: change the roles of Omar/ }).press('Enter')
  await lookWideAndNarrow(page, 'who-comes')
  await dialog.getByRole('group', { name: 'Roles of Omar' }).getByLabel('Note-taker').uncheck()
  await dialog.getByRole('button', { name: /change the roles of Jun/ }).press('Enter')
  await dialog.getByRole('group', { name: 'Roles of Jun' }).getByLabel('Note-taker').press('Space')
  await dialog.getByRole('button', { name: /^Note-taker *: change the roles of Jun/ }).waitFor()
  // nobody else decides
  await dialog.getByRole('button', { name: 'Remove Priya' }).click()
  await dialog
    .getByText(/decider/i)
    .last()
    .waitFor()
  await dialog.getByRole('button', { name: 'Remove Omar' }).press('Enter')
  await omar.page.getByText('to invite you; this page then becomes the room by itself').waitFor()
  await dialog.getByRole('combobox', { name: 'Invite somebody else' }).selectOption({ label: 'Omar' })
  await dialog.getByRole('button', { name: 'Remove Omar' }).waitFor()
  await omar.page.getByText('Who is here').waitFor()
  await page.keyboard.press('Escape')
})
