import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { Addressee, Send } from './smtp.ts'
import * as store from './store.ts'

/**
 * Sends the letters that lie in the database, after the commit of what wrote them: at least once, each by one process
 * at a time. One that dies between the mail server's yes and our note of it leaves the letter to be sent again, under
 * the same Message-ID.
 */
export interface Post {
  /** Call when letters may have been written. Resolves when everything due was tried. */
  kick(): Promise<void>
  stop(): Promise<void>
}

/** Longer than any one try takes. */
const HELD_FOR_MS = 120_000
const SWEEP_MS = 15_000
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 2 * 3_600_000
/** With the pauses between them, about a day. */
const MOST_TRIES = 20

export function startPost(options: {
  db: Database
  send: Send
  /** Whom a letter goes to; null when they have left or may not see any more what it is about. */
  addresseeOf: (letter: store.Letter) => Promise<Addressee | null>
  now: () => Date
  log: Logger
}): Post {
  const { db, send, addresseeOf, now, log } = options
  let running: Promise<void> | null = null
  let again = false
  let isStopped = false

  const after = (ms: number) => new Date(now().getTime() + ms)

  async function deliver(letter: store.Letter): Promise<void> {
    const to = (await isWanted(db, letter)) ? await addresseeOf(letter) : null
    if (!to) return store.end(db, letter, 'dropped', now())
    try {
      await send(letter, to)
    } catch (error) {
      return notSent(letter, error)
    }
    await store.end(db, letter, 'sent', now())
  }

  async function notSent(letter: store.Letter, error: unknown): Promise<void> {
    const because = { letter: letter.id, ...toldOf(error) }
    if (isForGood(error) || letter.tries >= MOST_TRIES) {
      log.warn(because, 'a letter is given up')
      return store.end(db, letter, 'failed', now())
    }
    log.warn(because, 'a letter could not be sent yet')
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (letter.tries - 1), LONGEST_PAUSE_MS)
    await store.tryAgain(db, letter, after(pause))
  }

  async function drain(): Promise<void> {
    do {
      again = false
      try {
        // one after another: a mail server that is asked politely lets more through, and none waits held behind others
        // until another process takes it for one whose sender died
        while (!isStopped) {
          const letter = await store.claim(db, { now: now(), until: after(HELD_FOR_MS) })
          if (!letter) break
          await deliver(letter)
        }
      } catch (error) {
        log.error({ error }, 'letters could not be looked for') // the database is away; the sweep looks again
      }
    } while (again && !isStopped)
  }

  function kick(): Promise<void> {
    if (isStopped) return Promise.resolve()
    again = true
    running ??= drain().finally(() => {
      running = null
      if (again) void kick()
    })
    return running
  }

  const sweep = setInterval(() => void kick(), SWEEP_MS).unref()
  return {
    kick,
    async stop() {
      isStopped = true
      clearInterval(sweep)
      await running
    },
  }
}

/** Asked when it leaves: what was stopped while it waited is not sent. */
export const isWanted = async (db: Database, { kind, workspaceId, personId }: store.Letter) =>
  kind === null || kind === 'digest' || !(await store.stoppedBy(db, workspaceId, personId)).includes(kind)

/** Of an error only its codes: its words may hold what was sent, and whom to. */
function toldOf(error: unknown): object {
  const { code, responseCode, command } = Object(error)
  return { code, responseCode, command }
}

/** RFC 5321: 5xx after the recipient was named, such as an unknown mailbox. A wrong password may be mended. */
function isForGood(error: unknown): boolean {
  const { responseCode, command } = Object(error)
  return Number(responseCode) >= 500 && (command === 'RCPT TO' || command === 'DATA')
}
