import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, opened, passage, reading, scheduled, until } from './room.fixture.ts'

const canary = 'canary-3d7e-sealed'
const quote = 'updated between seven and nine'

let company: Awaited<ReturnType<typeof openCompany>>
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  omar = await company.join('Omar')
  await company.ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
}, 60_000)
afterAll(() => company?.close())

async function read() {
  const { initiativeId, edition } = await scheduled(company, 'improve')
  const meetingId = await reading({ ines: company.ines, omar }, { initiativeId, editionId: edition.id })
  return { meetingId, editionId: edition.id }
}

/** A screen without an account: every byte it is sent, and how it ended. */
function screen(code: string) {
  const stop = new AbortController()
  const got = { bytes: '', ended: false, status: 0 }
  const begun = (async () => {
    const answer = await fetch(`${company.url}/api/displays/${code}/live`, { signal: stop.signal })
    got.status = answer.status
    void (async () => {
      const text = new TextDecoder()
      try {
        for await (const chunk of answer.body ?? []) got.bytes += text.decode(chunk, { stream: true })
      } catch {
        // stopped
      }
      got.ended = true
    })()
  })()
  return { got, begun, stop: () => stop.abort() }
}

test('R7, R19: a screen is sent title and clock, then the question at hand, and never a name or anything sealed', async () => {
  const { ines } = company
  const { meetingId, editionId } = await read()
  await omar.api.reviews.postNote({ editionId, text: `${canary} note`, on: null })
  const on = await passage(company, editionId, quote)
  const mine = { meetingId, key: key(), text: `Which station, ${canary}?`, on }
  const question = await omar.api.reviews.postQuestion(mine)
  await omar.api.reviews.postQuestion({
    ...mine,
    key: key(),
    text: `${canary} form`,
    matter: 'form',
    on: null,
  })
  const { code } = await ines.api.meetings.openDisplay({ meetingId })
  expect(await ines.api.meetings.openDisplay({ meetingId })).toEqual({ code })
  expect(await refusal(omar.api.meetings.openDisplay({ meetingId }))).toBe('not-the-facilitator')
  const one = screen(code)
  await one.begun
  await until('it shows', () => one.got.bytes.includes('"reading"'))
  await omar.api.meetings.finishReading({ meetingId, key: key() })
  await omar.api.meetings.answerOneQuestion({
    meetingId,
    key: key(),
    want: 'no',
    because: `${canary} because`,
  })
  // what a screen cannot see is no news to it: still the one message
  expect(one.got.bytes.split('event: message')).toHaveLength(2)
  expect(one.got.bytes).not.toContain(canary)

  await opened({ ines, omar }, meetingId)
  await ines.api.meetings.openQuestion({ meetingId, key: key(), questionId: question.id })
  await until('the question stands on it', () => one.got.bytes.includes(`Which station, ${canary}?`))
  expect(one.got.bytes).toContain(quote)
  for (const never of [' note', ' form', ' because'].map((word) => `${canary}${word}`))
    expect(one.got.bytes).not.toContain(never)
  for (const never of ['Ines', 'Omar', ines.id, omar.id, meetingId, question.id, editionId])
    expect(one.got.bytes).not.toContain(never)
  one.stop()
})

test('R19, A3: a code that is replaced, withdrawn or of a meeting that closed opens nothing, and ends who shows by it', async () => {
  const { ines } = company
  const { meetingId } = await read()
  const first = await ines.api.meetings.openDisplay({ meetingId })
  const one = screen(first.code)
  await one.begun
  await until('it shows', () => one.got.bytes.includes('"reading"'))
  const second = await ines.api.meetings.openDisplay({ meetingId, another: true })
  expect(second.code).not.toBe(first.code)
  await until('the first has ended', () => one.got.ended)
  expect(one.got.bytes).toContain('no-such-display')
  const two = screen(second.code.toLowerCase())
  await two.begun
  await until('it shows', () => two.got.bytes.includes('"reading"'))
  expect(await refusal(omar.api.meetings.endDisplay({ meetingId }))).toBe('not-the-facilitator')
  await ines.api.meetings.endDisplay({ meetingId })
  await until('the second has ended', () => two.got.ended)

  const third = await ines.api.meetings.openDisplay({ meetingId })
  const three = screen(third.code)
  await three.begun
  await ines.api.meetings.pause({ meetingId, key: key() })
  await until('it is paused there too', () => three.got.bytes.includes('"paused":true'))
  await ines.api.meetings.callOff({ meetingId, key: key() })
  await until('the third has ended', () => three.got.ended)
  expect(await refusal(ines.api.meetings.openDisplay({ meetingId }))).toBe('meeting-is-closed')
  const { rows } = await company.pool.query('select code from meeting_display where meeting_id = $1', [
    meetingId,
  ])
  expect(rows).toEqual([])
})

test('R19: a code outlives a restart; whoever guesses is stopped, and what a guess names is not said', async () => {
  const { ines } = company
  const { meetingId } = await read()
  const { code } = await ines.api.meetings.openDisplay({ meetingId })
  await company.restart()
  const one = screen(code)
  await one.begun
  await until('it shows again', () => one.got.bytes.includes('"reading"'))
  one.stop()
  const guess = async (guessed: string) => {
    const answer = await fetch(`${company.url}/api/displays/${guessed}/live`)
    return { status: answer.status, ...(await answer.json()) }
  }
  expect(await guess('AAAAAAAA')).toMatchObject({ status: 404, code: 'no-such-display' })
  // no code at all is answered as a wrong one
  expect(await guess(meetingId)).toMatchObject({ status: 404, code: 'no-such-display' })
  for (let tries = 0; tries < 8; tries++) await guess('AAAAAAAB')
  expect(await guess('AAAAAAAC')).toMatchObject({ status: 429, code: 'too-many-codes' })
  expect(await guess(code)).toMatchObject({ status: 429, code: 'too-many-codes' })
})
