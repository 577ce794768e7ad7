import { ok, type Result, refuse } from '@foreword/core/result'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import type { Note } from '@foreword/core/reviews/note'
import { newId } from '../db/ids.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as editionsStore from '../narratives/editions-store.ts'
import * as store from './notes-store.ts'
import { anchorIn } from './passages.ts'

type In = Inputs<typeof reviewsContract>

// R5: nothing here tells anybody anything

export async function listOwnNotes({ editionId }: In['listOwnNotes'], call: Call) {
  return ok(await store.ownNotes(call.tx, call.person, editionId))
}

export async function postNote(
  { editionId, text, on, key }: In['postNote'],
  call: Call,
): Promise<Result<Note, 'not-found' | 'no-such-passage'>> {
  const edition = await editionsStore.summaryOf(call.tx, call.person, editionId)
  if (!edition) return refuse('not-found')
  const anchor = on && (await anchorIn(call.tx, call.person, editionId, on))
  if (anchor && !anchor.ok) return anchor
  return ok(
    await store.insertNote(call.tx, call.person, {
      id: newId(),
      initiativeId: edition.initiativeId,
      editionId,
      text,
      anchor: anchor ? anchor.value : null,
      key: key ?? null,
      createdAt: call.now,
      changedAt: call.now,
    }),
  )
}

export async function editNote({ noteId, text }: In['editNote'], call: Call) {
  const changed = await store.rewordNote(call.tx, call.person, noteId, { text, changedAt: call.now })
  return changed ? ok(changed) : refuse('not-found')
}

export async function deleteNote({ noteId }: In['deleteNote'], call: Call) {
  const gone = await store.deleteNote(call.tx, call.person, noteId)
  return gone ? ok(undefined) : refuse('not-found')
}
