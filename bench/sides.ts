import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { bareServer, freePort, openHouse } from '../scripts/torture/house.ts'
import type { Pinning } from './pinning.ts'
import { openRawSocket } from './raw-socket.ts'

/** One of the two servers under test. */
export type Side = {
  name: 'ours' | 'peer'
  url: string
  /** A document with this content, ready to be opened. */
  make(update: Uint8Array): Promise<string>
  /** Ours only: its database, for what is measured beside it. */
  pool?: pg.Pool
  stop(): Promise<void>
}

export async function openOurs({ through }: Pinning): Promise<Side> {
  const house = await openHouse({ command: [bareServer], through })
  await house.start()
  return {
    name: 'ours',
    url: `${house.collabUrl}?schema=1`,
    pool: house.pool,
    stop: house.stop,
    async make(update) {
      // fetch takes bytes whose buffer cannot be shared, and ours never is
      const answer = await fetch(`${house.origin}/drafts`, { method: 'POST', body: new Uint8Array(update) })
      return answer.text()
    },
  }
}

export async function openPeer({ through }: Pinning): Promise<Side> {
  const port = await freePort()
  const [program = '', ...args] = [...through, process.execPath, join(import.meta.dirname, 'peer/server.ts')]
  const server: ChildProcess = spawn(program, args, {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `ws://127.0.0.1:${port}`
  for (const deadline = Date.now() + 20_000; ; await delay(20)) {
    const isUp = await fetch(`http://127.0.0.1:${port}`).then(
      () => true,
      () => false,
    )
    if (isUp) break
    if (Date.now() > deadline) throw new Error('the peer did not start')
  }
  let made = 0
  return {
    name: 'peer',
    url,
    async make(update) {
      made += 1
      const id = `document-${made}`
      // it keeps nothing, so whoever brings the content stays in the room
      await openRawSocket(url, id, { have: update }).synced
      return id
    },
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGKILL')
      await ended
    },
  }
}
