import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, listen, scheduled, until } from './room.fixture.ts'

const MINUTE = 60_000
const canary = 'canary-52ad-sealed'

let company: Awaited<ReturnType<typeof openCompany>>
let omar: Colleague
let priya: Colleague
beforeAll(async () => {
  company = await openCompany()
  omar = await company.join('Omar')
  priya = await company.join('Priya')
}, 60_000)
afterAll(() => company?.close())

async function reading() {
  const meeting = await scheduled(company, 'improve')
  const { meetingId } = meeting
  for (const who of [company.ines, omar, priya]) await who.api.meetings.join({ meetingId, key: key() })
  await company.ines.api.meetings.start({ meetingId, key: key() })
  return meeting
}

const phaseOf = async (
  { api }: Colleague,
  meetingId: Parameters<Colleague['api']['meetings']['room']>[0]['meetingId'],
) => (await api.meetings.room({ meetingId })).room.phase

test('R2, R3: an adjourned reading rings at no deadline, also after a restart, and resumes with what was left', async () => {
  const { ines } = company
  const { initiativeId, meetingId } = await reading()
  const before = await phaseOf(ines, meetingId)
  if (before.name !== 'reading') throw new Error('the room does not read')
  const asked = { meetingId, key: key(), text: `Who pays, ${canary}?`, on: null }
  await omar.api.reviews.postQuestion(asked)
  const heard = [ines, omar, priya].map((who) => listen(who, meetingId))
  await Promise.all(heard.map(({ begun }) => begun))
  company.wait(MINUTE)
  const resumesAt = new Date(Date.parse(before.startedAt ?? '') + 3 * 24 * 60 * MINUTE).toISOString()
  expect(await refusal(omar.api.meetings.adjourn({ meetingId, key: key(), resumesAt }))).toBe(
    'not-the-facilitator',
  )
  const { room } = await ines.api.meetings.adjourn({ meetingId, key: key(), resumesAt })
  expect(room.phase).toMatchObject({ name: 'adjourned', from: 'reading', resumesAt })
  await until('everybody sees it', () =>
    heard.every(({ heard }) => heard.some((message) => message.includes('"adjourned"'))),
  )
  const { rows } = await company.pool.query('select phase, wakes_at, resumes_at from meeting where id = $1', [
    meetingId,
  ])
  expect(rows).toEqual([{ phase: 'adjourned', wakes_at: null, resumes_at: new Date(resumesAt) }])
  expect((await omar.api.meetings.list({ initiativeId }))[0]).toMatchObject({ phase: 'adjourned', resumesAt })
  const calendar = await (await ines.api.meetings.ics({ meetingId })).text()
  expect(calendar).toContain(`DTSTART:${resumesAt.replace(/[-:]|\.000/g, '')}`)
  expect(await refusal(priya.api.reviews.postQuestion({ ...asked, key: key() }))).toBe('no-questions-now')
  expect(
    await refusal(ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })),
  ).toBe('the-meeting-is-adjourned')
  expect(heard.map(({ heard }) => heard.join().includes(canary))).toEqual([false, true, false])

  company.wait(3 * 24 * 60 * MINUTE)
  await company.restart()
  expect(await phaseOf(ines, meetingId)).toMatchObject({ name: 'adjourned', from: 'reading' })
  await ines.api.meetings.resume({ meetingId, key: key() })
  const after = await phaseOf(ines, meetingId)
  if (after.name !== 'reading') throw new Error('the room does not read again')
  const length = Date.parse(before.endsAt ?? '') - Date.parse(before.startedAt ?? '')
  expect(Date.parse(after.endsAt ?? '') - Date.parse(after.startedAt ?? '')).toBe(length)
  expect(await phaseOf(omar, meetingId)).toMatchObject({ mine: { questions: [{ text: asked.text }] } })
  expect(await phaseOf(priya, meetingId)).toMatchObject({ mine: { questions: [] } })
  // the deadline that is armed now is the new one
  company.wait(length - 2 * MINUTE)
  await company.restart()
  expect(await phaseOf(ines, meetingId)).toMatchObject({ name: 'reading', ended: false })
  company.wait(2 * MINUTE)
  await company.restart()
  await until('the end of reading is on the log', async () => {
    const phase = await phaseOf(ines, meetingId)
    return phase.name === 'reading' && phase.ended
  })
  for (const each of heard) each.stop()
}, 60_000)

