import { randomUUID } from 'node:crypto'
import type { ActionId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarIn, openMailbox, wordsOf } from '../mail/mailbox.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, leaveOwed, opened, reading, scheduled } from './room.fixture.ts'

let mailbox: Awaited<ReturnType<typeof openMailbox>>
let company: Awaited<ReturnType<typeof openCompany>>
let omar: Colleague
const log: string[] = []
beforeAll(async () => {
  mailbox = await openMailbox()
  company = await openCompany({ smtpUrl: mailbox.url, logTo: { write: (line) => void log.push(line) } })
  omar = await company.join('Omar')
  await company.ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
}, 60_000)
afterAll(async () => {
  await company?.close()
  await mailbox?.close()
})

const lettersTo = (who: Colleague) => mailbox.to(`${who.name.toLowerCase()}@example.com`)
const got = (who: Colleague, count: number) =>
  expect.poll(() => lettersTo(who).length, { message: `letters to ${who.name}` }).toBe(count)

async function waiting(and = ''): Promise<string[]> {
  const { rows } = await company.pool.query(`select id from letter where state = 'waiting' ${and}`)
  return rows.map(({ id }) => id)
}
/** Tried once, and due again in half a minute: no longer held for the try. */
const putOff = () => waiting("and tries = 1 and next_try_at - created_at < interval '1 minute'")

test('R13: everybody invited gets a calendar entry by mail, again when the plan changes, and its end', async () => {
  const { ines } = company
  const before = { ines: lettersTo(ines).length, omar: lettersTo(omar).length }
  const { meetingId } = await scheduled(company, 'improve')
  await got(omar, before.omar + 1)
  await got(ines, before.ines + 1)
  const [first] = lettersTo(omar).slice(before.omar)
  if (!first) throw new Error('no letter')
  const entry = calendarIn(first).split('\r\n')
  expect(first.headers.subject).toContain('Narrative meeting: Tidewatch texts growers')
  expect(first.headers['auto-submitted']).toBe('auto-generated')
  expect(first.parts.find(({ type }) => type.startsWith('text/calendar'))?.type).toContain('method=REQUEST')
  expect(entry).toEqual(
    expect.arrayContaining([
      'METHOD:REQUEST',
      `UID:${meetingId}@foreword`,
      'SEQUENCE:0',
      'DTSTART:20270301T100000Z',
      'ORGANIZER;CN="Foreword":mailto:foreword@127.0.0.1',
      'ATTENDEE;CN="Omar";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:omar@example.com',
      'STATUS:CONFIRMED',
    ]),
  )
  const words = wordsOf(first)
  expect(words).toContain('Ines invites you to a narrative meeting')
  expect(words).toContain('When: Monday, 1 March 2027 at 10:00 UTC')
  expect(words).toContain(`${company.url}/meetings/${meetingId}`)
  // R14: nothing of the edition comes before its reading
  expect(words).not.toContain('recording updated')

  await ines.api.meetings.changePlan({
    meetingId,
    key: key(),
    startsAt: '2027-03-02T15:30:00.000Z',
    place: 'Room 4',
    callLink: 'https://meet.example/tide',
  })
  await got(omar, before.omar + 2)
  const changed = lettersTo(omar).at(-1)
  if (!changed) throw new Error('no letter')
  expect(changed.headers.subject).toContain('Changed: ')
  expect(calendarIn(changed).split('\r\n')).toEqual(
    expect.arrayContaining([
      `UID:${meetingId}@foreword`,
      'SEQUENCE:1',
      'DTSTART:20270302T153000Z',
      'LOCATION:Room 4\\, https://meet.example/tide',
    ]),
  )
  const priya = await company.join('Priya')
  await ines.api.meetings.invite({
    meetingId,
    key: key(),
    attendee: { personId: priya.id, roles: ['reader'] },
  })
  await got(priya, 1)
  expect(calendarIn(lettersTo(priya)[0] ?? changed)).toContain('SEQUENCE:1')

  await ines.api.meetings.uninvite({ meetingId, key: key(), personId: priya.id })
  await got(priya, 2)
  const [, gone = changed] = lettersTo(priya)
  expect(gone.headers.subject).toContain('No longer invited: ')
  expect(calendarIn(gone).split('\r\n')).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', `UID:${meetingId}@foreword`, 'SEQUENCE:2', 'STATUS:CANCELLED']),
  )
  expect((await priya.api.meetings.list({}))[0]?.myRoles ?? null).toBe(null)
  expect(await refusal(priya.api.meetings.join({ meetingId, key: key() }))).toBe('not-invited')

  // invited again, they alone are written to: for the others nothing has changed
  await ines.api.meetings.invite({
    meetingId,
    key: key(),
    attendee: { personId: priya.id, roles: ['reader'] },
  })
  await got(priya, 3)
  expect(calendarIn(lettersTo(priya).at(-1) ?? gone)).toContain('METHOD:REQUEST')
  expect(lettersTo(omar)).toHaveLength(before.omar + 2)

  await ines.api.meetings.callOff({ meetingId, key: key() })
  await got(omar, before.omar + 3)
  await got(priya, 4)
  const off = lettersTo(omar).at(-1)
  if (!off) throw new Error('no letter')
  expect(off.headers.subject).toContain('Called off: ')
  expect(calendarIn(off).split('\r\n')).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', 'SEQUENCE:3', 'STATUS:CANCELLED']),
  )
  // one for each, and no more for whoever was there before
  expect(lettersTo(omar)).toHaveLength(before.omar + 3)
  expect(lettersTo(priya)).toHaveLength(4)
})

