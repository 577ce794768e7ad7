import { personId as personIdOf, type WorkspaceId } from '@foreword/core/ids'
import type { MeetingLine } from '@foreword/core/meetings/contract'
import { icsOf } from '@foreword/core/meetings/ics'
import { purposeLabels, roleLabels } from '@foreword/core/meetings/labels'
import type { Database } from '../db/database.ts'
import type { House, Writer } from '../mail/post-office.ts'
import { type NewLetter, write, writtenBefore } from '../mail/store.ts'
import { bylines } from '../narratives/store.ts'
import type { Heard } from '../outbox/events.ts'
import { theWorkspace, timeZoneOf } from '../people/store.ts'
import { entryOf } from './calendar.ts'
import { beginningWithin, invitedTo, oneForServer, reachable } from './letters-store.ts'
import { writeRecords } from './record.ts'
import * as store from './store.ts'

/** What meetings have to write to people. */
export const meetingLetters: Writer = {
  async hears(house, event) {
    if (event.type === 'meeting.in-calendar') await writeInvitations(house, event)
    else if (event.type === 'meeting.uninvited') await writeUninvited(house, event)
    else if (event.type === 'meeting.closed') await writeRecords(house, event.meetingId)
    else if (event.type === 'meeting.decided') await writeRecords(house, event.meetingId, event.decisionId)
    else if (event.type === 'meeting.window-given') await writeWindow(house, event)
    else return false
    return true
  },
  looks: writeReminders,
}

/**
 * R13: brings the calendars of everybody invited, or of one of them, up to date with the meeting as it is now. One letter for each person
 * and plan, so that hearing the news twice, or of two changes at once, is one letter.
 */
async function writeInvitations(
  { db, mailing, now }: House,
  { meetingId, personId }: Pick<Heard<'meeting.in-calendar'>, 'meetingId' | 'personId'>,
): Promise<void> {
  const row = await oneForServer(db, meetingId)
  if (!row || !standsInCalendars(row)) return
  const { from, origin } = mailing
  const start = `calendar:${meetingId}:`
  const before = await writtenBefore(db, row.workspaceId, start)
  const zone = await timeZoneOf(db)
  const arranged = await arrangedIn(db, row)
  const letters: NewLetter[] = []
  const invited = await invitedTo(db, row)
  for (const to of personId ? invited.filter(({ id }) => id === personId) : invited) {
    const line = await lineFor(db, row, to.id)
    const isKnown = before.some((key) => key.startsWith(`${start}${to.id}:`))
    // whoever may not see the idea hears nothing of it, and nobody is told the end of what they never heard of
    if (!line || (row.calledOff && !isKnown)) continue
    const entry = entryOf(row, line, origin, now())
    const title = line.initiativeName
    letters.push({
      workspaceId: row.workspaceId,
      personId: to.id,
      key: `${start}${to.id}:${row.planVersion}`,
      initiativeId: row.initiativeId,
      subject: `${row.calledOff ? 'Called off' : isKnown ? 'Changed' : 'Narrative meeting'}: ${title}`,
      body: row.calledOff
        ? `The narrative meeting on “${title}” is called off.\n\nIt was to be on ${whenSpoken(entry.startsAt, zone)}.\n`
        : invitation(line, { origin, when: whenSpoken(entry.startsAt, zone), isKnown, arranged }),
      calendar: {
        method: row.calledOff ? 'CANCEL' : 'REQUEST',
        text: icsOf(entry, { organizer: from, attendee: to }),
      },
    })
  }
  await write(db, now(), letters)
}

/** R13: whoever is no longer invited loses the entry that an invitation brought, and is told why it goes. */
async function writeUninvited(
  { db, mailing, now }: House,
  { id, meetingId, personId }: Heard<'meeting.uninvited'>,
): Promise<void> {
  const row = await oneForServer(db, meetingId)
  const line = row && (await lineFor(db, row, personId))
  if (!line) return
  const before = await writtenBefore(db, row.workspaceId, `calendar:${meetingId}:${personId}:`)
  const attendee = await reachable(db, row.workspaceId, personId)
  const isBack = (await invitedTo(db, row)).some((each) => each.id === personId)
  if (before.length === 0 || !attendee || isBack) return
  const entry = { ...entryOf(row, line, mailing.origin, now()), cancelled: true }
  await write(db, now(), [
    {
      workspaceId: row.workspaceId,
      personId,
      key: `uninvited:${id}`,
      initiativeId: row.initiativeId,
      subject: `No longer invited: ${line.initiativeName}`,
      body: letter(
        `You are no longer invited to the narrative meeting on “${line.initiativeName}”.`,
        `It is on ${whenSpoken(entry.startsAt, await timeZoneOf(db))}. Nothing is asked of you.`,
      ),
      calendar: { method: 'CANCEL', text: icsOf(entry, { organizer: mailing.from, attendee }) },
    },
  ])
}

/** A meeting that runs or is over is in no calendar's future. */
function standsInCalendars({ phase, calledOff, resumesAt }: store.MeetingRow): boolean {
  return calledOff || phase === 'lobby' || (phase === 'adjourned' && resumesAt !== null)
}

