import type { MeetingId } from '@foreword/core/ids'
import { evolve, fold } from '@foreword/core/meetings/fold'
import type { Meeting } from '@foreword/core/meetings/meeting'
import type { Database, Tx } from '../db/database.ts'
import { createRecent } from '../http/recent.ts'
import * as store from './store.ts'

/** Folded: the meetings that run at one time. */
const recent = createRecent<Kept>(32)
type Kept = { meeting: Meeting; events: number }

/**
 * The fold of a meeting's log. Of one that is followed only what is new is read: an event once written is never
 * changed, but at the close, which forgets (R6); a closed one is read whole.
 */
export async function current(db: Database | Tx, workspace: InWorkspace, id: string): Promise<Meeting> {
  return (await standsAt(db, workspace, id)).meeting
}

/** The same, kept for those who ask next. Never inside a transaction, whose own events may yet be taken back. */
export async function follow(db: Database, workspace: InWorkspace, id: MeetingId): Promise<Meeting> {
  const now = await standsAt(db, workspace, id)
  if (now.meeting.phase.name === 'closed') recent.forget(id)
  else recent.put(id, now)
  return now.meeting
}
type InWorkspace = { workspaceId: string }

/** The fold, and how many events it is of: under the meeting's lock, the place of the next. */
export async function standsAt(db: Database | Tx, workspace: InWorkspace, id: string): Promise<Kept> {
  const known = recent.get(id)
  const log = await store.events(db, workspace, id, known?.events ?? 0)
  if (!known) return { meeting: fold(log), events: log.length }
  const meeting = log.reduce(evolve, known.meeting)
  // what the close forgets is in what was kept
  if (meeting.phase.name === 'closed') {
    recent.forget(id)
    return standsAt(db, workspace, id)
  }
  return { meeting, events: known.events + log.length }
}
