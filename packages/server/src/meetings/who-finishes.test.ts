import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany } from '../test/company.ts'
import { key, opened, scheduled } from './room.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let readers: Colleague[]
beforeAll(async () => {
  company = await openCompany()
  readers = [await company.join('Omar'), await company.join('Priya'), await company.join('Jun')]
  await company.ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
}, 60_000)
afterAll(() => company?.close())

/** A meeting of all of them, read for so many seconds a page and closed. */
async function held(seconds: readonly number[]) {
  const { ines } = company
  const [omar] = readers
  if (!omar) throw new Error('nobody reads')
  const { initiativeId, edition } = await scheduled(company, 'improve')
  const everybody = [ines, ...readers]
  const { room } = await ines.api.meetings.schedule({
    initiativeId,
    editionId: edition.id,
    key: key(),
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 60,
    discussionMinutes: 10,
    attendees: everybody.map(({ id }) => ({
      personId: id,
      roles: id === ines.id ? ['facilitator', 'author', 'note-taker'] : ['reader'],
    })),
  })
  const { meetingId } = room
  for (const { api } of everybody) await api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const pages = Array.from({ length: edition.extent.pages }, (_, at) => at + 1)
  // heard once, so that from then on all that has passed is believed
  for (const { api } of readers) await api.meetings.notePace({ meetingId, held: [{ page: 1, seconds: 0 }] })
  company.wait(30 * 60_000)
  for (const [at, { api }] of readers.entries())
    await api.meetings.notePace({
      meetingId,
      held: pages.map((page) => ({ page, seconds: seconds[at] ?? 0 })),
    })
  const question = await opened({ ines, omar }, meetingId)
  const state = { name: 'answered-in-the-room', answer: 'Daily.' } as const
  await ines.api.meetings.endQuestion({ meetingId, key: key(), questionId: question.id, state })
  await ines.api.meetings.setExperience({ meetingId, key: key(), experience: 'A text.', why: 'The tide.' })
  await ines.api.meetings.close({ meetingId, key: key() })
}

test('R6, N5: a close adds its readers to the steps of the company, and no row leads back to a meeting or a person', async () => {
  const { ines } = company
  expect(await ines.api.narratives.pace()).toEqual([])
  await held([100, 110, 200])
  expect(await ines.api.narratives.pace()).toEqual([
    { secondsPerPage: 105, readers: 1 },
    { secondsPerPage: 120, readers: 1 },
    { secondsPerPage: 210, readers: 1 },
  ])
  await held([100, 100, 0])
  // of the second room too few read
  expect((await ines.api.narratives.pace()).map(({ readers: count }) => count)).toEqual([1, 1, 1])
  const { rows } = await company.pool.query(
    "select column_name from information_schema.columns where table_name = 'company_pace' order by 1",
  )
  expect(rows.map((row: { column_name: string }) => row.column_name)).toEqual([
    'readers',
    'seconds_per_page',
    'workspace_id',
  ])
})

test('N5: whoever schedules is given the pages that are read in the room’s time', async () => {
  const { proposal, edition } = await scheduled(company, 'improve')
  expect(proposal.corePages).toBe(edition.extent.corePages)
})
