import type { MeetingId } from '@foreword/core/ids'
import type { RoomMessage } from '@foreword/core/meetings/contract'
import { fold } from '@foreword/core/meetings/fold'
import { type Meeting, questionsAreOpen } from '@foreword/core/meetings/meeting'
import { roomFor } from '@foreword/core/meetings/visible'
import type { Byline } from '@foreword/core/people/person'
import type { Database, Tx } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { allPeople } from '../people/store.ts'
import { questionsOfMeeting } from '../reviews/questions-store.ts'
import { notesOf } from './notes-store.ts'
import { returningFor } from './returning.ts'
import * as store from './store.ts'

/** Where it is said that a meeting has changed; nothing of it is in the message. */
export const roomTopic = (meetingId: string) => `meeting:${meetingId}`
/** The meeting of such a topic; null for any other. */
export const meetingOf = (topic: string) =>
  topic.startsWith('meeting:') ? (topic.slice('meeting:'.length) as MeetingId) : null // made one line up

/**
 * The room as this viewer may see it now. The only way by which anything of a meeting leaves the server: what the
 * projection in core does not contain is not sent (ARCHITECTURE §6).
 */
export async function roomMessage(
  db: Database | Tx,
  viewer: Sees,
  meeting: Meeting,
  now: Date,
): Promise<RoomMessage> {
  const questions = await questionsOfMeeting(db, viewer, meeting.id)
  const returning = await returningFor(db, viewer, meeting)
  // there are none before the questions are open
  const notes = questionsAreOpen(meeting.phase) ? await notesOf(db, viewer, meeting.id) : undefined
  const room = roomFor(meeting, questions, viewer.id, now.getTime(), returning, notes)
  const everybody = await allPeople(db, viewer.workspaceId)
  const mentioned = idsIn(room)
  const people: Byline[] = everybody
    .filter(({ id }) => mentioned.has(id))
    .map(({ id, name }) => ({ id, name }))
  return { room, people, serverTime: now.toISOString() }
}

/** Null when for this viewer there is no such meeting. */
export async function readRoom(
  db: Database | Tx,
  viewer: Sees,
  id: MeetingId,
  now: Date,
): Promise<RoomMessage | null> {
  if (!(await store.one(db, viewer, id))) return null
  return roomMessage(db, viewer, fold(await store.events(db, viewer, id)), now)
}

/** Every text in a value, so that names are sent of those people whom the projection mentions, and of no others. */
function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) idsIn(inner, found)
  return found
}
