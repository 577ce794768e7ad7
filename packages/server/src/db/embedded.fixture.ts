import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { type DatabaseOptions, openDatabase } from './database.ts'
import { recordedPid, stopPostmaster } from './postmaster.ts'

export const isRoot = process.getuid?.() === 0

/** A folder of the test's own; the servers that `stopAfter` names are stopped before it is removed. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foreword-embedded-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function stopAfter(dataFolder: string) {
  onTestFinished(() => stopPostmaster({ folder: join(dataFolder, 'postgres') }))
}

/** A database on a new data folder (or the given one), in this process. */
export async function openHere(dataFolder: string, options: DatabaseOptions = {}) {
  stopAfter(dataFolder)
  const database = await openDatabase({ databaseUrl: undefined, dataFolder }, { tell: () => {}, ...options })
  onTestFinished(() => database.close())
  return database
}

export type App = {
  child: ChildProcess
  ended: Promise<{ code: number | null; said: string }>
  opened: Promise<void>
}

/** The same in a process of its own, as this user or another. */
export function startApp(dataFolder: string, user: { uid?: number; gid?: number } = {}): App {
  stopAfter(dataFolder)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'app.fixture.ts'), dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  const opened = Promise.withResolvers<void>()
  const hear = (chunk: Buffer) => {
    said += chunk
    if (said.includes('open\n')) opened.resolve()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said }))
  })
  void ended.then(() => opened.reject(new Error(`the app ended: ${said}`)))
  opened.promise.catch(() => {})
  return { child, ended, opened: opened.promise }
}

export async function kill(app: App) {
  app.child.kill('SIGKILL')
  await app.ended
}

export function postmasterPid(dataFolder: string): number {
  const pid = recordedPid({ folder: join(dataFolder, 'postgres') })
  if (pid === undefined) throw new Error(`no server is recorded in ${dataFolder}`)
  return pid
}

export async function until(what: () => boolean | Promise<boolean>) {
  await vi.waitFor(
    async () => {
      if (!(await what())) throw new Error('not yet')
    },
    { timeout: 15_000, interval: 20 },
  )
}

/** An ordinary user of this computer, other than the one root hands the database to. */
export function ordinaryUser() {
  const line =
    existsSync('/etc/passwd') && /^daemon:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : undefined
}

/** The network ports, if any, on which a process listens. Linux tells; elsewhere the setting alone is checked. */
export function listeningSockets(pid: number): string[] {
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      // 0A is LISTEN
      .filter((fields) => fields[3] === '0A')
      .map((fields) => `socket:[${fields[9]}]`),
  )
  return socketsOf(pid).filter((socket) => inodes.includes(socket))
}

function socketsOf(pid: number) {
  return readdirSync(`/proc/${pid}/fd`)
    .map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`))
    .filter((target) => target.startsWith('socket:'))
}
