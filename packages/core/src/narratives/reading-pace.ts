import * as z from 'zod'

/** Readers of a company's closed meetings, counted by how long a page took them; nobody is in it, and no meeting. */
export const readingPace = z.array(
  z.object({
    /** Upper end of the step, in seconds a page. */
    secondsPerPage: z.int().min(1),
    readers: z.int().min(1),
  }),
)
export type ReadingPace = z.infer<typeof readingPace>

/** Close enough to say who finishes, and too coarse to know anybody by. */
const STEP_SECONDS = 15
const MOST_SECONDS = 900
/** Passing over a page is not reading it. */
const A_GLANCE_MS = 5_000
/** Of fewer, a share would be a guess; and of a room of one or two, it would be somebody's. */
const FEWEST_TO_SAY = 12
const FEWEST_IN_A_ROOM = 3

/**
 * The steps that a meeting's readers fall into, when it closes (R6). Whoever held less than half of its pages has not
 * read it, and a room of one or two adds nothing.
 *
 * | readers of 2 pages | |
 * |---|---|
 * | 100 s and 140 s; 50 s and 70 s; 300 s and 290 s | 120, 60, 300 |
 * | two readers | none |
 * | three, one of whom looked in for 2 s | none |
 */
export function stepsOf(
  rows: readonly { personId: string; page: number; readMs: number }[],
  pages: number,
): number[] {
  const readers = [
    ...Map.groupBy(
      rows.filter(({ readMs }) => readMs >= A_GLANCE_MS),
      ({ personId }) => personId,
    ).values(),
  ].filter((held) => held.length * 2 >= pages)
  if (readers.length < FEWEST_IN_A_ROOM) return []
  return readers.map((held) => {
    const seconds = held.reduce((sum, { readMs }) => sum + readMs, 0) / 1000 / held.length
    return Math.min(MOST_SECONDS, Math.max(1, Math.ceil(seconds / STEP_SECONDS)) * STEP_SECONDS)
  })
}

/**
 * How many of those measured would have read `pages` in `minutes`; null when too few have been measured to say.
 *
 * | measured | pages, minutes | |
 * |---|---|---|
 * | 9 at 120 s, 6 at 240 s | 6, 18 | 9 of 15 |
 * | 9 at 120 s, 6 at 240 s | 6, 24 | 15 of 15 |
 * | 11 readers | any | null |
 */
export function finishing(
  pace: ReadingPace,
  { pages, minutes }: { pages: number; minutes: number },
): { readers: number; finish: number } | null {
  const count = (some: ReadingPace) => some.reduce((sum, { readers }) => sum + readers, 0)
  const readers = count(pace)
  if (readers < FEWEST_TO_SAY) return null
  const finish = count(pace.filter(({ secondsPerPage }) => secondsPerPage * pages <= minutes * 60))
  return { readers, finish }
}

/** N5: the author is told before freezing and before scheduling, in a sentence. */
export function finishingSentence(pace: ReadingPace, of: { pages: number; minutes: number }): string {
  const found = finishing(pace, of)
  const what = `${of.pages === 1 ? 'one page' : `${of.pages} pages`} in ${of.minutes} ${of.minutes === 1 ? 'minute' : 'minutes'}`
  if (!found) return `Too few readers have been measured here to say who would read ${what}.`
  const { readers, finish } = found
  if (finish === readers) return `All ${readers} readers measured here would have read ${what}.`
  return `Of ${readers} readers measured here, ${finish === 0 ? 'none' : finish} would have read ${what}.`
}
