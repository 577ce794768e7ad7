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

/** A meeting to decide that has opened its one question, with Ines in the chair and Omar to decide. */
async function discussing() {
  const file = new File([`# ${initiativeName}\n\nGrowers know.\n`], 'a.md', { type: 'text/markdown' })
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file })
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId: edition.id })
  const question = await opened({ ines, omar }, meetingId)
  return { initiativeId, meetingId, question }
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
