import type { MeetingId, QuestionId } from '@foreword/core/ids'
import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, listen, passage, scheduled, until } from './room.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let priya: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  priya = await company.join('Priya')
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
}, 60_000)
afterAll(() => company?.close())

/** Ines facilitates, Omar takes notes. Omar and Priya have asked, Omar twice, and the questions are open. */
async function open() {
  const { initiativeId, edition } = await scheduled(company, 'improve')
  const { room } = await ines.api.meetings.schedule({
    initiativeId,
    editionId: edition.id,
    key: key(),
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 10,
    attendees: [
      { personId: ines.id, roles: ['facilitator', 'author'] },
      { personId: omar.id, roles: ['note-taker', 'reader'] },
      { personId: priya.id, roles: ['reader'] },
    ],
  })
  const { meetingId } = room
  for (const who of [ines, omar, priya]) await who.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const ask = async (who: Colleague, text: string) =>
    (await who.api.reviews.postQuestion({ meetingId, key: key(), text, on: null })).id
  const ids = [
    await ask(omar, 'What does it cost?'),
    await ask(priya, 'And what does it cost us?'),
    await ask(omar, 'Who pays?'),
  ] as const
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'All have read.' })
  await until('the questions are open', async () => (await phaseOf(ines, meetingId)).name === 'discussion')
  return { initiativeId, meetingId, ids }
}

/** What was not reached is handed over, and the meeting is closed. */
async function close(meetingId: MeetingId) {
  await ines.api.meetings.handOver({ meetingId, key: key(), to: ines.id, due: '2027-03-20' })
  await ines.api.meetings.setExperience({ meetingId, key: key(), experience: 'A text.', why: 'The tide.' })
  await ines.api.meetings.close({ meetingId, key: key() })
}

async function phaseOf(who: Colleague, meetingId: MeetingId) {
  return (await who.api.meetings.room({ meetingId })).room.phase
}

async function questionsFor(who: Colleague, meetingId: MeetingId) {
  const phase = await phaseOf(who, meetingId)
  if (!('questions' in phase)) throw new Error(`no questions in ${phase.name}`)
  return { ...phase, byId: new Map(phase.questions.map((question) => [question.id, question])) }
}
const answered = { name: 'answered-in-the-room', answer: 'Two cents.' } as const

test('R8, R11: merged, ended and split by hand, the room and the record say the same of every question', async () => {
  const { initiativeId, meetingId, ids } = await open()
  const [cost, costUs] = ids
  const both = { meetingId, questionIds: [cost, costUs] }
  expect(await refusal(priya.api.meetings.mergeQuestions({ ...both, key: key() }))).toBe('not-the-note-taker')
  const once = key()
  await ines.api.meetings.mergeQuestions({ ...both, key: once })
  // the answer to the first may have been lost
  await ines.api.meetings.mergeQuestions({ ...both, key: once })
  expect((await questionsFor(priya, meetingId)).clusters).toEqual([[cost, costUs]])

  await ines.api.meetings.endQuestion({ meetingId, key: key(), questionId: costUs, state: answered })
  const ended = await questionsFor(priya, meetingId)
  expect(ended.questions.map(({ state }) => state.name)).toEqual([
    'answered-in-the-room',
    'answered-in-the-room',
    'open',
  ])
  await ines.api.meetings.splitQuestions({ meetingId, key: key(), questionIds: [costUs] })
  await ines.api.meetings.keepApart({ ...both, key: key() })
  const parted = await questionsFor(ines, meetingId)
  expect(parted.clusters).toEqual([])
  expect(parted.apart).toEqual([[costUs, cost]])
  expect(parted.byId.get(costUs)?.state).toEqual({ name: 'open' })

  await close(meetingId)
  const ledger = await ines.api.reviews.ledger({ initiativeId })
  const stateOf = (id: QuestionId) => ledger.find((entry) => entry.id === id)?.state.name
  expect(ids.map(stateOf)).toEqual(['answered-in-the-room', 'research-owed', 'research-owed'])
})

test('F5, R11, A5: what the document answers is kept with the passage of its line, and no line that is not there', async () => {
  const { initiativeId, meetingId, ids } = await open()
  const [cost, costUs, pays] = ids
  const inDocument = (who: Colleague, questionId: QuestionId, line: number | null, lastLine?: number) =>
    who.api.meetings.endQuestion({
      meetingId,
      key: key(),
      questionId,
      state: { name: 'answered-in-the-document', line, lastLine },
    })
  expect(await refusal(inDocument(priya, cost, 4))).toBe('not-the-note-taker')
  await expect(inDocument(omar, cost, 900)).rejects.toMatchObject({
    code: 'invalid-input',
    data: { fields: [{ field: 'state.line', message: expect.stringContaining('line 900') }] },
  })
  await expect(inDocument(omar, cost, 1, 900)).rejects.toMatchObject({
    data: { fields: [{ field: 'state.lastLine', message: expect.stringContaining('Lines 1 to 900') }] },
  })
  expect((await questionsFor(priya, meetingId)).byId.get(cost)?.state).toEqual({ name: 'open' })

  const { editionId, line, words } = await lineSaying(meetingId, 'Until now')
  await ines.api.meetings.mergeQuestions({ meetingId, key: key(), questionIds: [cost, costUs] })
  await inDocument(omar, cost, line)
  await inDocument(omar, pays, null)
  const state = {
    name: 'answered-in-the-document',
    on: { editionId, line, lastLine: line, quote: words, page: 1 },
  }
  const seen = (await questionsFor(priya, meetingId)).questions.map((question) => question.state)
  expect(seen).toMatchObject([state, state, { name: 'answered-in-the-document', blockId: null, on: null }])

  // A1: it is in the log
  await company.restart()
  await ines.api.meetings.setExperience({ meetingId, key: key(), experience: 'A text.', why: 'The tide.' })
  await ines.api.meetings.close({ meetingId, key: key() })
  expect((await questionsFor(priya, meetingId)).byId.get(cost)?.state).toMatchObject(state)
  const ledger = await priya.api.reviews.ledger({ initiativeId })
  expect(ledger.find(({ id }) => id === costUs)?.state).toMatchObject(state)
  const record = await omar.api.transfer.exportRecord({ meetingId, format: 'markdown' })
  expect(await record.text()).toContain(`Answered in the document, line ${line}`)
})

