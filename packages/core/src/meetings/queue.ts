import type { PersonId, QuestionId } from '../ids.ts'
import { inDiscussionOrder, linesAsked } from '../reviews/order.ts'
import type { Question } from '../reviews/question.ts'
import { clusterOf } from './clusters.ts'
import type { Meeting } from './meeting.ts'

type Asked = Pick<Question, 'id' | 'by' | 'anchor' | 'askedAt'>

/** What the room takes up at once: a question, or a cluster of them. */
export interface Item<Q extends Asked = Asked> {
  /** In page order; the first is the one that stands large. */
  questions: readonly Q[]
  /** How many people ask it, each once, whether they wrote it down or said that they ask it too. */
  people: number
  /** One of them must be answered before a yes. */
  must: boolean
}

/**
 * R8: the discussion in its order. A cluster stands where the first of its questions stands. Page by page, and within
 * a page what most people ask, or ask about the same line, comes first; the whole document comes last. What is open
 * from an earlier meeting opens this one (F5). By another
 * order, what is equal in it keeps the order of the pages.
 *
 * | on page 1 | on page 2 | order | gives |
 * |---|---|---|---|
 * | a, b (two people) | c (three people) | page | b, a, c |
 * | a, b (two people) | c (three people) | asked | c, b, a |
 * | a (must), b | c (must) | must | a, c, b |
 */
export function queueOf<Q extends Asked>(meeting: Meeting, questions: readonly Q[]): Item<Q>[] {
  const inOrder = inDiscussionOrder(questions)
  const onLine = new Map(linesAsked(questions).map(({ line, people }) => [line, people]))
  const taken = new Set<QuestionId>()
  const items = inOrder.flatMap((question) => {
    if (taken.has(question.id)) return []
    const cluster = clusterOf(meeting.clusters, question.id)
    // most stand alone, and hundreds must not each be looked for among hundreds
    const together = cluster.length > 1 ? inOrder.filter(({ id }) => cluster.includes(id)) : [question]
    for (const { id } of together) taken.add(id)
    // the first by its place on the pages, not by how many ask about its line
    const byPlace = [...together].sort((a, b) => lineOf(a) - lineOf(b))
    return [itemOf(meeting, byPlace)]
  })
  const page = ({ questions: [first] }: Item<Q>) => first?.anchor?.page ?? Number.MAX_SAFE_INTEGER
  const asked = ({ questions: [first], people }: Item<Q>) =>
    first?.anchor ? Math.max(people, onLine.get(first.anchor.line) ?? 0) : people
  const carried = (item: Item<Q>) =>
    Number(item.questions.some(({ id }) => meeting.questions.get(id)?.isCarried ?? false))
  const pageOrder = [...items].sort(
    (a, b) => carried(b) - carried(a) || page(a) - page(b) || asked(b) - asked(a),
  )
  switch (meeting.order) {
    case 'page':
      return pageOrder
    case 'asked':
      return pageOrder.sort((a, b) => b.people - a.people)
    case 'must':
      return pageOrder.sort((a, b) => Number(b.must) - Number(a.must))
  }
}

function itemOf<Q extends Asked>(meeting: Meeting, questions: readonly Q[]): Item<Q> {
  const people = new Set<PersonId>()
  let must = false
  for (const { id, by } of questions) {
    const known = meeting.questions.get(id)
    people.add(by)
    for (const person of known?.alsoAsking ?? []) people.add(person)
    must ||= known?.must ?? false
  }
  return { questions, people: people.size, must }
}

const lineOf = ({ anchor }: Asked) => anchor?.line ?? Number.MAX_SAFE_INTEGER
