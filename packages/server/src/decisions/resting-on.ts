import type { decisionsContract } from '@foreword/core/decisions/contract'
import { ok } from '@foreword/core/result'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { restingEditions } from '../narratives/rests-on.ts'
import * as store from './store.ts'

/** W8: for each assumption of an idea that fell, the editions that rest on it and the decisions taken on these. */
export async function restingOn(
  { initiativeId }: Inputs<typeof decisionsContract>['restingOn'],
  { tx, person }: Call,
) {
  const editions = await restingEditions(tx, person, initiativeId)
  if (editions.length === 0) return ok([])
  const decisions = (await store.list(tx, person, { initiativeId, limit: 1000 }))
    .map(({ decision }) => decision)
    .filter(({ supersededBy }) => supersededBy === null)
  const ids = new Set(editions.flatMap(({ fallen }) => fallen.map(({ assumptionId }) => assumptionId)))
  return ok(
    [...ids].map((assumptionId) => {
      const resting = editions.filter(({ fallen }) =>
        fallen.some((each) => each.assumptionId === assumptionId),
      )
      return {
        assumptionId,
        editions: resting.map(({ id, number, title }) => ({ id, number, title })),
        decisions: decisions
          .filter(({ edition }) => resting.some(({ id }) => id === edition?.id))
          .map(({ id, number, outcome }) => ({ id, number, outcome: outcome.name })),
      }
    }),
  )
}
