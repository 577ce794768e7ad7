import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { faqEntries } from '../blocks.ts'
import { countingIds } from '../testing.ts'
import { documentFromYDoc, FRAGMENT } from '../yjs.ts'
import { Company, faqOf, type Person, takeOut, write } from './company.fixture.ts'
import { followMoves, moveAsAct, takeBackMove } from './history.ts'

/** A company of two, each with acts of their own to take back. */
function two() {
  const company = new Company(faqOf(['a', 'b'], ['c', 'd']), 2)
  const [ada, ben] = company.people
  if (!ada || !ben) throw new Error('a company of two')
  return { company, ada: withHistory(ada), ben: withHistory(ben) }
}

function withHistory(person: Person) {
  followMoves(person.doc)
  const history = new Y.UndoManager(person.doc.getXmlFragment(FRAGMENT), { captureTimeout: 0 })
  return {
    person,
    move: (id: string, part: string, before?: string) =>
      moveAsAct(person.doc, history, id, { part, ...(before === undefined ? {} : { before }) }, null),
    undo: () => takeBackMove(person.doc, history, 'undo', null) ?? history.undo(),
    redo: () => takeBackMove(person.doc, history, 'redo', null) ?? history.redo(),
  }
}

const said = (live: Y.Doc) =>
  faqEntries(documentFromYDoc(live, countingIds())).map(({ id, answer }) => `${id}: ${answer.trim()}`)

test('N1: taken back, an entry stands where it stood, with what another wrote in it since; and done again', () => {
  const { company, ada, ben } = two()
  ada.move('a', 'i')
  company.settle()
  write(ben.person, 'a-1', 'Ben: ')
  company.settle()
  ada.undo()
  company.settle()
  expect(said(company.server)[0]).toBe('a: Ben: This of a.')
  ada.redo()
  company.settle()
  expect(said(company.server).at(-1)).toBe('a: Ben: This of a.')
  expect(said(ben.person.doc)).toEqual(said(ada.person.doc))
})

test('words that another writes in an entry in the instant in which its move is taken back are kept', () => {
  const { company, ada, ben } = two()
  ada.move('a', 'i')
  company.settle()
  write(ben.person, 'a-1', 'Ben: ')
  ada.undo()
  company.settle()
  expect(said(company.server)[0]).toBe('a: Ben: This of a.')
})

test('what one wrote before a move of one’s own is taken back after it, in its order', () => {
  const { company, ada } = two()
  write(ada.person, 'a-1', 'One. ')
  takeOut(ada.person, 'a-1', 'This ')
  ada.move('a', 'i')
  ada.undo()
  ada.undo()
  company.settle()
  expect(said(company.server)[0]).toBe('a: One. This of a.')
  ada.undo()
  company.settle()
  expect(said(company.server)).toEqual(['a: This of a.', 'b: This of b.', 'c: This of c.', 'd: This of d.'])
  for (let each = 0; each < 3; each++) ada.redo()
  company.settle()
  expect(said(company.server).at(-1)).toBe('a: One. of a.')
})

test('one’s own words and deletions are taken back in an entry that another has moved since', () => {
  const { company, ada, ben } = two()
  write(ben.person, 'a-1', 'One. ')
  takeOut(ben.person, 'a-1', 'This ')
  company.settle()
  ada.move('a', 'i')
  // and what he wrote before he heard of it
  write(ben.person, 'a-1', 'Two. ')
  company.settle()
  expect(said(company.server).at(-1)).toBe('a: Two. One. of a.')
  ben.undo()
  company.settle()
  expect(said(company.server).at(-1)).toBe('a: One. of a.')
  ben.undo()
  ben.undo()
  company.settle()
  expect(said(company.server).at(-1)).toBe('a: This of a.')
})

test('a move whose place has gone is taken back to the end of that FAQ, one of an entry that has gone not at all', () => {
  const { company, ada, ben } = two()
  ada.move('a', 'i')
  company.settle()
  ben.move('b', 'i')
  company.settle()
  ada.undo()
  company.settle()
  expect(said(company.server)[0]).toBe('a: This of a.')
  ben.undo()
  company.settle()
  const external = ada.person.doc.getXmlFragment(FRAGMENT).get(0)
  ada.person.doc.transact(
    () => external instanceof Y.XmlElement && external.delete(0, external.length),
    'by another',
  )
  expect([ada.redo(), said(ada.person.doc)]).toEqual(['a', ['c: This of c.', 'd: This of d.']])
})
