import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMissing } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
/** Any number that only we use: of several apps that start on one server, one migrates and the rest wait. */
const MIGRATION_LOCK = 7_047_305_229
const NO_SUCH_TABLE = '42P01'

/** Brings the tables to the state this version needs. One query when there is nothing to do. */
export async function migrate(pool: pg.Pool, folder = migrationsFolder) {
  const known = readMigrationFiles({ migrationsFolder: folder })
  if (isComplete(known, await applied(pool))) return
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    // another app may have migrated while this one waited
    if (!isComplete(known, await applied(client))) {
      await applyMissing(drizzle({ client }), { migrationsFolder: folder })
    }
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    client.release()
  } catch (error) {
    // closing the connection also frees the lock
    client.release(true)
    throw withoutExtension(error) ?? error
  }
}

/** The one thing our tables stand on that a server may lack. */
function withoutExtension(error: unknown): CannotStart | undefined {
  const { cause = error } = error instanceof Error ? error : {}
  if (!(cause instanceof pg.DatabaseError) || !cause.message.includes('pg_trgm')) return undefined
  return new CannotStart(
    `The database needs the extension pg_trgm (${cause.message}). It comes with PostgreSQL’s own contrib package: install that on the server, or let an administrator of it run "create extension pg_trgm" in this database.`,
  )
}

type Migration = { hash: string; folderMillis: number }

/** Whether every known migration is applied; throws when the database holds any that we do not know. */
function isComplete(known: Migration[], applied: Migration[]) {
  const hashes = new Map(known.map((migration) => [migration.folderMillis, migration.hash]))
  for (const { folderMillis, hash } of applied) {
    if (hashes.get(folderMillis) === hash) continue
    throw new CannotStart(
      hashes.has(folderMillis)
        ? 'The tables in this database were made by an unreleased Foreword, whose tables have changed since. Set FOREWORD_DATA (or DATABASE_URL) to an empty one.'
        : 'This database was migrated by a newer Foreword. Start that version, or restore a backup made with this one.',
    )
  }
  return applied.length === known.length
}

async function applied(queries: pg.Pool | pg.PoolClient): Promise<Migration[]> {
  try {
    const { rows } = await queries.query(
      'select hash, created_at::float8 as "folderMillis" from drizzle.__drizzle_migrations order by created_at',
    )
    return rows
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_TABLE) return []
    throw error
  }
}