test('R13: two nodes send a letter once; one that was refused for now comes later, under the same Message-ID', async () => {
  const before = new Map([company.ines, omar].map((who) => [who, lettersTo(who).length]))
  mailbox.refuse({ code: 451, times: 2, of: 'DATA' })
  await scheduled(company, 'improve')
  // Ines's, Omar's and Priya's, who was brought in above; one of the three came through
  await expect.poll(putOff).toHaveLength(2)
  const late = await putOff()
  company.wait(60_000)
  // both begin to send at once
  const [other] = await Promise.all([company.another(), company.restart()])
  await expect.poll(() => waiting()).toEqual([])
  await other.close()
  for (const who of [company.ines, omar]) expect(lettersTo(who)).toHaveLength((before.get(who) ?? 0) + 1)
  const sent = mailbox.received.map(({ headers }) => headers['message-id'])
  expect(new Set(sent).size).toBe(sent.length)
  expect(sent).toEqual(expect.arrayContaining(late.map((id) => `<${id}@127.0.0.1>`)))
  expect(log.join('\n')).not.toMatch(/a secret|a%20secret|omar@example\.com/)
})

test('R13, R14: the day before, everybody is reminded once, and whoever may not see the idea any more is not', async () => {
  const { ines } = company
  const nadia = await company.join('Nadia')
  const { meetingId, initiativeId } = await scheduled(company, 'improve')
  await got(nadia, 1)
  const far = new Date(Date.parse('2027-03-08T09:00:00Z')).toISOString()
  await ines.api.meetings.changePlan({ meetingId, key: key(), startsAt: far })
  await got(nadia, 2)
  const before = lettersTo(omar).length
  mailbox.refuse({ code: 451, times: 4, of: 'DATA' })
  company.wait(Date.parse(far) - Date.parse('2027-03-01T09:00:00Z') - 23 * 3_600_000)
  await company.restart()
  await expect.poll(putOff).toHaveLength(4)
  // she is taken out of those who may see it while her letter waits
  const people = [{ personId: omar.id, relation: 'reader' as const }]
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people })
  company.wait(60_000)
  await company.restart()
  await expect.poll(() => waiting()).toEqual([])
  expect(lettersTo(nadia)).toHaveLength(2)
  expect(lettersTo(omar)).toHaveLength(before + 1)
  const reminder = lettersTo(omar).at(-1)
  if (!reminder) throw new Error('no letter')
  expect(reminder.headers.subject).toContain('Reminder: ')
  expect(wordsOf(reminder)).toContain('Monday, 8 March 2027 at 09:00 UTC')
  expect(wordsOf(reminder)).not.toContain('recording updated')
  const { rows } = await company.pool.query('select body from letter where body <> $1', [''])
  // what has left is not kept
  expect(rows).toEqual([])
})

