import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inDiscussionOrder, linesAsked } from './order.ts'
import type { Question } from './question.ts'

type Asked = Pick<Question, 'id' | 'by' | 'anchor' | 'askedAt'>

/** `place` is [page, line], or null for the whole document. */
function asked(id: string, by: string, place: [number, number] | null, second = 0): Asked {
  return {
    id: id as Asked['id'], // short names stand in for ids
    by: by as Asked['by'],
    askedAt: `2027-03-01T09:00:${String(second).padStart(2, '0')}.000Z`,
    anchor: place && {
      on: 'edition',
      editionId: 'e' as never,
      blockId: 'b',
      from: 0,
      to: 1,
      quote: 'x',
      page: place[0],
      line: place[1],
      lastLine: place[1],
    },
  }
}
const ids = (questions: Asked[]) => questions.map(({ id }) => id)

describe('the order of discussion', () => {
  it('R8: page by page, then whole-document; within a page the lines most people asked about, then by line', () => {
    const questions = [
      asked('whole', 'jon', null),
      asked('p2', 'priya', [2, 30]),
      asked('line-4', 'priya', [1, 4]),
      asked('line-9-later', 'jon', [1, 9], 5),
      asked('line-9', 'omar', [1, 9], 2),
    ]
    expect(ids(inDiscussionOrder(questions))).toEqual(['line-9', 'line-9-later', 'line-4', 'p2', 'whole'])
  })

  it('R8: one person asking three times counts once', () => {
    const questions = [
      asked('a1', 'jon', [1, 7], 1),
      asked('a2', 'jon', [1, 7], 2),
      asked('a3', 'jon', [1, 7], 3),
      asked('b', 'omar', [1, 3], 4),
    ]
    expect(ids(inDiscussionOrder(questions))).toEqual(['b', 'a1', 'a2', 'a3'])
  })

  it('R8: names the busiest line, for the one sentence above the reveal', () => {
    const questions = [asked('a', 'jon', [1, 7]), asked('b', 'omar', [1, 7]), asked('c', 'jon', [2, 31])]
    expect(linesAsked(questions)).toEqual([
      { page: 1, line: 7, people: 2 },
      { page: 2, line: 31, people: 1 },
    ])
  })

  it('R8: is the same for everybody, in whatever order the questions arrive, and loses none', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1 }),
        by: fc.constantFrom('jon', 'omar', 'priya'),
        place: fc.option(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 }))),
        second: fc.integer({ min: 0, max: 9 }),
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (records, noise) => {
        // a line stands on one page only
        const questions = records.map(({ id, by, place, second }) =>
          asked(id, by, place && [Math.ceil(place[1] / 3), place[1]], second),
        )
        const shuffled = questions
          .map((question) => ({ question, rank: noise.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ question }) => question)
        const ordered = inDiscussionOrder(questions)
        expect(ids(inDiscussionOrder(shuffled))).toEqual(ids(ordered))
        expect(ids(ordered).sort()).toEqual(ids(questions).sort())
        const pages = ordered.map(({ anchor }) => anchor?.page ?? 99)
        expect(pages).toEqual([...pages].sort((a, b) => a - b))
      }),
    )
  })
})
