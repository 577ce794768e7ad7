import { mkdirSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { CannotStart } from '../cannot-start.ts'
import {
  isRoot,
  kill,
  listeningSockets,
  openHere,
  postmasterPid,
  startApp,
  temporaryFolder,
  until,
} from './embedded.fixture.ts'

// making a database takes a second, and many on a busy disk
vi.setConfig({ testTimeout: 60_000 })

describe('one app on one data folder', () => {
  test('makes the database at the first start, durable and off the network', async () => {
    const folder = temporaryFolder()
    const database = await openHere(folder)
    const { rows } = await database.pool.query(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
              current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding`,
    )
    expect(rows).toEqual([{ fsync: 'on', commits: 'on', addresses: '', encoding: 'UTF8' }])
    if (process.platform === 'linux') expect(listeningSockets(postmasterPid(folder))).toEqual([])
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
  })

  test('stops its server when it closes, and finds everything again', async () => {
    const folder = temporaryFolder()
    const first = await openHere(folder)
    await first.pool.query("create table kept as select 'word' as word")
    await first.close()
    expect(readdirSync(join(folder, 'postgres'))).not.toContain('postmaster.pid')
    const second = await openHere(folder)
    expect((await second.pool.query('select * from kept')).rows).toEqual([{ word: 'word' }])
  })

  test('a second app is refused, with what to do', async () => {
    const folder = temporaryFolder()
    await openHere(folder)
    const { code, said } = await startApp(folder).ended
    expect(code).toBe(1)
    expect(said).toBe(
      `refused: Another Foreword (process ${process.pid}) already runs on the data folder ${folder}. Stop it, or set FOREWORD_DATA to another folder.\n`,
    )
  })

  test('of two first starts at once one opens and the other is refused', async () => {
    const folder = temporaryFolder()
    const apps = [startApp(folder), startApp(folder)]
    const refused = await Promise.race(apps.map((app) => app.ended))
    expect(refused.said).toContain('Another Foreword')
    await Promise.any(apps.map((app) => app.opened))
  })
})

describe('after a kill', () => {
  test('A1: of the app: the next one adopts the server left running', async () => {
    const folder = temporaryFolder()
    const app = startApp(folder)
    await app.opened
    const left = postmasterPid(folder)
    await kill(app)
    const database = await openHere(folder)
    expect(postmasterPid(folder)).toBe(left)
    expect((await database.pool.query('select word from kept')).rows).toEqual([{ word: 'acknowledged' }])
  })

  test('A1: of the database: the running app starts it again and goes on', async () => {
    const folder = temporaryFolder()
    const told: string[] = []
    const database = await openHere(folder, { tell: (line) => told.push(line) })
    await database.pool.query("create table kept as select 'word' as word")
    for (let round = 0; round < 3; round++) {
      process.kill(postmasterPid(folder), 'SIGKILL')
      await until(async () => !(await database.ping()))
      await until(() => told.filter((line) => line === 'The database is back.').length > round)
      expect(await database.ping()).toBe(true)
      expect((await database.pool.query('select word from kept')).rows).toEqual([{ word: 'word' }])
    }
  })

  test('A1: of both at once', async () => {
    const folder = temporaryFolder()
    const app = startApp(folder)
    await app.opened
    process.kill(postmasterPid(folder), 'SIGKILL')
    await kill(app)
    const database = await openHere(folder)
    expect((await database.pool.query('select word from kept')).rows).toEqual([{ word: 'acknowledged' }])
  })

  test('of the first start halfway: the next makes the database', async () => {
    const folder = temporaryFolder()
    const app = startApp(folder)
    await until(() => readdirSync(folder).some((name) => name.startsWith('postgres-new-')))
    await kill(app)
    const database = await openHere(folder)
    expect(await database.ping()).toBe(true)
  })

  test('what starts that were killed left behind is removed once it is old', async () => {
    const folder = temporaryFolder()
    const old = mkdtempSync(join(folder, 'postgres-new-'))
    const young = mkdtempSync(join(folder, 'postgres-new-'))
    utimesSync(old, new Date(0), new Date(0))
    await openHere(folder)
    expect(readdirSync(folder).filter((name) => join(folder, name) === old)).toEqual([])
    expect(statSync(young).isDirectory()).toBe(true)
  })

  test.skipIf(process.platform !== 'linux')(
    'a recorded number that now belongs to a stranger does not keep the database from starting',
    async () => {
      const folder = temporaryFolder()
      const first = await openHere(folder)
      await first.close()
      const { uid, gid } = statSync(join(folder, 'postgres'))
      const stranger = await sleeper(isRoot ? { uid, gid } : {})
      writeFileSync(join(folder, 'postgres/postmaster.pid'), `${stranger.pid}\n/nowhere\n1\n5432\n`, {
        mode: 0o600,
      })
      const second = await openHere(folder)
      expect(await second.ping()).toBe(true)
    },
  )

  test('an app that slept while another took its folder ends rather than share it', async () => {
    const folder = temporaryFolder()
    const sleeping = startApp(folder)
    await sleeping.opened
    sleeping.child.kill('SIGSTOP')
    process.kill(postmasterPid(folder), 'SIGKILL')
    await openHere(folder)
    sleeping.child.kill('SIGCONT')
    const { code, said } = await sleeping.ended
    expect(code).toBe(1)
    expect(said).toContain(`Another Foreword (process ${process.pid}) already runs`)
  })
})

describe('what cannot be used is refused with the remedy', () => {
  test('a data folder that is a file', async () => {
    const file = join(temporaryFolder(), 'data')
    writeFileSync(file, '')
    await expect(openHere(file)).rejects.toThrow(/cannot be used.*set FOREWORD_DATA/)
  })

  test('a database of another major version', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '14\n')
    await expect(openHere(folder)).rejects.toThrow(CannotStart)
    await expect(openHere(folder)).rejects.toThrow(/made by PostgreSQL 14.*back up there and restore here/)
  })
})

async function sleeper(user: { uid?: number; gid?: number }) {
  const { spawn } = await import('node:child_process')
  const { onTestFinished } = await import('vitest')
  const child = spawn('sleep', ['60'], { stdio: 'ignore', ...user })
  onTestFinished(() => void child.kill())
  return child
}
