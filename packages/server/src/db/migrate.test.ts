import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { CannotStart } from '../cannot-start.ts'
import { freshDatabase } from '../test/database.ts'
import { migrate } from './migrate.ts'

const database = await freshDatabase()
afterAll(database.close)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreword-migrations-'))
  cpSync(join(import.meta.dirname, '../../migrations'), folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a migrated database is left as it is', async () => {
  await migrate(database.pool)
  const { rows } = await database.pool.query(
    'select count(*)::int as applied from drizzle.__drizzle_migrations',
  )
  expect(rows).toEqual([{ applied: 1 }])
})

test('several apps that start at once migrate an empty database once', async () => {
  await using empty = disposable(await freshDatabase())
  await empty.pool.query('drop schema drizzle cascade; drop schema public cascade; create schema public')
  await Promise.all([migrate(empty.pool), migrate(empty.pool), migrate(empty.pool)])
  const { rows } = await empty.pool.query('select count(*)::int as applied from drizzle.__drizzle_migrations')
  expect(rows).toEqual([{ applied: 1 }])
})

test('tables of another unreleased version are refused with the remedy', async () => {
  const file = join(folder, '0000_initial.sql')
  writeFileSync(file, `${readFileSync(file, 'utf8')}-- changed\n`)
  await expect(migrate(database.pool, folder)).rejects.toThrow(/unreleased Foreword.*empty one/)
})

test('a server without the extension our indexes stand on is refused with the remedy', async () => {
  await using empty = disposable(await freshDatabase())
  await empty.pool.query('drop schema drizzle cascade; drop schema public cascade; create schema public')
  const without = mkdtempSync(join(tmpdir(), 'foreword-migrations-'))
  onTestFinished(() => rmSync(without, { recursive: true }))
  cpSync(join(import.meta.dirname, '../../migrations'), without, { recursive: true })
  const file = join(without, '0000_initial.sql')
  writeFileSync(file, readFileSync(file, 'utf8').replace('EXISTS pg_trgm', 'EXISTS pg_trgm_absent'))
  await expect(migrate(empty.pool, without)).rejects.toThrow(CannotStart)
  await expect(migrate(empty.pool, without)).rejects.toThrow(/pg_trgm_absent.*contrib/)
})

test('a database of a newer version is refused with the remedy', async () => {
  await using newer = disposable(await freshDatabase())
  await newer.pool.query(
    "insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)",
  )
  await expect(migrate(newer.pool)).rejects.toThrow(/newer Foreword.*restore a backup/)
})

function disposable<T extends { close(): Promise<void> }>(value: T) {
  return { ...value, [Symbol.asyncDispose]: () => value.close() }
}