/** R14: to whoever was absent, that they have a time of their own, and until when. */
async function writeWindow(
  { db, mailing, now }: House,
  { id, meetingId, personId, minutes, until }: Heard<'meeting.window-given'>,
): Promise<void> {
  const row = await oneForServer(db, meetingId)
  const to = personIdOf.parse(personId)
  const line = row && (await lineFor(db, row, to))
  if (!line) return
  await write(db, now(), [
    {
      workspaceId: row.workspaceId,
      personId,
      key: `window:${id}`,
      initiativeId: row.initiativeId,
      subject: `${minutes} minutes to read: ${line.initiativeName}`,
      body: letter(
        `You were not at the narrative meeting on “${line.initiativeName}”. You have ${minutes} minutes of your own to read what it read.`,
        `Begin before: ${whenSpoken(Date.parse(until), await timeZoneOf(db))}`,
        'The clock starts when you begin. What the room asked and decided opens to you after it.',
        `${mailing.origin}/meetings/${meetingId}`,
      ),
    },
  ])
}

/** R13: the day before, or as the company sets it. R14: it says when and where, and brings nothing to read. */
export async function writeReminders({ db, mailing, now }: House): Promise<void> {
  const workspace = await theWorkspace(db)
  if (!workspace || workspace.settings.reminderHours === 0) return
  const { reminderHours, timeZone } = workspace.settings
  for (const row of await beginningWithin(db, now(), reminderHours * 3_600_000)) {
    const startsAt = (row.resumesAt ?? row.startsAt).getTime()
    const start = `reminder:${row.id}:${startsAt}:`
    if ((await writtenBefore(db, row.workspaceId, start)).length > 0) continue
    const letters: NewLetter[] = []
    for (const { id } of await invitedTo(db, row)) {
      const line = await lineFor(db, row, id)
      if (!line) continue
      letters.push({
        workspaceId: row.workspaceId,
        personId: id,
        kind: 'reminders',
        key: `${start}${id}`,
        initiativeId: row.initiativeId,
        subject: `Reminder: ${line.initiativeName}`,
        body: reminder(line, { origin: mailing.origin, when: whenSpoken(startsAt, timeZone) }),
      })
    }
    await write(db, now(), letters)
  }
}

/** The meeting as this person may see it; null when they may not. */
async function lineFor(
  db: Database,
  { workspaceId, id }: store.MeetingRow,
  personId: Parameters<typeof store.lines>[1]['id'],
): Promise<MeetingLine | null> {
  const viewer = {
    id: personId,
    workspaceId: workspaceId as Parameters<typeof store.lines>[1]['workspaceId'],
  } // a row of ours
  return (await store.lines(db, viewer, { id }))[0] ?? null
}

/** By whose hand and in whose name, where these are two. */
async function arrangedIn(db: Database, { workspaceId, scheduledBy, arrangedBy }: store.MeetingRow) {
  if (arrangedBy === null) return []
  const names = await bylines(db, { workspaceId: workspaceId as WorkspaceId }, [scheduledBy, arrangedBy]) // a row of ours
  return [`Scheduled by ${names.get(arrangedBy)?.name} for ${names.get(scheduledBy)?.name}`]
}

interface Told {
  origin: string
  when: string
  isKnown?: boolean
  /** Who scheduled it for whom. */
  arranged?: readonly string[]
}

function invitation(line: MeetingLine, { origin, when, isKnown = false, arranged = [] }: Told): string {
  const who = line.facilitator.name
  return letter(
    isKnown
      ? `The narrative meeting on “${line.initiativeName}” has changed.`
      : `${who} invites you to a narrative meeting on “${line.initiativeName}”.`,
    [
      ...where(line, when),
      `Purpose: ${purposeLabels[line.purpose]}`,
      ...(line.myRoles?.length
        ? [`Your part: ${line.myRoles.map((role) => roleLabels[role]).join(', ')}`]
        : []),
      ...arranged,
    ],
    'There is nothing to prepare: the meeting begins with silent reading.',
    `${origin}/meetings/${line.id}`,
  )
}

function reminder(line: MeetingLine, { origin, when }: Told): string {
  return letter(
    `The narrative meeting on “${line.initiativeName}” is soon.`,
    where(line, when),
    'There is nothing to read before: the meeting begins with silent reading.',
    `${origin}/meetings/${line.id}`,
  )
}

const where = ({ place, callLink, minutes }: MeetingLine, when: string): string[] => [
  `When: ${when}, ${minutes} minutes`,
  ...(place ? [`Where: ${place}`] : []),
  ...(callLink ? [`Call: ${callLink}`] : []),
]

const letter = (...parts: (string | string[])[]) =>
  parts.map((part) => `${[part].flat().join('\n')}\n`).join('\n')

/** `Monday 1 March 2027 at 09:00 UTC`, in the company's zone; the calendar entry says it in everybody's own. */
export function whenSpoken(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at)
}
