import { lasting } from '../pace/words.ts'
import { counted, minutesWords } from '../words.ts'

type Held = readonly (readonly [page: number, seconds: number])[]

/** Passing over a page is not reading it. */
const A_GLANCE_SECONDS = 5

export const pagesRead = (held: Held) => held.filter(([, seconds]) => seconds >= A_GLANCE_SECONDS)

/**
 * How it went, in one or two sentences.
 *
 * | held | a room is given | |
 * |---|---|---|
 * | page 1 for 60 s, page 2 for 180 s | 6 | You read 2 pages in 4 min, 2 min a page; page 2 took longest, 3 min. A room is given 6 minutes. |
 * | page 1 for 60 s | 3 | You read 1 page in 1 min. A room is given 3 minutes. |
 * | nothing | 3 | No page was held long enough to say how long it takes. |
 */
export function rehearsedSentence(held: Held, given: number): string {
  const read = pagesRead(held)
  if (read.length === 0) return 'No page was held long enough to say how long it takes.'
  const inAll = read.reduce((sum, [, seconds]) => sum + seconds, 0)
  const [page, longest] = read.reduce((most, each) => (each[1] > most[1] ? each : most))
  const spread =
    read.length > 1
      ? `, ${lasting(Math.round(inAll / read.length))} a page; page ${page} took longest, ${lasting(longest)}`
      : ''
  return `You read ${counted(read.length, 'page')} in ${lasting(inAll)}${spread}. A room is given ${minutesWords(given)}.`
}
