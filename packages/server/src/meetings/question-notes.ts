import type { meetingsContract } from '@foreword/core/meetings/contract'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { writtenOver } from '@foreword/core/meetings/note'
import { type Result, refuse } from '@foreword/core/result'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { carryOut } from './carry-out.ts'
import { holdingOf } from './holding.ts'
import { keepNote, notesOf } from './notes-store.ts'
import * as store from './store.ts'

type In = Inputs<typeof meetingsContract>
type NoNote =
  | 'not-found'
  | 'meeting-is-closed'
  | 'not-started'
  | 'the-room-is-reading'
  | 'the-questions-are-opening'
  | 'the-meeting-is-adjourned'
  | 'not-invited'
  | 'not-in-the-room'
  | 'not-the-note-taker'
  | 'no-such-question'
  | 'note-has-changed'

/**
 * Writes what is said on a question. The meeting's lock is held, so that of two who write at once one comes second and
 * is shown what the first wrote. Saying the same again changes nothing, so a repeat needs no key of its own.
 */
export async function writeNote(
  { meetingId, questionId, over, text, key }: In['writeNote'],
  call: Call,
): Promise<Result<Meeting, NoNote>> {
  const { tx, person, workspaceId, now } = call
  if (!(await store.lock(tx, person, meetingId))) return refuse('not-found')
  const held = await carryOut<Exclude<NoNote, 'not-found' | 'note-has-changed'>>(
    holdingOf(call),
    meetingId,
    { kind: 'writeNote', questionId },
    key,
  )
  if (!held.ok) return held
  const stands = (await notesOf(tx, call, meetingId)).get(questionId) ?? null
  const written = writtenOver(stands, { over, text })
  if (written === 'changed') return refuse('note-has-changed')
  if (written === 'writes') {
    const note = { text, version: over + 1, by: person.id, changedAt: now }
    await keepNote(tx, { workspaceId, meetingId, questionId, ...note })
  }
  return held
}
