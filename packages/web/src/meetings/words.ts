/** How meetings, their times and their people are spoken of. Times are in the reader's own zone. */
import { roleLabels } from '@foreword/core/meetings/labels'
import type { Role } from '@foreword/core/meetings/plan'

const MINUTE_MS = 60_000
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
const dated = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export const clockTime = (at: Date) => time.format(at)

/** Whole calendar days from `now` to `at`, by the wall of whoever looks; negative for the past. */
export function daysAway(at: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(at) - midnight(now)) / (24 * 60 * MINUTE_MS))
}

/**
 * | at | now | |
 * |---|---|---|
 * | 14:00 today | | Today |
 * | in 9 days | | Friday 12 March |
 * | last year | | 3 November 2026 |
 */
export function dayWords(at: Date, now: Date): string {
  const near: Record<number, string> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' }
  return (
    near[daysAway(at, now)] ??
    (at.getFullYear() === now.getFullYear() ? weekday.format(at) : dated.format(at))
  )
}

/** The same within a sentence: `yesterday`, `Friday 12 March`. */
export function dayInside(at: Date, now: Date): string {
  const words = dayWords(at, now)
  return daysAway(at, now) ** 2 > 1 ? words : words.toLowerCase()
}

export const whenWords = (at: Date, now: Date) => `${dayWords(at, now)} at ${clockTime(at)}`

/** `Central European Standard Time`, so that nobody has to guess whose 14:00 it is. */
export function zoneWords(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'long' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** “Ines, Omar and Priya”. */
export const names = (people: readonly string[]) => list.format(people)

/** `Facilitator, author`: everybody reads, so it is said only of those who do nothing else. */
export function roleWords(roles: readonly Role[]): string {
  const said = roles.filter((role) => role !== 'reader').map((role) => roleLabels[role])
  const words = said.length > 0 ? said : [roleLabels.reader]
  return words
    .map((word, at) => (at === 0 ? word : `${word.charAt(0).toLowerCase()}${word.slice(1)}`))
    .join(', ')
}

const yourPart: Partial<Record<Role, string>> = {
  facilitator: 'you facilitate',
  'note-taker': 'you take notes',
  decider: 'you decide',
  author: 'you wrote it',
  'bar-raiser': 'you raise the bar',
}

/** “you facilitate and decide” is two clauses too many for a line: the first role that asks something of you. */
export function yourPartWords(roles: readonly Role[] | null): string {
  if (roles === null) return 'you are not invited'
  const order: Role[] = ['facilitator', 'decider', 'note-taker', 'author', 'bar-raiser']
  const most = order.find((role) => roles.includes(role))
  return (most && yourPart[most]) ?? 'you read'
}

export const minutesWords = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`

/** `3 questions`, `1 question`. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`
