import type { CommentId } from '@foreword/core/ids'
import { suffices } from '@foreword/core/people/permissions'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { KeptPassage } from '@foreword/core/reviews/anchor'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import { type Call, inTransaction } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { rightsFor } from '../initiatives/visibility.ts'
import type { Collab } from '../live/collab.ts'
import { tellOf } from './actions.ts'
import { isSilent } from './silence.ts'
import * as store from './store.ts'
import { openDraft, selectedIn } from './where.ts'

type In = Inputs<typeof reviewsContract>['reattachComment']
type Refusals =
  | 'not-found'
  | 'no-such-passage'
  | 'not-yours-to-place'
  | 'nothing-to-take-back'
  | 'about-the-whole'
  | 'edition-is-being-read'

/** Puts a comment beside words of the draft that somebody chose, or takes the last such act back. Where it was made stays. */
export function reattachWith(collab: Pick<Collab, 'lookAt'>) {
  return async (
    { commentId, on }: In,
    call: Omit<Call, 'tx'>,
  ): Promise<Result<{ id: CommentId }, Refusals>> => {
    const { db } = call.services
    const found = await store.one(db, call.person, commentId)
    if (!found) return refuse('not-found')
    const passage = on && (await collab.lookAt(found.narrativeId, (doc) => selectedIn(openDraft(doc), on)))
    if (on && !passage) return refuse('no-such-passage')
    return inTransaction(db, (tx) => notePutBack({ commentId, passage }, { ...call, tx }))
  }
}

async function notePutBack(
  { commentId, passage }: { commentId: CommentId; passage: KeptPassage | null },
  call: Call,
): Promise<Result<{ id: CommentId }, Refusals>> {
  const found = await store.lock(call.tx, call.person, commentId)
  if (!found || found.parentId) return refuse('not-found')
  if (await isSilent(call.tx, call, found.editionId)) return refuse('edition-is-being-read')
  const right = await rightsFor(call.tx, call.person, found.initiativeId)
  const isTheirs = found.by.id === call.person.id || (right !== null && suffices(right, 'edit'))
  if (!isTheirs) return refuse('not-yours-to-place')
  if (found.on === null) return refuse('about-the-whole')
  if (passage === null && found.putBack.length === 0) return refuse('nothing-to-take-back')
  const putBack = passage
    ? [...found.putBack, { passage, by: call.person, at: call.now.toISOString() }]
    : found.putBack.slice(0, -1)
  await store.update(call.tx, call.person, commentId, {
    putBack: putBack.map(({ by, ...put }) => ({ ...put, by: by.id })),
  })
  await tellOf('comment.changed', found, call)
  return ok({ id: found.id })
}
