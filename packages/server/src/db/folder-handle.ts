import { createHash } from 'node:crypto'
import { chmodSync, chownSync, closeSync, lstatSync, mkdirSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import type { PostgresUser } from './postgres-user.ts'

/** The file PostgreSQL listens on. Embedded, it has no port and no network address. */
const SOCKET_FILE = '.s.PGSQL.5432'
const LONGEST_SOCKET_PATH = 107

/**
 * A database folder as the processes around it name it.
 *
 * On Linux PostgreSQL is given the open folder as descriptor 3 and names it `/proc/self/fd/3`. So it needs
 * no way through a private home, and no path is too long for a socket. Elsewhere a long path puts the
 * socket into a folder of its own under the temporary one.
 */
export type FolderHandle = {
  /** For `stdio[3]` of a PostgreSQL process. */
  descriptor: number
  /** The folder, as that process names it. */
  dataForServer: string
  socketsForServer: string
  /** The same sockets, as this process names them: `host` of a connection. */
  socketsForUs: string
  close(): void
}

export function openFolder(folder: string, user: PostgresUser): FolderHandle {
  const descriptor = openSync(folder, 'r')
  const close = () => closeSync(descriptor)
  const fits = Buffer.byteLength(join(folder, SOCKET_FILE)) <= LONGEST_SOCKET_PATH
  if (process.platform === 'linux') {
    return {
      descriptor,
      dataForServer: '/proc/self/fd/3',
      socketsForServer: '/proc/self/fd/3',
      socketsForUs: fits ? folder : `/proc/self/fd/${descriptor}`,
      close,
    }
  }
  const sockets = fits ? folder : shortSocketFolder(folder, user)
  return { descriptor, dataForServer: folder, socketsForServer: sockets, socketsForUs: sockets, close }
}

function shortSocketFolder(folder: string, user: PostgresUser) {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const sockets = join(tmpdir(), `foreword-${name}`)
  mkdirSync(sockets, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(sockets)
  const owners = [process.getuid?.(), user.isAnother ? user.uid : undefined]
  if (!owners.includes(uid) || (mode & 0o170_000) !== 0o040_000) {
    throw new CannotStart(
      `The folder ${sockets} belongs to another user. Remove it, or set FOREWORD_DATA to a shorter path.`,
    )
  }
  chmodSync(sockets, 0o700)
  if (user.isAnother) chownSync(sockets, user.uid, user.gid)
  return sockets
}
