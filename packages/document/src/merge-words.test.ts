import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergedWords, splicesBetween } from './merge-words.ts'

const text = fc
  .array(fc.constantFrom('tide', 'quay', 'boat', ' ', ' ', '\n', '.', ',', 'é', '🦪', ''), { maxLength: 14 })
  .map((parts) => parts.join(''))
/** Words that are in nobody else’s text. */
const own = (whose: string) => fc.nat(99).map((n) => `${whose}${n}`)
const wordsIn = (of: string) => of.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

test('W2: who changed nothing takes what the other wrote, and what both wrote alike stands once', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(mergedWords(base, base, other)).toBe(other)
      expect(mergedWords(base, other, base)).toBe(other)
      expect(mergedWords(base, other, other)).toBe(other)
    }),
  )
})

test('W2: it does not matter whose words came first', () => {
  fc.assert(
    fc.property(text, text, text, (base, one, other) => {
      expect(mergedWords(base, one, other)).toBe(mergedWords(base, other, one))
    }),
  )
})

test('W2: of texts that merge, no word that either added is lost, and none comes from nowhere', () => {
  fc.assert(
    fc.property(text, fc.array(own('m')), fc.array(own('t')), fc.nat(), (base, mine, theirs, where) => {
      const put = (words: string[], at: number) =>
        [base.slice(0, at % (base.length + 1)), ...words, base.slice(at % (base.length + 1))].join(' ')
      const [left, right] = [put(mine, where), put(theirs, where * 7)]
      const merged = mergedWords(base, left, right)
      if (merged === null) return
      for (const word of [...mine, ...theirs]) expect(wordsIn(merged)).toContain(word)
      const known = new Set([...wordsIn(base), ...wordsIn(left), ...wordsIn(right)])
      expect(wordsIn(merged).filter((word) => !known.has(word))).toEqual([])
    }),
  )
})

test('W2: words rewritten in different sentences are rewritten in both', () => {
  const sentence = fc.record({
    left: own('m'),
    right: own('t'),
    who: fc.constantFrom('mine', 'theirs', 'no'),
  })
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
      const say = (as: (at: number) => string) =>
        sentences.map((_, at) => `${as(at)} b${at} c${at}.`).join(' ')
      const by = (...whose: string[]) =>
        say((at) => {
          const { who, left, right } = sentences[at] ?? { who: 'no', left: '', right: '' }
          return whose.includes(who) ? (who === 'mine' ? left : right) : `a${at}`
        })
      expect(mergedWords(by(), by('mine'), by('theirs'))).toBe(by('mine', 'theirs'))
    }),
  )
})

test('W2: what two people do to one text, and what is left to be chosen', () => {
  const rows: [base: string, mine: string, theirs: string, merged: string | null][] = [
    ['', 'Growers', 'Fishers', 'Fishers Growers'],
    ['Growers', 'Growers with boats', 'Growers in Maine', 'Growers in Maine with boats'],
    ['They wait.', 'They often wait.', 'They wait. It is dark.', 'They often wait. It is dark.'],
    ['They wait on the quay.', 'They load on the quay.', 'They wait on the pier.', 'They load on the pier.'],
    ['They wait.', 'They load.', 'They sleep.', null],
    ['They wait in the dark.', 'They load by noon light.', 'They wait long in the dark.', null],
    ['One. Two. Three.', 'One. Three.', 'One. Two. Three. Four.', 'One. Three. Four.'],
    ['One. Two. Three.', 'One.', 'One. Two and a half. Three.', null],
  ]
  for (const [base, mine, theirs, merged] of rows)
    expect(mergedWords(base, mine, theirs), JSON.stringify([base, mine, theirs])).toBe(merged)
})

test('W2: splices make the one text of the other, and touch no character that stays at their ends', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      let made = before
      for (const { start, end, text: put } of splicesBetween(before, after))
        made = made.slice(0, start) + put + made.slice(end)
      expect(made).toBe(after)
    }),
  )
  expect(splicesBetween('They wait on quays', 'They often wait on quay')).toEqual([
    { start: 17, end: 18, text: '' },
    { start: 5, end: 5, text: 'often ' },
  ])
})
