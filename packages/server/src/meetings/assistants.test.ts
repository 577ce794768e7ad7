import type { PersonId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailbox, wordsOf } from '../mail/mailbox.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, scheduled } from './room.fixture.ts'

/** Scheduling for somebody without a right to read: Noor for Ines. */
const CANARY = 'kingfisher'
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let noor: Colleague

beforeAll(async () => {
  mailbox = await openMailbox()
  company = await openCompany({ smtpUrl: mailbox.url })
  ines = company.ines
  omar = await company.join('Omar')
  noor = await company.join('Noor')
})
afterAll(async () => {
  await company?.close()
  await mailbox?.close()
})

const nameHer = () => ines.api.people.nameAssistant({ personId: noor.id })
const endHer = (by: Colleague) => by.api.people.endAssistance({ principalId: ines.id, assistantId: noor.id })

/** An idea of Ines' that is shared with nobody, whose every text has a word that stands nowhere else. */
async function secretIdea(owner = ines) {
  const file = new File([`# A ${CANARY} tells growers at five\n\nThe ${CANARY} sends one text.\n`], 'a.md')
  const { initiativeId, narrativeId } = await owner.api.narratives.bring({ file })
  await owner.api.initiatives.update({ initiativeId, name: 'Harvest' })
  await owner.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  await owner.api.initiatives.answer({
    ...{ initiativeId, version: 0 },
    patch: { question: 'customer', fields: { situation: `A ${CANARY} at dawn` } },
  })
  const { id: editionId } = await owner.api.narratives.freeze({ narrativeId })
  await owner.api.reviews.commentOnDraft({ narrativeId, text: `Which ${CANARY}?`, on: null })
  return { initiativeId, narrativeId, editionId }
}
type Idea = Awaited<ReturnType<typeof secretIdea>>

const asked = ({ initiativeId, editionId }: Idea, ...others: PersonId[]) => ({
  ...{ principalId: ines.id, initiativeId, editionId, key: key(), startsAt: '2027-03-02T10:00:00.000Z' },
  ...{ readingMinutes: 5, discussionMinutes: 10, place: 'The long table' },
  attendees: [
    { personId: ines.id, roles: ['facilitator', 'author'] as ('facilitator' | 'author' | 'reader')[] },
    ...others.map((personId) => ({ personId, roles: ['reader' as const] })),
  ],
})

test('A2: an assistant is named by the one they schedule for, and either ends it', async () => {
  expect(await refusal(ines.api.people.nameAssistant({ personId: ines.id }))).toBe('assistant-of-yourself')
  expect(await nameHer()).toEqual({ assistants: [{ id: noor.id, name: 'Noor' }], principals: [] })
  // twice is once
  await nameHer()
  expect(await noor.api.people.assistants()).toEqual({
    assistants: [],
    principals: [{ id: ines.id, name: 'Ines' }],
  })
  expect(await refusal(endHer(omar))).toBe('not-found')
  expect((await endHer(noor)).principals).toEqual([])
  await nameHer()
  expect((await endHer(ines)).assistants).toEqual([])
})

test('A2: a guest is nobody’s assistant', async () => {
  const { meetingId } = await scheduled(company, 'improve')
  const guest = await ines.api.meetings.inviteGuest({ meetingId, key: key(), name: 'Gil' })
  expect(await refusal(ines.api.people.nameAssistant({ personId: guest.personId }))).toBe('not-found')
  const gil = await company.guest(guest.link)
  expect(await refusal(gil.api.people.nameAssistant({ personId: noor.id }))).toBe('not-allowed')
})

