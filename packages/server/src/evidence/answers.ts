import type { evidenceContract } from '@foreword/core/evidence/contract'
import { ok, refuse } from '@foreword/core/result'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as initiativesStore from '../initiatives/store.ts'
import * as store from './answers-store.ts'
import { hasEvidence } from './assumptions-store.ts'
import { tellLinked } from './linked.ts'

type In = Inputs<typeof evidenceContract>

export async function answers({ initiativeId }: In['answers'], call: Call) {
  return ok(await store.of(call.tx, call.person, initiativeId))
}

export async function weighAnswer(input: In['weighAnswer'], call: Call) {
  const { tx, person } = call
  const { initiativeId, evidenceId, side } = input
  if (!(await initiativesStore.lock(tx, person, initiativeId))) return refuse('not-found')
  if (side !== null && !(await hasEvidence(tx, person, { initiativeId, id: evidenceId })))
    return refuse('evidence-is-gone')
  await store.weigh(tx, person, input)
  await tellLinked(initiativeId, side, 'an answer', call)
  return ok(undefined)
}
