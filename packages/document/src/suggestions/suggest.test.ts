import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonical } from '../canonical.ts'
import type { DocumentJson } from '../json.ts'
import { plainJson } from '../plain-json.ts'
import { schema } from '../schema.ts'
import { countingIds } from '../testing.ts'
import { documentFromYDoc } from '../yjs.ts'
import { replaceContent, yDocFrom } from '../yjs-write.ts'
import { type Act, edited, someAct, someDocument } from './arbitrary.fixture.ts'
import { withSuggestions } from './resolve.ts'
import type { Stamp } from './stamp.ts'
import { suggested } from './suggest.ts'

const mia = { id: 's1', by: 'mia', at: '2030-01-01T09:00:00.000Z' }
const noor = { id: 's2', by: 'noor', at: '2030-01-01T10:00:00.000Z' }

const node = (document: DocumentJson) => Node.fromJSON(schema, document)

function propose(before: DocumentJson, after: DocumentJson, stamp = mia): DocumentJson {
  const { document } = suggested(node(before), node(after), stamp)
  document.check()
  return plainJson(document)
}

test('any change, suggested: rejected it never was, accepted it is the change itself', () => {
  fc.assert(
    fc.property(someDocument, someDocument, (one, two) => {
      const before = canonical(one)
      const after = canonical(two)
      const open = propose(before, after)
      expect(withSuggestions(open, 'reject')).toEqual(before)
      expect(withSuggestions(open, 'accept')).toEqual(after)
    }),
    { numRuns: 200 },
  )
})

test('what two people do in turns, each on what the other proposed: any verdict keeps what it should', () => {
  fc.assert(
    fc.property(someDocument, fc.array(someAct, { minLength: 1, maxLength: 6 }), (start, acts) => {
      const newId = countingIds('new')
      const before = canonical(start)
      let open = before
      for (const [at, act] of acts.entries()) {
        const stamp = { ...(at % 2 ? noor : mia), id: `s${at}` }
        const direct = edited(node(open), act, newId)
        const proposed = suggested(node(open), direct, stamp).document
        proposed.check()
        const [ours, theirs] = [proposed, direct].map((one) => withSuggestions(plainJson(one), 'accept'))
        expect(wordsIn(ours)).toEqual(wordsIn(theirs))
        // words joined to what is to be deleted take their block from the one or the other beside it
        if (!JSON.stringify(open).includes('"deleted":{'))
          expect(withoutIds(ours)).toEqual(withoutIds(theirs))
        expect(withSuggestions(plainJson(proposed), 'reject')).toEqual(before)
        open = plainJson(proposed)
      }
    }),
    { numRuns: 150 },
  )
})

test('two people suggest at once in two browsers: merged, the draft is valid, and rejecting all loses no word', () => {
  fc.assert(
    fc.property(someDocument, someAct, someAct, (start, his, hers) => {
      const before = canonical(start)
      const one = yDocFrom(before)
      const two = new Y.Doc()
      Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
      const write = (doc: Y.Doc, act: Act, stamp: Stamp, prefix: string) => {
        const now = node(documentFromYDoc(doc, countingIds(`${prefix}-fill`)))
        const direct = edited(now, act, countingIds(prefix))
        replaceContent(doc, plainJson(suggested(now, direct, stamp).document))
      }
      write(one, his, mia, 'mia')
      write(two, hers, noor, 'noor')
      Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
      Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
      const [here, there] = [one, two].map((doc) => documentFromYDoc(doc, countingIds('fill')))
      expect(here).toEqual(there)
      if (here === undefined) throw new Error('no document')
      for (const verdict of ['accept', 'reject'] as const) node(withSuggestions(here, verdict)).check()
      const kept = lettersIn(withSuggestions(here, 'reject'))
      for (const [letter, count] of lettersIn(before))
        expect(kept.get(letter) ?? 0).toBeGreaterThanOrEqual(count)
    }),
    { numRuns: 150 },
  )
})

/** The words in their order, each with how it is set. */
function wordsIn(document: DocumentJson | undefined): string[] {
  const words: string[] = []
  if (document)
    node(document).descendants((one) => {
      const marks = one.marks.map(({ type }) => type.name).join()
      if (one.isText) for (const letter of one.text ?? '') words.push(letter + marks)
      else if (one.isInline) words.push(one.type.name)
    })
  return words
}

function lettersIn(document: DocumentJson): Map<string, number> {
  const letters = new Map<string, number>()
  for (const letter of node(document).textContent) letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}

function withoutIds(document: DocumentJson | undefined): unknown {
  return JSON.parse(JSON.stringify(document, (key, value) => (key === 'id' ? undefined : value)))
}
