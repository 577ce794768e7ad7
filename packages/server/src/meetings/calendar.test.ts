import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany } from '../test/company.ts'
import { key, scheduled } from './room.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  omar = await company.join('Omar')
}, 60_000)
afterAll(() => company?.close())

/** As a calendar does it: an address and nothing else. */
async function follow(link: string) {
  const answer = await fetch(`${company.url}${link}`)
  const text = await answer.text()
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    uids: [...text.matchAll(/^UID:(.*)@foreword/gm)].map(([, uid]) => uid),
    text,
  }
}

test('R13: a person’s calendar follows their meetings by a secret address, and only what they may see', async () => {
  const { ines } = company
  const first = await scheduled(company, 'improve')
  const second = await scheduled(company, 'improve')
  expect(await omar.api.meetings.calendar()).toEqual({ since: null })
  const { link } = await omar.api.meetings.makeCalendar()
  expect(await omar.api.meetings.calendar()).toEqual({ since: '2027-03-01T09:00:00.000Z' })
  const all = await follow(link)
  expect(all).toMatchObject({ status: 200, type: expect.stringContaining('text/calendar') })
  expect(all.uids.toSorted()).toEqual([first.meetingId, second.meetingId].toSorted())
  expect(all.text).toContain('X-WR-CALNAME:Tidewatch: narrative meetings')
  // R14: nothing of the edition
  expect(all.text).not.toContain('recording updated')

  await ines.api.meetings.callOff({ meetingId: first.meetingId, key: key() })
  expect((await follow(link)).uids).toEqual([second.meetingId])
  await ines.api.initiatives.share({ initiativeId: second.initiativeId, visibility: 'named', people: [] })
  expect((await follow(link)).uids).toEqual([])
})

test('R13, A4: a new address ends the one before; ended, and when its owner leaves, it opens nothing', async () => {
  const before = await omar.api.meetings.makeCalendar()
  const after = await omar.api.meetings.makeCalendar()
  expect(await follow(before.link)).toMatchObject({ status: 404 })
  expect(await follow(after.link)).toMatchObject({ status: 200 })
  await omar.api.meetings.endCalendar()
  expect(await follow(after.link)).toMatchObject({ status: 404 })
  const { link } = await omar.api.meetings.makeCalendar()
  const { rows } = await company.pool.query('select * from person_calendar')
  expect(JSON.stringify(rows)).not.toContain(link.split('/')[3])
  await company.ines.api.people.remove({ personId: omar.id })
  expect(await follow(link)).toMatchObject({ status: 404 })
})
