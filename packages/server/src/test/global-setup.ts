import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { stopPostmaster } from '../db/postmaster.ts'
import { databaseUrl } from './database-url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that holds the tests' databases, and the migrated one they are copied from. */
    testServer: { url: string; template: string }
  }
}

const FOLDER = 'foreword-test-'

/**
 * One PostgreSQL for a whole test run: our own, or the one TEST_DATABASE_URL names (its user must be
 * allowed to create databases). What a test needs is there, so a missing server is an error, not a skip.
 */
export default async function setUp(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
    ? givenServer(process.env.TEST_DATABASE_URL)
    : await ownServer()
  const template = `foreword_test_${randomBytes(6).toString('hex')}`
  await onServer(server.url, `create database ${template}`)
  const pool = new pg.Pool({ connectionString: databaseUrl(server.url, template) })
  await migrate(pool)
  await pool.end()
  project.provide('testServer', { url: server.url, template })

  return async () => {
    await dropAll(server.url, template)
    await server.close()
  }
}

type Server = { url: string; close(): Promise<void> }

function givenServer(url: string): Server {
  return { url, close: async () => {} }
}

async function ownServer(): Promise<Server> {
  await removeLeftBehind()
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`))
  const embedded = await openEmbedded(folder, {
    tell: () => {},
    onLost: (reason) => {
      throw reason
    },
    // nothing here has to outlive a power cut; everything else is as in use
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const { host, user, database } = embedded.connection
  return {
    url: `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
    async close() {
      await embedded.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// a test run that was killed leaves its server running
async function removeLeftBehind() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^foreword-test-(\d+)-/.exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    const folder = join(tmpdir(), name)
    await stopPostmaster({ folder: join(folder, 'postgres') })
    rmSync(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // another user's run is alive, though we may not signal it
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function dropAll(url: string, template: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
    template,
  ])
  for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`)
  await client.end()
}

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
