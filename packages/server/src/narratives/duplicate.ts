import type { InitiativeId, NarrativeId } from '@foreword/core/ids'
import { headline } from '@foreword/core/initiatives/initiative'
import type { narrativesContract } from '@foreword/core/narratives/contract'
import { suffices } from '@foreword/core/people/permissions'
import { ok, type Result, refuse } from '@foreword/core/result'
import { type Call, inTransaction } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as initiatives from '../initiatives/actions.ts'
import { rightsFor } from '../initiatives/visibility.ts'
import type { Collab } from '../live/collab.ts'
import { beginNarrative } from './begin.ts'
import { copyOfDraft } from './copied.ts'
import { shortened } from './drafts.ts'
import * as store from './store.ts'

type In = Inputs<typeof narrativesContract>['duplicate']

interface Copied {
  initiativeId: InitiativeId
  narrativeId: NarrativeId
}

const LONGEST_NAME = 160

/** N8: the words as they stand. Comments, notes, questions, people, editions and decisions stay where they are. */
export function duplicateWith({ collab }: { collab: Pick<Collab, 'lookAt'> }) {
  return async (
    { narrativeId, into, suggestions }: In,
    call: Omit<Call, 'tx'>,
  ): Promise<Result<Copied, 'suggestions-in-copy' | 'not-found' | 'not-allowed'>> => {
    const seed = await copyOfDraft(collab, narrativeId, suggestions)
    if (!seed.ok) return seed
    return inTransaction(call.services.db, async (tx) => {
      const inTx = { ...call, tx }
      const original = await store.one(tx, call.person, narrativeId)
      if (!original) return refuse('not-found')
      const target = await targetOf(into, original, inTx)
      if (!target.ok) return target
      const copy = await beginNarrative(
        {
          initiativeId: target.value,
          kind: original.kind,
          seed: seed.value,
          author: null,
          duplicatedFrom: narrativeId,
          says: 'made a copy of a document',
        },
        inTx,
      )
      return ok({ initiativeId: target.value, narrativeId: copy.id })
    })
  }
}

/** The idea that was named, if one may write in it; else a new one, shared no wider than the original's. */
async function targetOf(into: In['into'], original: { initiativeId: string; title: string }, call: Call) {
  if (into !== undefined) {
    const right = await rightsFor(call.tx, call.person, into)
    if (!right) return refuse('not-found')
    return suffices(right, 'edit') ? ok(into) : refuse('not-allowed')
  }
  const visibility = (await store.visibilityOf(call.tx, call.person, original.initiativeId)) ?? 'named'
  const name = headline.parse(shortened(`Copy of ${original.title || 'a document'}`, LONGEST_NAME))
  const made = await initiatives.create({ name, visibility }, call)
  // every company has a group, and nobody named another
  if (!made.ok) throw new Error(`an idea could not be begun: ${made.refusal}`)
  return ok(made.value.id)
}
