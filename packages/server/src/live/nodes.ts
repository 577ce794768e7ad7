import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { channels } from './channels.ts'

const CHANNEL = 'foreword_news'
/** PostgreSQL takes 8000 bytes; what is longer cannot be news of something that is then read. */
const LONGEST_BYTES = 7_900
const AGAIN_MS = 1_000

export interface Nodes {
  close(): Promise<void>
}

/**
 * Carries news between the processes that share a database: what is spread in one is heard in all (LISTEN, NOTIFY).
 * Whoever spreads has committed before, so whoever hears it elsewhere reads what it tells of. News that may have been
 * missed while the line was cut is never guessed: every listener is ended, and comes back to read afresh.
 */
export function joinNodes(pool: pg.Pool, failed: (error: unknown) => void): Nodes {
  const self = randomUUID()
  let waiting = new Set<string>()
  let client: pg.Client | undefined
  let isClosed = false

  const stopCarrying = channels.carry((topic, message) => {
    const news = JSON.stringify([self, topic, message])
    if (Buffer.byteLength(news) > LONGEST_BYTES) return failed(new Error(`news on ${topic} is too long`))
    if (waiting.size === 0) setImmediate(send)
    // the same news twice before it is sent is one
    waiting.add(news)
  })

  function send() {
    const sent = [...waiting]
    waiting = new Set()
    pool.query(`select pg_notify('${CHANNEL}', news) from unnest($1::text[]) as news`, [sent]).catch(failed)
  }

  function hear({ payload = '' }: pg.Notification) {
    const [from, topic, message] = JSON.parse(payload) as [string, string, unknown] // written by `carry`
    if (from !== self) channels.arrive(topic, message)
  }

  async function listen(): Promise<void> {
    for (let isFirst = true; !isClosed; isFirst = false) {
      const mine = new pg.Client(pool.options)
      const ended = new Promise<void>((resolve) => {
        mine.on('end', resolve)
        mine.on('error', () => resolve())
      })
      try {
        await mine.connect()
        mine.on('notification', hear)
        await mine.query(`listen ${CHANNEL}`)
        // closed while it connected: `close` had nothing to end yet
        if (!isClosed) {
          client = mine
          if (!isFirst) channels.interrupt()
          await ended
        }
      } catch (error) {
        failed(error)
      }
      client = undefined
      mine.end().catch(() => {})
      if (!isClosed) await delay(AGAIN_MS, undefined, { ref: false })
    }
  }
  void listen()

  return {
    async close() {
      isClosed = true
      stopCarrying()
      await client?.end().catch(() => {})
    },
  }
}
