import { type Instant, MINUTE_MS } from '../time.ts'

/** What an invitation says in a calendar (R13): a room, a call link, or both. */
export interface CalendarEvent {
  /** Stays the same when the meeting moves, so that a calendar replaces its entry: the meeting's id. */
  uid: string
  /** Grows with every change of plan. */
  sequence: number
  startsAt: Instant
  minutes: number
  title: string
  description: string
  place: string
  callLink: string
  /** The meeting's page. */
  address: string
  cancelled: boolean
  /** When this file is made. */
  stampedAt: Instant
}

/** An entry that comes by mail names who sends it and who is invited (RFC 5546): else no calendar takes it in. */
export interface Invited {
  organizer: { name: string; address: string }
  attendee: { name: string; address: string }
}

/**
 * An RFC 5545 calendar with one event: instants in UTC (so no time zone table is needed), text escaped, lines
 * folded at 75 bytes without cutting a character, CRLF throughout.
 *
 * | given | line |
 * |---|---|
 * | 2027-03-01T09:00:00.000Z | `DTSTART:20270301T090000Z` |
 * | `Tide, read; decide` | `SUMMARY:Tide\, read\; decide` |
 * | place and link | `LOCATION:Room 4\, https://meet.example/x` |
 */
export function icsOf(event: CalendarEvent, invited?: Invited): string {
  const method = event.cancelled ? 'CANCEL' : invited ? 'REQUEST' : 'PUBLISH'
  return calendar([`METHOD:${method}`, ...eventLines(event, invited)])
}

/** A calendar that is fetched again and again: everything in it at once, under its name. */
export function feedOf(name: string, events: readonly CalendarEvent[]): string {
  return calendar([
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => eventLines(event)),
  ])
}

function calendar(content: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foreword//Meetings//EN',
    'CALSCALE:GREGORIAN',
    ...content,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, invited?: Invited): string[] {
  const location = [event.place, event.callLink].filter((part) => part !== '').join(', ')
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}@foreword`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.startsAt + event.minutes * MINUTE_MS)}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped([event.description, event.address].filter(Boolean).join('\n'))}`,
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(isAddress(event.address) ? [`URL:${event.address}`] : []),
    ...(invited
      ? [
          `ORGANIZER${namedIn(invited.organizer.name)}:mailto:${mailbox(invited.organizer.address)}`,
          `ATTENDEE${namedIn(invited.attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${mailbox(invited.attendee.address)}`,
        ]
      : []),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** A name as a parameter (§3.2): in quotes, and without what cannot stand in them. */
function namedIn(name: string): string {
  const text = name.replace(/["\p{Cc}]/gu, ' ').trim()
  return text === '' ? '' : `;CN="${text}"`
}

// what could end its line has no place in an address
const mailbox = (address: string) => address.replace(/[\s\p{Cc}]/gu, '')

function utc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** TEXT values (RFC 5545 §3.3.11). Other control characters have no place in one and are left out. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
}

// a URI value is not escaped, so one that could end its line or is no address stays out
function isAddress(text: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/.test(text)
}

/** Lines of at most 75 bytes; the space that begins a continued line is one of them (§3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = bytesOf(character)
    if (bytes + size > 75) {
      parts.push(part)
      part = ''
      bytes = 1
    }
    part += character
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}

function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
