import { linesOf, textOf } from '@foreword/core/initiatives/rich'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { docOf, linesIn } from './schema.ts'

const text = fc
  .array(
    fc.constantFrom(
      'tide',
      ' quay',
      '**boat**',
      '_dark_',
      '[logs](https://a.example)',
      '\n',
      '\n- ',
      '\n1. ',
      '\n2. ',
      '\n7. ',
      '*',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

test('W2: a long answer that is opened and left is the same text, to the letter', () => {
  fc.assert(
    fc.property(text, (value) => {
      const doc = docOf(linesOf(value))
      doc.check()
      expect(textOf(linesIn(doc), value)).toBe(value)
    }),
  )
})

test('W2: what is edited and stored opens again with its words, and is stored so again', () => {
  fc.assert(
    fc.property(text, (value) => {
      const doc = docOf(linesOf(value))
      const stored = textOf(linesIn(doc), '')
      const again = docOf(linesOf(stored))
      expect(again.textContent).toBe(doc.textContent)
      expect(textOf(linesIn(again), '')).toBe(stored)
    }),
  )
})
