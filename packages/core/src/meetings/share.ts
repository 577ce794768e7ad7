import type { QuestionId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Meeting } from './meeting.ts'
import type { Item } from './queue.ts'

/** One person's question is 2, nine people's 10; what must be answered before a yes weighs twice. */
export function weightOf({ people, must }: Pick<Item, 'people' | 'must'>): number {
  return (1 + people) * (must ? 2 : 1)
}

/**
 * R10: until when the question at hand should take: its share by weight of what was left when it was taken up, among
 * all that had no end then. What another left unspent, or took too much of, is so shared among those to come. Null when
 * no time is left to share, or none is at hand.
 *
 * | left when taken up | at hand | others open | its share |
 * |---|---|---|---|
 * | 40 min | one person | three of one person | 10 min |
 * | 40 min | one person, a must | two of one person | 20 min |
 * | 40 min | the last | | 40 min |
 */
export function questionEndsAt(
  meeting: Meeting,
  queue: readonly Item[],
  current: QuestionId | null,
): Instant | null {
  const { phase, currentSince } = meeting
  if (phase.name !== 'discussion' || currentSince === null) return null
  const atHand = queue.find(({ questions }) => questions.some(({ id }) => id === current))
  const left = phase.endsAt - currentSince
  if (!atHand || left <= 0) return null
  const shares = queue.filter((item) => item === atHand || isOpen(meeting, item))
  const all = shares.reduce((sum, item) => sum + weightOf(item), 0)
  return currentSince + Math.round((left * weightOf(atHand)) / all)
}

export function isOpen(meeting: Meeting, { questions }: Item): boolean {
  return questions.some(({ id }) => meeting.questions.get(id)?.state === null)
}
