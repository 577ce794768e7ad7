import { randomUUID } from 'node:crypto'
import { interviewId as toInterviewId, studyId as toStudyId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { markdownFile } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

const DAY_MS = 86_400_000
let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
// it is 9:00 of the first of March 2027, and later as the tests wait
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
}, 60_000)
afterAll(() => company?.close())

const newInterview = () => toInterviewId.parse(randomUUID())
const today = (days = 0) => new Date(company.now() + days * DAY_MS).toISOString().slice(0, 10)
const question = 'Do growers pay before they are sure?'

/** An idea with one study that begins today. */
async function study(plan: { target?: number; prospectsCount?: boolean } = {}) {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Oysters by text' })
  const of = { initiativeId, studyId: toStudyId.parse(randomUUID()) }
  await ines.api.evidence.setStudy({ ...of, question, startsOn: today(), ...plan })
  const hold = (more: Partial<Parameters<typeof ines.api.evidence.holdInterview>[0]> = {}) =>
    ines.api.evidence.holdInterview({
      ...{ ...of, interviewId: newInterview(), alias: 'Grower 7', interviewer: ines.id, day: today() },
      ...{ learnt: 'Drove out in vain nine times', standing: 'customer', ...more },
    })
  const one = async () => (await ines.api.evidence.studies({ initiativeId })).studies[0]
  const interviews = () => ines.api.evidence.interviews(of)
  return { of, hold, one, interviews }
}

test('W7: a study has thirty current customers in six weeks as its plan until somebody says otherwise', async () => {
  const { of, one } = await study()
  const plan = { target: 30, windowDays: 42, prospectsCount: false, script: '' }
  expect(await one()).toMatchObject({
    ...plan,
    id: of.studyId,
    question,
    startsOn: today(),
    planned: 0,
    held: [],
  })
  const script = '1. When did you last drive out in vain?'
  await ines.api.evidence.setStudy({
    ...of,
    question,
    startsOn: '2027-02-01',
    target: 12,
    windowDays: 14,
    script,
  })
  expect(await one()).toMatchObject({ target: 12, windowDays: 14, script, startsOn: '2027-02-01' })
  await ines.api.evidence.dropStudy({ ...of, dropped: true })
  expect(await one()).toBeUndefined()
  await ines.api.evidence.dropStudy({ ...of, dropped: false })
  expect(await one()).toMatchObject({ target: 12 })
})

test('W7, W6: an interview is planned and held, and then is evidence that answers question 4', async () => {
  const { of, hold, one, interviews } = await study()
  const omar = await company.join('Omar')
  const interviewId = newInterview()
  const plan = { ...of, interviewId, alias: 'Grower 7', interviewer: omar.id, day: today(3) }
  await ines.api.evidence.planInterview(plan)
  await ines.api.evidence.planInterview({ ...plan, day: today(2) })
  expect(await interviews()).toMatchObject({
    planned: [{ id: interviewId, alias: 'Grower 7', interviewer: { name: 'Omar' }, day: today(2) }],
    held: [],
  })
  await hold({ interviewId, interviewer: omar.id })
  await hold({ interviewId, interviewer: omar.id })
  await hold({ standing: 'prospect', alias: 'Grower 8', learnt: 'Would look at it' })
  expect(await one()).toMatchObject({ planned: 0, held: [{ day: today(), customers: 1, prospects: 1 }] })
  expect((await interviews()).held).toMatchObject([
    { alias: 'Grower 8', standing: 'prospect', learnt: 'Would look at it' },
    { id: interviewId, interviewer: { name: 'Omar' }, consent: null, notes: 'none' },
  ])
  expect(await refusal(ines.api.evidence.planInterview(plan))).toBe('interview-was-held')

  const page = await ines.api.initiatives.get({ initiativeId: of.initiativeId })
  expect(page.stage).toBe('questions')
  expect(page.answers.evidence.items).toMatchObject([
    { kind: 'interview', source: 'Grower 7', statement: 'Drove out in vain nine times' },
    { kind: 'interview', source: 'Grower 8' },
  ])
  expect(page.readiness.evidence.state).not.toBe('missing')
  const { kinds } = await ines.api.evidence.studies({ initiativeId: of.initiativeId })
  expect(kinds).toEqual(['interview'])

  // said otherwise in either place, it is said so in both
  await hold({ interviewId, interviewer: omar.id, learnt: 'Drove out in vain ten times' })
  const [piece] = (await ines.api.evidence.list({ initiativeId: of.initiativeId, text: 'ten times' })).pieces
  expect(piece?.id).toBe(interviewId)
  await ines.api.evidence.change({ initiativeId: of.initiativeId, id: interviewId, source: 'Grower 9' })
  expect((await interviews()).held[1]).toMatchObject({
    alias: 'Grower 9',
    learnt: 'Drove out in vain ten times',
  })
  await ines.api.evidence.remove({ initiativeId: of.initiativeId, id: interviewId })
  expect(await one()).toMatchObject({ held: [{ customers: 0, prospects: 1 }] })
  expect(await refusal(hold({ interviewId }))).toBe('evidence-is-gone')
})

