import * as z from 'zod'
import { type PersonId, type QuestionId, questionId } from '../ids.ts'
import type { Question } from '../reviews/question.ts'
import type { Instant } from '../time.ts'
import type { MeetingEvent } from './events.ts'

/** What a closed meeting tells of how it went, to plan the next one by; nobody is measured (R6). */
export const afterwards = z.object({
  /** Where the questions were asked and how long they were at hand; page null is the whole document, which is last. */
  pages: z.array(z.object({ page: z.int().nullable(), questions: z.int(), seconds: z.int() })),
  /** From which functional areas they came, most first; null is no area. Askers that were never named are not counted. */
  areas: z.array(z.object({ area: z.string().nullable(), questions: z.int() })),
  /** The one that was at hand longest; null when none was. */
  longest: z.object({ questionId, seconds: z.int() }).nullable(),
})
export type Afterwards = z.infer<typeof afterwards>

/**
 * The milliseconds that each question was at hand: while the room discussed, and stood not still.
 *
 * | log | at hand |
 * |---|---|
 * | q1 taken up at 0, q2 at 4 min, closed at 10 | q1 4 min, q2 6 |
 * | q1 taken up at 0, adjourned at 2, resumed the next day, closed 3 min later | q1 5 min |
 * | q1 taken up at 0, on to the decision at 2, back at 9, closed at 10 | q1 3 min |
 */
export function timesAtHand(log: readonly MeetingEvent[]): Map<QuestionId, number> {
  const times = new Map<QuestionId, number>()
  let atHand: QuestionId | null = null
  let since: Instant | null = null
  const stop = (at: Instant) => {
    if (atHand !== null && since !== null) times.set(atHand, (times.get(atHand) ?? 0) + at - since)
    since = null
  }
  for (const event of log) {
    switch (event.kind) {
      case 'question-opened':
        stop(event.at)
        atHand = event.questionId
        since = event.at
        break
      case 'moved-to-decision':
      case 'adjourned':
      case 'closed':
        stop(event.at)
        break
      case 'returned-to-discussion':
      case 'resumed':
        since = event.at
        break
    }
  }
  return times
}

/** `areas` is what each asker belongs to; whoever is not in it is counted under no area. */
export function afterwardsOf(
  log: readonly MeetingEvent[],
  questions: readonly (Pick<Question, 'id' | 'anchor'> & { by: PersonId | null })[],
  areas: ReadonlyMap<string, string | null>,
): Afterwards {
  const times = timesAtHand(log)
  const seconds = (id: QuestionId) => Math.round((times.get(id) ?? 0) / 1000)
  const byPage = Map.groupBy(questions, ({ anchor }) => anchor?.page ?? null)
  const named = questions.filter(({ by }) => by !== null)
  const byArea = Map.groupBy(named, ({ by }) => (by && areas.get(by)) ?? null)
  const [longest] = questions
    .map(({ id }) => ({ questionId: id, seconds: seconds(id) }))
    .sort((a, b) => b.seconds - a.seconds)
  return {
    pages: [...byPage]
      .map(([page, asked]) => ({
        page,
        questions: asked.length,
        seconds: asked.reduce((sum, { id }) => sum + seconds(id), 0),
      }))
      .sort((a, b) => (a.page ?? Number.MAX_SAFE_INTEGER) - (b.page ?? Number.MAX_SAFE_INTEGER)),
    areas: [...byArea]
      .map(([area, asked]) => ({ area, questions: asked.length }))
      .sort((a, b) => b.questions - a.questions || ((a.area ?? '~') < (b.area ?? '~') ? -1 : 1)),
    longest: longest && longest.seconds > 0 ? longest : null,
  }
}
