import { expect, test } from 'vitest'
import { freshId } from './freshId.ts'

test.each([
  ['Customer success', [], 'customer-success'],
  ['Customer success', ['customer-success'], 'customer-success-2'],
  ['Customer success', ['customer-success', 'customer-success-2'], 'customer-success-3'],
  ['Économie & droit', [], 'economie-droit'],
  ['法務', [], 'item'],
  ['x'.repeat(80), [], 'x'.repeat(34)],
])('%s beside %j gets an id of its own', (label, taken, id) => {
  expect(freshId(label, taken)).toBe(id)
})
