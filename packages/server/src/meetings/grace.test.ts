import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, opened, reading, scheduled } from './room.fixture.ts'

const MINUTE = 60_000
const because = 'We have to end on time.'

let company: Awaited<ReturnType<typeof openCompany>>
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  omar = await company.join('Omar')
}, 60_000)
afterAll(() => company?.close())

async function read() {
  const { initiativeId, edition } = await scheduled(company, 'improve')
  return reading({ ines: company.ines, omar }, { initiativeId, editionId: edition.id })
}

const roomOf = async (meetingId: Awaited<ReturnType<typeof reading>>, { api } = company.ines) =>
  (await api.meetings.room({ meetingId })).room

test('R2: opening while somebody reads needs a sentence, which the log keeps with a count and nobody’s name', async () => {
  const meetingId = await read()
  const { meetings } = company.ines.api
  expect(await refusal(meetings.announceReveal({ meetingId, key: key() }))).toBe('others-still-read')
  expect((await roomOf(meetingId)).phase).toMatchObject({ name: 'reading', progress: { stillReading: 1 } })
  await meetings.announceReveal({ meetingId, key: key(), because })
  expect((await roomOf(meetingId, omar)).phase).toMatchObject({ name: 'reveal', because })
  const { rows } = await company.pool.query(
    "select payload->'early' as early from meeting_event where meeting_id = $1 and kind = 'reveal-announced'",
    [meetingId],
  )
  expect(rows).toEqual([{ early: { stillReading: 1, because } }])
})

test('R2, R3: a paused reading rings at no deadline, also after a restart, is no news, and resumes with what was left', async () => {
  const meetingId = await read()
  const { ines } = company
  const before = await roomOf(meetingId)
  if (before.phase.name !== 'reading' || before.phase.endsAt === null) throw new Error('nobody reads')
  const left = Date.parse(before.phase.endsAt)
  const sequence = async () =>
    /SEQUENCE:\d+/.exec(await (await ines.api.meetings.ics({ meetingId })).text())?.[0]
  const [entry, news] = [await sequence(), await told(before.initiativeId)]
  expect(await refusal(omar.api.meetings.pause({ meetingId, key: key() }))).toBe('not-the-facilitator')
  const { room, serverTime } = await ines.api.meetings.pause({ meetingId, key: key() })
  expect(room.phase).toMatchObject({ name: 'adjourned', paused: true, from: 'reading' })
  const leftMs = room.phase.name === 'adjourned' ? room.phase.leftMs : 0
  expect(Math.abs(left - Date.parse(serverTime) - leftMs)).toBeLessThan(1_000)
  const [line] = (await omar.api.meetings.list({ initiativeId: before.initiativeId })).slice(-1)
  expect(line).toMatchObject({ phase: 'adjourned', paused: true, resumesAt: null })

  company.wait(40 * MINUTE)
  await company.restart()
  expect((await roomOf(meetingId)).phase).toMatchObject({ name: 'adjourned', paused: true, leftMs })
  const resumed = await ines.api.meetings.resume({ meetingId, key: key() })
  if (resumed.room.phase.name !== 'reading') throw new Error('it did not go on')
  const ends = Date.parse(resumed.room.phase.endsAt ?? '')
  expect(Math.abs(ends - Date.parse(resumed.serverTime) - leftMs)).toBeLessThan(1_000)
  // an interruption is nothing that a calendar or the idea's timeline knows of
  expect([await sequence(), await told(before.initiativeId)]).toEqual([entry, news])
  const { rows } = await company.pool.query('select paused from meeting where id = $1', [meetingId])
  expect(rows).toEqual([{ paused: false }])
})

const told = async (
  initiativeId: Parameters<Colleague['api']['initiatives']['activity']>[0]['initiativeId'],
) => JSON.stringify(await company.ines.api.initiatives.activity({ initiativeId }))

test('R5: a note sent again under its key is the same note, and nobody else’s', async () => {
  const { edition } = await scheduled(company, 'improve')
  const note = { editionId: edition.id, text: 'Ask the buoys.', on: null, key: key() }
  const made = await omar.api.reviews.postNote(note)
  const again = await Promise.all([1, 2, 3].map(() => omar.api.reviews.postNote(note)))
  expect(again).toEqual([made, made, made])
  const hers = await company.ines.api.reviews.postNote(note)
  expect(hers.id).not.toBe(made.id)
  expect(await omar.api.reviews.listOwnNotes({ editionId: edition.id })).toEqual([made])
})

test('R19: the note-taker enters that a reader on paper understands why, and the log says by whom and for whom', async () => {
  await company.ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
  const jun = await company.join('Jun')
  const meetingId = await read()
  const { meetings } = company.ines.api
  await meetings.invite({ meetingId, key: key(), attendee: { personId: jun.id, roles: ['reader'] } })
  await opened({ ines: company.ines, omar }, meetingId)
  await meetings.setExperience({ meetingId, key: key(), experience: 'A text.', why: 'The tide.' })
  const entry = { meetingId, key: key(), personId: jun.id }
  expect(await refusal(omar.api.meetings.acknowledgeFor(entry))).toBe('not-the-note-taker')
  const { room } = await meetings.acknowledgeFor(entry)
  expect(room.phase).toMatchObject({
    responses: [{ name: 'acknowledged', personId: jun.id, enteredBy: company.ines.id }],
  })
  const { rows } = await company.pool.query(
    "select actor, payload from meeting_event where meeting_id = $1 and kind = 'acknowledged-for'",
    [meetingId],
  )
  expect(rows).toEqual([{ actor: company.ines.id, payload: { personId: jun.id } }])
})
