import { dayIn } from '@foreword/core/calendar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, opened, reading } from './room.fixture.ts'

const DAY_MS = 24 * 60 * 60_000
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

const allow = (settings: { predictions?: boolean; predictionsResolved?: number }) =>
  ines.api.people.updateWorkspace({ settings })
const inDays = (days: number) => new Date(company.now() + days * DAY_MS).toISOString().slice(0, 10)
const initiativeName = 'A text at five says whether oysters may be sold'

/** A meeting to decide that may close any time, with Ines in the chair and Omar to decide. */
async function deciding() {
  const file = new File([`# ${initiativeName}\n\nGrowers know.\n`], 'a.md', { type: 'text/markdown' })
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file })
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId })
  const { id: questionId } = await opened({ ines, omar }, meetingId)
  const { meetings } = ines.api
  const due = inDays(3)
  const state = { name: 'research-owed', owner: ines.id, due } as const
  await meetings.endQuestion({ meetingId, key: key(), questionId, state })
  await meetings.moveToDecision({ meetingId, key: key() })
  await meetings.setExperience({ meetingId, key: key(), experience: 'A text.', why: 'The tide.' })
  await meetings.oweDecision({ meetingId, key: key(), decider: omar.id, due })
  return { meetingId, initiativeId }
}

const words = (percent = 70) => ({ percent, metric: 'Forty growers sell by noon', day: inDays(10) })
const decide = (meetingId: Awaited<ReturnType<typeof deciding>>['meetingId']) =>
  omar.api.meetings.decide({
    meetingId,
    key: key(),
    decision: { outcome: { name: 'revise' }, decider: omar.id, because: 'the numbers are missing' },
  })
const close = (meetingId: Awaited<ReturnType<typeof deciding>>['meetingId']) =>
  ines.api.meetings.close({ meetingId, key: key() })

test('D3: none is sealed until the company allows it', async () => {
  const { meetingId } = await deciding()
  expect(await refusal(omar.api.predictions.seal({ meetingId, ...words() }))).toBe('predictions-are-off')
  await allow({ predictions: true })
  expect(await omar.api.predictions.seal({ meetingId, ...words() })).toEqual(words())
})

test('D3: one’s own is changed and taken back until the decision is recorded, and then stands; nobody else has it', async () => {
  await allow({ predictions: true })
  const { meetingId } = await deciding()
  const own = ({ api }: Colleague) => api.predictions.own({ meetingId })
  await omar.api.predictions.seal({ meetingId, ...words(70) })
  await omar.api.predictions.seal({ meetingId, ...words(60) })
  expect([await own(omar), await own(ines)]).toEqual([words(60), null])
  expect(await refusal(omar.api.predictions.seal({ meetingId, ...words(), day: inDays(-1) }))).toBe(
    'day-has-passed',
  )
  expect(await refusal(omar.api.predictions.seal({ meetingId, ...words(), percent: 101 }))).toBe(
    'invalid-input',
  )
  expect(await own(omar)).toEqual(words(60))
  await omar.api.predictions.takeBack({ meetingId })
  await omar.api.predictions.takeBack({ meetingId })
  expect(await own(omar)).toBeNull()

  await omar.api.predictions.seal({ meetingId, ...words(80) })
  await ines.api.meetings.returnToDiscussion({ meetingId, key: key() })
  expect(await refusal(omar.api.predictions.seal({ meetingId, ...words(10) }))).toBe('the-room-is-discussing')
  await ines.api.meetings.moveToDecision({ meetingId, key: key() })
  await decide(meetingId)
  const late = [
    omar.api.predictions.seal({ meetingId, ...words(10) }),
    omar.api.predictions.takeBack({ meetingId }),
    ines.api.predictions.seal({ meetingId, ...words(10) }),
  ]
  for (const refused of await Promise.all(late.map(refusal))) expect(refused).toBe('decision-is-recorded')
  expect(await own(omar)).toEqual(words(80))
})

