import { expect, test } from 'vitest'
import { beginningOf, tellingWords } from './alike.ts'

test.each([
  ['A text at five: may today’s oysters be sold', ['text', 'five', 'today', 'oysters', 'sold']],
  ['Pay by tax app', ['pay', 'tax', 'app']],
  ['Oysters by bus', ['oysters', 'bus']],
  ['Большая рыба и я', ['большая', 'рыба', 'и', 'я']],
  ['牡蛎 at five', ['牡蛎', 'five']],
  ['  …!  ', []],
  ['word Word WORD words', ['word', 'words']],
])('D1: a headline is known by its telling words: %s', (title, words) => {
  expect(tellingWords(title)).toEqual(words)
})

test('D1: other forms of a word begin with what it begins with', () => {
  for (const [one, other] of [
    ['oysters', 'oyster'],
    ['growers', 'grower'],
    ['harvested', 'harvests'],
    ['fish', 'fishing'],
  ] as const)
    expect(other.startsWith(beginningOf(one)) || one.startsWith(beginningOf(other))).toBe(true)
  expect('harvest'.startsWith(beginningOf('harbour'))).toBe(false)
})
