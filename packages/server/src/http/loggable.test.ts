import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { loggable } from './loggable.ts'

test('R7: the log of a query that failed has none of its values, but what the database said', () => {
  const said = Object.assign(new Error('canceling statement due to timeout'), { code: '57014' })
  const failed = new DrizzleQueryError('insert into question values ($1)', ['canary-sealed'], said)
  const logged = loggable(failed)
  expect(logged).toMatchObject({ message: 'canceling statement due to timeout', code: '57014' })
  expect(JSON.stringify(logged)).not.toContain('canary-sealed')
  expect(JSON.stringify(loggable(new DrizzleQueryError('select $1', ['canary-sealed'])))).not.toContain(
    'canary-sealed',
  )
})

test('What was thrown is logged even when it is no error', () => {
  expect(loggable('out of paper')).toEqual({ message: 'out of paper' })
})