test('D3, Q3: when its day has come its author alone is asked, answers, takes it back, or is asked later', async () => {
  await allow({ predictions: true })
  const { meetingId, initiativeId } = await deciding()
  await omar.api.predictions.seal({ meetingId, ...words() })
  const due = async ({ api }: Colleague) => (await api.predictions.due()).map((each) => each.meetingId)
  const answer = (came: 'yes' | 'no' | 'untold' | null) => omar.api.predictions.answer({ meetingId, came })
  company.wait(10 * DAY_MS)
  // the room has not closed
  expect(await due(omar)).toEqual([])
  expect(await refusal(answer('yes'))).toBe('not-due-yet')
  await close(meetingId)
  expect([await due(omar), await due(ines)]).toEqual([[meetingId], []])
  expect(await refusal(ines.api.predictions.answer({ meetingId, came: 'no' }))).toBe('no-such-prediction')

  await answer('yes')
  await answer('yes')
  expect(await due(omar)).toEqual([])
  expect(await omar.api.predictions.list()).toContainEqual(
    expect.objectContaining({ meetingId, initiativeName, came: 'yes', isDue: false }),
  )
  expect((await ines.api.predictions.list()).map((each) => each.meetingId)).not.toContain(meetingId)
  await answer(null)
  expect(await due(omar)).toEqual([meetingId])

  const later = (days: number) => omar.api.predictions.askLater({ meetingId, asksOn: inDays(days) })
  expect(await refusal(later(-1))).toBe('day-has-passed')
  await later(5)
  expect(await due(omar)).toEqual([])
  expect(await refusal(answer('no'))).toBe('not-due-yet')
  company.wait(5 * DAY_MS)
  expect(await due(omar)).toEqual([meetingId])

  // A2: what is not shared with its author any more is not told to them
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  expect(await due(omar)).toEqual([])
})

test('D3: one whose day has not come has no answer', async () => {
  await allow({ predictions: true })
  const { meetingId } = await deciding()
  await omar.api.predictions.seal({ meetingId, ...words() })
  await close(meetingId)
  expect(await refusal(omar.api.predictions.answer({ meetingId, came: 'yes' }))).toBe('not-due-yet')
  expect(await refusal(omar.api.predictions.askLater({ meetingId, asksOn: inDays(20) }))).toBe('not-due-yet')
})

test('D3: its day begins and ends by the company’s clock', async () => {
  await allow({ predictions: true })
  const { meetingId } = await deciding()
  // where it is fourteen hours later, and where it is eleven earlier, one of the two days is not today's in UTC
  const dayThere = async (timeZone: string) => {
    await ines.api.people.updateWorkspace({ settings: { timeZone } })
    return dayIn(timeZone, new Date(company.now()))
  }
  const sealed = async (day: string) => refusal(omar.api.predictions.seal({ meetingId, ...words(), day }))
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const today = await dayThere(timeZone)
    const yesterday = new Date(Date.parse(today) - DAY_MS).toISOString().slice(0, 10)
    expect(await sealed(yesterday)).toBe('day-has-passed')
    expect(await sealed(today)).toMatchObject({ day: today })
  }
  await ines.api.people.updateWorkspace({ settings: { timeZone: 'UTC' } })
})

test('D3: how they fared is shown to nobody before enough came true or did not, and never whose they were', async () => {
  await allow({ predictions: true, predictionsResolved: 5 })
  await company.pool.query('delete from meeting_prediction')
  const meetings = []
  for (let count = 0; count < 3; count++) {
    const { meetingId } = await deciding()
    await omar.api.predictions.seal({ meetingId, ...words(100) })
    await ines.api.predictions.seal({ meetingId, ...words(90) })
    await close(meetingId)
    meetings.push(meetingId)
  }
  company.wait(10 * DAY_MS)
  const seen = () => Promise.all([ines, omar].map(({ api }) => api.predictions.calibration()))
  const [first, second, third] = meetings
  if (!first || !second || !third) throw new Error('there are three')
  for (const meetingId of [first, second]) await omar.api.predictions.answer({ meetingId, came: 'yes' })
  for (const meetingId of [first, second]) await ines.api.predictions.answer({ meetingId, came: 'no' })
  // nobody can tell, so it counts for nothing
  await omar.api.predictions.answer({ meetingId: third, came: 'untold' })
  expect(await seen()).toEqual([null, null])

  await ines.api.predictions.answer({ meetingId: third, came: 'yes' })
  const calibration = {
    count: 5,
    // 0, 0, 0.81, 0.81 and 0.01
    brier: 0.326,
    deciles: [{ from: 90, count: 5, said: 94, cameTrue: 60 }],
  }
  expect(await seen()).toEqual([calibration, calibration])
  // the sixth waits for four more, so that no difference tells what it was
  await omar.api.predictions.answer({ meetingId: third, came: 'no' })
  expect(await seen()).toEqual([calibration, calibration])
  await allow({ predictionsResolved: 20 })
  expect(await seen()).toEqual([null, null])
  expect(await refusal(allow({ predictionsResolved: 1 }))).toBe('invalid-input')
})
