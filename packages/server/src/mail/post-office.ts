import type { Database } from '../db/database.ts'
import type { Services } from '../http/services.ts'
import type { EventType, Heard, Reaction } from '../outbox/events.ts'
import { isWanted, startPost } from './post.ts'
import type { Addressee, Mailing } from './smtp.ts'
import type { Letter } from './store.ts'

/** What a letter needs to know of the house. */
export interface House {
  db: Database
  mailing: Mailing
  now: () => Date
}

/** A noun that writes to people. */
export interface Writer {
  /** True when it may have written something. */
  hears(house: House, event: Heard<EventType>): Promise<boolean>
  /** Writes what is due by now; called again and again, so each letter has a key. */
  looks(house: House): Promise<void>
}

/** A reminder comes within the minute. */
const LOOKS_EVERY_MS = 60_000

/** What the nouns have to write to people, and the post that carries it; null when there is no mail server. */
export function openPost(
  services: Services,
  {
    writers,
    addresseeOf,
    timeZoneOf,
  }: {
    /** Loaded with the first event: without a mail server nobody writes. */
    writers: () => Promise<readonly Writer[]>
    addresseeOf: (db: Database, letter: Letter) => Promise<Addressee | null>
    /** The company's. */
    timeZoneOf: (db: Database) => Promise<string>
  },
) {
  const { db, mailing, now, log } = services
  if (!mailing) return null
  const house = { db, mailing, now }
  const post = startPost({
    db,
    send: mailing.send,
    addresseeOf: (letter) => addresseeOf(db, letter),
    now,
    log,
  })
  let looks: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    for (const writer of await writers())
      try {
        await writer.looks(house)
      } catch (error) {
        log.error({ error }, 'reminders could not be written') // the database is away; the next look is in a minute
      }
    try {
      await gatherDaily()
    } catch (error) {
      log.error({ error }, 'the letters of the day could not be written')
    }
    await post.kick()
  }

  async function gatherDaily(): Promise<void> {
    const { gather } = await import('./gather.ts')
    await gather({
      db,
      now: now(),
      timeZone: await timeZoneOf(db),
      origin: house.mailing.origin,
      isWanted: (letter) => isWanted(db, letter),
      addresseeOf: (letter) => addresseeOf(db, letter),
    })
  }

  const reaction: Reaction = async (event) => {
    let isWritten = false
    for (const writer of await writers()) if (await writer.hears(house, event)) isWritten = true
    if (isWritten) void post.kick()
  }

  return {
    reaction,
    begin() {
      void look()
      looks = setInterval(() => void look(), LOOKS_EVERY_MS).unref()
    },
    stop() {
      clearInterval(looks)
      return post.stop()
    },
  }
}
