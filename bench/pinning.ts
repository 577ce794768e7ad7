import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/**
 * Server and harness on different cores, so that neither measures the other: the harness has the last core to itself,
 * and the server with its database has the rest. With one core, or without `taskset`, nothing is pinned and it says so.
 */
export type Pinning = { through: readonly string[]; describe: string }

export function pinHarness(): Pinning {
  const cores = availableParallelism()
  if (cores < 2) return { through: [], describe: 'one core: server and harness share it' }
  const [server, harness] = [cores === 2 ? '0' : `0-${cores - 2}`, String(cores - 1)]
  try {
    execFileSync('taskset', ['-a', '-c', '-p', harness, String(process.pid)], { stdio: 'ignore' })
  } catch {
    return { through: [], describe: 'no taskset: server and harness share all cores' }
  }
  return {
    through: ['taskset', '-c', server],
    describe: `server and database on core ${server}, harness on core ${harness}`,
  }
}
