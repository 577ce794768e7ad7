import { initiativeId } from '@foreword/core/ids'
import { tellingWords } from '@foreword/core/initiatives/alike'
import type { initiativesContract } from '@foreword/core/initiatives/contract'
import { byline } from '@foreword/core/people/person'
import { ok } from '@foreword/core/result'
import type { Reading } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as store from './resembling-store.ts'

type In = Inputs<typeof initiativesContract>['resembling']

const MOST = 5

/** What whoever names a new idea should have read before. Nothing is decided by it. */
export async function resembling({ title }: In, { db, person }: Reading) {
  const words = tellingWords(title)
  if (words.length === 0) return ok([])
  const rows = await store.resembling(db, person, { title, words, most: MOST })
  return ok(
    rows.map((row) => ({
      id: initiativeId.parse(row.id),
      name: row.name,
      stage: row.stage,
      stageSince: new Date(row.stage_since).toISOString(),
      owner: byline.parse({ id: row.owner_id, name: row.owner_name }),
      reason: row.reason ?? '',
    })),
  )
}
