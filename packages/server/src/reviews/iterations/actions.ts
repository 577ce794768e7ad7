import type { InitiativeId, IterationId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { iterationsContract } from '@foreword/core/reviews/iterations/contract'
import { leaves, objectiveFrom } from '@foreword/core/reviews/iterations/iteration'
import { setAssumption, takeBackAssumption } from '../../evidence/assumptions.ts'
import { type Call, tell } from '../../http/call.ts'
import type { Inputs } from '../../http/os.ts'
import * as initiativesStore from '../../initiatives/store.ts'
import type { OnTimeline } from '../../initiatives/timeline.ts'
import { openOnRecord } from '../asked-store.ts'
import * as store from './store.ts'

type In = Inputs<typeof iterationsContract>
type Of = { initiativeId: InitiativeId; iterationId: IterationId }

declare module '../../outbox/events.ts' {
  interface Events {
    /** Ended, dropped, or taken up again. That it started is told by its document. */
    'iteration.left': OnTimeline & { iterationId: IterationId; how: 'ended' | 'dropped' | 'reopened' }
  }
}

const MOST_PROPOSED = 20

export async function list({ initiativeId }: In['list'], { tx, person }: Call) {
  const iterations = await store.list(tx, person, initiativeId)
  const tested = new Set(
    iterations.map(({ tests, standing }) =>
      standing.name === 'running' && tests?.what === 'question' ? tests.questionId : null,
    ),
  )
  const open = await openOnRecord(tx, person, { initiativeId, most: MOST_PROPOSED })
  const proposed = open
    .filter(({ id }) => !tested.has(id))
    .map(({ id, text }) => ({ questionId: id, asks: text, objective: objectiveFrom(text) }))
  return ok({ iterations, proposed })
}

/** What it was held to be and what was learnt are one act: where the state is refused, it has not ended. */
export async function end(
  { initiativeId, iterationId, learnt, assumption }: In['end'],
  call: Call,
): Promise<
  Result<
    undefined,
    | 'not-found'
    | 'iteration-is-over'
    | 'tests-no-assumption'
    | 'assumption-stands-so'
    | 'assumption-not-reworded'
  >
> {
  const found = await held({ initiativeId, iterationId }, call)
  if (!found) return refuse('not-found')
  const left = leaves(found.standing, { name: 'ended', learnt })
  if (!left.ok || !left.value) return left.ok ? ok(undefined) : left
  if (assumption) {
    if (found.tests?.what !== 'assumption') return refuse('tests-no-assumption')
    const { assumptionId } = found.tests
    const set = await setAssumption({ initiativeId, assumptionId, because: learnt, ...assumption }, call)
    if (!set.ok) return set
  }
  const changeId = assumption?.changeId ?? null
  await leave({ initiativeId, iterationId }, { left: 'ended', leftSaying: learnt, changeId }, call)
  await tellLeft(
    { initiativeId, iterationId },
    'ended',
    `ended an iteration: ${found.objective}`,
    learnt,
    call,
  )
  return ok(undefined)
}

export async function drop(
  { initiativeId, iterationId, because }: In['drop'],
  call: Call,
): Promise<Result<undefined, 'not-found' | 'iteration-is-over'>> {
  const found = await held({ initiativeId, iterationId }, call)
  if (!found) return refuse('not-found')
  const left = leaves(found.standing, { name: 'dropped', because })
  if (!left.ok || !left.value) return left.ok ? ok(undefined) : left
  await leave({ initiativeId, iterationId }, { left: 'dropped', leftSaying: because, changeId: null }, call)
  const says = `dropped an iteration: ${found.objective}`
  await tellLeft({ initiativeId, iterationId }, 'dropped', says, because, call)
  return ok(undefined)
}

/** With what it made of its assumption; where somebody changed that since, both stay as they are. */
export async function reopen(
  { initiativeId, iterationId }: In['reopen'],
  call: Call,
): Promise<Result<undefined, 'not-found' | 'iteration-is-running' | 'assumption-moved-on'>> {
  const found = await held({ initiativeId, iterationId }, call)
  if (!found) return refuse('not-found')
  const { standing, tests, objective } = found
  if (standing.name === 'running') return refuse('iteration-is-running')
  if (standing.name === 'ended' && standing.change && tests?.what === 'assumption') {
    const { assumptionId } = tests
    const taken = await takeBackAssumption({ initiativeId, assumptionId, changeId: standing.change.id }, call)
    if (!taken.ok) return taken
  }
  await store.leave(call.tx, call.person, { initiativeId, iterationId }, running)
  const says = `took up an iteration again: ${objective}`
  await tellLeft({ initiativeId, iterationId }, 'reopened', says, '', call)
  return ok(undefined)
}

const running = { left: null, leftSaying: null, leftBy: null, leftAt: null, changeId: null }

/** With its idea locked, so that two who leave it do so one after the other. */
async function held(of: Of, { tx, person }: Call) {
  if (!(await initiativesStore.lock(tx, person, of.initiativeId))) return null
  return store.one(tx, person, of)
}

const leave = (
  of: Of,
  left: { left: 'ended' | 'dropped'; leftSaying: string; changeId: string | null },
  { tx, person, now }: Call,
) => store.leave(tx, person, of, { ...left, leftBy: person.id, leftAt: now })

const tellLeft = (
  { initiativeId, iterationId }: Of,
  how: 'ended' | 'dropped' | 'reopened',
  says: string,
  reason: string,
  call: Call,
) =>
  tell(call, {
    type: 'iteration.left',
    aggregate: initiativeId,
    ...{ initiativeId, iterationId, how, says, reason },
    about: { kind: 'iteration', id: iterationId },
  })
