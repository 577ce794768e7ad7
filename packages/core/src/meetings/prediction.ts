import * as z from 'zod'
import type { PersonId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import { line } from '../text.ts'
import { day } from '../time.ts'
import { notNow } from './gates.ts'
import type { Meeting } from './meeting.ts'

/** What somebody expects of a decision, before it is taken (D3). */
export const predictionWords = {
  percent: z
    .int('The probability is a whole number from 0 to 100')
    .min(0, 'The probability lies between 0 and 100')
    .max(100, 'The probability lies between 0 and 100'),
  /** What will be seen, or will not. */
  metric: line('What will be seen', 300),
  day,
}

/** What its author says became of it: it came true, it did not, or nobody can tell. */
export const whatBecame = ['yes', 'no', 'untold'] as const
export type WhatBecame = (typeof whatBecame)[number]

/**
 * Whether somebody may seal a prediction now, change or take back their own. It is no command and leaves no event:
 * the log is read by more than its author.
 *
 * | who | when | |
 * |---|---|---|
 * | anybody | the company has not allowed it | `predictions-are-off` |
 * | not invited, or a guest | | `not-invited` |
 * | invited, and not here | | `not-in-the-room` |
 * | in the room | in another phase | the refusal of that phase |
 * | in the room | deciding, also when the decision is owed | ok |
 * | in the room | the decision is recorded | `decision-is-recorded` |
 */
export function mayPredict(meeting: Meeting, by: PersonId, { predictions }: { predictions: boolean }) {
  if (!predictions) return refuse('predictions-are-off')
  const attendee = meeting.attendees.get(by)
  if (!attendee || attendee.roles.includes('guest')) return refuse('not-invited')
  if (!attendee.here) return refuse('not-in-the-room')
  const { name } = meeting.phase
  if (name !== 'decision') return refuse(notNow[name])
  return meeting.decision?.name === 'recorded' ? refuse('decision-is-recorded') : ok(null)
}

/** What is asked of its author, and when: not before the room is over, for it may still change until then. */
export const isDue = (
  { asksOn, came, isClosed }: { asksOn: string; came: WhatBecame | null; isClosed: boolean },
  today: string,
) => isClosed && came === null && asksOn <= today

/** How well what was said fits what came: of each tenth of the scale, how many, said and came true in percent. */
export interface Calibration {
  count: number
  /** The mean of (said − came)²: 0 is perfect, and 0.25 is what 50 percent for everything would have. */
  brier: number
  deciles: { from: number; count: number; said: number; cameTrue: number }[]
}

/**
 * Of predictions that came true or did not, in the order in which they were answered; null until there are `enough`.
 * Only whole batches of so many are counted: were each added as it comes, the difference would tell what somebody
 * had said.
 *
 * | answered | enough | counted |
 * |---|---|---|
 * | 19 | 20 | none: null |
 * | 20 to 39 | 20 | the first 20 |
 * | 40 | 20 | 40 |
 */
export function calibrationOf(
  answered: readonly { percent: number; cameTrue: boolean }[],
  enough: number,
): Calibration | null {
  const count = Math.floor(answered.length / enough) * enough
  if (count === 0) return null
  const counted = answered.slice(0, count)
  const missed = counted.map(({ percent, cameTrue }) => (percent / 100 - (cameTrue ? 1 : 0)) ** 2)
  const deciles = Array.from({ length: 10 }, (_, tenth) => {
    // the last holds 100 as well
    const those = counted.filter(({ percent }) => Math.min(9, Math.floor(percent / 10)) === tenth)
    return {
      from: tenth * 10,
      count: those.length,
      said: Math.round(mean(those.map(({ percent }) => percent))),
      cameTrue: Math.round(mean(those.map(({ cameTrue }) => (cameTrue ? 100 : 0)))),
    }
  })
  return {
    count,
    brier: Math.round(mean(missed) * 1000) / 1000,
    deciles: deciles.filter(({ count }) => count > 0),
  }
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)