test('R5: while a room reads an edition, adjourned too, nobody comments on it or hears of a comment; then all may', async () => {
  const { ines } = company
  const { edition, meetingId, narrativeId } = await scheduled(company, 'improve')
  const about = { editionId: edition.id, text: 'Which growers?', on: null }
  const { id: commentId } = await omar.api.reviews.commentOnEdition(about)
  for (const who of [ines, omar]) await who.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })

  const stop = new AbortController()
  const news = await priya.api.reviews.watchComments({ narrativeId }, { signal: stop.signal })
  const heard: (string | null)[] = []
  const following = (async () => {
    for await (const one of news) heard.push(one.commentId)
  })().catch(() => {}) // the stream is stopped below
  await until('the news are listened to', () => heard.length > 0)

  const kept = () =>
    Promise.all(
      [
        omar.api.reviews.commentOnEdition(about),
        priya.api.reviews.reply({ commentId, text: 'All of them.' }),
        omar.api.reviews.editComment({ commentId, text: 'Which growers, by name?' }),
      ].map(refusal),
    )
  const silent = Array.from({ length: 3 }, () => 'edition-is-being-read')
  expect(await kept()).toEqual(silent)
  await omar.api.reviews.resolveComment({ commentId, resolved: true })
  // the draft is no part of the room, and its news come after those that are kept back
  const { id: onDraft } = await omar.api.reviews.commentOnDraft({ narrativeId, text: 'A date?', on: null })
  await until('the news of the draft have come', () => heard.includes(onDraft))
  expect(heard).not.toContain(commentId)

  await ines.api.meetings.adjourn({ meetingId, key: key() })
  expect(await kept()).toEqual(silent)
  await ines.api.meetings.resume({ meetingId, key: key() })
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
  expect(await kept()).toEqual(silent)
  company.wait(11_000)
  await company.restart()
  await until('the questions are open', async () => (await phaseOf(ines, meetingId)).name === 'discussion')
  expect(await refusal(omar.api.reviews.reply({ commentId, text: 'All of them.' }))).toMatchObject({
    text: 'All of them.',
  })
  stop.abort()
  await following
})

test('R5: at the reveal whoever looks at the edition hears that there is news of its comments', async () => {
  const { ines } = company
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
  const { edition, meetingId, narrativeId } = await scheduled(company, 'improve')
  const { id: commentId } = await omar.api.reviews.commentOnEdition({
    editionId: edition.id,
    text: 'Which growers?',
    on: null,
  })
  await ines.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const stop = new AbortController()
  const news = await priya.api.reviews.watchComments({ narrativeId }, { signal: stop.signal })
  const heard: (string | null)[] = []
  const following = (async () => {
    for await (const { editionId } of news) heard.push(editionId)
  })().catch(() => {}) // the stream is stopped below
  await until('the news are listened to', () => heard.length > 0)
  await omar.api.reviews.resolveComment({ commentId, resolved: true })
  // delivered while the room reads still, and kept back
  await until('its news is delivered', async () => {
    const { rows } = await company.pool.query('select 1 from outbox_event where delivered_at is null')
    return rows.length === 0
  })
  expect(heard).not.toContain(edition.id)
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
  await until('what was kept back is said', () => heard.includes(edition.id))
  expect(heard.filter((each) => each === edition.id)).toHaveLength(1)
  stop.abort()
  await following
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 10 } })
})

