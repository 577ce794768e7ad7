import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailbox } from '../mail/mailbox.fixture.ts'
import { markdownFile, prFaq } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, leaveOwed, opened, reading } from './room.fixture.ts'

const MINUTE_MS = 60_000
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
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
}, 60_000)
afterAll(async () => {
  await company?.close()
  await mailbox?.close()
})

/** A meeting held by Ines and Omar, to which Noor was invited and did not come. */
async function missed() {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(prFaq) })
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId: edition.id })
  const attendee = { personId: noor.id, roles: ['reader' as const] }
  await ines.api.meetings.invite({ meetingId, key: key(), attendee })
  const question = await opened({ ines, omar }, meetingId)
  const give = (more: object = {}) =>
    ines.api.meetings.giveWindow({
      meetingId,
      personId: noor.id,
      minutes: 20,
      until: new Date(company.now() + 5 * 24 * 60 * MINUTE_MS).toISOString(),
      ...more,
    })
  expect(await refusal(give())).toBe('not-closed-yet')
  await leaveOwed({ ines, omar }, meetingId, question)
  await ines.api.meetings.close({ meetingId, key: key() })
  return { initiativeId, meetingId, give, question }
}

test('R14: who was absent is written to, reads by themselves against a clock of their own, and asks; then all is open', async () => {
  const { initiativeId, meetingId, give, question } = await missed()
  expect(await refusal(noor.api.meetings.startWindow({ meetingId }))).toBe('no-window')
  expect(await refusal(give({ personId: omar.id }))).toBe('was-there')
  expect(await refusal(give({ until: '2027-02-01T09:00:00.000Z' }))).toBe('moment-has-passed')
  await give()
  await give()
  const told = () =>
    mailbox
      .to('noor@example.com')
      .map(({ parts }) => parts[0]?.text ?? '')
      .filter((text) => text.includes('You have 20 minutes of your own'))
  await expect.poll(() => told().length).toBe(1)
  expect(told()[0]).toContain(`/meetings/${meetingId}`)

  expect(await noor.api.meetings.ownWindows()).toMatchObject([{ meetingId, minutes: 20, editionNumber: 1 }])
  expect(await omar.api.meetings.ownWindows()).toEqual([])
  const seen = async () => (await noor.api.meetings.room({ meetingId })).room
  expect((await seen()).me?.window).toMatchObject({ minutes: 20 })
  await noor.api.meetings.startWindow({ meetingId })
  const alone = await seen()
  expect(alone).toMatchObject({
    attendees: [],
    phase: { name: 'reading', window: true, mine: { questions: [] } },
  })
  expect(JSON.stringify(alone)).not.toContain('How often?')
  expect(await refusal(give({ minutes: 30 }))).toBe('reads-now')
  expect(told()).toHaveLength(1)
  // nobody else’s room tells that she reads
  expect(JSON.stringify((await omar.api.meetings.room({ meetingId })).room)).not.toContain(
    noor.id + '","minutes',
  )

  const asked = await noor.api.reviews.postQuestion({
    meetingId,
    key: key(),
    text: 'And in winter?',
    on: null,
  })
  expect(asked).toMatchObject({ seal: 'on-record', state: { name: 'open' } })
  expect((await seen()).phase).toMatchObject({ mine: { questions: [{ text: 'And in winter?' }] } })
  await noor.api.meetings.endWindow({ meetingId })
  const after = await seen()
  expect(after).toMatchObject({
    me: { window: null },
    phase: { name: 'closed', questions: [{ id: question.id }] },
  })
  // R6: when she began stands nowhere any more
  const { rows } = await company.pool.query(
    'select started_at, is_over from meeting_window where meeting_id = $1',
    [meetingId],
  )
  expect(rows).toEqual([{ started_at: null, is_over: true }])
  expect(
    await refusal(noor.api.reviews.postQuestion({ meetingId, key: key(), text: 'More?', on: null })),
  ).toBe('no-questions-now')

  expect(await noor.api.meetings.ownWindows()).toEqual([])

  // F5: what she asked opens the next meeting
  const ledger = await ines.api.reviews.ledger({ initiativeId })
  expect(JSON.stringify(ledger)).toContain('And in winter?')
})

test('R14, R3: the time ends by the server’s clock, and what was not begun ends on its day', async () => {
  const first = await missed()
  await first.give({ minutes: 10 })
  await noor.api.meetings.startWindow({ meetingId: first.meetingId })
  const phase = async (meetingId: typeof first.meetingId) =>
    (await noor.api.meetings.room({ meetingId })).room.phase.name
  company.wait(9 * MINUTE_MS)
  expect(await phase(first.meetingId)).toBe('reading')
  company.wait(2 * MINUTE_MS)
  expect(await phase(first.meetingId)).toBe('closed')

  // R6: nobody said that it is over, and when it began is forgotten all the same
  await company.restart()
  const { rows } = await company.pool.query(
    'select started_at, is_over from meeting_window where meeting_id = $1',
    [first.meetingId],
  )
  expect(rows).toEqual([{ started_at: null, is_over: true }])

  const second = await missed()
  await second.give({ until: new Date(company.now() + MINUTE_MS).toISOString() })
  company.wait(2 * MINUTE_MS)
  expect(await refusal(noor.api.meetings.startWindow({ meetingId: second.meetingId }))).toBe('no-window')
  // it may be given again
  await second.give()
  await noor.api.meetings.startWindow({ meetingId: second.meetingId })
  expect(await phase(second.meetingId)).toBe('reading')
})