test('W7: interviews that were evidence before are taken into a study once, and out of it again', async () => {
  const { of, one, interviews } = await study()
  const { initiativeId } = of
  const csv = 'statement,source,date\nDrove in vain,Grower 1,2027-02-20\nAsked twice,Grower 2,May'
  await ines.api.evidence.importCsv({ initiativeId, csv })
  await ines.api.evidence.capture({ initiativeId, id: 'closures-41', statement: '41 closures', kind: 'data' })
  const free = async () =>
    (await ines.api.evidence.list({ initiativeId, kind: 'interview', study: 'none' })).pieces
  const [asked, drove] = await free()
  const evidenceIds = [drove?.id ?? '', asked?.id ?? '']
  const take = () => ines.api.evidence.takeInterviews({ ...of, evidenceIds, standing: 'customer' })
  const { taken } = await take()
  expect(await take()).toEqual({ taken: [] })
  expect(await free()).toEqual([])
  expect((await interviews()).held).toMatchObject([
    { alias: 'Grower 2', learnt: 'Asked twice', day: today(), interviewer: { name: 'Ines' }, consent: null },
    { alias: 'Grower 1', day: '2027-02-20' },
  ])
  expect(await one()).toMatchObject({ held: [{ day: '2027-02-20' }, { day: today() }] })
  expect(await refusal(ines.api.evidence.dropStudy({ ...of, dropped: true }))).toBe('study-has-interviews')

  const [first] = taken
  if (!first) throw new Error('none was taken')
  const out = { ...of, interviewId: first }
  await ines.api.evidence.dropInterview({ ...out, dropped: true })
  expect(await free()).toMatchObject([{ source: 'Grower 1' }])
  const second = { initiativeId, studyId: toStudyId.parse(randomUUID()) }
  await ines.api.evidence.setStudy({ ...second, question: 'Another', startsOn: today() })
  await ines.api.evidence.takeInterviews({ ...second, evidenceIds: [drove?.id ?? ''], standing: 'prospect' })
  expect(await refusal(ines.api.evidence.dropInterview({ ...out, dropped: false }))).toBe('in-another-study')
  for (const id of ['closures-41', 'nothing-here'])
    expect(
      await refusal(ines.api.evidence.takeInterviews({ ...of, evidenceIds: [id], standing: 'customer' })),
    ).toBe('evidence-is-gone')
})

test('W7: what we now believe is said for a week that has begun, and taken back', async () => {
  const { of, one } = await study()
  const believe = (week: number, text: string | null) => ines.api.evidence.believe({ ...of, week, text })
  expect(await refusal(believe(2, 'Too early'))).toBe('week-is-no-week-of-it')
  await believe(1, 'They pay late')
  await believe(1, 'They pay when they are sure')
  expect(await one()).toMatchObject({
    beliefs: [{ week: 1, text: 'They pay when they are sure', by: { name: 'Ines' } }],
  })
  await vi.waitFor(async () => {
    const { activity } = await ines.api.initiatives.activity({ initiativeId: of.initiativeId })
    expect(activity.map(({ says }) => says)).toContain('wrote what we now believe')
  })
  await believe(1, null)
  expect(await one()).toMatchObject({ beliefs: [] })
})

