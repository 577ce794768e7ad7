import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { faqEntries } from '../blocks.ts'
import { moveFaqEntry } from '../faq-move.ts'
import { countingIds } from '../testing.ts'
import { documentFromYDoc } from '../yjs.ts'
import { blockOf, Company, faqOf, type Person, plain, takeOut, write } from './company.fixture.ts'

const entries = ['a', 'b', 'c', 'd']
const read = (live: Y.Doc) => documentFromYDoc(live, countingIds('made'))
const answerOf = (live: Y.Doc, id: string) => faqEntries(read(live)).find((each) => each.id === id)?.answer

function two(): [Company, Person, Person] {
  const company = new Company(faqOf(['a', 'b'], ['c', 'd']), 2)
  const [ada, ben] = company.people
  if (!ada || !ben) throw new Error('a company of two')
  return [company, ada, ben]
}

function expectOne(company: Company): void {
  for (const { doc: live } of company.people) expect(read(live)).toEqual(read(company.server))
}

test.each(['the move', 'the words'])(
  'A1: words in an entry that another moves at that instant are kept, %s first',
  (first) => {
    const [company, ada, ben] = two()
    moveFaqEntry(ada.doc, 'a', { part: 'i' })
    write(ben, 'a-1', 'Surely: ')
    write(ben, 'a-2', 'And more.')
    if (first === 'the move') ada.deliver()
    else while (ben.deliver());
    company.settle()
    expectOne(company)
    expect(answerOf(company.server, 'a')).toBe('Surely: This of a.\nAnd more.')
  },
)

test('A1: an entry keeps what was written, split, set bold and taken out in it for hours away from the server', () => {
  const [company, ada, ben] = two()
  ben.disconnect()
  write(ben, 'a-1', 'Surely: ')
  takeOut(ben, 'a-1', 'of a')
  const text = blockOf(ben.doc, 'a-1')?.get(0)
  if (text instanceof Y.XmlText) text.format(0, 6, { strong: {} })
  split(ben, 'a-1', 7, 'new')
  moveFaqEntry(ada.doc, 'a', { part: 'i' })
  write(ada, 'a-1', 'Ada. ')
  company.settle()
  company.compact()
  company.restart()
  company.settle()
  expectOne(company)
  expect(answerOf(company.server, 'a')).toBe('Ada. Surely:\n This .\n')
  expect(JSON.stringify(read(company.server))).toContain('"marks":[{"type":"strong"}],"text":"Surely"')
})

/** A new paragraph at a place in another, as the editor writes it. */
function split({ doc: live }: Person, id: string, at: number, newId: string): void {
  const block = blockOf(live, id)
  const text = block?.get(0)
  const parent = block?.parent
  if (!block || !(text instanceof Y.XmlText) || !(parent instanceof Y.XmlElement)) return
  live.transact(() => {
    const rest = plain(text).slice(at)
    text.delete(at, rest.length)
    const made = new Y.XmlElement('paragraph')
    made.setAttribute('id', newId)
    made.insert(0, [new Y.XmlText(rest)])
    parent.insert(parent.toArray().indexOf(block) + 1, [made])
  })
}

test('N1: an entry that two people move at once stands where it was moved to first, with the words of both', () => {
  const [company, ada, ben] = two()
  moveFaqEntry(ada.doc, 'b', { part: 'i' })
  write(ada, 'b-1', 'Ada. ')
  ben.disconnect()
  write(ben, 'b-1', 'Ben before. ')
  takeOut(ben, 'b-1', 'This ')
  moveFaqEntry(ben.doc, 'b', { part: 'e', before: 'a' })
  write(ben, 'b-2', 'Ben after.')
  company.settle()
  expectOne(company)
  expect(order(company.server)).toEqual(['a', 'c', 'd', 'b'])
  expect(answerOf(company.server, 'b')).toBe('Ada. Ben before. of b.\nBen after.')
})

