import { codeAlphabet } from '@foreword/core/meetings/display-code'
import { expect, test } from 'vitest'
import { codeSpoken, codeTyped, sizeOf } from './words.ts'

test.each([
  ['k7mq 3f9p', 'K7MQ3F9P'],
  ['K7MQ-3F9P', 'K7MQ3F9P'],
  ['K7MQ3F9', undefined],
  ['K7MQ3F9O', undefined],
])('R19: %j is the code %j', (typed, code) => {
  expect(codeTyped(typed, codeAlphabet)).toBe(code)
})

test('R19: a code is read in two halves, and a long question stands smaller than a short one', () => {
  expect(codeSpoken('K7MQ3F9P')).toBe('K7MQ 3F9P')
  expect([20, 150, 300, 900].map((length) => sizeOf('x'.repeat(length)))).toEqual([
    'large',
    'middle',
    'small',
    'smallest',
  ])
})