/** Every table that holds these words, in whatever column. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows } = await company.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await company.pool.query(
      `select 1 from "${name}" held where held::text like $1 limit 1`,
      [`%${words}%`],
    )
    if (rowCount) found.push(name)
  }
  return found
}

test('W7: raw notes stand in one place, and end by themselves when their last day is over; the count and what was learnt stay', async () => {
  const { of, hold, one, interviews } = await study()
  const interviewId = newInterview()
  const consent = { given: true, on: today() }
  await hold({ interviewId, consent, notes: 'My wife CANARY-ONE counts the boats' })
  const notes = () => ines.api.evidence.interviewNotes({ ...of, interviewId })
  expect(await notes()).toEqual({ notes: 'My wife CANARY-ONE counts the boats' })
  const until = (await interviews()).held[0]?.notesUntil ?? ''
  expect(until).toBe(`${Number(today().slice(0, 4)) + 1}${today().slice(4)}`)
  // without saying them again they stay, and with other words of what was learnt too
  await hold({ interviewId, consent, learnt: 'Counts the boats' })
  expect((await interviews()).held).toMatchObject([{ notes: 'kept', notesUntil: until }])
  expect(await tablesWith('CANARY-ONE')).toEqual(['study_interview'])

  company.wait(Date.parse(until) - Date.parse(today()))
  await company.restart()
  expect(today()).toBe(until)
  expect((await interviews()).held).toMatchObject([{ notes: 'kept' }])
  company.wait(DAY_MS)
  await company.restart()
  expect((await interviews()).held).toMatchObject([
    { notes: 'erased', learnt: 'Counts the boats', alias: 'Grower 7', consent },
  ])
  expect(await notes()).toEqual({ notes: '' })
  expect(await tablesWith('CANARY-ONE')).toEqual([])
  expect(await one()).toMatchObject({ held: [{ customers: 1, prospects: 0 }] })
})

test('W7: no raw notes without consent; they go when it is taken back, or the interview is out of the study for a day', async () => {
  const { of, hold, interviews } = await study()
  const [backed, out, removed] = [newInterview(), newInterview(), newInterview()]
  const consent = { given: true, on: today() }
  for (const asked of [null, { given: false, on: today() }])
    expect(await hold({ consent: asked, notes: 'CANARY-TWO' }).catch((error) => error)).toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ field: 'notes' }] },
    })
  expect((await interviews()).held).toEqual([])
  for (const interviewId of [backed, out, removed])
    await hold({ interviewId, consent, notes: `CANARY-${interviewId}` })

  await hold({ interviewId: backed, consent: { given: false, on: today() } })
  expect(await tablesWith(`CANARY-${backed}`)).toEqual([])
  await ines.api.evidence.dropInterview({ ...of, interviewId: out, dropped: true })
  expect(await refusal(ines.api.evidence.interviewNotes({ ...of, interviewId: out }))).toBe('not-found')
  await company.restart()
  await ines.api.evidence.dropInterview({ ...of, interviewId: out, dropped: false })
  expect(await ines.api.evidence.interviewNotes({ ...of, interviewId: out })).toEqual({
    notes: `CANARY-${out}`,
  })

  await ines.api.evidence.dropInterview({ ...of, interviewId: out, dropped: true })
  await ines.api.evidence.remove({ initiativeId: of.initiativeId, id: removed })
  await company.restart()
  company.wait(DAY_MS)
  await company.restart()
  expect(await tablesWith('CANARY-')).toEqual([])
})

test('W7, A2: a guest and a stranger get nothing of a study, and no id leads into another', async () => {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({
    file: markdownFile('# Tidewatch texts growers\n\nIt sends one text.\n'),
  })
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  const of = { initiativeId, studyId: toStudyId.parse(randomUUID()), interviewId: newInterview() }
  await ines.api.evidence.setStudy({ ...of, question, startsOn: today() })
  const held = {
    ...{ ...of, alias: 'Grower 7', interviewer: ines.id, day: today(), learnt: 'Drove out in vain' },
    ...{ consent: { given: true, on: today() }, notes: 'CANARY-THREE' },
    standing: 'customer' as const,
  }
  await ines.api.evidence.holdInterview(held)
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const { room } = await ines.api.meetings.schedule({
    ...{ initiativeId, editionId: edition.id, key: randomUUID(), readingMinutes: 5, discussionMinutes: 5 },
    startsAt: new Date(company.now()).toISOString(),
    attendees: [{ personId: ines.id, roles: ['facilitator', 'author', 'reader'] }],
  })
  const { link } = await ines.api.meetings.inviteGuest({
    ...{ meetingId: room.meetingId, key: randomUUID(), name: 'Gil' },
  })
  const asks = ({ api }: Colleague) => [
    api.evidence.studies({ initiativeId }),
    api.evidence.interviews(of),
    api.evidence.interviewNotes(of),
    api.evidence.list({ initiativeId }),
    api.evidence.holdInterview(held),
  ]
  const guest = await company.guest(link)
  expect(await Promise.all(asks(guest).map(refusal))).toEqual(Array(5).fill('not-allowed'))
  const stranger = await company.join('Stranger')
  expect(await Promise.all(asks(stranger).map(refusal))).toEqual(Array(5).fill('not-found'))

  // by the door of an idea of one's own to the interview of another
  const { id: own } = await stranger.api.initiatives.create({ name: 'Mine' })
  const through = { ...held, initiativeId: own, interviewer: stranger.id }
  expect(await refusal(stranger.api.evidence.interviewNotes(through))).toBe('not-found')
  expect(await refusal(stranger.api.evidence.holdInterview(through))).toBe('not-found')
  expect(await refusal(stranger.api.evidence.setStudy({ ...through, question, startsOn: today() }))).toBe(
    'not-found',
  )
  const mine = { ...through, studyId: toStudyId.parse(randomUUID()) }
  await stranger.api.evidence.setStudy({ ...mine, question, startsOn: today() })
  expect(await refusal(stranger.api.evidence.holdInterview(mine))).toBe('not-found')
  expect(await ines.api.evidence.interviewNotes(of)).toEqual({ notes: 'CANARY-THREE' })
})

test('A5: what cannot be is refused, and nothing is kept of it', async () => {
  const { of, hold, interviews, one } = await study()
  const left = await company.join('Lena')
  await ines.api.people.remove({ personId: left.id })
  const consent = { given: true, on: today() }
  expect(await refusal(hold({ interviewer: left.id }))).toBe('interviewer-cannot-read')
  expect(await refusal(hold({ day: today(3) }))).toBe('interview-lies-ahead')
  expect(await refusal(hold({ consent, notes: 'Long ago', notesUntil: '2026-01-01' }))).toBe(
    'notes-are-past-their-day',
  )
  expect(await refusal(hold({ learnt: ' ' }))).toBe('invalid-input')
  const plan = { ...of, interviewId: newInterview(), alias: 'Grower 7', interviewer: left.id, day: today(3) }
  expect(await refusal(ines.api.evidence.planInterview(plan))).toBe('interviewer-cannot-read')
  expect(await refusal(ines.api.evidence.setStudy({ ...of, question, startsOn: today(), target: 0 }))).toBe(
    'invalid-input',
  )
  expect(await interviews()).toEqual({ planned: [], held: [], more: false })
  expect(await one()).toMatchObject({ target: 30 })
  await ines.api.evidence.dropStudy({ ...of, dropped: true })
  expect(await refusal(hold())).toBe('not-found')
})
