import { readFileSync, statSync } from 'node:fs'
import { CannotStart } from '../cannot-start.ts'

/** Who runs the embedded database. PostgreSQL refuses root, so root hands it to another user. */
export type PostgresUser = { isAnother: false } | { isAnother: true; uid: number; gid: number }

/** `cluster` is an existing database folder, whose owner must stay the same, or undefined for a new one. */
export function postgresUser(cluster: string | undefined): PostgresUser {
  if (process.getuid?.() !== 0) return { isAnother: false }
  if (cluster !== undefined) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { isAnother: true, uid, gid }
  }
  return { isAnother: true, ...nobody() }
}

// initdb looks its user up, so the number alone is not enough: the name must exist on this computer
function nobody() {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  if (line) return { uid: Number(line[1]), gid: Number(line[2]) }
  throw new CannotStart(
    'PostgreSQL does not run as root, and this computer has no user "nobody" to run it as. Start Foreword as an ordinary user, or set DATABASE_URL.',
  )
}
