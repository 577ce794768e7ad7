import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { readEnv } from './env.ts'

describe('the environment', () => {
  test('has a default for everything, and listens on this computer only', () => {
    expect(readEnv({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: resolve('data'),
      databaseUrl: undefined,
      redisUrl: undefined,
      publicUrl: undefined,
      smtpUrl: undefined,
      assetsUrl: undefined,
    })
  })

  test('takes an empty variable as not set', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined })
  })

  test('cuts the slash at the end of PUBLIC_URL', () => {
    expect(readEnv({ PUBLIC_URL: 'https://foreword.example.com/' }).publicUrl).toBe(
      'https://foreword.example.com',
    )
  })

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://localhost/foreword'],
    ['DATABASE_URL', 'localhost'],
    ['REDIS_URL', 'http://localhost'],
    ['PUBLIC_URL', 'foreword.example.com'],
    ['PUBLIC_URL', 'https://example.com/foreword'],
    ['SMTP_URL', 'mail.example.com'],
    ['ASSETS_URL', 's3://bucket'],
    ['ASSETS_URL', 'https://s3.example.com/bucket'],
    ['ASSETS_URL', 'https://key:secret@s3.example.com/'],
  ])('A5: %s=%s is refused by name, with an example that would work', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(CannotStart)
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} .*${name}=`))
  })

  test('A5: names every wrong variable at once', () => {
    expect(() => readEnv({ PORT: 'x', SMTP_URL: 'y' })).toThrow(/PORT is.*\nSMTP_URL is/)
  })

  test('never repeats an address, which may carry a password', () => {
    expect(() => readEnv({ DATABASE_URL: 'mysql://me:secret@host/x' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    )
  })
})