test('A2: an assistant schedules, and learns no word of what is read', async () => {
  await nameHer()
  const idea = await secretIdea()
  const of = { principalId: ines.id }
  const seen = await noor.api.assistants.see(of)
  expect(seen.ideas.find(({ id }) => id === idea.initiativeId)).toEqual({
    id: idea.initiativeId,
    name: 'Harvest',
    editions: [{ id: idea.editionId, number: 1, pages: 1, readingMinutes: expect.any(Number) }],
  })
  const { initiativeId, editionId } = idea
  const proposal = await noor.api.assistants.propose({ ...of, initiativeId, editionId })
  // being invited would be being let read
  expect(proposal.attendees.map(({ name }) => name)).toEqual(['Ines', 'Omar'])
  expect(proposal.unready.length).toBeGreaterThan(0)
  for (const each of proposal.unready) expect(Object.keys(each)).toEqual(['question', 'state'])

  const input = asked(idea, omar.id)
  const meeting = await noor.api.assistants.schedule(input)
  expect(meeting).toEqual({ meetingId: expect.any(String), startsAt: '2027-03-02T10:00:00.000Z' })
  // sent twice, it is one
  expect(await noor.api.assistants.schedule(input)).toEqual(meeting)
  const after = await noor.api.assistants.see(of)
  expect(after.meetings.filter((each) => each.initiativeId === initiativeId)).toEqual([
    {
      ...{ id: meeting.meetingId, initiativeId, initiativeName: 'Harvest', editionNumber: 1 },
      ...{ purpose: 'improve', startsAt: meeting.startsAt, minutes: 15, invited: ['Ines', 'Omar'] },
      mayChange: true,
    },
  ])
  const answers = await Promise.all([
    bytes('see', of, 200),
    bytes('propose', { ...of, initiativeId, editionId }, 200),
    bytes('schedule', asked(idea, omar.id), 200),
    bytes('schedule', { ...asked(idea, omar.id), purpose: 'decide' }, 422),
    bytes('schedule', asked(idea, noor.id), 403),
    bytes('assistants', {}, 200, 'people'),
  ])
  // the search finds what is there
  expect(answers[0]).toContain('Harvest')
  for (const answer of answers) expect(answer).not.toMatch(new RegExp(CANARY, 'i'))

  // it is hers by their hand: the record says so, and gives them nothing
  const { meetingId } = meeting
  const { room } = await ines.api.meetings.room({ meetingId })
  expect(room.attendees.map(({ personId }) => personId)).toEqual([ines.id, omar.id])
  const told = JSON.stringify(await ines.api.initiatives.activity({ initiativeId }))
  expect(told).toContain('had Noor schedule a meeting on edition 1')
  const letters = () => mailbox.to('omar@example.com').map(wordsOf).join()
  await expect.poll(letters).toContain('Scheduled by Noor for Ines')
  for (const act of [
    () => noor.api.meetings.room({ meetingId }),
    () => noor.api.meetings.get({ meetingId }),
    () => noor.api.meetings.join({ meetingId, key: key() }),
    () => noor.api.meetings.callOff({ meetingId, key: key() }),
    () => noor.api.initiatives.get({ initiativeId }),
    () => noor.api.narratives.edition({ editionId }),
    () => noor.api.narratives.draftText({ narrativeId: idea.narrativeId }),
    () => noor.api.initiatives.activity({ initiativeId }),
  ])
    expect(await refusal(act())).toBe('not-found')
  expect(JSON.stringify(await noor.api.search.documents({ text: CANARY }))).not.toContain(initiativeId)
  const mine = await noor.api.initiatives.list({})
  expect(mine.initiatives.map(({ id }) => id)).not.toContain(initiativeId)
})

