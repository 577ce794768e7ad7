import { isPast } from '@foreword/core/days'
import type { FeedbackRequestId, InitiativeId } from '@foreword/core/ids'
import { feedbackRequestId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { feedbackContract } from '@foreword/core/reviews/feedback/contract'
import type { FeedbackRequest } from '@foreword/core/reviews/feedback/feedback'
import { newId } from '../../db/ids.ts'
import { type Call, tell } from '../../http/call.ts'
import type { Inputs } from '../../http/os.ts'
import { mayRead } from '../../initiatives/reader.ts'
import * as editionsStore from '../../narratives/editions-store.ts'
import * as narrativesStore from '../../narratives/store.ts'
import { writeOutside } from './letters.ts'
import { askAgain, letAllIn, type MayNotAsk, mayAsk } from './outside.ts'
import * as store from './store.ts'

type In = Inputs<typeof feedbackContract>

declare module '../../outbox/events.ts' {
  interface Events {
    /** Not `initiativeId`, which would ask for a line on the timeline. */
    'feedback.asked': { requestId: FeedbackRequestId; ofInitiative: InitiativeId }
  }
}

export async function ask(
  { narrativeId, editionId, people, outside, ...asked }: In['ask'],
  call: Call,
): Promise<Result<FeedbackRequest, 'not-found' | 'due-is-past' | 'cannot-read-it' | MayNotAsk>> {
  const { tx, person, workspaceId, now } = call
  const narrative = await narrativesStore.one(tx, person, narrativeId)
  if (!narrative) return refuse('not-found')
  const before = await store.askedWith(tx, person, asked.key, now)
  if (before) return ok(before)
  if (editionId !== null) {
    const edition = await editionsStore.summaryOf(tx, person, editionId)
    if (edition?.narrativeId !== narrativeId) return refuse('not-found')
  }
  if (isPast(asked.due, now.getTime())) return refuse('due-is-past')
  const { initiativeId } = narrative
  const readers = [...new Set(people)]
  for (const id of readers) {
    if (!(await mayRead(tx, { id, workspaceId }, initiativeId))) return refuse('cannot-read-it')
  }
  const links = await mayAsk(outside, asked.due, call)
  if (!links.ok) return links
  const id = feedbackRequestId.parse(newId())
  const isNew = await store.insert(
    tx,
    { ...asked, workspaceId, id, initiativeId, narrativeId, editionId, by: person.id, askedAt: now },
    readers,
  )
  // false when the same came at the same time
  if (isNew) {
    if (links.value) {
      const to = { requestId: id, initiativeId, expiresAt: links.value }
      await writeOutside(await letAllIn(outside, to, call), call)
    }
    await tell(call, {
      type: 'feedback.asked',
      aggregate: narrativeId,
      requestId: id,
      ofInitiative: initiativeId,
    })
  }
  const made = await store.askedWith(tx, person, asked.key, now)
  if (!made) throw new Error(`the request ${id} is gone right after it was made`)
  return ok(made)
}

export async function list({ initiativeId }: In['list'], { tx, person, now }: Call) {
  return ok(await store.list(tx, person, initiativeId, now))
}

export async function readership({ initiativeId }: In['readership'], { tx, person }: Call) {
  return ok(await store.readership(tx, person, initiativeId))
}

export async function end({ initiativeId, requestId, ended }: In['end'], call: Call) {
  const { tx, person, now } = call
  const found = await store.end(tx, person, { initiativeId, requestId, at: ended ? now : null })
  if (!found) return refuse('not-found')
  await askAgain(requestId, call)
  return ok(undefined)
}

export async function askedOfYou(_: unknown, { tx, person }: Call) {
  return ok(await store.askedOf(tx, person))
}

export async function asked({ requestId }: In['asked'], { tx, person }: Call) {
  const found = await store.asked(tx, person, requestId)
  return found ? ok(found) : refuse('not-found')
}

export async function noteMinute({ requestId, page }: In['noteMinute'], { tx, person, now }: Call) {
  const found = await store.asked(tx, person, requestId)
  if (!found) return refuse('not-found')
  const furthest = page && found.edition ? Math.min(page, found.edition.pages) : null
  await store.addMinute(tx, person, { requestId, page: furthest, now })
  return ok(undefined)
}

export async function sayRead({ requestId, read }: In['sayRead'], { tx, person, now }: Call) {
  if (!(await store.asked(tx, person, requestId))) return refuse('not-found')
  await store.setRead(tx, person, requestId, read ? now : null)
  return ok(undefined)
}
