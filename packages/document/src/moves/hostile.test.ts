import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { faqEntries } from '../blocks.ts'
import { moveFaqEntry } from '../faq-move.ts'
import { countingIds } from '../testing.ts'
import { documentFromYDoc } from '../yjs.ts'
import { blockOf, Company, faqOf, write } from './company.fixture.ts'
import { flatly, GONE_AFTER, type Id, movesIn, type Run, recordsIn, STANDS } from './record.ts'
import { Whereabouts } from './whereabouts.ts'

/** What a browser that is not ours may write into the shared document, and the id of an entry of it. */
const written: Record<string, (live: Y.Doc, entry: Id) => void> = {
  'runs that would take years to go through'(live, of) {
    const [client, clock] = of
    const run = (at: number): Run => [client, clock, 1_000_000, client, clock + at, STANDS]
    recordsIn(live).push(
      Array.from({ length: 300 }, () => flatly({ of, runs: Array.from({ length: 60 }, (_, at) => run(at)) })),
    )
  },
  'one record of too many runs'(live, of) {
    const runs = Array.from({ length: 50_000 }, (_, at): Run => [...of, at, ...of, STANDS])
    recordsIn(live).push([flatly({ of, runs })])
  },
  'thousands of moves of the same'(live, of) {
    const [client, clock] = of
    const records = Array.from({ length: 10_000 }, (_, at) =>
      flatly({
        of,
        runs: [
          [client, clock, 1, client, clock + 1, STANDS],
          [12345, at, 90, client, at, GONE_AFTER],
        ],
      }),
    )
    recordsIn(live).push(records)
  },
  'an entry that went into itself'(live, of) {
    const inner = blockOf(live, 'a-1')?._item
    if (!inner) throw new Error('a paragraph stands in its entry')
    recordsIn(live).push([flatly({ of, runs: [[...of, 1, inner.id.client, inner.id.clock, STANDS]] })])
  },
  'something taken out that was longer than all books'(live) {
    const text = blockOf(live, 'a-1')?.get(0)
    if (!(text instanceof Y.XmlText)) throw new Error('a paragraph says something')
    live.transact((transaction) => {
      const id = Y.createID(live.clientID, Y.getState(live.store, live.clientID))
      const right = text._start
      const content = new Y.ContentDeleted(2 ** 45)
      new Y.Item(id, null, null, right, right?.id ?? null, text, null, content).integrate(transaction, 0)
    })
  },
  'no record at all'(live) {
    live.getArray('moves').push([null, 'move', [-1, 2 ** 60], [1, 2, 3], { of: [] }, [0.5, 1], [], [[]]])
  },
}

test.each(Object.keys(written))('A1: what others write and move goes on beside %s', (which) => {
  const company = new Company(faqOf(['a', 'b'], ['c', 'd']), 3)
  const [ada, ben, eve] = company.people
  if (!ada || !ben || !eve) throw new Error('a company of three')
  moveFaqEntry(ada.doc, 'c', { part: 'e' })
  company.settle()
  const item = blockOf(eve.doc, 'a')?._item
  if (!item) throw new Error('an entry stands in the document')
  written[which]?.(eve.doc, [item.id.client, item.id.clock])
  company.settle()
  moveFaqEntry(ada.doc, 'b', { part: 'i' })
  write(ben, 'b-1', 'Surely: ')
  company.settle()
  const entries = faqEntries(documentFromYDoc(company.server, countingIds('made')))
  expect(entries.find(({ id }) => id === 'b')?.answer).toBe('Surely: This of b.\n')
  expect(entries.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c', 'd'])
})

test('A1: of more moves than anybody makes, the newest are known', () => {
  const live = new Y.Doc()
  recordsIn(live).push(
    Array.from({ length: 21_000 }, (_, at) => flatly({ of: [1, at], runs: [[1, at, 1, 2, at, STANDS]] })),
  )
  const moves = movesIn(live)
  expect(moves.length).toBeLessThan(21_000)
  expect(moves.at(-1)?.of).toEqual([1, 20_999])
})

test('A1: of two moves of the same thing, that which was known first counts, unit by unit', () => {
  const whereabouts = new Whereabouts()
  whereabouts.add({
    of: [9, 0],
    runs: [
      [1, 10, 5, 2, 100, STANDS],
      [1, 20, 2, 2, 7, GONE_AFTER],
    ],
  })
  whereabouts.add({ of: [9, 1], runs: [[1, 8, 20, 3, 50, STANDS]] })
  const now = (clock: number) => whereabouts.now(Y.createID(1, clock))
  expect(now(7)).toBeUndefined()
  expect(now(8)).toEqual({ kind: 'stands', id: Y.createID(3, 50) })
  expect(now(12)).toEqual({ kind: 'stands', id: Y.createID(2, 102) })
  expect(now(15)).toEqual({ kind: 'stands', id: Y.createID(3, 57) })
  expect(now(21)).toEqual({ kind: 'gone-after', id: Y.createID(2, 7) })
  expect(now(27)).toEqual({ kind: 'stands', id: Y.createID(3, 69) })
  expect(now(28)).toBeUndefined()
})
