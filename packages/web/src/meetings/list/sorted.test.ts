import type { MeetingLine } from '@foreword/core/meetings/contract'
import { expect, test } from 'vitest'
import { sortedMeetings } from './sorted.ts'

const now = Date.parse('2027-03-03T09:00:00Z')
const line = (
  initiativeName: string,
  startsAt: string,
  phase: MeetingLine['phase'] = 'lobby',
  resumesAt: string | null = null,
) =>
  // ids play no part in the order
  ({ initiativeName, startsAt, phase, resumesAt, minutes: 60 }) as MeetingLine

test('R2: a list shows what is on, what comes, and what has been', () => {
  const {
    now: on,
    coming,
    past,
  } = sortedMeetings(
    [
      line('closed today', '2027-03-03T07:00:00Z', 'closed'),
      line('next week', '2027-03-10T09:00:00Z'),
      line('in ten minutes', '2027-03-03T09:10:00Z'),
      line('overran', '2027-03-03T06:00:00Z', 'discussion'),
      line('never held', '2027-02-01T09:00:00Z'),
      line('tomorrow', '2027-03-04T09:00:00Z'),
      line('adjourned, no day', '2027-02-01T09:00:00Z', 'adjourned'),
      line('adjourned to Friday', '2027-02-02T09:00:00Z', 'adjourned', '2027-03-05T09:00:00Z'),
      line('goes on now', '2027-02-03T09:00:00Z', 'adjourned', '2027-03-03T09:05:00Z'),
    ],
    now,
  )
  const named = (lines: MeetingLine[]) => lines.map(({ initiativeName }) => initiativeName)
  expect([named(on), named(coming), named(past)]).toEqual([
    ['overran', 'goes on now', 'in ten minutes'],
    ['tomorrow', 'adjourned to Friday', 'next week', 'adjourned, no day'],
    ['closed today', 'never held'],
  ])
})
