import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { stopPostmaster } from '@foreword/server/db/postmaster'
import pg from 'pg'

/** An app and its database, as processes of ours that may be killed at any moment. */
export type House = {
  origin: string
  collabUrl: string
  /** Straight into the database, past the app and what it remembers. */
  pool: pg.Pool
  appPid(): number
  databasePid(): number
  /** Resolves when the app and its database answer. */
  start(): Promise<void>
  killApp(): Promise<void>
  killDatabase(): Promise<void>
  /** As an administrator ends it: the database with it. */
  endApp(): Promise<void>
  /** Resolves when `/healthz` says so; after a killed database, the app has started it again by itself. */
  healthy(): Promise<void>
  /** Resolves when the database itself answers, whatever the app makes of it. */
  databaseAnswers(): Promise<void>
  /** Ends both and removes the data. */
  stop(): Promise<void>
}

export type HouseOptions = {
  /** The file to run and its arguments. */
  command: readonly string[]
  /** Runs the app through this, such as `taskset -c 0`. */
  through?: readonly string[]
}

export const bareServer = join(import.meta.dirname, 'bare-server.ts')
export const theApp = [join(import.meta.dirname, '../../packages/cli/bin/foreword.mjs'), 'start'] as const

const READY_WITHIN_MS = 30_000
const END_WITHIN_MS = 15_000
const LAST_WORDS = 6_000

export async function openHouse({ command, through = [] }: HouseOptions): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'foreword-house-'))
  const cluster = join(folder, 'postgres')
  const complaints = join(folder, 'complaints.log')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const pool = new pg.Pool({ host: cluster, user: 'foreword', database: 'foreword', max: 2 })
  // the database is killed under it, on purpose
  pool.on('error', () => {})
  let app: ChildProcess | undefined

  const lastWords = () => readFileSync(complaints, 'utf8').slice(-LAST_WORDS)

  async function until(answers: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS
    for (;;) {
      if (await answers()) return
      if (app?.exitCode != null) throw new Error(`the app ended with ${app.exitCode}:\n${lastWords()}`)
      if (Date.now() > deadline) throw new Error(`no answer within ${READY_WITHIN_MS} ms:\n${lastWords()}`)
      await delay(5)
    }
  }

  const healthy = () =>
    until(() =>
      fetch(`${origin}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      ),
    )

  async function endApp(): Promise<void> {
    if (!app || app.exitCode !== null || app.signalCode !== null) return
    const ended = once(app, 'exit')
    app.kill('SIGTERM')
    await Promise.race([ended, delay(END_WITHIN_MS, undefined, { ref: false })])
    app.kill('SIGKILL')
  }

  const databasePid = () => Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)

  return {
    origin,
    collabUrl: `ws://127.0.0.1:${port}/collab`,
    pool,
    healthy,
    databaseAnswers: () =>
      until(() =>
        pool.query('select 1').then(
          () => true,
          () => false,
        ),
      ),
    databasePid,
    appPid: () => app?.pid ?? 0,
    async start() {
      const [program = '', ...args] = [...through, process.execPath, ...command]
      const log = openSync(complaints, 'a')
      app = spawn(program, args, {
        env: {
          ...process.env,
          PORT: String(port),
          HOST: '127.0.0.1',
          FOREWORD_DATA: folder,
          DATABASE_URL: '',
        },
        // a killed database is much complained of; only what an app said before it ended by itself is of interest
        stdio: ['ignore', 'ignore', log],
      })
      closeSync(log)
      await healthy()
    },
    async killApp() {
      if (!app || app.exitCode !== null) throw new Error('there is no app to kill')
      const ended = once(app, 'exit')
      app.kill('SIGKILL')
      await ended
    },
    async killDatabase() {
      const pid = databasePid()
      process.kill(pid, 'SIGKILL')
      // its file stays; the app notices by its broken connection
      while (isRunning(pid)) await delay(1)
    },
    endApp,
    async stop() {
      await pool.end()
      await endApp()
      await stopPostmaster({ folder: cluster })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    // a zombie that nobody reaps is as good as gone
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
