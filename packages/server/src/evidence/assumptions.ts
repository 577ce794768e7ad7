import { type AssumptionState, assumptionStateLabels, changeTo } from '@foreword/core/evidence/assumptions'
import type { evidenceContract } from '@foreword/core/evidence/contract'
import type { AssumptionChangeId, AssumptionId, InitiativeId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import { newId } from '../db/ids.ts'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { comeBack } from '../initiatives/comeback.ts'
import * as initiativesStore from '../initiatives/store.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'
import * as store from './assumptions-store.ts'
import { tellLinked } from './linked.ts'

type In = Inputs<typeof evidenceContract>

declare module '../outbox/events.ts' {
  interface Events {
    /** Written down, removed or put back. */
    'assumption.listed': OnTimeline & { assumptionId: AssumptionId }
    /** It stands otherwise now, and so may what rests on it (W8). */
    'assumption.changed': OnTimeline & {
      assumptionId: AssumptionId
      changeId: AssumptionChangeId
      from: AssumptionState
      to: AssumptionState
      takesBack: boolean
    }
  }
}

export async function assumptions(input: In['assumptions'], call: Call) {
  const found = await store.list(call.tx, call.person, { ...input, most: input.most + 1 })
  const row = await initiativesStore.one(call.tx, call.person, input.initiativeId)
  const listed = found.slice(0, input.most)
  return ok({
    assumptions: listed.map((each) => ({ ...each, waitedFor: each.id === row?.initiative.returnsWith })),
    more: found.length > input.most,
  })
}

export async function addAssumption(input: In['addAssumption'], call: Call) {
  if (!(await initiativesStore.lock(call.tx, call.person, input.initiativeId))) return refuse('not-found')
  await writeDown(input, call)
  return ok(undefined)
}

/** Whether it is new. The nouns to the right call this in their own transaction, with the idea locked. */
export async function writeDown(
  { initiativeId, assumptionId, statement }: In['addAssumption'],
  call: Call,
): Promise<boolean> {
  const { workspaceId, person, now } = call
  if (!(await store.insert(call.tx, { workspaceId, initiativeId, id: assumptionId }))) return false
  await store.insertChange(call.tx, {
    ...{ workspaceId, assumptionId, statement },
    id: newId(),
    state: 'untested',
    because: '',
    by: person.id,
    at: now,
  })
  await tellListed({ initiativeId, assumptionId }, `noted an assumption: ${statement}`, call)
  return true
}

export async function setAssumption(
  { initiativeId, assumptionId, changeId, state, because, statement }: In['setAssumption'],
  call: Call,
): Promise<Result<undefined, 'not-found' | 'assumption-stands-so' | 'assumption-not-reworded'>> {
  const row = await initiativesStore.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  const before = await store.one(call.tx, call.person, { initiativeId, id: assumptionId })
  if (!before) return refuse('not-found')
  if (before.history.some(({ id }) => id === changeId)) return ok(undefined)
  const now = changeTo(before, { state, statement })
  if (!now.ok) return now
  await store.insertChange(call.tx, {
    ...{ workspaceId: call.workspaceId, id: changeId, assumptionId, because },
    ...now.value,
    by: call.person.id,
    at: call.now,
  })
  await tell(call, {
    type: 'assumption.changed',
    aggregate: initiativeId,
    ...{ initiativeId, assumptionId, changeId, from: before.state, to: state, takesBack: false },
    says: saysOf(state, before.statement, now.value.statement),
    reason: because,
    about: { kind: 'assumption', id: assumptionId },
  })
  // D4: whatever is found out of what it waited for; that it is to be tested again is nothing found out
  if (row.initiative.returnsWith === assumptionId && state !== 'untested') {
    const says = `Came back by itself: what it waited for is ${assumptionStateLabels[state].toLowerCase()}, “${before.statement}”`
    await comeBack(call.tx, row.initiative, { by: 'assumption', says, reason: because, now: call.now })
  }
  return ok(undefined)
}

const saysOf = (state: AssumptionState, was: string, is: string): string =>
  ({
    untested: `holds an assumption for untested: ${is}`,
    supported: `found an assumption supported: ${is}`,
    refuted: `found an assumption refuted: ${is}`,
    changed: `changed an assumption, from “${was}” to “${is}”`,
  })[state]

/** The last change alone, once: it stands as before, and its history says both. */
export async function takeBackAssumption(
  { initiativeId, assumptionId, changeId }: In['takeBackAssumption'],
  call: Call,
) {
  if (!(await initiativesStore.lock(call.tx, call.person, initiativeId))) return refuse('not-found')
  const found = await store.one(call.tx, call.person, { initiativeId, id: assumptionId })
  const [last, before] = found?.history.toReversed() ?? []
  if (!found || !last) return refuse('not-found')
  if (last.id !== changeId || last.takesBack || !before) return refuse('assumption-moved-on')
  const { state, statement } = before
  const id = newId<AssumptionChangeId>()
  await store.insertChange(call.tx, {
    ...{ workspaceId: call.workspaceId, id, assumptionId, state, statement },
    because: '',
    takesBack: changeId,
    by: call.person.id,
    at: call.now,
  })
  await tell(call, {
    type: 'assumption.changed',
    aggregate: initiativeId,
    ...{ initiativeId, assumptionId, changeId: id, from: last.state, to: state, takesBack: true },
    says: `took back what was said of an assumption: ${statement}`,
    about: { kind: 'assumption', id: assumptionId },
  })
  return ok(undefined)
}

export async function dropAssumption(
  { initiativeId, assumptionId, dropped }: In['dropAssumption'],
  call: Call,
) {
  const row = await initiativesStore.lock(call.tx, call.person, initiativeId)
  const found = row && (await store.one(call.tx, call.person, { initiativeId, id: assumptionId }))
  if (!found) return refuse('not-found')
  if (dropped && row.initiative.returnsWith === assumptionId) return refuse('idea-waits-for-it')
  if (dropped && found.history.length > 1) return refuse('assumption-was-judged')
  const droppedAt = dropped ? call.now : null
  if (!(await store.drop(call.tx, call.person, { initiativeId, id: assumptionId, droppedAt })))
    return ok(undefined)
  const act = dropped ? 'removed an assumption' : 'put an assumption back'
  await tellListed({ initiativeId, assumptionId }, `${act}: ${found.statement}`, call)
  return ok(undefined)
}

export async function weighAssumption(
  { initiativeId, assumptionId, evidenceId, side }: In['weighAssumption'],
  call: Call,
) {
  const { tx, person } = call
  if (!(await initiativesStore.lock(tx, person, initiativeId))) return refuse('not-found')
  if (!(await store.one(tx, person, { initiativeId, id: assumptionId }))) return refuse('not-found')
  if (side !== null && !(await store.hasEvidence(tx, person, { initiativeId, id: evidenceId })))
    return refuse('evidence-is-gone')
  await store.weigh(tx, person, { assumptionId, evidenceId, side })
  await tellLinked(initiativeId, side, 'an assumption', call)
  return ok(undefined)
}

/** That a passage of a draft rests on it, or no longer does. */
export const tellListed = (
  of: { initiativeId: InitiativeId; assumptionId: AssumptionId },
  says: string,
  call: Call,
) =>
  tell(call, {
    type: 'assumption.listed',
    aggregate: of.initiativeId,
    ...of,
    says,
    about: { kind: 'assumption', id: of.assumptionId },
  })
