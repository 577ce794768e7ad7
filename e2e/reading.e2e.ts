import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import {
  button,
  type Company,
  openCompany,
  openTheQuestions,
  type Person,
  passage,
  pictures,
  select,
} from './company.ts'

/** Silent reading: what a reader and a facilitator meet in it. */
let company: Company
let ines: Person
let omar: Person
let jun: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Jun'])
  ;[ines, omar, jun] = company.people as [Person, Person, Person] // as many as were named
})
afterAll(() => company?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await company.photograph('failed-reading')
  await Promise.all(company.people.map(({ page }) => page.goto('about:blank')))
})

async function startReading() {
  const meeting = await company.schedule('improve', {
    Ines: ['facilitator', 'author', 'reader'],
    Omar: ['note-taker', 'reader'],
  })
  for (const { page } of [ines, omar]) await page.goto(meeting.address)
  await ines.page.getByText('2 of').waitFor()
  await button(ines.page, 'Start the silent reading').click()
  for (const { page } of [ines, omar]) await page.getByText(passage).first().waitFor()
  return meeting
}

/** Wide and narrow, light and dark: no barrier that axe finds, and nothing past the edge. */
async function looked(person: Person, what: string) {
  const { page } = person
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      // the colours of before may still stand for a frame
      await expect.poll(() => barriers(page), { message: `${what} ${colorScheme} ${width}` }).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await company.photograph(`${what}-${colorScheme}-${width}`)
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('R2, R6: the end of the time offers a minute more or the questions, which open over a reader only with a reason', async () => {
  await startReading()
  const bar = ines.page.getByRole('complementary', { name: 'For the facilitator' })
  await bar.getByText('0 of 2 have finished.').waitFor()
  company.wait(10 * 60_000)
  await company.restart()
  await bar.getByText('The time is over; 1 still reads.').waitFor()
  await looked(ines, 'time-over')
  // the reader is told by the clock alone, and nothing was opened over them
  await omar.page.getByText('The time is over. Read on until the questions open.').waitFor()
  expect(await omar.page.getByText('still read').count()).toBe(0)
  await button(ines.page, '1 more minute').click()
  await bar.getByText('0 of 2 have finished.').waitFor()
  await omar.page.getByText(/minute left/).waitFor()

  await button(ines.page, /^Open the questions/).click()
  await ines.page.getByRole('heading', { name: '1 still reads. Open the questions?' }).waitFor()
  expect(await button(ines.page, 'Open them').getAttribute('aria-disabled')).toBe('true')
  await button(ines.page, 'We have to end on time.').click()
  await looked(ines, 'open-early')
  await button(ines.page, 'Open them').click()
  for (const { page } of [ines, omar]) await page.getByText('Nobody asked anything.').first().waitFor()
})

test('R2: a fire alarm pauses the room for everybody, and it resumes on the page each held with the time that was left', async () => {
  await startReading()
  await button(omar.page, /^Question/)
    .last()
    .click()
  await omar.page.getByLabel('Your question', { exact: true }).fill('Where do we meet outside?')
  await ines.page.getByRole('button', { name: 'More', exact: true }).click()
  await ines.page.getByRole('menuitem', { name: 'Pause for an interruption' }).click()
  const still = ({ page }: Person) => page.getByRole('heading', { name: 'The meeting is paused.' })
  for (const person of [ines, omar]) await still(person).waitFor()
  await omar.page.getByText(/The room was reading, with \d+ min left/).waitFor()
  expect(await omar.page.getByText(passage).count()).toBe(0)
  expect(await button(omar.page, 'Resume the meeting').getAttribute('aria-disabled')).toBe('true')
  await looked(omar, 'paused')
  company.wait(60 * 60_000)
  await company.restart()
  await omar.page.reload()
  await omar.page.getByText(/The room was reading, with \d+ min left/).waitFor()
  await ines.page.goto(`${company.url}/meetings`)
  await ines.page.getByText('Paused').first().waitFor()
  await ines.page.goBack()
  await button(ines.page, 'Resume the meeting').click()
  for (const { page } of [ines, omar]) await page.getByText(passage).first().waitFor()
  // what was half written is there again
  expect(await omar.page.getByLabel('Your question', { exact: true }).inputValue()).toBe(
    'Where do we meet outside?',
  )
  await button(omar.page, 'Seal the question').click()
  await omar.page.getByText('Where do we meet outside?').first().waitFor()
})

test('R20: an author rehearses alone in the room: notes are kept, a reload goes on, and nobody hears of it', async () => {
  const { initiativeId, narrativeId } = await ines.bring(
    '# Tidewatch texts growers\n\nA grower learned of a closure from a recording.\n',
  )
  const edition = await ines.post(`/narratives/${narrativeId}/editions`)
  const before = await Promise.all([omar.get('/meetings'), ines.get(`/initiatives/${initiativeId}/activity`)])
  const asked: string[] = []
  ines.page.on('request', (request) => {
    if (request.url().includes('/rpc/meetings/')) asked.push(new URL(request.url()).pathname)
  })
  await ines.page.goto(`${company.url}/editions/${edition.id}`)
  await button(ines.page, 'More to do with this edition').click()
  await ines.page.getByRole('menuitem', { name: 'Rehearse' }).click()
  await ines.page.getByText('Nobody is invited and nobody is told').waitFor()
  await looked(ines, 'rehearsal-before')
  await button(ines.page, 'Start the clock').click()
  await select(ines.page, 'learned of a closure')
  // there is nobody to ask
  expect(await button(ines.page, /^Question/).count()).toBe(0)
  await button(ines.page, /^Note/).first().click()
  await ines.page.getByLabel('Your note', { exact: true }).fill('Say from whom.')
  await button(ines.page, 'Keep the note').click()
  await ines.page.getByText('Say from whom.').first().waitFor()
  await looked(ines, 'rehearsal')
  await ines.page.reload()
  await ines.page.getByText('Say from whom.').first().waitFor()
  // long enough at a page to be reading it
  await expect
    .poll(
      () => ines.page.evaluate(() => Number(/\[\[1,(\d+)/.exec(Object.values(localStorage).join())?.[1])),
      { timeout: 60_000 },
    )
    .toBeGreaterThan(5)
  await button(ines.page, 'Finished').click()
  await ines.page.getByText(/^You read 1 page in .* A room is given 3 minutes\.$/).waitFor()
  await ines.page.getByText('Say from whom.').waitFor()
  await looked(ines, 'rehearsed')
  const after = await Promise.all([omar.get('/meetings'), ines.get(`/initiatives/${initiativeId}/activity`)])
  expect(after).toEqual(before)
  // nothing of it left the browser but the question what time it is; the others are the edition's own page's
  const others = ['clock', 'citations', 'list'].map((name) => `/rpc/meetings/${name}`)
  expect(asked.filter((path) => !others.includes(path))).toEqual([])
  await button(ines.page, 'Rehearse again').click()
  await button(ines.page, 'Start the clock').waitFor()
})

test('R19: who reads on paper asks by line number and understands why through the note-taker, in their own name', async () => {
  const { address, meetingId } = await company.schedule('improve', {
    Ines: ['facilitator', 'author', 'reader'],
    Omar: ['note-taker', 'reader'],
    Jun: ['reader'],
  })
  for (const { page } of [ines, omar]) await page.goto(address)
  await ines.page.getByText('2 of').waitFor()
  await omar.page.getByRole('link', { name: 'Print it to read on paper' }).click()
  await omar.page.getByText('Read by').waitFor()
  await omar.page.getByText(passage).first().waitFor()
  await looked(omar, 'paper')
  // what the printer is given: as many sheets as the edition has pages, its lines under their numbers, and the room
  await omar.page.emulateMedia({ media: 'print' })
  const sheets = await omar.page.pdf({ preferCSSPageSize: true })
  writeFileSync(join(pictures, 'paper.pdf'), sheets)
  expect(sheets.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
  await omar.page.emulateMedia({ media: 'screen' })
  await omar.page.getByRole('link', { name: 'Back' }).click()

  await button(ines.page, 'Start the silent reading').click()
  await omar.page.getByText(passage).first().waitFor()
  await openTheQuestions(ines.page)
  for (const { page } of [ines, omar]) await page.getByText('Nobody asked anything.').first().waitFor()
  await button(omar.page, 'Ask something new').click()
  await omar.page.getByLabel('Asked by').selectOption('Jun')
  await omar.page.getByLabel('About line').fill('99')
  await omar.page.getByText('The edition has no such line.').first().waitFor()
  await omar.page.getByLabel('About line').fill('4')
  await omar.page.getByText(/^“Until now a grower learned/).waitFor()
  await omar.page.getByLabel('Your question', { exact: true }).fill('A recording by whom?')
  await looked(omar, 'paper-question')
  await button(omar.page, 'Ask it').click()
  await ines.page.getByText('A recording by whom?').first().waitFor()
  // there is mostly another on the same sheet, and it is Jun’s too
  await expect.poll(() => omar.page.getByLabel('Your question', { exact: true }).inputValue()).toBe('')
  await omar.page.getByLabel('Your question', { exact: true }).fill('And who hears it?')
  await button(omar.page, 'Ask it').click()
  await ines.page.getByText('And who hears it?').first().waitFor()
  const { room } = await ines.get(`/meetings/${meetingId}/room`)
  const asked = room.phase.questions.map(({ text, by }: { text: string; by: string }) => [text, by])
  expect(asked).toEqual(
    expect.arrayContaining([
      ['A recording by whom?', jun.id],
      ['And who hears it?', jun.id],
    ]),
  )

  await button(ines.page, 'How it ends')
    .or(ines.page.getByRole('tab', { name: 'How it ends' }))
    .first()
    .click()
  await ines.page.getByLabel('What the customer gets').fill('One text at five.')
  await ines.page.getByLabel('Why, in a paragraph').fill('A tide thrown back is the margin of a day.')
  await button(ines.page, 'Put it to the room').click()
  await ines.page.getByLabel('For a reader on paper').selectOption('Jun')
  await button(ines.page, 'They disagree').click()
  await ines.page.getByLabel('What they hold against it').fill('Six is when the boats are back.')
  await looked(ines, 'paper-disagrees')
  await button(ines.page, 'Enter it in their name').click()
  await ines.page.getByText('Six is when the boats are back.').waitFor()
  await ines.page.getByText('Jun (on paper, entered by Ines)').waitFor()
  // in other words it is asked again
  await button(ines.page, 'Reword').first().click()
  await ines.page.getByLabel('What the customer gets').fill('One text at six.')
  await button(ines.page, 'Put it to the room').click()
  await ines.page.getByLabel('For a reader on paper').selectOption('Jun')
  await looked(ines, 'paper-acknowledged')
  await button(ines.page, 'They understand why').click()
  await ines.page.getByText('Jun (on paper, entered by Ines)').waitFor()
})

test('R5, R6: with the line cut, notes, questions and Finished are kept, say so, and arrive once', async () => {
  const { meetingId } = await startReading()
  const { page } = omar
  const { edition } = (await omar.get(`/meetings/${meetingId}/room`)).room
  const write = async (kind: 'Note' | 'Question', words: string) => {
    await button(page, new RegExp(`^${kind}`))
      .last()
      .click()
    await page.getByLabel(`Your ${kind.toLowerCase()}`, { exact: true }).fill(words)
    await button(page, kind === 'Note' ? 'Keep the note' : 'Seal the question').click()
  }
  // what a page loaded anew finds on this computer: nothing of it has left before
  await page.route('**/rpc/reviews/post*', (route) => route.abort())
  await write('Note', 'Ask the buoys.')
  await write('Question', 'Who pays for the text?')
  expect(await page.getByText('not sent yet').count()).toBe(2)
  await page.reload()
  await page.getByText('Ask the buoys.').first().waitFor()
  await page.getByText('Who pays for the text?').first().waitFor()
  expect(await omar.get(`/editions/${edition.id}/notes`)).toEqual([])
  await page.unrouteAll()
  await expect.poll(() => page.getByText('not sent yet').count()).toBe(0)

  // the network is gone, and the server is started anew meanwhile
  await page.context().setOffline(true)
  await write('Question', 'And who keeps the buoys?')
  await page.getByText('not sent yet').waitFor()
  await page.getByText('Foreword cannot be reached.', { exact: false }).waitFor()
  await looked(omar, 'offline')
  await button(page, 'Finished').click()
  await page.getByText('The room is not told yet, because the line is cut.', { exact: false }).waitFor()
  await looked(omar, 'offline-finished')
  await company.restart()
  const bar = ines.page.getByRole('complementary', { name: 'For the facilitator' })
  await bar.getByText('0 of').waitFor()
  await page.context().setOffline(false)
  await bar.getByText('1 of 2 have finished.').waitFor()
  await page.getByText('The room is not told yet', { exact: false }).waitFor({ state: 'detached' })
  // asked after one’s own reading, of which nothing was lost
  await page.getByRole('radio', { name: 'Yes', exact: true }).waitFor()
  await expect.poll(() => page.getByText('not sent yet').count()).toBe(0)

  // a note becomes a question in one act
  await button(page, 'Make it a question').click()
  await expect.poll(async () => (await omar.get(`/editions/${edition.id}/notes`)).length).toBe(0)
  await expect
    .poll(async () => {
      const { phase } = (await omar.get(`/meetings/${meetingId}/room`)).room
      return phase.mine.questions.map(({ text }: { text: string }) => text).toSorted()
    })
    .toEqual(['And who keeps the buoys?', 'Ask the buoys.', 'Who pays for the text?'])
})

test('R7: a question that was written under the seal and arrives after it is asked in the open only when its asker says so', async () => {
  const { meetingId } = await startReading()
  const { page } = omar
  await page.route('**/rpc/reviews/postQuestion', (route) => route.abort())
  for (const words of ['Who pays for the text?', 'And who keeps the buoys?']) {
    await button(page, /^Question/)
      .last()
      .click()
    await page.getByLabel('Your question', { exact: true }).fill(words)
    await button(page, 'Seal the question').click()
  }
  await expect.poll(() => page.getByText('not sent yet').count()).toBe(2)
  await openTheQuestions(ines.page)
  const late = page.getByRole('region', { name: 'Not asked yet' })
  await page.getByText('Discussion').first().waitFor()
  await page.unrouteAll()
  await expect
    .poll(() =>
      late.getByText('The questions were opened before this one arrived.', { exact: false }).count(),
    )
    .toBe(2)
  await looked(omar, 'too-late')
  const asked = async () =>
    (await ines.get(`/meetings/${meetingId}/room`)).room.phase.questions.map(
      ({ text }: { text: string }) => text,
    )
  expect(await asked()).toEqual([])
  // a reload keeps both, and still asks nothing by itself
  await page.reload()
  await button(page, 'Keep it as a note').nth(1).click()
  await expect.poll(() => button(page, 'Ask it now').count()).toBe(1)
  await button(page, 'Ask it now').click()
  await late.waitFor({ state: 'detached' })
  await expect.poll(asked).toEqual(['Who pays for the text?'])
})

test('N5: who freezes and who schedules is told who would finish, and honestly that too few were measured', async () => {
  const { page } = ines
  const { initiativeId, narrativeId } = await ines.bring(
    '# Tidewatch texts growers\n\nA grower learned of it.\n',
  )
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await page.getByText('A grower learned of it.').first().waitFor()
  await page.getByText(/min to read/).waitFor()
  await page
    .getByRole('button', { name: /^Freeze/ })
    .first()
    .click()
  const told = (minutes: string) =>
    page.getByText(`Too few readers have been measured here to say who would read one page in ${minutes}.`)
  await page.getByRole('dialog').getByText('Too few readers have been measured here').waitFor()
  await ines.post(`/narratives/${narrativeId}/editions`)
  await page.goto(`${company.url}/ideas/${initiativeId}/meetings/new`)
  await told('3 minutes').waitFor()
  await page.getByLabel('Silent reading, minutes').fill('7')
  await told('7 minutes').waitFor()
  await looked(ines, 'who-finishes')
})
