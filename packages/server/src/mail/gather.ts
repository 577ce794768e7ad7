import { dayIn } from '@foreword/core/calendar'
import { DAILY_AT } from '@foreword/core/people/letters'
import type { Database } from '../db/database.ts'
import type { Addressee } from './smtp.ts'
import * as store from './store.ts'

interface Needs {
  db: Database
  now: Date
  timeZone: string
  /** Where letters are chosen, for the foot of the one of the day. */
  origin: string
  isWanted: (letter: store.Letter) => Promise<boolean>
  addresseeOf: (letter: store.Letter) => Promise<Addressee | null>
}

/**
 * The letter of the day, once for each person and day: what was written since the last, each part as the letter that it
 * would have been. What is not wanted any more, or may not be seen, is left out, as it would not have been sent.
 */
export async function gather({ db, now, timeZone, origin, isWanted, addresseeOf }: Needs): Promise<void> {
  const day = dayIn(timeZone, now)
  const closes = `${day} ${DAILY_AT}`
  if (momentIn(timeZone, now) < closes) return
  // what was written after the hour is tomorrow's
  const isOfToday = (at: Date) => momentIn(timeZone, at) < closes
  for (const { since, ...of } of await store.heldFor(db)) {
    if (!isOfToday(since)) continue
    const key = `digest:${of.personId}:${day}`
    await db.transaction(async (tx) => {
      const parts: store.Letter[] = []
      const held = await store.lockHeld(tx, of)
      // another process may have written it while this one waited
      if ((await store.writtenBefore(tx, of.workspaceId, key)).length > 0) return
      for (const letter of held.filter(({ createdAt }) => isOfToday(createdAt))) {
        const goes = (await isWanted(letter)) && (await addresseeOf(letter)) !== null
        if (goes) parts.push(letter)
        await store.end(tx, letter, goes ? 'gathered' : 'dropped', now)
      }
      const [first] = parts
      if (!first) return
      const [subject, body] =
        parts.length === 1
          ? [first.subject, first.body]
          : [
              `${first.subject}, and ${parts.length - 1} more`,
              parts.map((part) => `${part.subject}\n\n${part.body.trim()}`).join('\n\n* * *\n\n'),
            ]
      const foot = `One letter a day, as you chose: ${origin}/settings`
      const letter = {
        ...of,
        initiativeId: null,
        kind: 'digest',
        subject,
        body: `${body.trim()}\n\n${foot}\n`,
      } as const
      await store.write(tx, now, [{ ...letter, key }])
    })
  }
}

/** Sweden writes a moment as ISO does: `2027-03-02 07:00:00`. */
const momentIn = (timeZone: string, at: Date) => at.toLocaleString('sv-SE', { timeZone })
