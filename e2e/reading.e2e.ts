import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage, select } from './company.ts'

/** Silent reading: what a reader and a facilitator meet in it. */
let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
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
  // nothing of it left the browser but the question what time it is
  expect(
    asked.filter((path) => path !== '/rpc/meetings/clock' && path !== '/rpc/meetings/citations'),
  ).toEqual([])
  await button(ines.page, 'Rehearse again').click()
  await button(ines.page, 'Start the clock').waitFor()
})
