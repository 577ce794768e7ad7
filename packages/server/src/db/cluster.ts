import { spawn } from 'node:child_process'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CannotStart } from '../cannot-start.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { openFolder } from './folder-handle.ts'
import { type PostgresUser, postgresUser } from './postgres-user.ts'

/** A database folder that `postgres` can serve. */
export type Cluster = { folder: string; binaries: Binaries; user: PostgresUser; logFile: string }

export const SUPERUSER = 'foreword'
const UNFINISHED = 'postgres-new-'
const UNFINISHED_IS_OLD_AFTER_MS = 10 * 60_000

/** PostgreSQL needs little of the environment, and its messages are read by people who speak English. */
export const postgresEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }

/** Finds the database in the data folder, or makes it there. `tell` hears why the first start takes longer. */
export async function prepareCluster(dataFolder: string, tell: (line: string) => void): Promise<Cluster> {
  const folder = join(dataFolder, 'postgres')
  const exists = lookInto(dataFolder, folder)
  const user = postgresUser(exists ? folder : undefined)
  const binaries = findBinaries(user)
  if (exists) {
    requireSameMajorVersion(folder, binaries)
  } else {
    tell('Preparing the database for the first time.')
    await makeCluster(dataFolder, folder, binaries, user)
  }
  return { folder, binaries, user, logFile: join(dataFolder, 'postgres.log') }
}

function lookInto(dataFolder: string, folder: string) {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (!existsSync(folder)) return false
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch (error) {
    throw new CannotStart(
      `The data folder ${dataFolder} cannot be used (${reason(error)}). Start Foreword as the user who made it, or set FOREWORD_DATA to another folder.`,
    )
  }
}

function requireSameMajorVersion(folder: string, binaries: Binaries) {
  const made = Number(readFileSync(join(folder, 'PG_VERSION'), 'utf8'))
  if (made === binaries.majorVersion) return
  throw new CannotStart(
    `The database in ${folder} was made by PostgreSQL ${made}, and this Foreword brings ${binaries.majorVersion}. Start it with the Foreword that made it, back up there and restore here.`,
  )
}

/**
 * A half-made folder never gets the final name, however the making ends; and of two that are made at the
 * same time the second cannot take the first one's place, since a folder with files in it is not replaced.
 */
async function makeCluster(dataFolder: string, folder: string, binaries: Binaries, user: PostgresUser) {
  const making = mkdtempSync(join(dataFolder, UNFINISHED))
  try {
    if (user.isAnother) chownSync(making, user.uid, user.gid)
    await initialise(making, binaries, user)
    renameSync(making, folder)
    syncFolder(dataFolder, user)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error
  }
}

async function initialise(making: string, binaries: Binaries, user: PostgresUser) {
  const handle = openFolder(making, user)
  try {
    const initdb = spawn(
      binaries.initdb,
      [
        ['-D', handle.dataForServer],
        ['--username', SUPERUSER],
        // who may connect is decided by who may enter the folder, which only its owner can; no network at all
        ['--auth-local', 'trust', '--auth-host', 'reject'],
        // the same order of text on every computer, whatever languages it has installed
        ['--encoding', 'UTF8', '--no-locale', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
        ['--no-instructions'],
      ].flat(),
      {
        cwd: '/',
        env: postgresEnvironment,
        stdio: ['ignore', 'ignore', 'pipe', handle.descriptor],
        ...(user.isAnother && { uid: user.uid, gid: user.gid }),
      },
    )
    const ended = new Promise<number | null>((resolve, reject) => {
      initdb.once('error', reject)
      initdb.once('close', resolve)
    })
    const [code, complaint] = await Promise.all([ended, initdb.stderr ? text(initdb.stderr) : ''])
    if (code !== 0) throw new Error(complaint.trim() || `initdb ended with ${code}`)
  } catch (error) {
    throw new CannotStart(
      `The database could not be made in ${making}: ${reason(error)}\nSee that the disk has room and allows ${user.isAnother ? `user ${user.uid}` : 'you'} to write, or set FOREWORD_DATA to another folder.`,
    )
  } finally {
    handle.close()
  }
}

// a rename is on disk only when the folder that holds the name is
function syncFolder(dataFolder: string, user: PostgresUser) {
  const handle = openFolder(dataFolder, user)
  fsyncSync(handle.descriptor)
  handle.close()
}

/** Removes what starts that were killed left behind. Only for the one app that holds the data folder. */
export function removeUnfinished(dataFolder: string, now: Date) {
  for (const name of readdirSync(dataFolder)) {
    const path = join(dataFolder, name)
    if (!name.startsWith(UNFINISHED)) continue
    if (now.getTime() - statSync(path).mtimeMs < UNFINISHED_IS_OLD_AFTER_MS) continue
    rmSync(path, { recursive: true, force: true })
  }
}

function reason(error: unknown) {
  return error instanceof Error ? error.message : String(error)
}
