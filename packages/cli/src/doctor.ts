import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { CannotStart } from '@foreword/server/cannot-start'
import { openDatabase } from '@foreword/server/db/database'
import { type Env, readEnv } from '@foreword/server/env'
import { readOptions } from './usage.ts'

const builtWeb = fileURLToPath(new URL('../../web/dist/index.html', import.meta.url))

/** Tries what a start needs, one line each, and ends with 1 when something must be mended. */
export async function doctor(args: string[]) {
  readOptions(args, {})
  console.log(`ok    Node ${process.versions.node}`)
  const env = await examine('The environment', async () => readEnv())
  if (!env) return
  await examine('The web app', webIsBuilt)
  await examine('The port', () => portIsFree(env))
  await examine('The database', () => databaseAnswers(env))
}

async function examine<T>(what: string, attempt: () => Promise<T>): Promise<T | undefined> {
  try {
    const found = await attempt()
    console.log(`ok    ${what}${typeof found === 'string' ? `: ${found}` : ''}`)
    return found
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    console.log(`mend  ${what}: ${error.message}`)
    process.exitCode = 1
    return undefined
  }
}

async function webIsBuilt() {
  if (!existsSync(builtWeb)) throw new CannotStart('It is not built. "npm start" builds it.')
}

async function portIsFree({ port, host }: Env) {
  const server = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (error) =>
    reject(
      new CannotStart(
        `${host}:${port} cannot be listened on (${error.message}). Choose another PORT or HOST.`,
      ),
    ),
  )
  server.listen(port, host, resolve)
  await promise
  server.close()
  return `${host}:${port} is free`
}

async function databaseAnswers(env: Env) {
  const database = await openDatabase(env, { tell: () => {} })
  const { rows } = await database.pool.query("select current_setting('server_version') as version")
  await database.close()
  return `${database.describe} answers (version ${rows[0].version})`
}
