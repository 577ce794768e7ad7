import * as z from 'zod'
import type { MeetingEvent } from './events.ts'

/** What a browser says it held, in whole seconds, since it was last heard. */
export const heldPages = z
  .array(z.object({ page: z.int().min(1), seconds: z.int().min(0).max(3600) }))
  .min(1, 'say which page is held')
  .max(100)
export type HeldPages = z.infer<typeof heldPages>

/** What stays of a page (R6): how many read it, and how long the one in the middle took; null for too few to say. */
export const pagePace = z.object({ page: z.int(), readers: z.int(), medianSeconds: z.int().nullable() })
export type PagePace = z.infer<typeof pagePace>

/** What a browser says of the time before it was first heard is believed for this long. */
const FIRST_MS = 60_000
/** Scrolling past a page is not reading it. */
const A_GLANCE_MS = 5_000
/** The time of one or two readers is somebody's time, whoever knows who was there. */
const FEWEST_READERS = 3

/** How many hold each page, for the facilitator; nothing where a count would be as good as a name. */
export function shownHeld<Held extends { readers: number }>(pages: readonly Held[]): Held[] {
  return pages.reduce((sum, { readers }) => sum + readers, 0) < FEWEST_READERS ? [] : [...pages]
}

/**
 * The milliseconds that count for each page. No more than have passed on the server's clock since this reader was last
 * heard, so that a repeat, a second tab or a wrong clock adds nothing; after a lost connection all of it counts.
 *
 * | says | last heard | counts |
 * |---|---|---|
 * | page 2 for 10 s | 10 s ago | 10 s |
 * | the same once more | now | nothing |
 * | page 2 for 60 s, page 3 for 60 s | 60 s ago | 30 s each |
 * | page 1 for 3600 s | never | 60 s |
 */
export function counting(held: HeldPages, sinceHeardMs: number | null): Map<number, number> {
  const said = held.reduce((sum, { seconds }) => sum + seconds * 1000, 0)
  const most = Math.max(0, sinceHeardMs ?? FIRST_MS)
  const share = said > most ? most / said : 1
  const counted = new Map<number, number>()
  for (const { page, seconds } of held)
    counted.set(page, (counted.get(page) ?? 0) + Math.floor(seconds * 1000 * share))
  return counted
}

/**
 * What stays of the readers of a meeting when it closes: counts for each page, and nobody in them (R6).
 *
 * | page read for | readers | median |
 * |---|---|---|
 * | 60 s, 90 s, 200 s | 3 | 90 s |
 * | 60 s, 90 s | 2 | null |
 * | 60 s, 90 s, 200 s, 1 s | 3 | 90 s: a glance is no reading |
 */
export function paceOf(rows: readonly { page: number; readMs: number }[]): PagePace[] {
  const read = Map.groupBy(
    rows.filter(({ readMs }) => readMs >= A_GLANCE_MS),
    ({ page }) => page,
  )
  return [...read]
    .map(([page, readers]) => ({
      page,
      readers: readers.length,
      medianSeconds:
        readers.length < FEWEST_READERS
          ? null
          : Math.round(median(readers.map(({ readMs }) => readMs)) / 1000),
    }))
    .sort((a, b) => a.page - b.page)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [below = 0, above = 0] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? above : (below + above) / 2
}

/**
 * R6: what ties reading pace to a name loses the name when the meeting closes. The store rewrites the rows this
 * changes; the fold reads either form. The answer to the one question is mostly given on finishing, so it keeps its
 * giver, whom the fold counts once, and loses its time; the time of finishing goes too, for the answer stands right
 * after it.
 *
 * | event | after |
 * |---|---|
 * | `finished-reading` by Omar at 09:14 | by nobody, at the reveal, under a key that tells nothing |
 * | `answered-the-one-question` by Omar at 09:15 | by Omar, at the reveal |
 * | `return-answered` by Omar at 09:02 | by Omar, at the reveal |
 * | anything else | the very same |
 */
export function withoutPace(log: readonly MeetingEvent[]): MeetingEvent[] {
  // a meeting that closes has been revealed; one that was not has nothing to compare with but its beginning
  const at = (log.find(({ kind }) => kind === 'revealed') ?? log[0])?.at
  return log.map((event, place) => {
    if (at === undefined) return event
    if (event.kind === 'finished-reading') return { ...event, by: null, at, key: `forgotten:${place}` }
    const isTold = event.kind === 'answered-the-one-question' || event.kind === 'return-answered'
    return isTold ? { ...event, at } : event
  })
}
