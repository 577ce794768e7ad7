import type { Question } from './question.ts'

type Asked = Pick<Question, 'id' | 'by' | 'anchor' | 'askedAt'>

/** A line of the document and how many people asked about it. */
export interface LineAsked {
  page: number
  line: number
  people: number
}

/** How many different people asked on each line, busiest first, then in reading order. */
export function linesAsked(questions: readonly Asked[]): LineAsked[] {
  const lines = new Map<number, { page: number; people: Set<string> }>()
  for (const { anchor, by } of questions) {
    if (!anchor) continue
    const at = lines.get(anchor.line) ?? { page: anchor.page, people: new Set<string>() }
    at.people.add(by)
    lines.set(anchor.line, at)
  }
  return [...lines]
    .map(([line, { page, people }]) => ({ page, line, people: people.size }))
    .sort((a, b) => b.people - a.people || a.line - b.line)
}

/**
 * R8: page by page, then what concerns the whole document. Within a page the lines most people asked about come
 * first; then by line; what is left is decided by when it was asked, so the order is the same for everybody.
 *
 * | asked (page, line, by) | place |
 * |---|---|
 * | 1, 9, Omar | 1: two people on line 9 |
 * | 1, 9, Jon | 2 |
 * | 1, 4, Priya | 3 |
 * | 2, 30, Priya | 4 |
 * | whole document, Jon | 5 |
 */
export function inDiscussionOrder<Q extends Asked>(questions: readonly Q[]): Q[] {
  const people = new Map(linesAsked(questions).map((asked) => [asked.line, asked.people]))
  const key = ({ anchor }: Q): [number, number, number] =>
    anchor ? [anchor.page, -(people.get(anchor.line) ?? 0), anchor.line] : [Number.POSITIVE_INFINITY, 0, 0]
  return questions
    .map((question) => ({ question, key: key(question) }))
    .sort(
      (a, b) =>
        compare(a.key[0], b.key[0]) ||
        compare(a.key[1], b.key[1]) ||
        compare(a.key[2], b.key[2]) ||
        compare(a.question.askedAt, b.question.askedAt) ||
        compare(a.question.id, b.question.id),
    )
    .map(({ question }) => question)
}

// subtraction would give NaN for two whole-document questions, whose page is infinite
function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
