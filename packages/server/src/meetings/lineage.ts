import { decisionId, meetingId } from '@foreword/core/ids'
import type { meetingsContract } from '@foreword/core/meetings/contract'
import type { Step } from '@foreword/core/meetings/lineage'
import { beliefsOf, lineageOf } from '@foreword/core/meetings/lineageOf'
import { ok } from '@foreword/core/result'
import * as decisionsStore from '../decisions/store.ts'
import * as assumptionsStore from '../evidence/assumptions-store.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as editionsStore from '../narratives/editions-store.ts'
import * as narrativesStore from '../narratives/store.ts'
import * as iterationsStore from '../reviews/iterations/store.ts'
import { heldOn } from './store.ts'

const MOST_DECISIONS = 1000

/** N7: read anew from where each is kept; nothing of it is stored. */
export async function lineage(
  { initiativeId, before, most }: Inputs<typeof meetingsContract>['lineage'],
  { tx, person }: Call,
) {
  const iterations = await iterationsStore.list(tx, person, initiativeId)
  const assumptions = await assumptionsStore.allOf(tx, person, initiativeId)
  const inIterations = new Set<string>(iterations.map(({ document }) => document.narrativeId))
  const documents = (await narrativesStore.list(tx, person, initiativeId)).filter(
    ({ id }) => !inIterations.has(id),
  )
  const editions = await editionsStore.editionsOf(tx, person, initiativeId)
  const held = await heldOn(tx, person, initiativeId)
  const decisions = await decisionsStore.list(tx, person, { initiativeId, limit: MOST_DECISIONS })
  const deciders = await narrativesStore.bylines(
    tx,
    person,
    decisions.map(({ decision }) => decision.decider),
  )
  const steps: Step[] = [
    ...documents.map(
      ({ id, title, kind, createdAt, createdBy }): Step => ({
        ...{ what: 'document', at: createdAt, narrativeId: id, title, kind, by: createdBy },
      }),
    ),
    ...iterations.flatMap((iteration): Step[] => [
      { what: 'started', at: iteration.startedAt, iteration },
      ...(iteration.standing.name === 'running'
        ? []
        : [{ what: 'left' as const, at: iteration.standing.at, iteration }]),
    ]),
    ...editions.map(
      ({ id, number, name, title, frozenAt, frozenBy }): Step => ({
        ...{ what: 'edition', at: frozenAt, id, number, name, title, by: frozenBy },
      }),
    ),
    ...held.map(
      ({ id, startedAt, ...meeting }): Step => ({
        ...{ what: 'meeting', at: startedAt.toISOString(), id: meetingId.parse(id), ...meeting },
      }),
    ),
    ...decisions.map(
      ({ decision: { id, number, outcome, because, decider, recordedAt, supersededBy } }): Step => ({
        ...{
          what: 'decision',
          at: recordedAt,
          id: decisionId.parse(id),
          number,
          outcome: outcome.name,
          because,
        },
        decider: deciders.get(decider) ?? null,
        isSuperseded: supersededBy !== null,
      }),
    ),
  ]
  const whole = lineageOf(steps, assumptions.flatMap(beliefsOf))
  const until = whole.steps.filter(({ place }) => before === undefined || place < before)
  const shown = until.slice(-most)
  const more = until.length > shown.length
  return ok({ steps: shown.toReversed(), before: more ? [] : whole.before, more })
}
