import type { AssumptionId } from '@foreword/core/ids'
import type { narrativesContract } from '@foreword/core/narratives/contract'
import { ok, type Result, refuse } from '@foreword/core/result'
import { type Passage, passageIn, searched } from '@foreword/document/ladder'
import { newId } from '../db/ids.ts'
import { dropAssumption, tellListed, writeDown } from '../evidence/assumptions.ts'
import * as assumptions from '../evidence/assumptions-store.ts'
import { type Call, inTransaction } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as initiativesStore from '../initiatives/store.ts'
import type { Collab } from '../live/collab.ts'
import * as resting from './resting-store.ts'
import * as store from './store.ts'

type In = Inputs<typeof narrativesContract>

/** W8: one click makes an assumption of what stands in brackets. It keeps the words without them, which may go later. */
export function trackWith(collab: Pick<Collab, 'lookAt'>) {
  return async (
    input: In['trackAssumption'],
    call: Omit<Call, 'tx'>,
  ): Promise<Result<undefined, 'not-found' | 'words-moved'>> => {
    const passage = await collab.lookAt(input.narrativeId, (doc) => {
      const draft = searched(doc, newId)
      const { blockId, from, to } = input.at
      const text = draft.blocks.find(({ id }) => id === blockId)?.text.slice(from, to) ?? ''
      if (bare(text).words !== bare(input.quote).words) return null
      const { before, words } = bare(text)
      return passageIn(draft, { blockId, from: from + before, to: from + before + words.length })
    })
    if (!passage) return refuse('words-moved')
    return inTransaction(call.services.db, (tx) => keep({ ...input, passage }, { ...call, tx }))
  }
}

/** `[they will pay]` → `they will pay`, and how much stands before it. */
function bare(text: string) {
  const [, before = '', words = ''] = /^(\s*\[?\s*)([\s\S]*?)\s*\]?\s*$/.exec(text) ?? []
  return { before: before.length, words }
}

async function keep(
  { narrativeId, passageId, assumptionId, passage }: In['trackAssumption'] & { passage: Passage },
  call: Call,
): Promise<Result<undefined, 'not-found'>> {
  const { tx, person, workspaceId, now } = call
  const initiativeId = (await store.one(tx, person, narrativeId))?.initiativeId
  if (!initiativeId || !(await initiativesStore.lock(tx, person, initiativeId))) return refuse('not-found')
  const tracked = await resting.trackedIn(tx, narrativeId)
  // two people at the same brackets
  if (tracked.some((each) => isSame(each.passage, passage))) return ok(undefined)
  const statement = passage.quote.replace(/\s+/g, ' ')
  const known = (await assumptions.allOf(tx, person, initiativeId)).find(
    (each) => each.statement.toLowerCase() === statement.toLowerCase(),
  )
  if (known)
    await tellListed(
      { initiativeId, assumptionId: known.id },
      `found in the draft what is assumed: ${statement}`,
      call,
    )
  else await writeDown({ initiativeId, assumptionId, statement }, call)
  await resting.insert(tx, {
    ...{ workspaceId, id: passageId, initiativeId, narrativeId, passage },
    assumptionId: known?.id ?? assumptionId,
    addedBy: person.id,
    addedAt: now,
  })
  return ok(undefined)
}

const isSame = (one: Passage, other: Passage) =>
  one.blockId === other.blockId && one.quote === other.quote && one.from < other.to && other.from < one.to

export async function untrackAssumption({ narrativeId, passageId }: In['untrackAssumption'], call: Call) {
  const { tx, person } = call
  const initiativeId = (await store.one(tx, person, narrativeId))?.initiativeId
  if (!initiativeId || !(await initiativesStore.lock(tx, person, initiativeId))) return refuse('not-found')
  const gone = await resting.remove(tx, person, { narrativeId, id: passageId })
  if (gone === null) return ok(undefined)
  const assumptionId = gone as AssumptionId // a row of ours
  const others = await resting.trackedOf(tx, person, initiativeId)
  const isElsewhere = others.some(({ assumption }) => assumption.id === assumptionId)
  const dropped = isElsewhere
    ? null
    : await dropAssumption({ initiativeId, assumptionId, dropped: true }, call)
  // what was judged, or is waited for, stays
  if (!dropped?.ok)
    await tellListed({ initiativeId, assumptionId }, 'took a passage off what is assumed', call)
  return ok(undefined)
}
