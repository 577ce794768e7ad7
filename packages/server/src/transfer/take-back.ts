import { initiativeId as toInitiativeId, narrativeId as toNarrativeId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { transferContract } from '@foreword/core/transfer/contract'
import { documentFromBytes } from '@foreword/document/canonical'
import { compare } from '@foreword/document/diff'
import type { DocumentJson } from '@foreword/document/json'
import { merged } from '@foreword/document/word/merge'
import { documentFromYDoc } from '@foreword/document/yjs'
import { changeContent } from '@foreword/document/yjs-change'
import { newId } from '../db/ids.ts'
import { type Call, inTransaction, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { tellOf } from '../reviews/actions.ts'
import * as reviews from '../reviews/store.ts'
import type { Returning } from './preview.ts'
import { settleReturn } from './settle-return.ts'
import * as store from './word-store.ts'

type In = Inputs<typeof transferContract>['takeBack']
interface TakenBack {
  wordsAdded: number
  wordsRemoved: number
}

/**
 * Takes back what a Word file brought, as a forward change: each place that is still as the file left it becomes what
 * it was before, and what was written since stays.
 */
export const takeBackWith =
  ({ collab }: Pick<Returning, 'collab'>) =>
  async (
    { narrativeId, wordReturnId }: In,
    call: Omit<Call, 'tx'>,
  ): Promise<Result<TakenBack, 'not-found' | 'taken-back-already'>> => {
    // what never came in, because the server stopped, cannot be taken out
    await settleReturn({ db: call.services.db, collab }, { workspaceId: call.workspaceId, wordReturnId })
    return inTransaction(
      call.services.db,
      async (tx): Promise<Result<TakenBack, 'not-found' | 'taken-back-already'>> => {
        const row = await store.lock(tx, call.person, wordReturnId)
        if (row?.narrativeId !== narrativeId) return refuse('not-found')
        if (row.takenBackAt !== null) return refuse('taken-back-already')
        const [before, after] = [stored(row.before), stored(row.after)]
        const inTx = { ...call, tx }
        await store.noteTakenBack(tx, call.person, wordReturnId, call.now)
        await removeUnanswered(narrativeId, wordReturnId, inTx)
        const initiativeId = toInitiativeId.parse(row.initiativeId)
        await tell(inTx, {
          type: 'draft.word-taken-back',
          aggregate: initiativeId,
          initiativeId,
          narrativeId: toNarrativeId.parse(narrativeId),
          wordReturnId,
          says: 'took back what came from Word',
          about: { kind: 'narrative', id: narrativeId },
        })
        // last, so that whatever fails before it leaves the draft as it is
        const { wordsAdded, wordsRemoved } = await collab.editDraft(
          narrativeId,
          (doc) => {
            const now = documentFromYDoc(doc, newId)
            const { document } = merged(after, now, before, newId)
            changeContent(doc, document)
            return compare(now, document)
          },
          call.person.id,
        )
        return ok({ wordsAdded, wordsRemoved })
      },
    )
  }

function stored(bytes: Uint8Array): DocumentJson {
  const read = documentFromBytes(bytes)
  if (!read.ok) throw new Error(`a draft that was kept cannot be read: ${read.refusal}`)
  return read.value
}

/** Comments that came with the file, and nobody has said anything to. */
async function removeUnanswered(narrativeId: string, returnId: string, call: Call): Promise<void> {
  const all = await reviews.allOf(call.tx, call.person, narrativeId)
  const brought = new Set(all.filter(({ fromWord }) => fromWord?.returnId === returnId).map(({ id }) => id))
  const answered = new Set(
    all.filter(({ id, parentId }) => parentId && !brought.has(id)).map(({ parentId }) => parentId),
  )
  const going = all.filter(
    ({ id, parentId }) => brought.has(id) && !answered.has(id) && !answered.has(parentId),
  )
  // replies before what they reply to
  for (const comment of going.toSorted((a, b) => Number(a.parentId === null) - Number(b.parentId === null))) {
    await reviews.remove(call.tx, call.person, comment.id)
    await tellOf(comment.parentId ? 'comment.changed' : 'comment.removed', comment, call)
  }
}
