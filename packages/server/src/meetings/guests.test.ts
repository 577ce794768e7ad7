import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, listen, passage, scheduled, until } from './room.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague

beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
})
afterAll(() => company?.close())

type Meeting = Awaited<ReturnType<typeof scheduled>>
const invite = ({ meetingId }: Meeting, name = 'Gil of Harbour Foods') =>
  ines.api.meetings.inviteGuest({ meetingId, key: key(), name })

test('R12, R14: a guest enters by a link, reads from the start on, and asks a question that is sealed like any other', async () => {
  const meeting = await scheduled(company, 'improve')
  const { meetingId, edition } = meeting
  const { link, expiresAt } = await invite(meeting)
  // three days from the start, which is at ten
  expect(expiresAt).toBe('2027-03-04T10:00:00.000Z')
  const token = link.split('/').at(-1) ?? ''
  expect(await omar.api.meetings.guestInvitation({ token })).toMatchObject({
    name: 'Gil of Harbour Foods',
    company: 'Tidewatch',
    invitedBy: 'Ines',
  })
  const gil = await company.guest(link)
  expect(gil.name).toBe('Gil of Harbour Foods')

  const editionId = edition.id
  expect(await refusal(gil.api.narratives.edition({ editionId }))).toBe('not-found')
  for (const { api } of [ines, omar, gil]) await api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  expect((await gil.api.narratives.edition({ editionId })).hash).toBe(edition.hash)

  const on = await passage(company, editionId, 'one text')
  await gil.api.reviews.postQuestion({ meetingId, key: key(), text: 'Which language?', on })
  const hers = listen(omar, meetingId)
  await hers.begun
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'Enough is read.' })
  await until('the questions are open', async () => {
    const { room } = await gil.api.meetings.room({ meetingId })
    return room.phase.name === 'discussion'
  })
  const { room, people } = await omar.api.meetings.room({ meetingId })
  const asked = room.phase.name === 'discussion' ? room.phase.questions[0] : undefined
  expect(asked).toMatchObject({ text: 'Which language?', by: gil.id })
  expect(people).toContainEqual({ id: gil.id, name: 'Gil of Harbour Foods' })
  expect(hers.heard.find((message) => message.includes('"reading"'))).not.toContain('Which language?')
  hers.stop()
})

test('R12: a guest sees their one meeting, and nothing that is open to the company', async () => {
  const [meeting, other] = [await scheduled(company, 'improve'), await scheduled(company, 'improve')]
  const gil = await company.guest((await invite(meeting)).link)
  for (const { meetingId } of [meeting, other]) {
    await ines.api.meetings.join({ meetingId, key: key() })
    await ines.api.meetings.start({ meetingId, key: key() })
  }
  expect(await refusal(gil.api.meetings.room({ meetingId: other.meetingId }))).toBe('not-found')
  expect(await refusal(gil.api.narratives.edition({ editionId: other.edition.id }))).toBe('not-found')
  expect(await refusal(gil.api.initiatives.list({}))).toBe('not-allowed')
  expect(await refusal(gil.api.initiatives.get({ initiativeId: meeting.initiativeId }))).toBe('not-allowed')
  expect(await refusal(gil.api.narratives.draftText({ narrativeId: meeting.narrativeId }))).toBe(
    'not-allowed',
  )
  expect(await refusal(gil.api.people.list())).toBe('not-allowed')
  const file = await fetch(`${company.url}/api/editions/${meeting.edition.id}/pdf`, {
    headers: { cookie: gil.cookie() },
  })
  expect(file.status).toBe(403)
  // what the company may see is not theirs even where an operation is open to them
  const { settings, name } = (await gil.api.people.me())?.workspace ?? {}
  expect(name).toBe('Tidewatch')
  await ines.api.people.updateWorkspace({ settings: { paper: 'a4' } })
  expect((await gil.api.people.me())?.workspace.settings).toEqual(settings)
  await ines.api.people.updateWorkspace({ settings: { paper: 'letter' } })
})

