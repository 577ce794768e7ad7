import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { documentFromYDoc } from '@foreword/document/yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/ids.ts'
import { openBrowser } from '../reviews/browser.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, listen, passage, until } from './room.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let priya: Colleague
let jun: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  priya = await company.join('Priya')
  jun = await company.join('Jun')
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
}, 60_000)
afterAll(() => company?.close())

type Ids = Parameters<Colleague['api']['meetings']['schedule']>[0]
type Meeting = Parameters<Colleague['api']['meetings']['room']>[0]['meetingId']

const prfaq = `# Tidewatch texts growers at five whether they may harvest

WESTPORT, Washington, 3 March 2028. Tidewatch today began sending growers one text.

Until now a grower learned of a closure from a recording updated between seven and nine.

## FAQ

**Q: What does it cost?**
A: Nothing in the first season.
`

async function brought() {
  const file = new File([prfaq], 'tidewatch.md', { type: 'text/markdown' })
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file })
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  return { initiativeId, narrativeId, editionId }
}

/** In its lobby. Ines facilitates what she wrote. */
async function scheduled(on: Pick<Ids, 'initiativeId' | 'editionId'>, others: readonly Colleague[]) {
  const { room } = await ines.api.meetings.schedule({
    initiativeId: on.initiativeId,
    editionId: on.editionId,
    key: key(),
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 10,
    attendees: [
      { personId: ines.id, roles: ['facilitator', 'author', 'note-taker'] },
      ...others.map(({ id }) => ({ personId: id, roles: ['reader' as const] })),
    ],
  })
  return room.meetingId
}

async function start(meetingId: Meeting, people: readonly Colleague[]) {
  for (const { api } of people) await api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
}

async function reveal(meetingId: Meeting) {
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'We go on.' })
  await until(
    'the questions are open',
    async () => (await ines.api.meetings.room({ meetingId })).room.phase.name === 'discussion',
  )
}

const answered = (answer: string) => ({ name: 'answered-in-the-room', answer }) as const
const end = (meetingId: Meeting, questionId: Question, state: Parameters<Api['endQuestion']>[0]['state']) =>
  ines.api.meetings.endQuestion({ meetingId, key: key(), questionId, state })
type Api = Colleague['api']['meetings']
type Question = Parameters<Api['endQuestion']>[0]['questionId']

async function close(meetingId: Meeting) {
  await ines.api.meetings.setExperience({ meetingId, key: key(), experience: 'A text.', why: 'The tide.' })
  await ines.api.meetings.close({ meetingId, key: key() })
}

const phaseOf = async ({ api }: Colleague, meetingId: Meeting) =>
  (await api.meetings.room({ meetingId })).room.phase
async function coverOf(who: Colleague, meetingId: Meeting) {
  const phase = await phaseOf(who, meetingId)
  return 'cover' in phase ? phase.cover : null
}
async function queueOf(who: Colleague, meetingId: Meeting) {
  const phase = await phaseOf(who, meetingId)
  if (phase.name !== 'discussion') throw new Error(phase.name)
  return phase
}
const says = ({ api }: Colleague, meetingId: Meeting, questionId: Question, accepted: boolean | null) =>
  api.meetings.answerReturn({ meetingId, key: key(), questionId, accepted })

/**
 * Edition 1 is met by four. Omar’s question goes into the FAQ, Priya’s is answered in the room, Jun is owed an answer. In
 * edition 2 the entry has its answer, and other words stand where Omar asked.
 */
async function metOnce() {
  const first = await brought()
  const { initiativeId, narrativeId } = first
  const meetingId = await scheduled(first, [omar, priya, jun])
  await start(meetingId, [ines, omar, priya, jun])
  const on = await passage(company, first.editionId, 'updated between seven and nine')
  const ask = async ({ api }: Colleague, text: string, where: typeof on | null) =>
    (await api.reviews.postQuestion({ meetingId, key: key(), text, on: where })).id
  const his = await ask(omar, 'How often was it wrong?', on)
  const hers = await ask(priya, 'Who pays for the text?', null)
  const owed = await ask(jun, 'What does a sensor cost?', null)
  for (const [{ api }, want] of [
    [omar, 'yes'],
    [priya, 'not-yet'],
    [jun, 'not-yet'],
  ] as const) {
    await api.meetings.finishReading({ meetingId, key: key() })
    await api.meetings.answerOneQuestion({ meetingId, key: key(), want, because: '' })
  }
  await reveal(meetingId)
  await ines.api.meetings.addToFaq({ meetingId, key: key(), questionId: his })
  await end(meetingId, hers, answered('The port.'))
  await end(meetingId, owed, { name: 'research-owed', owner: ines.id, due: '2027-03-10' })
  await close(meetingId)
  const entry = async () =>
    (await ines.api.reviews.ledger({ initiativeId })).find(({ id }) => id === his)?.faqBlockId
  await expect.poll(entry).toBeTruthy()

  const browser = await openBrowser(company.url, ines, narrativeId)
  const blocks = textBlocks(documentFromYDoc(browser.doc, newId))
  const entryId = await entry()
  const answer = blocks.find((block) => block.entryId === entryId && block.type === 'paragraph')
  const asked = blocks.find(({ id }) => id === on.blockId)
  if (!answer || !asked) throw new Error('the draft is not what was brought')
  await browser.type(answer.id, 0, 'On 46 mornings of 210.')
  await browser.type(asked.id, 0, 'For ten years. ')
  browser.leave()
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  return { ...first, meetingId, first: first.editionId, editionId, his, hers, owed }
}

