import { isReached, subscribeConnection } from '../../connection.ts'
import { refusalOf } from '../../refusal.ts'

const PATIENCE_MS = 60_000
const PAUSE_MS = 400

/**
 * Does what carries a key of its own, again and again until an answer comes: a repeat the server has seen already
 * changes nothing (R4). After a minute without one the last failure is thrown; a refusal is thrown at once.
 */
export const repeated = <Answer>(send: () => Promise<Answer>) => untilSent(send, Date.now() + PATIENCE_MS)

/** The same without an end, for what is kept on this computer meanwhile: it goes when the line is back. */
export async function untilSent<Answer>(
  send: () => Promise<Answer>,
  until = Number.POSITIVE_INFINITY,
): Promise<Answer> {
  while (true) {
    try {
      return await send()
    } catch (error) {
      if (refusalOf(error).kind !== 'unreachable' || Date.now() > until) throw error
      await reached()
    }
  }
}

/** A moment, and then until the server answers again or a few seconds have passed. */
function reached(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(done, isReached() ? PAUSE_MS : PAUSE_MS * 8)
    const unsubscribe = subscribeConnection(() => isReached() && done())
  })
}