const order = (live: Y.Doc) => faqEntries(read(live)).map(({ id }) => id)

type Step =
  | { act: 'write'; who: number; entry: number; block: number; at: number }
  | { act: 'take-out'; who: number; word: number }
  | { act: 'move'; who: number; entry: number; before: number; toFirst: boolean }
  | { act: 'deliver' | 'hear' | 'leave' | 'come-back'; who: number }
  | { act: 'restart' | 'compact' }

const who = fc.nat({ max: 2 })
const anEntry = fc.nat({ max: 3 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('write' as const),
      who,
      entry: anEntry,
      block: fc.nat({ max: 2 }),
      at: fc.nat({ max: 40 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('take-out' as const), who, word: fc.nat({ max: 20 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('move' as const),
      who,
      entry: anEntry,
      before: fc.nat({ max: 4 }),
      toFirst: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: fc.record({ act: fc.constantFrom('deliver' as const, 'hear' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('leave' as const, 'come-back' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('restart' as const, 'compact' as const) }) },
)

/** What was written and not taken out again by whoever wrote it. */
class Script {
  readonly words: { word: string; who: number; block: string }[] = []
  moves = 0
  #count = 0
  readonly #company: Company

  constructor(company: Company) {
    this.#company = company
  }

  do(step: Step): void {
    if (!('who' in step)) {
      this.#company[step.act]()
      return
    }
    const person = this.#company.people[step.who]
    if (!person) throw new Error('fewer people than that')
    if (step.act === 'write') this.#write(person, step)
    else if (step.act === 'take-out') this.#takeOut(person, step)
    else if (step.act === 'move') this.#move(person, step)
    else if (step.act === 'deliver') person.deliver()
    else if (step.act === 'hear') person.hear()
    else if (step.act === 'leave') person.disconnect()
    else person.connect()
  }

  #write(person: Person, { who, entry: at, block: of, at: wanted }: Extract<Step, { act: 'write' }>): void {
    const block = `${entries[at]}-${['q', '1', '2'][of]}`
    const word = `<${who}${++this.#count}>`
    const text = blockOf(person.doc, block)?.get(0)
    // beside another word and not inside it
    const inside = [...(text instanceof Y.XmlText ? plain(text) : '').matchAll(/<\d+>/g)].find(
      ({ index, 0: { length } }) => index < wanted && wanted < index + length,
    )
    write(person, block, word, inside ? inside.index : wanted)
    this.words.push({ word, who, block })
  }

  #takeOut(person: Person, { who, word }: Extract<Step, { act: 'take-out' }>): void {
    const one = this.words[word]
    if (one?.who === who && takeOut(person, one.block, one.word)) this.words.splice(word, 1)
  }

  #move(person: Person, { entry: at, before, toFirst }: Extract<Step, { act: 'move' }>): void {
    const next = entries[before]
    const place = { part: toFirst ? 'e' : 'i', ...(next === undefined ? {} : { before: next }) }
    if (moveFaqEntry(person.doc, entries[at] ?? '', place)) this.moves += 1
  }
}

test('A1: however people write in entries and move them, no word is lost and none is doubled', () => {
  let moves = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      const company = new Company(faqOf(['a', 'b'], ['c', 'd']), 3)
      const script = new Script(company)
      for (const each of steps) script.do(each)
      company.settle()
      moves += script.moves
      expectOne(company)
      const said = JSON.stringify(read(company.server))
      expect([...said.matchAll(/<\d+>/g)].map(([word]) => word).toSorted()).toEqual(
        script.words.map(({ word }) => word).toSorted(),
      )
      expect(order(company.server).toSorted()).toEqual(entries)
      for (const id of entries)
        for (const block of ['q', '1', '2']) expect(said.split(`"id":"${id}-${block}"`)).toHaveLength(2)
    }),
    { numRuns: 150 },
  )
  expect(moves).toBeGreaterThan(150)
})
