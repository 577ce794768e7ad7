import { createHash, randomBytes } from 'node:crypto'
import type { MeetingLine } from '@foreword/core/meetings/contract'
import { type CalendarEvent, feedOf } from '@foreword/core/meetings/ics'
import { phaseLabels, purposeLabels } from '@foreword/core/meetings/labels'
import { ok, refuse } from '@foreword/core/result'
import type { Call } from '../http/call.ts'
import type { Services } from '../http/services.ts'
import { theWorkspace } from '../people/store.ts'
import * as calendars from './calendar-store.ts'
import { lines, type MeetingRow } from './store.ts'

/** A calendar keeps what it was given; what is longer ago is of no use there. */
const KEPT_MS = 90 * 24 * 3_600_000

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

export async function calendar(_: unknown, { tx, person }: Call) {
  return ok({ since: (await calendars.since(tx, person))?.toISOString() ?? null })
}

/** The secret is shown now and never again: what is kept of it leads nowhere. */
export async function makeCalendar(_: unknown, { tx, person, now }: Call) {
  const secret = randomBytes(24).toString('base64url')
  await calendars.keep(tx, person, hashOf(secret), now)
  return ok({ link: `/api/calendar/${secret}/meetings.ics` })
}

export async function endCalendar(_: unknown, { tx, person }: Call) {
  await calendars.forget(tx, person)
  return ok(undefined)
}

/** What its owner may see now: a meeting on an idea that was closed to them is in it no more. */
export async function followCalendar({ secret }: { secret: string }, { db, env, now }: Services) {
  const owner = await calendars.whose(db, hashOf(secret))
  const workspace = owner && (await theWorkspace(db))
  if (!workspace) return refuse('calendar-is-gone')
  const seen = new Map((await lines(db, owner, {})).map((line) => [String(line.id), line]))
  const rows = await calendars.meetingsOf(db, owner, new Date(now().getTime() - KEPT_MS))
  const entries = rows.flatMap((row) => {
    const line = seen.get(row.id)
    return line ? [entryOf(row, line, env.publicUrl ?? '', now())] : []
  })
  const text = feedOf(`${workspace.name}: narrative meetings`, entries)
  return ok(new File([text], 'meetings.ics', { type: 'text/calendar; charset=utf-8' }))
}

/** A meeting as a calendar has it, however it gets there: a file, a letter, a feed. */
export function entryOf(row: MeetingRow, line: MeetingLine, origin: string, now: Date): CalendarEvent {
  return {
    uid: line.id,
    sequence: row.planVersion,
    // an adjourned meeting stands in the calendar where it goes on
    startsAt: (row.resumesAt ?? row.startsAt).getTime(),
    minutes: line.minutes,
    title: line.initiativeName,
    description: `${purposeLabels[line.purpose]}. Edition ${line.editionNumber}. ${phaseLabels.lobby}: read nothing; the meeting begins with silent reading.`,
    place: line.place,
    callLink: line.callLink,
    address: `${origin}/meetings/${line.id}`,
    cancelled: line.calledOff,
    stampedAt: now.getTime(),
  }
}
