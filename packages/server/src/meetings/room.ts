import type { MeetingId, PersonId } from '@foreword/core/ids'
import { type Meeting, questionsAreOpen } from '@foreword/core/meetings/meeting'
import type { Returning } from '@foreword/core/meetings/returning'
import type { Room, RoomMessage } from '@foreword/core/meetings/room'
import { roomFor } from '@foreword/core/meetings/visible'
import { noWindows, type Windows } from '@foreword/core/meetings/window'
import type { Byline } from '@foreword/core/people/person'
import type { Question } from '@foreword/core/reviews/question'
import type { Database, Tx } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { allPeople } from '../people/store.ts'
import { questionsOfMeeting } from '../reviews/questions-store.ts'
import { current, follow } from './current.ts'
import { notesOf } from './notes-store.ts'
import { returningTo } from './returning.ts'
import * as store from './store.ts'
import { windowsOf } from './window-store.ts'

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
  people: ReadonlyMap<string, Byline>
  windows: Windows
  /** Read when somebody asks for it first. */
  returningFor(viewer: Sees): Promise<Returning>
}

/** What is read of a meeting whoever looks at it. */
async function standing(db: Database | Tx, workspace: InWorkspace, meeting: Meeting): Promise<Standing> {
  const everybody = await allPeople(db, workspace.workspaceId)
  return {
    meeting,
    questions: await questionsOfMeeting(db, workspace, meeting.id),
    // there are none before the questions are open
    notes: questionsAreOpen(meeting.phase) ? await notesOf(db, workspace, meeting.id) : undefined,
    // given after the close alone
    windows: meeting.phase.name === 'closed' ? await windowsOf(db, workspace, meeting.id) : noWindows,
    people: new Map(everybody.map(({ id, name }) => [id, { id, name }])),
    returningFor: returningTo(db, meeting),
  }
}
type InWorkspace = Pick<Sees, 'workspaceId'>

/**
 * The room as this viewer may see it now. The only way by which anything of a meeting leaves the server: what the
 * projection in core does not contain is not sent (ARCHITECTURE §6).
 */
export function messageOf(
  { meeting, questions, notes, people, windows }: Standing,
  viewer: Sees,
  returning: Returning,
  now: Date,
): RoomMessage {
  const room = roomFor(meeting, questions, viewer.id, now.getTime(), returning, notes, windows)
  const mentioned = mentionedIn(room)
  return {
    room,
    people: [...people.values()].filter(({ id }) => mentioned.has(id)),
    serverTime: now.toISOString(),
  }
}

export async function roomMessage(
  db: Database | Tx,
  viewer: Sees,
  meeting: Meeting,
  now: Date,
): Promise<RoomMessage> {
  const stands = await standing(db, viewer, meeting)
  return messageOf(stands, viewer, await stands.returningFor(viewer), now)
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
export function createRoomReader(db: Database) {
  const reading = new Map<MeetingId, Promise<unknown>>()
  const next = new Map<MeetingId, Promise<Standing>>()
  const asking = new Map<MeetingId, { people: Set<PersonId>; allowed: Promise<ReadonlySet<PersonId>> }>()

  async function readNow(workspace: InWorkspace, id: MeetingId): Promise<Standing> {
    await reading.get(id)
    await whoeverElseHears()
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

  async function allowedOf(workspace: InWorkspace, id: MeetingId, people: ReadonlySet<PersonId>) {
    await whoeverElseHears()
    asking.delete(id)
    return store.readersAmong(db, workspace, id, [...people])
  }

  return {
    read(workspace: InWorkspace, id: MeetingId): Promise<Standing> {
      const coming = next.get(id) ?? readNow(workspace, id)
      next.set(id, coming)
      return coming
    },
    /** Whether the viewer may read the meeting still: one question for all of whom it is asked in one turn. */
    async mayRead(viewer: Sees, id: MeetingId): Promise<boolean> {
      let asked = asking.get(id)
      if (!asked) {
        const people = new Set<PersonId>()
        asked = { people, allowed: allowedOf(viewer, id, people) }
        asking.set(id, asked)
      }
      asked.people.add(viewer.id)
      return (await asked.allowed).has(viewer.id)
    },
  }
}

/** Whoever else hears the same news asks in this turn. */
const whoeverElseHears = () => new Promise((resolve) => setImmediate(resolve))

/** Every id in a room, so that names are sent of those people whom the projection mentions, and of no others. */
function mentionedIn(room: Room): ReadonlySet<string> {
  const { attendees, phase, ...rest } = room
  const { questions = [], ...ofPhase } = 'questions' in phase ? phase : { ...phase, questions: [] }
  const found = new Set(idsIn([rest, ofPhase]))
  // hundreds, and the same for nearly all who watch
  for (const item of [...attendees, ...questions]) {
    const ids = known.get(item) ?? idsIn(item)
    known.set(item, ids)
    for (const id of ids) found.add(id)
  }
  return found
}
const known = new WeakMap<object, readonly string[]>()
const ID_LENGTH = 36

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length === ID_LENGTH ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}
