import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'
import { type Cluster, prepareCluster, removeUnfinished, SUPERUSER } from './cluster.ts'
import { type FolderHandle, openFolder } from './folder-handle.ts'
import {
  endOfLog,
  type Postmaster,
  removeStaleLocks,
  type Settings,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.ts'

/** The embedded database, ours alone until `close`. It is started again whenever it stops by itself. */
export type Embedded = {
  connection: { host: string; port: number; user: string; database: string }
  folder: string
  close(): Promise<void>
}

export type EmbeddedOptions = {
  /** Hears what takes long or goes wrong, one line each. */
  tell: (line: string) => void
  /** Another app took the data folder while the database was down: this one must end. */
  onLost: (reason: CannotStart) => void
  settings?: Settings
}

const DATABASE = 'foreword'
/** Any number that only we use: whoever holds it owns the data folder. */
const OWNERSHIP_LOCK = 7_047_305_228
const SPAWN_AGAIN_FOR_MS = 10_000
const KILLED_OWNER_IS_GONE_AFTER_MS = 2_000
/** A start takes some 50 ms and a recovery seconds: asked often at first, then less and less. */
const RETRY_AFTER_MS = { first: 10, growth: 1.2, longest: 200 }
const RECOVER_AGAIN_AFTER_MS = 2_000

export async function openEmbedded(dataFolder: string, options: EmbeddedOptions): Promise<Embedded> {
  const cluster = await prepareCluster(dataFolder, options.tell)
  const handle = openFolder(cluster.folder, cluster.user)
  const connection = { host: handle.socketsForUs, port: 5432, user: SUPERUSER, database: DATABASE }
  const open = () => takeOwnership(cluster, handle, options.settings ?? {}, connection, dataFolder)

  let closed = false
  let owner: pg.Client
  try {
    owner = await open()
  } catch (error) {
    handle.close()
    throw error
  }
  removeUnfinished(dataFolder, new Date())
  watch()

  // its end is the first sign that the database stopped; PostgreSQL ends it within milliseconds
  function watch() {
    owner.once('end', () => void recover())
  }

  async function recover() {
    if (closed) return
    options.tell('The database stopped. Starting it again.')
    while (!closed) {
      try {
        const again = await open()
        if (closed) return await again.end()
        owner = again
        watch()
        options.tell('The database is back.')
        return
      } catch (error) {
        if (error instanceof FolderIsTaken) return options.onLost(error)
        options.tell(error instanceof Error ? error.message : String(error))
        await delay(RECOVER_AGAIN_AFTER_MS)
      }
    }
  }

  return {
    connection,
    folder: cluster.folder,
    async close() {
      if (closed) return
      closed = true
      await stopPostmaster(cluster)
      await owner.end().catch(() => {})
      handle.close()
    },
  }
}

class FolderIsTaken extends CannotStart {}

type Connection = Embedded['connection']

/** A connection that holds the ownership lock, to a server that runs already or is started now. */
async function takeOwnership(
  cluster: Cluster,
  handle: FolderHandle,
  settings: Settings,
  connection: Connection,
  dataFolder: string,
): Promise<pg.Client> {
  const client = await reach(cluster, handle, settings, connection)
  const deadline = Date.now() + KILLED_OWNER_IS_GONE_AFTER_MS
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [OWNERSHIP_LOCK])
    if (rows[0].taken) return client
    if (Date.now() > deadline) break
    await delay(50)
  }
  const { rows } = await client.query(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and granted and (classid::bigint << 32) + objid::bigint = $1`,
    [OWNERSHIP_LOCK],
  )
  await client.end()
  throw new FolderIsTaken(
    `Another Foreword (${rows[0]?.name ?? 'unknown process'}) already runs on the data folder ${dataFolder}. Stop it, or set FOREWORD_DATA to another folder.`,
  )
}

async function reach(
  cluster: Cluster,
  handle: FolderHandle,
  settings: Settings,
  connection: Connection,
): Promise<pg.Client> {
  const deadline = Date.now() + SPAWN_AGAIN_FOR_MS
  let postmaster: Postmaster | undefined
  let retryAfterMs = RETRY_AFTER_MS.first
  for (;;) {
    const attempt = await connect(connection)
    if (attempt.is === 'open') return attempt.client
    if (attempt.is === 'without our database') await createDatabase(connection)
    // a log that takes long to replay is no reason to give up: it answers, and says so
    if (attempt.is === 'nobody listens') {
      if (Date.now() > deadline) {
        throw new CannotStart(
          `The database in ${cluster.folder} does not start. It said:\n${endOfLog(cluster)}`,
        )
      }
      if (postmaster?.hasExited()) {
        // the processes of a killed server can outlive it for a moment, and keep the next one from starting
        removeStaleLocks(cluster)
        postmaster = undefined
        await delay(100)
      }
      postmaster ??= spawnPostmaster(cluster, handle, settings)
    }
    await delay(retryAfterMs)
    retryAfterMs = Math.min(retryAfterMs * RETRY_AFTER_MS.growth, RETRY_AFTER_MS.longest)
  }
}

type Attempt =
  | { is: 'open'; client: pg.Client }
  | { is: 'nobody listens' }
  | { is: 'not ready' }
  | { is: 'without our database' }

async function connect(connection: Connection): Promise<Attempt> {
  const client = new pg.Client({ ...connection, application_name: `process ${process.pid}` })
  // what breaks an open connection also ends it, and its end is what we watch
  client.on('error', () => {})
  try {
    await client.connect()
    return { is: 'open', client }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return { is: 'nobody listens' }
    if (code === '3D000') return { is: 'without our database' }
    // starting, stopping, or cut off by its end
    if (
      code === '57P03' ||
      code === '57P01' ||
      code === 'ECONNRESET' ||
      code === 'EPIPE' ||
      code === undefined
    ) {
      return { is: 'not ready' }
    }
    throw error
  }
}

async function createDatabase(connection: Connection) {
  const attempt = await connect({ ...connection, database: 'postgres' })
  if (attempt.is !== 'open') return
  try {
    await attempt.client.query(`create database ${DATABASE}`)
  } catch (error) {
    // two first starts at once: either may have made it
    if (!(error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505')))
      throw error
  } finally {
    await attempt.client.end()
  }
}