test('R17, R18, F5: two meetings on two editions, from the first question to what its asker says of the answer', async () => {
  const met = await metOnce()
  const { initiativeId, his, hers, owed } = met
  const meetingId = await scheduled(met, [omar, priya])
  await omar.api.meetings.join({ meetingId, key: key() })

  // the lobby opens with it
  const cover = await coverOf(omar, meetingId)
  expect(cover).toMatchObject({
    since: { meetingId: met.meetingId, purpose: 'improve', edition: { number: 1 }, isSameDocument: true },
    decision: null,
    own: [
      {
        id: his,
        text: 'How often was it wrong?',
        asked: { edition: 1, on: { quote: 'updated between seven and nine' } },
        ended: { name: 'answered-in-the-document' },
        answer: { page: 2, in: 'faq', isWritten: true },
        here: { page: 1, isReworded: false },
        accepted: null,
      },
    ],
    others: [{ id: owed, text: 'What does a sensor cost?' }],
  })
  // its lines are the typesetter's lines of the edition that is read now
  const [own] = cover?.own ?? []
  const edition = await omar.api.narratives.edition({ editionId: met.editionId })
  const spoken = edition.lines.filter(({ line }) => line === own?.answer?.lastLine)
  const document = documentFromUnknown(edition.document)
  const texts = document.ok ? textBlocks(document.value) : []
  const words = texts.find(({ id }) => id === spoken[0]?.block)?.text
  expect(words).toContain('On 46 mornings of 210.')

  await start(meetingId, [ines, omar, priya])
  const ears = await Promise.all(
    [ines, priya].map(async (who) => {
      const ear = listen(who, meetingId)
      await ear.begun
      return ear
    }),
  )
  await until('both hear the room', () => ears.every(({ heard }) => heard.length > 0))
  const before = ears.map(({ heard }) => heard.length)
  expect(await refusal(says(priya, meetingId, his, true))).toBe('not-the-asker')
  expect(await refusal(says(omar, meetingId, newId(), true))).toBe('no-such-question')
  await says(omar, meetingId, his, true)
  await says(omar, meetingId, his, false)
  expect((await coverOf(omar, meetingId))?.own).toMatchObject([{ id: his, accepted: false }])
  await says(priya, meetingId, hers, true)
  await says(priya, meetingId, hers, null)
  await says(priya, meetingId, hers, true)
  // R6: nobody hears of anybody, on no channel; the ledger takes nothing while a room reads
  await until('her own answer has come back to her', () =>
    (ears[1]?.heard.at(-1) ?? '').includes('"accepted":true'),
  )
  expect(ears[0]?.heard.length).toBe(before[0])
  expect(ears[1]?.heard.join()).not.toContain('"accepted":false')
  const accepted = async () => (await jun.api.reviews.ledger({ initiativeId })).map((entry) => entry.accepted)
  expect(await accepted()).toEqual([null, null, null])
  expect(await refusal(omar.api.reviews.acceptAnswer({ questionId: his, accepted: false }))).toBe(
    'the-idea-is-being-read',
  )
  for (const { stop } of ears) stop()

  // A1: what was acknowledged is there after a restart
  await company.restart()
  expect((await coverOf(omar, meetingId))?.own).toMatchObject([{ accepted: false }])
  expect((await coverOf(priya, meetingId))?.own).toMatchObject([{ accepted: true }])

  await priya.api.meetings.finishReading({ meetingId, key: key() })
  await priya.api.meetings.answerOneQuestion({ meetingId, key: key(), want: 'yes', because: '' })
  await reveal(meetingId)
  const queue = await queueOf(priya, meetingId)
  expect(queue.questions).toMatchObject([
    { id: his, by: omar.id, carried: { edition: 1 }, anchor: { editionId: met.editionId } },
    { id: owed, by: jun.id, carried: { edition: 1, on: null }, anchor: null, state: { name: 'open' } },
  ])
  expect(queue.tally).toMatchObject({
    yes: 1,
    notYet: 0,
    before: [{ edition: 1, yes: 1, notYet: 2, no: 0 }],
  })
  expect(queue.turns).toEqual([omar.id, ines.id])

  await end(meetingId, his, answered('It says so on page 1.'))
  await end(meetingId, owed, answered('Forty dollars.'))
  // F5: the ledger hears of a running meeting when it is over
  expect((await jun.api.reviews.ledger({ initiativeId })).map(({ state }) => state.name)).toEqual([
    'answered-in-the-document',
    'answered-in-the-room',
    'research-owed',
  ])
  await close(meetingId)
  const ledger = await jun.api.reviews.ledger({ initiativeId })
  expect(ledger.map(({ id, state, accepted }) => [id, state.name, accepted])).toEqual([
    [his, 'answered-in-the-room', null],
    [hers, 'answered-in-the-room', true],
    [owed, 'answered-in-the-room', null],
  ])
  // who was owed it is owed nothing any more
  expect(await ines.api.reviews.owed()).toEqual([])

  // the same edition met again: what is settled is gone, and what was ended since is asked of its asker
  const third = await scheduled(met, [omar, priya, jun])
  for (const who of [omar, priya, jun]) await who.api.meetings.join({ meetingId: third, key: key() })
  expect(await coverOf(omar, third)).toMatchObject({
    since: { meetingId, edition: { number: 2 } },
    own: [{ id: his, ended: { name: 'answered-in-the-room' } }],
    others: [],
  })
  expect(await coverOf(priya, third)).toMatchObject({ own: [], others: [] })
  expect(await coverOf(jun, third)).toMatchObject({ own: [{ id: owed }] })
  expect(await omar.api.narratives.changedLines({ editionId: met.editionId, from: met.editionId })).toEqual(
    [],
  )
}, 60_000)

