import { dayIn } from '@foreword/core/calendar'
import type { Services } from '../http/services.ts'
import { timeZoneOf } from '../people/store.ts'
import type { ObjectStore } from '../storage/object-store.ts'
import { eraseFiles } from './files-store.ts'
import { dropWithoutPiece, eraseNotes } from './interviews-store.ts'

/** A day is long: nobody waits for the minute in which it is over. */
const LOOK_MS = 60_000
/** As long as taking an interview out of a study, or a file off a piece, may be undone. */
const UNDO_MS = 24 * 60 * 60_000

/**
 * W7: raw notes of an interview are erased by themselves when their last day is over, in the company's time zone; that it
 * was held and what it taught stay. The day stands in the row, so nothing has to be armed again after a start, and several
 * processes erase them once. So do files whose piece of evidence is gone, that were taken off it, or that belong to an
 * interview whose notes end.
 */
export function openErasing({ db, now: clock, log }: Services, store: ObjectStore | null) {
  async function look(): Promise<void> {
    const zone = await timeZoneOf(db)
    const now = clock()
    await dropWithoutPiece(db, now)
    const droppedBefore = new Date(now.getTime() - UNDO_MS)
    const count = await eraseNotes(db, { today: dayIn(zone, now), droppedBefore, now })
    if (count > 0) log.info({ count }, 'raw notes of interviews were erased, their time being over')
    const files = await eraseFiles(db, store, { today: dayIn(zone, now), goneBefore: droppedBefore, now })
    if (files > 0) log.info({ count: files }, 'files of evidence were erased, their time being over')
  }

  const lookAgain = () =>
    look().catch((error: unknown) => log.error({ error }, 'raw notes past their day were not looked for'))
  const timer = setInterval(lookAgain, LOOK_MS).unref()
  return {
    /** Also those whose day was over while nobody ran. */
    begin: lookAgain,
    close: () => clearInterval(timer),
  }
}
