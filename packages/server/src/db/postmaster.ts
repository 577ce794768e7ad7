import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Cluster, postgresEnvironment } from './cluster.ts'
import type { FolderHandle } from './folder-handle.ts'

/** Overrides of the settings below; tests trade safety for speed. */
export type Settings = Record<string, string>

/** A few people on one small computer: little memory, few processes, and every commit on disk. */
const settings: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  // after a kill everything is synced first: one call to the kernel instead of one for each of a thousand files
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
  max_connections: '40',
  shared_buffers: '32MB',
  // no helpers for what one app on one computer never does: replication, parallel plans, background reads
  io_method: 'sync',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_parallel_workers: '0',
  max_worker_processes: '2',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}

const LONGEST_LOG_BYTES = 1_000_000
const STOP_WITHIN_MS = 10_000

/** A `postgres` that was started here; it outlives this process until it is stopped. */
export type Postmaster = { hasExited(): boolean }

export function spawnPostmaster(cluster: Cluster, handle: FolderHandle, overrides: Settings): Postmaster {
  const log = openLog(cluster.logFile)
  const options = Object.entries({ ...settings, ...overrides }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  // detached: Ctrl-C in the terminal reaches the app alone, which then stops the database when it is done
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', handle.dataForServer, '-k', handle.socketsForServer, ...options],
    {
      cwd: '/',
      detached: true,
      env: postgresEnvironment,
      stdio: ['ignore', log, log, handle.descriptor],
      ...(cluster.user.isAnother && { uid: cluster.user.uid, gid: cluster.user.gid }),
    },
  )
  let exited = false
  child.once('exit', () => (exited = true))
  child.once('error', () => (exited = true))
  child.unref()
  closeSync(log)
  return { hasExited: () => exited }
}

function openLog(file: string) {
  const tooLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG_BYTES
  return openSync(file, tooLong ? 'w' : 'a', 0o600)
}

/** Ends open connections and writes everything out; if that takes too long, stops as after a power cut. */
export async function stopPostmaster(cluster: Pick<Cluster, 'folder'>) {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const pid = recordedPid(cluster)
    if (pid === undefined || !isPostgres(pid)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const deadline = Date.now() + STOP_WITHIN_MS
    while (Date.now() < deadline) {
      // its file goes when it goes; its process may stay a zombie for ever where nothing reaps
      if (recordedPid(cluster) === undefined || !isPostgres(pid)) return
      await delay(5)
    }
  }
}

/** The files by which PostgreSQL keeps a second server away; each begins with the number of the first. */
const PID_FILE = 'postmaster.pid'
const LOCK_FILES = [PID_FILE, '.s.PGSQL.5432.lock']

/**
 * After a kill, the recorded number may belong to a stranger or a zombie, for which PostgreSQL would wait
 * for ever: in a container the same low numbers come again at each start, and often nothing reaps.
 */
export function removeStaleLocks(cluster: Cluster) {
  for (const file of LOCK_FILES) {
    const pid = recordedPid(cluster, file)
    if (pid !== undefined && !isPostgres(pid)) rmSync(join(cluster.folder, file), { force: true })
  }
}

export function recordedPid(cluster: Pick<Cluster, 'folder'>, file = PID_FILE): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster.folder, file), 'utf8'), 10)
    return pid > 1 ? pid : undefined
  } catch {
    return undefined
  }
}

function isPostgres(pid: number) {
  if (process.platform !== 'linux') {
    try {
      process.kill(pid, 0)
      return true
    } catch {
      return false
    }
  }
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return /\(postgres\) [^ZX]/.test(status)
  } catch {
    return false
  }
}

/** What PostgreSQL last said, for a message that explains why it did not start. */
export function endOfLog(cluster: Cluster) {
  try {
    return readFileSync(cluster.logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
  } catch {
    return ''
  }
}
