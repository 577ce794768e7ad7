import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesFrom, originsFrom, packedLines, packedOrigins } from './packed.ts'

const block = fc.uuid()
const place = fc.nat(100_000)

test('N6: lines come back from their bytes as they were', () => {
  const lines = fc.array(fc.record({ line: place, page: place, block, from: place, to: place }))
  fc.assert(
    fc.property(lines, (given) => {
      expect(linesFrom(packedLines(given))).toEqual(given)
    }),
  )
})

test('N6: origins come back from their bytes as they were', () => {
  const run = fc.tuple(fc.nat(2 ** 32 - 1), fc.nat(2 ** 32), fc.integer({ min: 1, max: 5000 }))
  const origins = fc.dictionary(block, fc.array(run, { maxLength: 30 }))
  fc.assert(
    fc.property(origins, (given) => {
      expect(originsFrom(packedOrigins(given))).toEqual({ ...given })
    }),
  )
})

test('a stretch typed on without a pause takes three bytes, however long its ids are', () => {
  const runs = Array.from({ length: 100 }, (_, at): [number, number, number] => [4_000_000_000, at * 9, 9])
  const { byteLength } = packedOrigins({ a: runs })
  expect(byteLength).toBeLessThan(100 * 3 + 20)
})
