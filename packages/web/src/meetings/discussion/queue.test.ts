import type { RoomQuestion } from '@foreword/core/meetings/room'
import { expect, test } from 'vitest'
import { itemsOf, neighbour, nextItem } from './items.ts'
import { byLine, endsSentence, lineWords, othersOnLine } from './queue.ts'

function asked(id: string, line: number | null, more: Partial<RoomQuestion> = {}): RoomQuestion {
  return {
    id,
    text: id,
    by: null,
    mine: false,
    asked: false,
    faqBlockId: null,
    toFaq: false,
    people: 1,
    state: { name: 'open' },
    anchor: line === null ? null : { line, lastLine: line + 1, page: 1 },
    ...more,
  } as RoomQuestion // ids and the rest of an anchor play no part here
}
const answered = { state: { name: 'answered-in-the-room', answer: '' } } as const

test('R8: next is the following question without an end, and from the top again after the last', () => {
  const queue = itemsOf(
    [asked('a', 4, answered), asked('b', 9), asked('c', 9, answered), asked('d', null)],
    [],
  )
  const next = (current: string | null) => nextItem(queue, current)?.lead.id ?? null
  expect([next('a'), next('b'), next('d'), next(null)]).toEqual(['b', 'd', 'b', 'b'])
  expect(nextItem(itemsOf([asked('only', 1)], []), 'only')).toBeNull()
})

test('R8: a cluster is one thing to talk about; it is open as long as one of it is', () => {
  const cluster = ['a', 'b'].map((id) => asked(id, 4).id)
  const queue = itemsOf([asked('a', 4, answered), asked('b', 9), asked('c', 12), asked('d', null)], [cluster])
  expect(queue.map(({ questions }) => questions.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']])
  expect(nextItem(queue, 'd')?.lead.id).toBe('a')
  expect(nextItem(queue, 'b')?.lead.id).toBe('c')
  expect([neighbour(queue, 'b', 1)?.lead.id, neighbour(queue, 'a', -1)]).toEqual(['c', null])
})

test('R8: a bubble counts the questions that begin on its line', () => {
  const queue = [asked('a', 9), asked('b', 4), asked('c', 9), asked('d', null)]
  expect(byLine(queue).map(({ line, questions }) => [line, questions.map(({ id }) => id)])).toEqual([
    [4, ['b']],
    [9, ['a', 'c']],
  ])
  expect(queue.map((question) => othersOnLine(queue, question))).toEqual([1, 0, 1, 0])
})

test('R11: how the questions ended is one sentence', () => {
  const queue = [
    asked('a', 1, answered),
    asked('b', 2, answered),
    asked('c', 3, { toFaq: true, state: { name: 'answered-in-the-document', blockId: 'x', on: null } }),
    asked('d', 4),
  ]
  expect(endsSentence(queue)).toBe('4 questions: 2 answered, 1 in the FAQ, 1 open.')
  expect(endsSentence([])).toBe('Nobody asked anything.')
})

test('N4: the lines a question is about are named by their numbers', () => {
  expect([lineWords(asked('a', 8)), lineWords(asked('b', null))]).toEqual(['8–9', ''])
})
