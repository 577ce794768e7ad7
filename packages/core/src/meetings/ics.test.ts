import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, icsOf } from './ics.ts'
import { nine } from './meeting.fixture.ts'

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '01900000-0000-7000-8000-0000000000b1',
  sequence: 0,
  startsAt: nine,
  minutes: 60,
  title: 'Tidewatch',
  description: 'We read together for 12 minutes, then talk.',
  place: 'Room 4',
  callLink: '',
  address: 'http://127.0.0.1:3000/meetings/b1',
  cancelled: false,
  stampedAt: nine,
  ...changes,
})
const lines = (text: string) => text.replace(/\r\n /g, '').split('\r\n')

describe('the calendar entry', () => {
  it('R13: is one event, in UTC', () => {
    expect(lines(icsOf(event()))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Foreword//Meetings//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:01900000-0000-7000-8000-0000000000b1@foreword',
      'SEQUENCE:0',
      'DTSTAMP:20270301T090000Z',
      'DTSTART:20270301T090000Z',
      'DTEND:20270301T100000Z',
      'SUMMARY:Tidewatch',
      'DESCRIPTION:We read together for 12 minutes\\, then talk.\\nhttp://127.0.0.1:3000/meetings/b1',
      'LOCATION:Room 4',
      'URL:http://127.0.0.1:3000/meetings/b1',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it.each([
    [{ place: 'Room 4', callLink: 'https://meet.example/x' }, 'LOCATION:Room 4\\, https://meet.example/x'],
    [{ place: '', callLink: 'https://meet.example/x' }, 'LOCATION:https://meet.example/x'],
    [{ title: 'Tide; read, decide\\' }, 'SUMMARY:Tide\\; read\\, decide\\\\'],
    [{ title: 'one\r\ntwo\u0000' }, 'SUMMARY:one\\ntwo'],
    [{ cancelled: true }, 'STATUS:CANCELLED'],
    [{ cancelled: true }, 'METHOD:CANCEL'],
  ])('R13: with %j says %s', (changes, line) => {
    expect(lines(icsOf(event(changes)))).toContain(line)
  })

  it('R13: by mail it names who sends it and who is invited, and nothing in a name can be more than a name', () => {
    const organizer = { name: 'Foreword', address: 'foreword@example.com' }
    const attendee = { name: 'Inês "I;" \r\nX:y', address: 'ines@example.com\r\nX:y' }
    const sent = lines(icsOf(event({ sequence: 3 }), { organizer, attendee }))
    expect(sent).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'SEQUENCE:3',
        'ORGANIZER;CN="Foreword":mailto:foreword@example.com',
        'ATTENDEE;CN="Inês  I;    X:y";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:ines@example.comX:y',
      ]),
    )
    expect(sent.filter((line) => line.startsWith('X:'))).toEqual([])
    expect(lines(icsOf(event({ cancelled: true }), { organizer, attendee }))).toContain('METHOD:CANCEL')
  })

  it('R13: without a place or a link has no location', () => {
    expect(icsOf(event({ place: '' }))).not.toContain('LOCATION')
  })

  it('A5: no text can end its line or begin a property, and no line is longer than 75 bytes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    const hostile = fc.oneof(
      text,
      fc.constant('x\r\nATTENDEE:mailto:a@example.com'),
      fc.constant('é'.repeat(90)),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, place, address) => {
        const made = icsOf(event({ title, place, description: title, address }))
        const physical = made.split('\r\n')
        expect(physical.join('')).not.toMatch(/[\r\n]/)
        for (const line of physical) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        const names = lines(made).map((line) => line.split(':')[0])
        expect(names.filter((name) => name === 'ATTENDEE')).toEqual([])
        expect(names.filter((name) => name === 'SUMMARY')).toHaveLength(1)
      }),
    )
  })
})
