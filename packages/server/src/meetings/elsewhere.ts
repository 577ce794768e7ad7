import { setTimeout as delay } from 'node:timers/promises'
import type { MeetingId, PersonId } from '@foreword/core/ids'
import { channels, spread } from '../live/channels.ts'

const ASKED = 'presence-asked'
const HERE = 'presence-here'
/** A process that has somebody says so well within this. */
const ANSWERED_WITHIN_MS = 1_000

/**
 * Whether another process on the same database has a stream of somebody who has none here: whoever came back by way of
 * another process has not left the room.
 */
export function createElsewhere(isHere: (meeting: MeetingId, person: PersonId) => boolean) {
  const answered = new Map<string, () => void>()
  const stop = channels.onArrival((topic, message) => {
    if (topic === HERE) answered.get(String(message))?.()
    if (topic !== ASKED) return
    const key = String(message)
    const [meeting, person] = key.split(' ') as [MeetingId, PersonId] // spread below
    if (isHere(meeting, person)) spread(HERE, key)
  })
  return {
    async isWatching(meeting: MeetingId, person: PersonId): Promise<boolean> {
      if (!channels.isCarried()) return false
      const key = `${meeting} ${person}`
      const heard = Promise.withResolvers<boolean>()
      answered.set(key, () => heard.resolve(true))
      spread(ASKED, key)
      const isThere = await Promise.race([heard.promise, delay(ANSWERED_WITHIN_MS, false, { ref: false })])
      answered.delete(key)
      return isThere
    },
    stop,
  }
}
