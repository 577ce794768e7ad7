import { resolve } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** What the environment says. This file alone reads it; OPERATIONS documents each variable. */
export type Env = {
  /** 0 lets the system choose a free port. */
  port: number
  host: string
  /** Absolute. Holds the embedded database and its log. */
  dataFolder: string
  databaseUrl: string | undefined
  redisUrl: string | undefined
  /** Where people reach Foreword, without a slash at the end: `https://foreword.example.com`. */
  publicUrl: string | undefined
  smtpUrl: string | undefined
  /** An S3-compatible bucket for pictures, with its key: `https://KEY:SECRET@host/bucket?region=…`. Else the database. */
  assetsUrl: string | undefined
}

type Variables = Record<string, string | undefined>

/** Every wrong variable is named at once, so that they can be mended at once. */
export function readEnv(variables: Variables = process.env): Env {
  const problems: string[] = []
  const value = (name: string) => variables[name]?.trim() || undefined

  function port() {
    const text = value('PORT') ?? '3000'
    if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
    problems.push(
      `PORT is "${text}", which is not a port. Give a whole number from 0 to 65535, such as PORT=3000.`,
    )
    return 0
  }

  function host() {
    const text = value('HOST') ?? '127.0.0.1'
    if (!/[\s/]/.test(text)) return text
    problems.push(
      `HOST is "${text}", which is not an address to listen on. Give one such as HOST=127.0.0.1, or HOST=0.0.0.0 for every network.`,
    )
    return text
  }

  function url(name: string, protocols: readonly string[], example: string) {
    const text = value(name)
    if (text === undefined) return undefined
    const parsed = URL.parse(text)
    if (parsed && protocols.includes(parsed.protocol)) return text
    // the value itself is not repeated: these addresses carry passwords, and this ends in logs
    problems.push(
      `${name} is not an address that starts with ${words(protocols)}. Give one such as ${example}.`,
    )
    return undefined
  }

  function publicUrl() {
    const text = url('PUBLIC_URL', ['http:', 'https:'], 'PUBLIC_URL=https://foreword.example.com')
    if (text === undefined) return undefined
    const { origin, pathname, search, hash } = new URL(text)
    if (pathname === '/' && search === '' && hash === '') return origin
    problems.push(
      `PUBLIC_URL has something after its host. Foreword stands at the root of its address: PUBLIC_URL=${origin}.`,
    )
    return undefined
  }

  function assetsUrl() {
    const example = 'ASSETS_URL=https://KEY:SECRET@s3.eu-central-1.amazonaws.com/bucket?region=eu-central-1'
    const text = url('ASSETS_URL', ['https:', 'http:'], example)
    if (text === undefined) return undefined
    const { username, password, pathname } = new URL(text)
    if (username !== '' && password !== '' && /^\/[^/]/.test(pathname)) return text
    problems.push(`ASSETS_URL lacks its key, its secret or its bucket. Give one such as ${example}.`)
    return undefined
  }

  const env: Env = {
    port: port(),
    host: host(),
    dataFolder: resolve(value('FOREWORD_DATA') ?? './data'),
    databaseUrl: url(
      'DATABASE_URL',
      ['postgres:', 'postgresql:'],
      'DATABASE_URL=postgresql://user:password@host:5432/foreword',
    ),
    redisUrl: url('REDIS_URL', ['redis:', 'rediss:'], 'REDIS_URL=redis://host:6379'),
    publicUrl: publicUrl(),
    smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:'], 'SMTP_URL=smtp://user:password@host:587'),
    assetsUrl: assetsUrl(),
  }
  if (problems.length > 0) throw new CannotStart(problems.join('\n'))
  return env
}

function words(protocols: readonly string[]) {
  return protocols.map((protocol) => `${protocol}//`).join(' or ')
}
