import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { fieldErrors, isGone, isRefusal, refusalOf } from './refusal.ts'

test('A5: a refusal of input names the field and the remedy where the form can find them', () => {
  const error = new ORPCError('invalid-input', {
    status: 400,
    message: 'Something in the request is not right.',
    data: { fields: [{ field: 'email', message: 'The e-mail does not look like name@example.com' }] },
  })
  expect(fieldErrors(error)).toEqual({ email: 'The e-mail does not look like name@example.com' })
  expect(isRefusal(error, 'invalid-input')).toBe(true)
})

test.each([
  ['no connection', new TypeError('Failed to fetch'), 'unreachable'],
  ['a gateway without a server behind it', new ORPCError('BAD_GATEWAY', { status: 502 }), 'unreachable'],
  ['a socket that closed', new Error('Cannot send message, WebSocket is not open.'), 'unreachable'],
  ['a fault of the server', new ORPCError('INTERNAL_SERVER_ERROR', { status: 500 }), 'broken'],
  ['a fault of ours', new Error('undefined is not a function'), 'broken'],
  ['a refusal', new ORPCError('not-found', { status: 404, message: 'There is nothing here.' }), 'refused'],
])('%s is told apart', (_, error, kind) => {
  expect(refusalOf(error).kind).toBe(kind)
})

test('a refusal whose data is not what we know names no field', () => {
  for (const data of [null, 'x', { fields: 'x' }, { fields: [{ field: 1, message: 'm' }] }])
    expect(fieldErrors(new ORPCError('invalid-input', { status: 400, data }))).toEqual({})
})

test.each([
  ['it has come', {}, null, false],
  ['it has come, and nobody answers now', {}, new TypeError('Failed to fetch'), false],
  ['it has come, and is refused now', {}, new ORPCError('not-found', { status: 404 }), true],
  ['it never came', undefined, new TypeError('Failed to fetch'), true],
  ['it is waited for', undefined, null, false],
])(
  'A1, A3: what is on screen stays while nobody answers, and goes with the right to it: %s',
  (_, data, error, gone) => {
    expect(isGone({ data, error })).toBe(gone)
  },
)