test('R2, R5, R7: adjourned out of the reading it is called off: comments are open and heard again, seals stay', async () => {
  const { ines } = company
  const { edition, initiativeId, meetingId, narrativeId } = await scheduled(company, 'improve')
  const about = { editionId: edition.id, text: 'Which growers?', on: null }
  for (const who of [ines, omar]) await who.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const asked = { meetingId, key: key(), text: `Who pays, ${canary}?`, on: null }
  await omar.api.reviews.postQuestion(asked)
  expect(await refusal(ines.api.meetings.callOff({ meetingId, key: key() }))).toBe('the-room-is-reading')
  await ines.api.meetings.adjourn({ meetingId, key: key(), resumesAt: null })
  expect(await refusal(priya.api.reviews.commentOnEdition(about))).toBe('edition-is-being-read')

  const stop = new AbortController()
  const news = await priya.api.reviews.watchComments({ narrativeId }, { signal: stop.signal })
  const heard: { what: string; editionId: string | null }[] = []
  const following = (async () => {
    for await (const { what, editionId } of news) heard.push({ what, editionId })
  })().catch(() => {}) // the stream is stopped below
  await until('the news are listened to', () => heard.length > 0)
  await ines.api.meetings.callOff({ meetingId, key: key() })
  await until('it is said that comments are open', () =>
    heard.some(({ editionId }) => editionId === edition.id),
  )
  expect(heard.at(-1)).toEqual({ what: 'all', editionId: edition.id })
  expect(await refusal(priya.api.reviews.commentOnEdition(about))).toMatchObject({ text: about.text })
  stop.abort()
  await following

  expect((await omar.api.meetings.list({ initiativeId }))[0]).toMatchObject({
    phase: 'closed',
    calledOff: true,
  })
  expect(JSON.stringify(await priya.api.meetings.room({ meetingId }))).not.toContain(canary)
  expect(JSON.stringify(await priya.api.reviews.ledger({ initiativeId }))).not.toContain(canary)
  expect(await omar.api.reviews.ledger({ initiativeId })).toMatchObject([{ text: asked.text }])
})

test('R6: pace is counted for each page, only while the room reads, and after the close no row has a person in it', async () => {
  const { ines } = company
  const { meetingId } = await scheduled(company, 'improve')
  const jon = await company.join('Jon')
  const says = (who: Colleague, page: number, seconds: number) =>
    refusal(who.api.meetings.notePace({ meetingId, held: [{ page, seconds }] }))
  for (const who of [ines, omar, priya]) await who.api.meetings.join({ meetingId, key: key() })
  expect(await says(omar, 1, 10)).toBe('nobody-reads-now')
  await ines.api.meetings.start({ meetingId, key: key() })
  expect(await says(jon, 1, 10)).toBe('not-invited')
  expect(await says(omar, 9, 10)).toBe('no-such-page')

  for (const [who, seconds] of [
    [ines, 20],
    [omar, 30],
    [priya, 50],
  ] as const) {
    expect(await says(who, 1, seconds)).toBeUndefined()
    expect(await says(who, 1, seconds)).toBeUndefined() // a repeat, for its answer was lost
  }
  expect(await ines.api.meetings.pace({ meetingId })).toEqual({
    name: 'reading',
    pages: [{ page: 1, readers: 3 }],
  })
  expect(await refusal(omar.api.meetings.pace({ meetingId }))).toBe('not-the-facilitator')
  const log = `select count(*)::int as count from meeting_event where meeting_id = $1 and kind like '%pace%'`
  expect((await company.pool.query(log, [meetingId])).rows).toEqual([{ count: 0 }])
  await omar.api.meetings.finishReading({ meetingId, key: key() })
  await omar.api.meetings.answerOneQuestion({ meetingId, key: key(), want: 'yes', because: '' })

  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
  company.wait(11_000)
  await company.restart()
  await until('the questions are open', async () => (await phaseOf(ines, meetingId)).name === 'discussion')
  expect(await says(omar, 1, 10)).toBe('nobody-reads-now')
  await ines.api.meetings.setExperience({ meetingId, key: key(), experience: 'One text.', why: 'The tide.' })
  await ines.api.meetings.close({ meetingId, key: key() })

  expect(await priya.api.meetings.pace({ meetingId })).toEqual({
    name: 'closed',
    pages: [{ page: 1, readers: 3, medianSeconds: 30 }],
  })
  const pool = company.pool
  expect((await pool.query('select * from reading_pace where meeting_id = $1', [meetingId])).rows).toEqual([])
  const { rows: columns } = await pool.query(
    `select column_name from information_schema.columns where table_name = 'page_pace' order by 1`,
  )
  // nothing in what stays could hold a person or a time of day
  expect(columns.map(({ column_name }) => column_name)).toEqual([
    'median_seconds',
    'meeting_id',
    'page',
    'readers',
    'workspace_id',
  ])
  const { rows } = await pool.query(
    `select kind, actor, at = (select at from meeting_event where meeting_id = $1 and kind = 'revealed') as at_the_reveal
     from meeting_event where meeting_id = $1 and kind in ('finished-reading', 'answered-the-one-question')
     order by seq`,
    [meetingId],
  )
  expect(rows).toEqual([
    { kind: 'finished-reading', actor: null, at_the_reveal: true },
    { kind: 'answered-the-one-question', actor: omar.id, at_the_reveal: true },
  ])
})