test('F5, R17: the line that answered it comes back where it stands now, beside what is carried forward too, and not when its words are gone', async () => {
  const first = await brought()
  const { initiativeId, narrativeId } = first
  const meetingId = await scheduled(first, [omar])
  await start(meetingId, [ines, omar])
  const asked = { meetingId, key: key(), text: 'What does the first season cost?', on: null }
  const { id: questionId } = await omar.api.reviews.postQuestion(asked)
  await reveal(meetingId)
  const at = await passage(company, first.editionId, 'Nothing in the first season.')
  const { lines } = await ines.api.narratives.edition({ editionId: first.editionId })
  const line = lines.find(({ block }) => block === at.blockId)?.line ?? 0
  await end(meetingId, questionId, { name: 'answered-in-the-document', line })
  await close(meetingId)

  // in the next edition it stands further down
  const browser = await openBrowser(company.url, ines, narrativeId)
  const heading = await passage(company, first.editionId, 'recording updated')
  await browser.type(heading.blockId, 0, 'For ten years it was so, in every bay of the coast. '.repeat(6))
  const { id: second } = await ines.api.narratives.freeze({ narrativeId })
  const next = await scheduled({ initiativeId, editionId: second }, [omar])
  await start(next, [ines, omar])
  const answer = { in: 'document', isWritten: true, isReworded: false, line: expect.any(Number) }
  const own = async (id: Meeting) => (await coverOf(omar, id))?.own[0]
  const returned = await own(next)
  expect(returned).toMatchObject({ ended: { name: 'answered-in-the-document', on: { line } }, answer })
  expect(returned?.answer?.line).toBeGreaterThan(line)

  await says(omar, next, questionId, false)
  await reveal(next)
  const [carried] = (await queueOf(omar, next)).questions
  expect(carried).toMatchObject({ id: questionId, state: { name: 'open' } })
  expect(carried?.carried?.answer).toEqual(returned?.answer)
  const now = returned?.answer?.line ?? 0
  await end(next, questionId, { name: 'answered-in-the-document', line: now })
  await close(next)
  expect((await ines.api.reviews.ledger({ initiativeId }))[0]?.state).toMatchObject({
    on: { editionId: second, line: now },
  })

  await browser.erase(at.blockId)
  await browser.type(at.blockId, 0, 'Four dollars from the first day on.')
  browser.leave()
  const { id: third } = await ines.api.narratives.freeze({ narrativeId })
  const last = await scheduled({ initiativeId, editionId: third }, [omar])
  await omar.api.meetings.join({ meetingId: last, key: key() })
  expect(await own(last)).toMatchObject({ id: questionId, answer: null })
}, 60_000)