test('R12: a guest is given no other role, by nobody', async () => {
  const meeting = await scheduled(company, 'improve')
  const { meetingId } = meeting
  const gil = await company.guest((await invite(meeting)).link)
  for (const { api } of [ines, gil]) await api.meetings.join({ meetingId, key: key() })
  const attendee = { personId: gil.id, roles: ['facilitator' as const] }
  expect(await refusal(ines.api.meetings.invite({ meetingId, key: key(), attendee }))).toBe('no-such-person')
  expect(await refusal(ines.api.meetings.handOverFacilitation({ meetingId, key: key(), to: gil.id }))).toBe(
    'no-such-person',
  )
  expect((await ines.api.people.list()).map(({ id }) => id)).not.toContain(gil.id)
  expect(await refusal(ines.api.people.update({ personId: gil.id, role: 'administrator' }))).toBe('not-found')
  const { initiativeId } = meeting
  const people = [{ personId: gil.id, relation: 'author' as const }]
  expect(await refusal(ines.api.initiatives.share({ initiativeId, visibility: 'named', people }))).toBe(
    'unknown-person',
  )
})

test('R12: only the facilitator makes links, sees them and ends them, and a repeat makes no second guest', async () => {
  const meeting = await scheduled(company, 'improve')
  const { meetingId } = meeting
  const again = { meetingId, key: key(), name: 'Gil' }
  expect(await refusal(omar.api.meetings.inviteGuest(again))).toBe('not-the-facilitator')
  const one = await ines.api.meetings.inviteGuest(again)
  expect(await ines.api.meetings.inviteGuest(again)).toEqual(one)
  expect(await ines.api.meetings.guests({ meetingId })).toMatchObject([{ name: 'Gil', link: one.link }])
  expect(await refusal(omar.api.meetings.guests({ meetingId }))).toBe('not-the-facilitator')
  expect(await refusal(omar.api.meetings.removeGuest({ meetingId, personId: one.personId }))).toBe(
    'not-the-facilitator',
  )
  expect(await refusal(ines.api.meetings.removeGuest({ meetingId, personId: omar.id }))).toBe(
    'no-such-person',
  )
})

test('A3: a link that is ended ends every session, and what is open closes', async () => {
  const meeting = await scheduled(company, 'improve')
  const { meetingId } = meeting
  const { link, personId } = await invite(meeting)
  const gil = await company.guest(link)
  const watching = await gil.api.meetings.watch({ meetingId })
  await watching.next()
  await ines.api.meetings.removeGuest({ meetingId, personId })
  await expect(
    (async () => {
      for await (const _ of watching);
      return 'ended'
    })().catch(() => 'ended'),
  ).resolves.toBe('ended')
  expect(await refusal(gil.api.meetings.room({ meetingId }))).toBe('not-signed-in')
  const token = link.split('/').at(-1) ?? ''
  expect(await refusal(omar.api.meetings.enterAsGuest({ token }))).toBe('invitation-gone')
})

test('R2, R12: a link is good for as long as the meeting goes on, and three days more', async () => {
  const meeting = await scheduled(company, 'improve')
  const { meetingId } = meeting
  const gil = await company.guest((await invite(meeting)).link)
  await ines.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  await ines.api.meetings.adjourn({ meetingId, key: key() })
  company.wait(10 * 24 * 3_600_000)
  await company.restart()
  expect((await gil.api.meetings.room({ meetingId })).room.phase.name).toBe('adjourned')
})

test('R12: a link that has expired lets nobody in, and whoever came by it is out', async () => {
  const meeting = await scheduled(company, 'improve')
  const { meetingId } = meeting
  const { link } = await invite(meeting)
  const gil = await company.guest(link)
  const token = link.split('/').at(-1) ?? ''
  company.wait(4 * 24 * 3_600_000)
  expect(await refusal(omar.api.meetings.enterAsGuest({ token }))).toBe('invitation-gone')
  await company.restart()
  expect(await refusal(gil.api.meetings.room({ meetingId }))).toBe('not-signed-in')
  expect(await ines.api.meetings.guests({ meetingId })).toEqual([])
})
