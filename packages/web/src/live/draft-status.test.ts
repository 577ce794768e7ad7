import { expect, test } from 'vitest'
import { draftStatus } from './draft-status.ts'

const open = { isConnected: true, unacknowledged: 0, unacknowledgedForMs: 0, refusal: null }

test.each([
  ['saved', open],
  ['saving', { ...open, unacknowledged: 1, unacknowledgedForMs: 20 }],
  ['not-saved', { ...open, unacknowledged: 1, unacknowledgedForMs: 3_000 }],
  ['offline', { ...open, isConnected: false }],
  ['offline', { ...open, isConnected: false, unacknowledged: 4, unacknowledgedForMs: 9_000 }],
  ['behind', { ...open, refusal: 'schema-behind' }],
  ['behind', { ...open, isConnected: false, refusal: 'server-behind' }],
  ['refused', { ...open, refusal: 'not-found' }],
] as const)('A1: the status line says %s', (status, connection) => {
  expect(draftStatus(connection)).toBe(status)
})
