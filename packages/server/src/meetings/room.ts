import type { MeetingId } from '@foreword/core/ids'
import type { RoomMessage } from '@foreword/core/meetings/contract'
import { type Meeting, questionsAreOpen } from '@foreword/core/meetings/meeting'
import type { Returning } from '@foreword/core/meetings/returning'
import { roomFor } from '@foreword/core/meetings/visible'
import type { Byline } from '@foreword/core/people/person'
import type { Question } from '@foreword/core/reviews/question'
import type { Database, Tx } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { allPeople } from '../people/store.ts'
import { questionsOfMeeting } from '../reviews/questions-store.ts'
import { current, follow } from './current.ts'
import { notesOf } from './notes-store.ts'
import { returningFor } from './returning.ts'
import * as store from './store.ts'

/** Where it is said that a meeting has changed; nothing of it is in the message. */
export const roomTopic = (meetingId: string) => `meeting:${meetingId}`
/** The meeting of such a topic; null for any other. */
export const meetingOf = (topic: string) =>
  topic.startsWith('meeting:') ? (topic.slice('meeting:'.length) as MeetingId) : null // made one line up

/** A meeting as it stands, before anybody's view is made of it: the same for all who watch. */
export interface Standing {
  meeting: Meeting
  questions: readonly Question[]
  notes: Awaited<ReturnType<typeof notesOf>> | undefined
  people: readonly Byline[]
}

/** What is read of a meeting whoever looks at it. */
async function standing(db: Database | Tx, workspace: InWorkspace, meeting: Meeting): Promise<Standing> {
  return {
    meeting,
    questions: await questionsOfMeeting(db, workspace, meeting.id),
    // there are none before the questions are open
    notes: questionsAreOpen(meeting.phase) ? await notesOf(db, workspace, meeting.id) : undefined,
    people: (await allPeople(db, workspace.workspaceId)).map(({ id, name }) => ({ id, name })),
  }
}
type InWorkspace = Pick<Sees, 'workspaceId'>

/**
 * The room as this viewer may see it now. The only way by which anything of a meeting leaves the server: what the
 * projection in core does not contain is not sent (ARCHITECTURE §6).
 */
export function messageOf(
  { meeting, questions, notes, people }: Standing,
  viewer: Sees,
  returning: Returning,
  now: Date,
): RoomMessage {
  const room = roomFor(meeting, questions, viewer.id, now.getTime(), returning, notes)
  const mentioned = idsIn(room)
  return { room, people: people.filter(({ id }) => mentioned.has(id)), serverTime: now.toISOString() }
}

export async function roomMessage(
  db: Database | Tx,
  viewer: Sees,
  meeting: Meeting,
  now: Date,
): Promise<RoomMessage> {
  const returning = await returningFor(db, viewer, meeting)
  return messageOf(await standing(db, viewer, meeting), viewer, returning, now)
}

/** Null when for this viewer there is no such meeting. */
export async function readRoom(
  db: Database | Tx,
  viewer: Sees,
  id: MeetingId,
  now: Date,
): Promise<RoomMessage | null> {
  if (!(await store.one(db, viewer, id))) return null
  return roomMessage(db, viewer, await current(db, viewer, id), now)
}

/**
 * Reads a meeting for all who ask for it at about the same time, once: 200 people who hear of one change. Whoever asks
 * gets what was read after they asked, never something older.
 */
export function createRoomReader(db: Database): (workspace: InWorkspace, id: MeetingId) => Promise<Standing> {
  const reading = new Map<MeetingId, Promise<unknown>>()
  const next = new Map<MeetingId, Promise<Standing>>()

  async function read(workspace: InWorkspace, id: MeetingId): Promise<Standing> {
    await reading.get(id)
    // whoever else hears the same news asks in this turn
    await new Promise((resolve) => setImmediate(resolve))
    next.delete(id)
    const read = follow(db, workspace, id).then((meeting) => standing(db, workspace, meeting))
    const ended = read.then(
      () => undefined,
      () => undefined,
    )
    reading.set(id, ended)
    void ended.then(() => reading.get(id) === ended && reading.delete(id))
    return read
  }

  return (workspace, id) => {
    const coming = next.get(id) ?? read(workspace, id)
    next.set(id, coming)
    return coming
  }
}

/** Every text in a value, so that names are sent of those people whom the projection mentions, and of no others. */
function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) idsIn(inner, found)
  return found
}
