import { expect, test } from 'vitest'
import { saying } from './saying.ts'

test.each([
  ['saved', true, 'Saved'],
  ['saved', false, 'You read and comment'],
  ['saving', true, 'Saving…'],
  ['not-saved', true, 'Not saved yet'],
  ['offline', true, 'Offline, kept in this browser'],
] as const)('A1: %s is said as “%s”', (status, mayEdit, words) => {
  expect(saying({ status, mayEdit, isJournalled: true }).words).toBe(words)
})

test('A1: without a journal the tab must stay open, and the line says so', () => {
  expect(saying({ status: 'offline', mayEdit: true, isJournalled: false }).words).toBe(
    'Offline, keep this tab open',
  )
})