/** The answer to Noor as it is sent, to the byte. */
async function bytes(operation: string, json: object, status: number, noun = 'assistants'): Promise<string> {
  const answer = await fetch(`${company.url}/rpc/${noun}/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-foreword': '1', cookie: noor.cookie() },
    body: JSON.stringify({ json }),
  })
  expect(answer.status, operation).toBe(status)
  return `${JSON.stringify([...answer.headers])}${await answer.text()}`
}

test('A2: an assistant invites nobody to be let read themselves', async () => {
  await nameHer()
  const idea = await secretIdea()
  expect(await refusal(noor.api.assistants.schedule(asked(idea, noor.id)))).toBe('scheduled-unread')
  await ines.api.initiatives.share({
    initiativeId: idea.initiativeId,
    visibility: 'named',
    people: [{ personId: noor.id, relation: 'reader' }],
  })
  expect(await noor.api.assistants.schedule(asked(idea, noor.id))).toMatchObject({
    meetingId: expect.any(String),
  })
})

test('A2: nobody schedules who is not named, and nothing that the principal may not', async () => {
  await nameHer()
  const [hers, his] = [await secretIdea(), await secretIdea(omar)]
  const unfound = async (who: Colleague, idea: Idea) => {
    const { principalId, initiativeId, editionId } = asked(idea)
    expect(await refusal(who.api.assistants.propose({ principalId, initiativeId, editionId }))).toBe(
      'not-found',
    )
    expect(await refusal(who.api.assistants.schedule(asked(idea)))).toBe('not-found')
  }
  await unfound(omar, hers)
  expect(await refusal(omar.api.assistants.see({ principalId: ines.id }))).toBe('not-found')
  // not shared with Ines; then shared to read, which is not enough
  await unfound(noor, his)
  await omar.api.initiatives.share({
    initiativeId: his.initiativeId,
    visibility: 'named',
    people: [{ personId: ines.id, relation: 'reader' }],
  })
  await unfound(noor, his)
  const ids = async () => (await noor.api.assistants.see({ principalId: ines.id })).ideas.map(({ id }) => id)
  expect(await ids()).toContain(hers.initiativeId)
  expect(await ids()).not.toContain(his.initiativeId)
  await omar.api.initiatives.share({
    initiativeId: his.initiativeId,
    visibility: 'named',
    people: [{ personId: ines.id, relation: 'author' }],
  })
  expect(await ids()).toContain(his.initiativeId)
  // an edition of one idea is none of another
  expect(await refusal(noor.api.assistants.schedule(asked({ ...hers, editionId: his.editionId })))).toBe(
    'not-found',
  )
})

test('A2: what is taken back bites at once, and so does leaving', async () => {
  await nameHer()
  const idea = await secretIdea()
  const input = asked(idea)
  await noor.api.assistants.schedule(input)
  await endHer(ines)
  expect(await refusal(noor.api.assistants.see({ principalId: ines.id }))).toBe('not-found')
  // also what was sent before
  expect(await refusal(noor.api.assistants.schedule(input))).toBe('not-found')

  const lena = await company.join('Lena')
  await lena.api.people.nameAssistant({ personId: noor.id })
  await noor.api.assistants.see({ principalId: lena.id })
  await ines.api.people.remove({ personId: lena.id })
  expect(await refusal(noor.api.assistants.see({ principalId: lena.id }))).toBe('not-found')
  expect((await noor.api.people.assistants()).principals).toEqual([])
})

test('A2: an assistant moves and calls off what their principal facilitates and has not begun, and nothing else', async () => {
  await nameHer()
  const idea = await secretIdea()
  const { meetingId } = await noor.api.assistants.schedule(asked(idea, omar.id))
  const of = { principalId: ines.id, meetingId }
  const startsAt = '2027-03-03T14:00:00.000Z'
  const move = (who: Colleague, more: object = {}) =>
    who.api.assistants.move({ ...of, startsAt, key: key(), ...more })
  expect(await refusal(move(omar))).toBe('not-found')
  expect(await refusal(move(noor, { principalId: omar.id }))).toBe('not-found')
  const command = { ...of, startsAt, key: key() }
  expect(await bytes('move', command, 200)).not.toMatch(new RegExp(CANARY, 'i'))
  // sent twice, it is done once
  await noor.api.assistants.move(command)
  const { room } = await ines.api.meetings.room({ meetingId })
  expect(room.startsAt).toBe(startsAt)
  const told = async () =>
    (await ines.api.initiatives.activity({ initiativeId: idea.initiativeId })).activity.map(
      ({ says }) => says,
    )
  await expect.poll(told).toContain('had Noor move the meeting')
  await expect
    .poll(() => mailbox.to('omar@example.com').map(wordsOf).join())
    .toMatch(/3 March|2027-03-03|20270303/)

  // facilitated by somebody else, it is theirs
  for (const { api } of [ines, omar]) await api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.handOverFacilitation({ meetingId, key: key(), to: omar.id })
  const listed = async () =>
    (await noor.api.assistants.see({ principalId: ines.id })).meetings.find(({ id }) => id === meetingId)
  expect(await listed()).toMatchObject({ mayChange: false })
  expect(await refusal(move(noor))).toBe('not-the-facilitator')
  await omar.api.meetings.handOverFacilitation({ meetingId, key: key(), to: ines.id })
  await noor.api.assistants.callOff({ ...of, key: key() })
  expect(await listed()).toBeUndefined()
  await expect.poll(told).toContain('had Noor call the meeting off')

  // once begun it is the room's
  const begun = await noor.api.assistants.schedule(asked(idea, omar.id))
  await ines.api.meetings.join({ meetingId: begun.meetingId, key: key() })
  await ines.api.meetings.start({ meetingId: begun.meetingId, key: key() })
  expect(await refusal(move(noor, { meetingId: begun.meetingId }))).toBe('not-found')
  await endHer(ines)
  expect(await refusal(move(noor))).toBe('not-found')
})

test('W4: a meeting to decide asks an assistant why now, as it asks anybody', async () => {
  await nameHer()
  const idea = await secretIdea()
  const input = { ...asked(idea), purpose: 'decide' as const }
  const attendees = [
    { personId: ines.id, roles: ['facilitator' as const, 'author' as const, 'decider' as const] },
  ]
  const decide = (more: object = {}) => noor.api.assistants.schedule({ ...input, attendees, ...more })
  expect(await refusal(decide())).toBe('why-now-missing')
  await ines.api.people.updateWorkspace({ settings: { unreadyQuestions: 'block' } })
  expect(await refusal(decide({ whyNow: 'The season starts.' }))).toBe('not-ready')
  await ines.api.people.updateWorkspace({ settings: { unreadyQuestions: 'ask-why' } })
  expect(await decide({ whyNow: 'The season starts.' })).toMatchObject({ meetingId: expect.any(String) })
})
