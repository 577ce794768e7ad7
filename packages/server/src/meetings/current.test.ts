import { fold } from '@foreword/core/meetings/fold'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany } from '../test/company.ts'
import { current, follow } from './current.ts'
import { key, reading, scheduled } from './room.fixture.ts'
import * as store from './store.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  omar = await company.join('Omar')
})
afterAll(() => company?.close())

test('R4, R6: a meeting that is followed is the fold of its log, also once it has closed and forgotten', async () => {
  const { ines, db, pool } = company
  const { initiativeId, edition } = await scheduled(company, 'improve')
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId: edition.id })
  const { rows } = await pool.query('select workspace_id as id from meeting where id = $1', [meetingId])
  const workspace = { workspaceId: String(rows[0].id) }
  const whole = async () => fold(await store.events(db, workspace, meetingId))

  expect(await follow(db, workspace, meetingId)).toEqual(await whole())
  await omar.api.meetings.finishReading({ meetingId, key: key() })
  await ines.api.meetings.extendReading({ meetingId, key: key(), minutes: 2 })
  expect(await current(db, workspace, meetingId)).toEqual(await whole())
  expect((await follow(db, workspace, meetingId)).finished).toEqual(new Set([omar.id]))

  await ines.api.meetings.adjourn({ meetingId, key: key() })
  await ines.api.meetings.callOff({ meetingId, key: key() })
  const closed = await current(db, workspace, meetingId)
  expect(closed).toEqual(await whole())
  expect(closed.finished.has(omar.id)).toBe(false)
})