test('R17: neither a meeting that was called off nor one that is only adjourned is returned to', async () => {
  const first = await brought()
  const off = await scheduled(first, [omar])
  await ines.api.meetings.callOff({ meetingId: off, key: key() })
  const resting = await scheduled(first, [omar])
  await start(resting, [ines, omar])
  await ines.api.meetings.adjourn({ meetingId: resting, key: key(), resumesAt: null })
  const meetingId = await scheduled(first, [omar])
  await start(meetingId, [ines, omar])
  expect(await coverOf(omar, meetingId)).toBeNull()

  // what is held to its end while this one reads is no part of what it returns to
  await ines.api.meetings.resume({ meetingId: resting, key: key() })
  await reveal(resting)
  await close(resting)
  expect(await coverOf(omar, meetingId)).toBeNull()
  const next = await scheduled(first, [omar])
  await omar.api.meetings.join({ meetingId: next, key: key() })
  expect(await coverOf(omar, next)).toMatchObject({ since: { meetingId: resting } })
})

test('R17, A2: whoever is not in the meeting is sent nothing of it, and compares nothing they may not read', async () => {
  const met = await metOnce()
  const meetingId = await scheduled(met, [omar])
  await start(meetingId, [ines, omar])
  expect(await phaseOf(priya, meetingId)).toEqual({ name: 'outside', phase: 'reading' })

  const pair = { editionId: met.editionId, from: met.first }
  const changed = await omar.api.narratives.changedLines(pair)
  expect(changed.map(({ how }) => how)).toEqual(['changed', 'new'])
  await ines.api.initiatives.share({ initiativeId: met.initiativeId, visibility: 'named', people: [] })
  expect(await refusal(jun.api.narratives.changedLines(pair))).toBe('not-found')
  expect(await refusal(jun.api.meetings.room({ meetingId }))).toBe('not-found')
})

test('R14: a latecomer returns too, and what they say takes effect when their own reading ends', async () => {
  const met = await metOnce()
  const meetingId = await scheduled(met, [omar, priya])
  await start(meetingId, [ines, priya])
  await reveal(meetingId)
  await omar.api.meetings.join({ meetingId, key: key() })
  expect((await coverOf(omar, meetingId))?.own).toMatchObject([{ id: met.his, accepted: null }])
  await says(omar, meetingId, met.his, false)
  const ids = async () => (await queueOf(priya, meetingId)).questions.map(({ id }) => id)
  expect(await ids()).toEqual([met.owed])
  await omar.api.meetings.finishReading({ meetingId, key: key() })
  expect(await ids()).toEqual([met.his, met.owed])
  expect(await refusal(says(omar, meetingId, met.his, true))).toBe('the-room-is-discussing')
})

test('R17: the last decision is said in a line, or by whom it is owed', async () => {
  const first = await brought()
  const deciding = await ines.api.meetings.schedule({
    initiativeId: first.initiativeId,
    editionId: first.editionId,
    key: key(),
    purpose: 'decide',
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 10,
    attendees: [
      { personId: ines.id, roles: ['facilitator', 'author', 'note-taker'] },
      { personId: omar.id, roles: ['decider', 'reader'] },
    ],
    whyNow: 'The season starts in three weeks.',
  })
  const { meetingId } = deciding.room
  await start(meetingId, [ines, omar])
  await reveal(meetingId)
  await ines.api.meetings.moveToDecision({ meetingId, key: key() })
  await ines.api.meetings.oweDecision({ meetingId, key: key(), decider: omar.id, due: '2027-03-12' })
  await close(meetingId)
  const next = await scheduled(first, [omar])
  expect((await coverOf(omar, next))?.decision).toEqual({
    name: 'owed',
    decider: omar.id,
    due: '2027-03-12',
  })

  await omar.api.meetings.decide({
    meetingId,
    key: key(),
    decision: { outcome: { name: 'revise' }, decider: omar.id, because: 'nobody has counted the mornings' },
  })
  expect((await coverOf(omar, next))?.decision).toMatchObject({
    name: 'recorded',
    meetingId,
    spoken: 'Omar decided to have it revised, because nobody has counted the mornings.',
  })
})
