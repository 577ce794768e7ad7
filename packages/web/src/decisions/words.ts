/** How decisions and their days are spoken of. */

import { spokenDay } from '@foreword/core/calendar'
import type { Phrase } from '@foreword/core/decisions/sentence'
import type { Outputs } from '../api.ts'

export type DecisionRecord = Outputs['decisions']['get']

const dated = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** The day of a moment, by the wall of whoever looks. */
export const dateWords = (at: string) => whole(dated.format(new Date(at)))

/** With spaces at which no line breaks. */
const whole = (day: string) => day.replaceAll(' ', '\u00a0')

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** “Ines, Omar and Priya”. */
export const names = (people: readonly string[]) => list.format(people)

/** `3 questions`, `1 question`. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`

/** A calendar day as a date field takes it, by the wall of whoever looks. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** `9f2c 41d0 … e7a8`: enough of a hash to compare by eye; the whole of it is on hover. */
export const shortHash = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`

/**
 * What was decided as the title of its page, without who and why.
 *
 * | decision | |
 * |---|---|
 * | fund, 18 000 USD | Fund it with 18,000 USD. |
 * | investigate by 7 January | Investigate until 7 January 2028, then decide again. |
 * | revise, with a page of what must change | Revise and resubmit. |
 * | set aside | Set it aside (other ideas come first). |
 */
export function headline({ outcome, sentence }: Pick<DecisionRecord, 'outcome' | 'sentence'>): string {
  if (outcome.name === 'investigate')
    return `Investigate until ${whole(spokenDay(outcome.due))}, then decide again.`
  if (outcome.name === 'revise') return 'Revise and resubmit.'
  const words = said(sentence)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** Of the spoken sentence what stands between “decided to” and “because”. */
function said(sentence: readonly Phrase[]): string {
  const end = sentence.findIndex(({ text, strong }) => !strong && text.startsWith(', because '))
  return sentence
    .slice(2, end)
    .map(({ text }) => text)
    .join('')
}
