import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { type DestinationStream, pino } from 'pino'
import { createApp } from './app.ts'
import { CannotStart } from './cannot-start.ts'
import { openDatabase } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import type { Env } from './env.ts'
import { loggable } from './http/loggable.ts'
import { isLoopback } from './http/security.ts'
import type { Services } from './http/services.ts'
import { newShortCode } from './http/short-code.ts'
import { openSocketDoor } from './http/sockets.ts'
import { channels, spread } from './live/channels.ts'
import { joinNodes } from './live/nodes.ts'
import { mailingOf } from './mail/smtp.ts'
import { startOutbox } from './outbox/outbox.ts'
import { createIdentity } from './people/identity.ts'
import { instanceSecret, theWorkspace } from './people/store.ts'

/** Where it is said whose rights have changed. */
const RIGHTS = 'rights'
const CLOSED_WITHIN_MS = 2_000
const builtWeb = fileURLToPath(new URL('../../web/dist', import.meta.url))

export interface RunningServer {
  /** `http://127.0.0.1:3000`, with the port that was really given. */
  url: string
  /** What the first visit asks for beyond loopback; null when it asks for nothing. */
  setupCode: string | null
  close(): Promise<void>
}

export interface StartOptions {
  tell?: (line: string) => void
  now?: () => Date
  /** The built web app; a folder that is not there serves the API alone. */
  webFolder?: string
  /** Where the log goes in place of standard error; then all of it, to the least of its lines. */
  logTo?: DestinationStream
}

/** Opens the database, starts everything on one port, and says where. Throws `CannotStart` with a remedy. */
export async function startServer(env: Env, options: StartOptions = {}): Promise<RunningServer> {
  const tell = options.tell ?? ((line: string) => console.error(line))
  const level = process.env.NODE_ENV === 'test' ? 'silent' : 'warn'
  const serializers = { error: loggable }
  const log = options.logTo
    ? pino({ level: 'trace', serializers }, options.logTo)
    : pino({ level, serializers }, pino.destination(2))
  const database = await openDatabase(env, { tell })
  try {
    await migrate(database.pool)
    const { db } = database
    const secret = await instanceSecret(db, 'session', () => randomBytes(32).toString('base64url'))
    const identity = createIdentity(db, {
      secret,
      secureCookies: env.publicUrl?.startsWith('https:') ?? false,
    })
    const outbox = startOutbox(db, deliver, (error) => log.error({ error }, 'news could not be delivered'))
    const mailing = mailingOf(env)
    if (env.smtpUrl && !mailing)
      tell(
        'SMTP_URL is set and PUBLIC_URL is not: no mail is sent, for a letter could not say where Foreword is.',
      )
    const services: Services = { env, db, outbox, mailing, log, now: options.now ?? (() => new Date()) }
    const setupCode = !isLoopback(env) && (await theWorkspace(db)) === null ? newShortCode() : null
    const webFolder = options.webFolder ?? builtWeb
    const house = createApp({
      services,
      identity,
      pool: database.pool,
      healthy: () => database.ping(),
      setupCode,
      webFolder: existsSync(webFolder) ? webFolder : undefined,
    })

    const server = createServer(getRequestListener(house.app.fetch))
    const door = openSocketDoor(server, {
      env,
      viewerOf: house.viewerOf,
      paths: house.socketPaths,
      elsewhere: house.handleUpgrade,
    })
    await house.begin()
    await listen(server, env)

    async function deliver(event: Parameters<Parameters<typeof startOutbox>[1]>[0]) {
      if (event.type === 'person.left' || event.type === 'permission.changed') {
        door.closeSocketsOf(event.personId)
        spread(RIGHTS, event.personId)
      }
      await house.react(event)
    }

    const nodes =
      env.databaseUrl === undefined
        ? null
        : joinNodes(database.pool, (error) => log.error({ error }, 'news of other processes may be missed'))
    // A3 in every process, not only in the one that was told first
    const stopHearing = channels.onArrival((topic, message) => {
      if (topic !== RIGHTS) return
      door.closeSocketsOf(String(message))
      house.rightsChanged(String(message)).catch((error) => log.error({ error }, 'rights could not be asked'))
    })
    void outbox.kick()
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : env.port
    const host = env.host.includes(':') ? `[${env.host}]` : env.host
    return {
      url: env.publicUrl ?? `http://${host}:${port}`,
      setupCode,
      async close() {
        door.close()
        stopHearing()
        await nodes?.close()
        const told = outbox.stop()
        const closed = new Promise((resolve) => server.close(resolve))
        server.closeAllConnections()
        await house.close()
        // a browser that does not answer the closing of its socket is not waited for
        await withinTime(closed)
        // nor is news whose telling waits for a database that does not answer: it is told after the next start
        await withinTime(told)
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

function withinTime(ending: Promise<unknown>) {
  return Promise.race([ending, delay(CLOSED_WITHIN_MS, undefined, { ref: false })])
}

function listen(server: ReturnType<typeof createServer>, env: Env) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new CannotStart(
            `Port ${env.port} is taken by another program. Choose another, such as PORT=3001 npm start.`,
          ),
        )
      else if (error.code === 'EACCES')
        reject(
          new CannotStart(`This user may not listen on port ${env.port}. Choose one above 1023: PORT=3000.`),
        )
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(
          new CannotStart(
            `HOST is ${env.host}, which is not an address of this computer. Try HOST=127.0.0.1.`,
          ),
        )
      else reject(error)
    })
    server.listen(env.port, env.host, resolve)
  })
}
