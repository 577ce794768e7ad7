import { expect, test } from 'vitest'
import { amountWords, minorUnits, moneyOf } from './money.ts'

test.each([
  ['18,000', 'USD', 1_800_000],
  ['18.000', 'EUR', 1_800_000],
  ['18 000', 'EUR', 1_800_000],
  ['18’000', 'CHF', 1_800_000],
  ['$18000', 'USD', 1_800_000],
  ['18.5', 'USD', 1850],
  ['18,50', 'EUR', 1850],
  ['1,234.56', 'USD', 123_456],
  ['1.234,56', 'EUR', 123_456],
  ['1,234,567', 'USD', 123_456_700],
  ['0', 'USD', 0],
  ['18,000', 'JPY', 18_000],
  ['18.5', 'JPY', null],
  ['1.234', 'USD', 123_400],
  ['1.2345', 'USD', null],
  ['1,2,3', 'USD', null],
  ['1,234,56', 'USD', null],
  ['-1', 'USD', null],
  ['some', 'USD', null],
  ['', 'USD', null],
  ['99999999999999999', 'USD', null],
])('D1: %s %s is %s minor units', (text, currency, minor) => {
  expect(minorUnits(text, currency)).toBe(minor)
})

test.each([
  ['18000', 'USD', '18,000'],
  ['18,5', 'EUR', '18.50'],
  ['some', 'USD', 'some'],
])('D1: %s in %s is shown back as %s', (text, currency, words) => {
  expect(amountWords(text, currency)).toBe(words)
})

test('D1: nothing typed asks for no money, and what is no amount is told from it', () => {
  expect([moneyOf(' ', 'USD'), moneyOf('x', 'USD'), moneyOf('5', 'USD')]).toEqual([
    null,
    undefined,
    { minor: 500, currency: 'USD' },
  ])
})
