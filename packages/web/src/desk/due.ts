import { spokenDay } from '@foreword/core/calendar'

/**
 * When something is due, from `now` on the person's own calendar. `day` is ISO: `2031-03-03`.
 *
 * | due | words | isLate |
 * |---|---|---|
 * | yesterday or before | was due on 2 March 2031 | yes |
 * | today | due today | no |
 * | later | due on 4 March 2031 | no |
 */
export function dueWords(day: string, now: Date): { words: string; isLate: boolean } {
  const two = (part: number) => String(part).padStart(2, '0')
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  if (day === today) return { words: 'due today', isLate: false }
  return day < today
    ? { words: `was due on ${spokenDay(day)}`, isLate: true }
    : { words: `due on ${spokenDay(day)}`, isLate: false }
}
