import type { MeetingLine } from '@foreword/core/meetings/contract'
import type { CalendarEvent } from '@foreword/core/meetings/ics'
import { phaseLabels, purposeLabels } from '@foreword/core/meetings/labels'
import type { MeetingRow } from './store.ts'

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
