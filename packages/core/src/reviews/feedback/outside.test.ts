import { expect, test } from 'vitest'
import { linkEnds, outsider } from './outside.ts'

const askedAt = new Date('2027-03-01T09:00:00.000Z')

test.each([
  ['the day is over everywhere, and the days after it', '2027-03-04', 7, '2027-03-12T12:00:00.000Z'],
  ['no days after it', '2027-03-04', 0, '2027-03-05T12:00:00.000Z'],
  ['never longer than thirty days', '2027-03-28', 30, '2027-03-31T09:00:00.000Z'],
])('F1: a link ends when %s', (_, due, graceDays, ends) => {
  expect(linkEnds({ askedAt, due, graceDays })?.toISOString()).toBe(ends)
})

test('F1: no link lasts until a day that is further off than any link lasts', () => {
  expect(linkEnds({ askedAt, due: '2027-04-20', graceDays: 0 })).toBe(null)
})

test('F1: an address is one address, whatever its letters’ case', () => {
  expect(outsider.parse({ address: 'Gil@Harbour.Example' })).toEqual({
    address: 'gil@harbour.example',
    name: '',
  })
  expect(outsider.safeParse({ address: 'gil at harbour' }).success).toBe(false)
})
