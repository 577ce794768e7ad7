import type { MeetingId } from '@foreword/core/ids'
import { evolve, fold } from '@foreword/core/meetings/fold'
import type { Meeting } from '@foreword/core/meetings/meeting'
import type { Database, Tx } from '../db/database.ts'
import * as store from './store.ts'

/** How many meetings are kept folded: those that run at one time. */
const MOST_KEPT = 32
const kept = new Map<string, Kept>()
type Kept = { meeting: Meeting; events: number }

/**
 * The fold of a meeting's log. Of one that is followed only what is new is read: an event once written is never
 * changed, but at the close, which forgets (R6); a closed one is read whole.
 */
export async function current(db: Database | Tx, workspace: InWorkspace, id: string): Promise<Meeting> {
  return (await read(db, workspace, id)).meeting
}

/** The same, kept for those who ask next. Never inside a transaction, whose own events may yet be taken back. */
export async function follow(db: Database, workspace: InWorkspace, id: MeetingId): Promise<Meeting> {
  const now = await read(db, workspace, id)
  kept.delete(id)
  if (now.meeting.phase.name !== 'closed') kept.set(id, now)
  const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  return now.meeting
}
type InWorkspace = { workspaceId: string }

async function read(db: Database | Tx, workspace: InWorkspace, id: string): Promise<Kept> {
  const known = kept.get(id)
  const log = await store.events(db, workspace, id, known?.events ?? 0)
  if (!known) return { meeting: fold(log), events: log.length }
  const meeting = log.reduce(evolve, known.meeting)
  // what the close forgets is in what was kept
  if (meeting.phase.name === 'closed') {
    kept.delete(id)
    return read(db, workspace, id)
  }
  return { meeting, events: known.events + log.length }
}
