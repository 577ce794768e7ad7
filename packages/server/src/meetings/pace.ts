import type { MeetingPace, meetingsContract } from '@foreword/core/meetings/contract'
import { counting, shownHeld } from '@foreword/core/meetings/pace'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { summaryOf } from '../narratives/editions-store.ts'
import * as paceStore from './pace-store.ts'
import * as store from './store.ts'

type In = Inputs<typeof meetingsContract>

/** A reader not heard for so long may have gone; they are on no page then. */
const HERE_MS = 60_000

/**
 * R6: a reader's browser says which pages it held. It goes to rows of its own, under no meeting's exclusive lock: a
 * crash loses what one message said, and no deadline waits for it.
 */
export async function notePace({ meetingId, held }: In['notePace'], { tx, person, now }: Call) {
  // shared with other readers, and kept from the close, which deletes what has a name
  const row = await store.holdForReading(tx, person, meetingId)
  if (!row) return refuse('not-found')
  if (row.phase !== 'reading') return refuse('nobody-reads-now')
  if (!(await store.isInvited(tx, person, meetingId))) return refuse('not-invited')
  const edition = await summaryOf(tx, person, row.editionId)
  const pages = edition?.extent.pages ?? 0
  if (held.some(({ page }) => page > pages)) return refuse('no-such-page')
  const reader = { meetingId, personId: person.id }
  const before = await paceStore.lastHeard(tx, person, reader)
  const counted = counting(held, before && now.getTime() - before.getTime())
  await paceStore.addPace(tx, person, reader, { counted, at: now })
  return ok(undefined)
}

/** Counts, never names: for the facilitator while the room reads, and for everybody what stayed of a closed meeting. */
export async function pace(
  { meetingId }: In['pace'],
  { tx, person, now }: Call,
): Promise<Result<MeetingPace, 'not-found' | 'not-the-facilitator' | 'nobody-reads-now'>> {
  const row = await store.one(tx, person, meetingId)
  if (!row) return refuse('not-found')
  if (row.phase === 'closed')
    return ok({ name: 'closed', pages: await paceStore.keptPace(tx, person, meetingId) })
  if (row.facilitatorId !== person.id) return refuse('not-the-facilitator')
  if (row.phase !== 'reading' && row.phase !== 'reveal') return refuse('nobody-reads-now')
  const since = new Date(now.getTime() - HERE_MS)
  const held = await paceStore.readersOn(tx, person, meetingId, since)
  return ok({ name: 'reading', pages: shownHeld(held) })
}