test('R15, D2, D5: after the close everybody invited gets the record, with what is owed by whom and when', async () => {
  const { ines } = company
  const { initiativeId, edition } = await scheduled(company, 'improve')
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId: edition.id })
  const question = await opened({ ines, omar }, meetingId)
  const actions = [
    { text: 'Call the hatchery', owner: ines.id, due: '2027-03-09' },
    { text: 'Look at Maine', owner: null, due: null },
  ]
  for (const action of actions)
    await ines.api.meetings.setAction({
      meetingId,
      key: key(),
      actionId: randomUUID() as ActionId, // as a browser makes it
      ...action,
    })
  await leaveOwed({ ines, omar }, meetingId, question)
  await omar.api.meetings.dissent({ meetingId, key: key(), because: 'Too early.', commits: true })
  // nothing of what the room said has left before it is done
  await expect.poll(() => waiting()).toEqual([])
  expect(lettersTo(omar).map(wordsOf).join()).not.toContain('How often?')
  const before = { ines: lettersTo(ines).length, omar: lettersTo(omar).length }
  await ines.api.meetings.close({ meetingId, key: key() })
  await got(omar, before.omar + 1)
  await got(ines, before.ines + 1)
  const record = lettersTo(omar).at(-1)
  if (!record) throw new Error('no letter')
  expect(record.headers.subject).toContain('Record: Tidewatch')
  const words = wordsOf(record)
  expect(words).toContain('Omar owes the decision by 12 March 2027.')
  expect(words).toContain('A text.')
  expect(words).toContain('Why: The tide.')
  expect(words).toContain('Omar disagrees: Too early. They commit all the same.')
  expect(words).toContain('Ines, by 10 March 2027: “How often?”')
  expect(words).toContain('“How often?” (Omar) — We owe an answer: Ines, by 10 March 2027')
  expect(words).toContain('Ines, by 9 March 2027: Call the hatchery')
  expect(words).toContain('A good intention: Look at Maine')
  expect(words).toMatch(/Ines \(Facilitator[^)]*\)/)
  expect(words).toMatch(/Edition 1, SHA-256 [0-9a-f]{64}/)
  expect(words).toContain(`${company.url}/meetings/${meetingId}`)

  // R2: the decision that was left owed is taken later, and told as the rest was
  const decision = {
    decider: omar.id,
    outcome: { name: 'fund' as const },
    because: 'the season will not wait',
    conditions: ['The hatchery agrees'],
    dissent: [
      { personId: ines.id, because: 'Too early.', whatWouldChangeMyMind: 'Ten growers', commits: true },
    ],
  }
  await omar.api.meetings.decide({ meetingId, key: key(), decision })
  await got(ines, before.ines + 2)
  const later = lettersTo(ines).at(-1)
  if (!later) throw new Error('no letter')
  expect(later.headers.subject).toContain('Decided: Tidewatch')
  expect(wordsOf(later)).toContain('the season will not wait')
  expect(wordsOf(later)).toContain('On the condition: The hatchery agrees')
  expect(wordsOf(later)).toContain(
    'Ines disagrees: Too early. What would change their mind: Ten growers They commit all the same.',
  )
  expect(wordsOf(later)).not.toContain('owes the decision')
})
