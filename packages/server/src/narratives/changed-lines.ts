import type { narrativesContract } from '@foreword/core/narratives/contract'
import type { ChangedLines, Edition } from '@foreword/core/narratives/narrative'
import { ok, refuse } from '@foreword/core/result'
import { changedLines as linesBetween } from '@foreword/document/changed-lines'
import type { DocumentJson } from '@foreword/document/json'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as store from './editions-store.ts'

const MOST_KEPT = 64
/** Neither of the two ever changes; a room asks for the same pair as often as it has readers. */
const kept = new Map<string, ChangedLines[]>()

export async function changedLines(
  { editionId, from }: Inputs<typeof narrativesContract>['changedLines'],
  { tx, person }: Call,
) {
  // asked of each viewer anew, also when the answer is known: whoever may not read one of them has none
  for (const id of [editionId, from]) if (!(await store.summaryOf(tx, person, id))) return refuse('not-found')
  const pair = `${from} ${editionId}`
  const known = kept.get(pair)
  if (known) return ok(known)
  const after = await store.edition(tx, person, editionId)
  const before = await store.edition(tx, person, from)
  if (!after || !before) return refuse('not-found')
  const found = linesBetween(textOf(before), { ...after, document: textOf(after) })
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  kept.set(pair, found)
  return ok(found)
}

// the contract carries documents as loose JSON; these were checked against the schema when they were frozen
const textOf = ({ document }: Edition) => document as unknown as DocumentJson