test('R7: rewording and taking back a sealed question is news for its asker’s other tab, and for nobody else', async () => {
  const { ines } = company
  const { meetingId } = await reading()
  const tabs = [omar, omar, ines, priya].map((who) => listen(who, meetingId))
  await Promise.all(tabs.map(({ begun }) => begun))
  await until('every tab shows the room', () => tabs.every(({ heard }) => heard.length > 0))
  const [first, second, ...others] = tabs
  const before = others.map(({ heard }) => heard.length)
  const both = (text: string) => () => [first, second].every((tab) => tab?.heard.at(-1)?.includes(text))

  const asked = { meetingId, key: key(), text: 'How often?', on: null }
  const { id: questionId } = await omar.api.reviews.postQuestion(asked)
  await until('both tabs have it', both('How often?'))
  await omar.api.reviews.editQuestion({ questionId, text: 'How often in May?' })
  await until('both tabs have the new words', both('How often in May?'))
  await omar.api.reviews.withdrawQuestion({ questionId })
  await until('it is gone from both', () =>
    [first, second].every((tab) => tab?.heard.at(-1)?.includes('"questions":[]')),
  )
  expect(others.map(({ heard }) => heard.length)).toEqual(before)
  for (const tab of tabs) tab.stop()
})

test('R11: a question is shown as in the FAQ when the draft has it, and not before', async () => {
  const { ines } = company
  const { meetingId, narrativeId } = await reading()
  const { id: questionId } = await omar.api.reviews.postQuestion({
    meetingId,
    key: key(),
    text: 'Who answers the phone?',
    on: null,
  })
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
  company.wait(11_000)
  await company.restart()
  await until('the questions are open', async () => (await phaseOf(ines, meetingId)).name === 'discussion')
  const { room } = await ines.api.meetings.addToFaq({ meetingId, key: key(), questionId })
  // the act is on the log, and the draft does not have it yet
  expect(room.phase).toMatchObject({ questions: [{ toFaq: true, faqBlockId: null }] })
  await until('it is shown as in the FAQ', async () => {
    const phase = await phaseOf(priya, meetingId)
    return phase.name === 'discussion' && phase.questions[0]?.faqBlockId !== null
  })
  const markdown = await ines.api.narratives.exportMarkdown({ narrativeId })
  expect(await markdown.text()).toContain('Who answers the phone?')
})
