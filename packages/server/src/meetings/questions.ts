import type { PersonId, QuestionId } from '@foreword/core/ids'
import { mayAsk } from '@foreword/core/meetings/decideReading'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { windowNow } from '@foreword/core/meetings/window'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import type { Question } from '@foreword/core/reviews/question'
import { newId } from '../db/ids.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { anchorIn } from '../reviews/passages.ts'
import { askedWith, insertQuestion } from '../reviews/questions-store.ts'
import { carryOut } from './carry-out.ts'
import { current } from './current.ts'
import { holdingOf } from './holding.ts'
import * as store from './store.ts'
import { windowsOf } from './window-store.ts'

type In = Inputs<typeof reviewsContract>
type NoQuestion =
  | 'not-found'
  | 'no-such-passage'
  | 'no-questions-now'
  | 'questions-are-open'
  | 'not-in-the-room'
  | 'not-the-note-taker'

/**
 * Asks a question in a meeting. Under the seal nothing but the row is written: no event, no news (ARCHITECTURE §6).
 * The meeting's lock is held, so that the reveal counts every question that was acknowledged.
 */
export async function postQuestion(
  input: In['postQuestion'],
  call: Call,
): Promise<Result<{ question: Question; meeting: Meeting }, NoQuestion>> {
  const { tx, person, workspaceId, now } = call
  const row = await store.lock(tx, person, input.meetingId)
  if (!row) return refuse('not-found')
  const meeting = await current(tx, { workspaceId }, input.meetingId)
  const asker = input.by ?? person.id
  const may = await mayAskNow(meeting, asker, call)
  if (!may.ok) {
    if (may.refusal === 'meeting-is-closed') return refuse('no-questions-now')
    return may.refusal === 'no-such-person' ? refuse('not-in-the-room') : refuse(may.refusal)
  }
  const by = { workspaceId, by: asker, key: input.key }
  // one that arrived before, of which the answer was lost, is answered again
  if (input.underSeal && !may.value.sealed && !(await askedWith(tx, by))) return refuse('questions-are-open')
  const anchor = input.on && (await anchorIn(tx, person, meeting.edition.id, input.on))
  if (anchor && !anchor.ok) return anchor
  const { question, isNew } = await insertQuestion(tx, {
    ...by,
    id: newId<QuestionId>(),
    initiativeId: meeting.initiativeId,
    meetingId: meeting.id,
    editionId: meeting.edition.id,
    enteredBy: asker === person.id ? null : person.id,
    text: input.text,
    matter: input.matter,
    anchor: anchor ? anchor.value : null,
    seal: may.value.sealed ? 'sealed' : meeting.phase.name === 'closed' ? 'on-record' : 'in-the-room',
    state: { name: 'open' },
    askedAt: now,
  })
  if (isNew && question.seal === 'in-the-room' && question.matter === 'substance') {
    const command = { kind: 'addQuestion', question: { id: question.id, by: question.by } } as const
    const added = await carryOut<'no-questions-now'>(holdingOf(call), meeting.id, command, input.key)
    if (!added.ok) return added
    return ok({ question, meeting: added.value })
  }
  return ok({ question, meeting })
}

/** R14: whoever reads in a time of their own asks after the meeting; what they ask is open, and opens the next one (F5). */
async function mayAskNow(meeting: Meeting, asker: PersonId, { tx, workspaceId, person, now }: Call) {
  const may = mayAsk(meeting, person.id, asker)
  if (may.ok || may.refusal !== 'meeting-is-closed' || asker !== person.id) return may
  const own = (await windowsOf(tx, { workspaceId }, meeting.id)).get(asker)
  return own && windowNow(own, now.getTime()) === 'running' ? ok({ sealed: false }) : may
}
