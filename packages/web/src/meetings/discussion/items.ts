import type { QuestionId } from '@foreword/core/ids'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { isOpen } from './queue.ts'

/** What the room takes up at once: a question, or those that ask the same. */
export interface Item {
  /** The one that stands large. */
  lead: RoomQuestion
  /** With the lead, in the order of the pages. */
  questions: readonly RoomQuestion[]
}

/** R8: the queue as it is taken up; in it those of a cluster stand beside each other. */
export function itemsOf(
  questions: readonly RoomQuestion[],
  clusters: readonly (readonly QuestionId[])[],
): Item[] {
  const items: { lead: RoomQuestion; questions: RoomQuestion[] }[] = []
  for (const question of questions) {
    const cluster = clusters.find((ids) => ids.includes(question.id))
    const known = cluster && items.find(({ lead }) => cluster.includes(lead.id))
    if (known) known.questions.push(question)
    else items.push({ lead: question, questions: [question] })
  }
  return items
}

export const itemOf = (items: readonly Item[], id: string | null): Item | null =>
  items.find(({ questions }) => questions.some((question) => question.id === id)) ?? null

export const isOpenItem = ({ questions }: Item) => questions.some(isOpen)

/** The one of it that has no end yet, for the act that ends it; the lead when all have. */
export const atHandIn = ({ lead, questions }: Item): RoomQuestion => questions.find(isOpen) ?? lead

/**
 * R8: what comes after the question `current` in the order of the discussion and has no end yet, from the top again
 * after the last; null when nothing is left but that itself.
 */
export function nextItem(items: readonly Item[], current: string | null): Item | null {
  const here = itemOf(items, current)
  const at = here ? items.indexOf(here) : -1
  const after = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))]
  return after.find(isOpenItem) ?? null
}

/** The one before or after, with an end or without, for whoever looks by themselves; null at either end. */
export function neighbour(items: readonly Item[], shown: string | null, by: 1 | -1): Item | null {
  const here = itemOf(items, shown)
  return here ? (items[items.indexOf(here) + by] ?? null) : null
}
