import { setTimeout as delay } from 'node:timers/promises'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'
import type { Env } from '../env.ts'
import { openEmbedded } from './embedded.ts'
import { PreparingClient } from './prepared.ts'

export type Database = NodePgDatabase<Record<string, never>>
/** What a store works on: everything an action does stands in one transaction. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

export type OpenDatabase = {
  db: Database
  pool: pg.Pool
  /** Where the data is, for people: never a password. */
  describe: string
  /** Whether the database answers now, decided within two seconds. */
  ping(): Promise<boolean>
  /** Ends every connection, and the embedded server with them. */
  close(): Promise<void>
}

export type DatabaseOptions = {
  /** Hears what takes long or goes wrong, one line each. */
  tell?: (line: string) => void
  /** See EmbeddedOptions. By default the process ends: two apps on one data folder would be worse. */
  onLost?: (reason: CannotStart) => void
}

const OLDEST_VERSION = 15
const CONNECTIONS = 10
const ANSWERS_WITHIN_MS = 2_000
const END_WITHIN_MS = 5_000

export async function openDatabase(
  env: Pick<Env, 'databaseUrl' | 'dataFolder'>,
  options: DatabaseOptions = {},
): Promise<OpenDatabase> {
  return env.databaseUrl === undefined ? openOwn(env.dataFolder, options) : openServer(env.databaseUrl)
}

async function openOwn(dataFolder: string, options: DatabaseOptions): Promise<OpenDatabase> {
  const tell = options.tell ?? ((line: string) => console.error(line))
  const onLost = options.onLost ?? endProcess
  const embedded = await openEmbedded(dataFolder, { tell, onLost })
  const pool = openPool(embedded.connection)
  return {
    ...around(pool),
    describe: `embedded PostgreSQL in ${dataFolder}`,
    async close() {
      await end(pool)
      await embedded.close()
    },
  }
}

async function openServer(url: string): Promise<OpenDatabase> {
  const pool = openPool({ connectionString: url })
  try {
    const version = await requireUsable(pool)
    return {
      ...around(pool),
      describe: `PostgreSQL ${version} at ${new URL(url).host}`,
      close: () => end(pool),
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

async function requireUsable(pool: pg.Pool) {
  const { rows } = await pool
    .query(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
              current_setting('server_encoding') as encoding`,
    )
    .catch((error: Error) => {
      throw new CannotStart(
        `The server that DATABASE_URL names does not let us in (${error.message || ('code' in error && error.code)}). See that it runs and that address, user, password and database are right; without DATABASE_URL Foreword runs its own database.`,
      )
    })
  const { version, major, encoding } = rows[0]
  if (major < OLDEST_VERSION) {
    throw new CannotStart(
      `DATABASE_URL names PostgreSQL ${version}, and Foreword needs ${OLDEST_VERSION} or newer. Upgrade that server, or leave DATABASE_URL out and Foreword runs its own database.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new CannotStart(
      `The database that DATABASE_URL names is encoded in ${encoding}, which cannot hold every character. Create one with: create database foreword encoding 'UTF8' template template0.`,
    )
  }
  return version
}

/** Also how long is waited for a connection that is free, when many ask at once. */
const CONNECTION_TIMEOUT_MS = 15_000

function openPool(config: pg.PoolConfig) {
  const pool = new pg.Pool({
    Client: PreparingClient,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    ...config,
  })
  // an idle connection that breaks is replaced at the next query; unheard, the event would end the process
  pool.on('error', () => {})
  // nor may one that breaks between two statements of a transaction: the next statement fails, and that is heard
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

// a query that never ends must not keep the app from ending
async function end(pool: pg.Pool) {
  if (pool.ending) return
  await Promise.race([pool.end(), delay(END_WITHIN_MS, undefined, { ref: false })])
}

function around(pool: pg.Pool) {
  const db: Database = drizzle({ client: pool })
  db.transaction = transactionOn(pool)
  const answer = () =>
    pool.query('select 1').then(
      () => true,
      () => false,
    )
  const ping = async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const timer = setTimeout(resolve, ANSWERS_WITHIN_MS, false)
    answer().then(resolve)
    return promise.finally(() => clearTimeout(timer))
  }
  return { db, pool, ping }
}

/**
 * drizzle's own keeps a connection for good whose `begin` has failed: as many of these as there are connections, after
 * the database was away for a moment, and nothing is answered any more.
 */
function transactionOn(pool: pg.Pool): Database['transaction'] {
  const on = new WeakMap<pg.PoolClient, Database>()
  return async (act, config) => {
    const client = await pool.connect()
    try {
      const db = on.get(client) ?? drizzle({ client })
      on.set(client, db)
      return await db.transaction(act, config)
    } finally {
      client.release()
    }
  }
}

function endProcess(reason: CannotStart) {
  console.error(reason.message)
  process.exit(1)
}
