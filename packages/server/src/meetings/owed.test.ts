import { randomUUID } from 'node:crypto'
import type { ActionId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany } from '../test/company.ts'
import { key, leaveOwed, opened, reading } from './room.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
}, 60_000)
afterAll(() => company?.close())

const debts = async ({ api }: Colleague) => ({
  answers: (await api.reviews.owed()).map(({ text, due, initiativeName }) => ({ text, due, initiativeName })),
  decisions: (await api.meetings.owedDecisions()).map(({ due, initiativeName }) => ({ due, initiativeName })),
})
const nothing = { answers: [], decisions: [] }
const initiativeName = 'A text at five says whether oysters may be sold'

async function document() {
  const file = new File([`# ${initiativeName}\n\nGrowers know.\n`], 'a.md', { type: 'text/markdown' })
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file })
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  return { initiativeId, editionId }
}

/** A meeting to decide that has opened its one question, with Ines in the chair and Omar to decide. */
async function discussing() {
  const { initiativeId, editionId } = await document()
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId })
  const question = await opened({ ines, omar }, meetingId)
  return { initiativeId, editionId, meetingId, question }
}

test('R2, F5, Q3: a closed meeting puts what it left on the desk of who owes it, until it is paid', async () => {
  const { initiativeId, meetingId, question } = await discussing()
  await leaveOwed({ ines, omar }, meetingId, question)
  // as long as the room sits, what it owes is the room's
  expect([await debts(ines), await debts(omar)]).toEqual([nothing, nothing])

  await ines.api.meetings.close({ meetingId, key: key() })
  await expect
    .poll(() => debts(ines))
    .toEqual({ answers: [{ text: 'How often?', due: '2027-03-10', initiativeName }], decisions: [] })
  expect(await debts(omar)).toEqual({ answers: [], decisions: [{ due: '2027-03-12', initiativeName }] })

  await ines.api.decisions.record({
    initiativeId,
    decider: omar.id,
    outcome: { name: 'set-aside', reason: 'not-different' },
    because: 'the hotline will do',
  })
  expect((await debts(omar)).decisions).toEqual([])
})

test('Q3, A2: what is owed on an idea that is no longer shared with me is not told to me', async () => {
  const { initiativeId, meetingId, question } = await discussing()
  await ines.api.meetings.endQuestion({
    meetingId,
    key: key(),
    questionId: question.id,
    state: { name: 'research-owed', owner: omar.id, due: '2027-03-10' },
  })
  await ines.api.meetings.moveToDecision({ meetingId, key: key() })
  await ines.api.meetings.setExperience({ meetingId, key: key(), experience: 'A text.', why: 'The tide.' })
  await ines.api.meetings.oweDecision({ meetingId, key: key(), decider: omar.id, due: '2027-03-12' })
  await ines.api.meetings.close({ meetingId, key: key() })
  await expect.poll(async () => (await debts(omar)).answers.length).toBe(1)
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  expect(await debts(omar)).toEqual(nothing)
})

test('Q3: a draft without an edition is on the desk of who owns its idea, and leaves it when it is frozen', async () => {
  const file = new File(['# Seeds by the soil\n\nIt is warm.\n'], 'b.md', { type: 'text/markdown' })
  const { narrativeId } = await ines.api.narratives.bring({ file })
  const titles = async ({ api }: Colleague) => (await api.narratives.unfrozen()).map(({ title }) => title)
  expect(await titles(ines)).toEqual(['Seeds by the soil'])
  expect(await titles(omar)).toEqual([])
  await ines.api.narratives.freeze({ narrativeId })
  expect(await titles(ines)).toEqual([])
})

test('D5, Q3: what is to be done is on the desk of its owner when the room has closed, until it is done, and in the record', async () => {
  const { initiativeId, editionId, meetingId, question } = await discussing()
  const toDo = async ({ api }: Colleague) =>
    (await api.meetings.owedActions()).map(({ text, due }) => ({ text, due }))
  const [call, look] = [randomUUID(), randomUUID()] as [ActionId, ActionId] // as a browser makes them
  const of = { meetingId, key: key() }
  await ines.api.meetings.setAction({
    ...of,
    actionId: call,
    text: 'Call the hatchery',
    owner: omar.id,
    due: '2027-03-08',
  })
  // the same act again, because its answer was lost
  await ines.api.meetings.setAction({
    ...of,
    actionId: call,
    text: 'Call the hatchery',
    owner: omar.id,
    due: '2027-03-08',
  })
  await ines.api.meetings.setAction({
    meetingId,
    key: key(),
    actionId: look,
    text: 'We should look at Maine',
    owner: null,
    due: null,
  })
  await leaveOwed({ ines, omar }, meetingId, question)
  expect(await toDo(omar)).toEqual([])
  await ines.api.meetings.close({ meetingId, key: key() })
  expect(await toDo(omar)).toEqual([{ text: 'Call the hatchery', due: '2027-03-08' }])
  expect(await toDo(ines)).toEqual([])

  // what was an intention finds its owner afterwards
  await ines.api.meetings.setAction({
    meetingId,
    key: key(),
    actionId: look,
    text: 'Look at Maine',
    owner: omar.id,
    due: null,
  })
  expect(await toDo(omar)).toHaveLength(2)
  await omar.api.meetings.finishAction({ meetingId, key: key(), actionId: call, done: true })
  await ines.api.meetings.dropAction({ meetingId, key: key(), actionId: look })
  expect(await toDo(omar)).toEqual([])
  await omar.api.meetings.finishAction({ meetingId, key: key(), actionId: call, done: false })
  expect(await toDo(omar)).toEqual([{ text: 'Call the hatchery', due: '2027-03-08' }])

  // and on the cover sheet of the next meeting, which is on the same initiative alone
  const next = await reading({ ines, omar }, { initiativeId, editionId })
  const cover = async () => {
    const { room } = await omar.api.meetings.room({ meetingId: next })
    return room.phase.name === 'reading' ? room.phase.cover?.actions : undefined
  }
  await reading({ ines, omar }, await document())
  expect(await cover()).toEqual([
    { id: call, text: 'Call the hatchery', owner: omar.id, due: '2027-03-08', doneAt: null },
  ])
  await omar.api.meetings.finishAction({ meetingId, key: key(), actionId: call, done: true })
  expect(await cover()).toMatchObject([{ id: call, doneAt: expect.any(String) }])

  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  expect(await toDo(omar)).toEqual([])
})