/** The line of the edition the room reads on which these words stand, with all of its words. */
async function lineSaying(meetingId: MeetingId, words: string) {
  const { room } = await ines.api.meetings.room({ meetingId })
  const { id: editionId } = room.edition
  const at = await passage(company, editionId, words)
  const { lines, document } = await ines.api.narratives.edition({ editionId })
  const here = lines.find(({ block, from, to }) => block === at.blockId && from <= at.from && to >= at.to)
  const read = documentFromUnknown(document)
  const text = read.ok && textBlocks(read.value).find(({ id }) => id === at.blockId)?.text
  if (!here || !text) throw new Error(`${words} stand on no line`)
  return { editionId, line: here.line, words: text.slice(here.from, here.to).trim() }
}

test('R12: what is said is seen live by the room, is durable, and is never written over unseen', async () => {
  const { meetingId, ids } = await open()
  const [cost, , pays] = ids
  const priyaHears = listen(priya, meetingId)
  await priyaHears.begun
  const say = (who: Colleague, over: number, text: string) =>
    who.api.meetings.writeNote({ meetingId, key: key(), questionId: cost, over, text })
  await say(ines, 0, 'Luis: two cents.')
  await until('the room sees it', () => priyaHears.heard.join().includes('Luis: two cents.'))
  priyaHears.stop()

  // the first answer was lost, and the same is sent again
  await say(ines, 0, 'Luis: two cents.')
  expect(await refusal(say(omar, 0, 'Ines: three.'))).toBe('note-has-changed')
  await say(omar, 1, 'Luis: two cents.\nInes: three.')
  expect(await refusal(say(priya, 2, 'Mine.'))).toBe('not-the-note-taker')
  const at = (await questionsFor(priya, meetingId)).byId.get(cost)?.note
  expect(at).toMatchObject({ text: 'Luis: two cents.\nInes: three.', version: 2 })
  expect((await questionsFor(priya, meetingId)).byId.get(pays)?.note).toBeNull()
  expect(await refusal(say(ines, 2, 'x'.repeat(6001)))).toBe('invalid-input')

  await close(meetingId)
  expect((await questionsFor(priya, meetingId)).byId.get(cost)?.note?.version).toBe(2)
  expect(await refusal(say(ines, 2, 'Later.'))).toBe('meeting-is-closed')
})

test('R8, F5: who else asks it, what must be answered, the order, and the asker’s word are in the room and on record', async () => {
  const { initiativeId, meetingId, ids } = await open()
  const [cost, costUs, pays] = ids
  await priya.api.meetings.askToo({ meetingId, key: key(), questionId: pays })
  await ines.api.meetings.askToo({ meetingId, key: key(), questionId: pays })
  await omar.api.meetings.setMust({ meetingId, key: key(), questionId: cost, must: true })
  await ines.api.meetings.chooseOrder({ meetingId, key: key(), order: 'asked' })
  const room = await questionsFor(priya, meetingId)
  expect(room.questions.map(({ id }) => id)).toEqual([pays, cost, costUs])
  expect(room.byId.get(pays)).toMatchObject({ people: 3, alsoMine: true, must: false })
  expect(room.byId.get(cost)).toMatchObject({ people: 1, must: true })

  const accept = (who: Colleague, questionId: QuestionId, accepted: boolean) =>
    who.api.meetings.acceptAnswer({ meetingId, key: key(), questionId, accepted })
  expect(await refusal(accept(ines, cost, true))).toBe('not-the-asker')
  await accept(omar, cost, true)
  await ines.api.meetings.endQuestion({ meetingId, key: key(), questionId: costUs, state: answered })
  await accept(priya, costUs, false)
  const said = await questionsFor(ines, meetingId)
  expect([cost, costUs, pays].map((id) => said.byId.get(id)?.accepted)).toEqual([true, false, null])
  expect(said.byId.get(cost)?.state.name).toBe('answered-in-the-room')

  await close(meetingId)
  const ledger = await ines.api.reviews.ledger({ initiativeId })
  expect(ids.map((id) => ledger.find((entry) => entry.id === id)?.accepted)).toEqual([true, false, null])
})
