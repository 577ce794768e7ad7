import type { InitiativeId } from '@foreword/core/ids'
import type { InitiativePage, initiativesContract } from '@foreword/core/initiatives/contract'
import type { Comeback } from '@foreword/core/initiatives/initiative'
import {
  isPutAway,
  type Mover,
  move,
  type Stage,
  setAsideReasons,
  stageLabels,
} from '@foreword/core/initiatives/stages'
import { ok, type Result, refuse } from '@foreword/core/result'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { lifeOf, pageOf, rightOf } from './page.ts'
import * as store from './store.ts'

type In = Inputs<typeof initiativesContract>
type NoMove = 'stage-not-open' | 'needs-a-decision' | 'only-the-owner'

export async function changeStage(
  { initiativeId, to, reason, setAside }: In['changeStage'],
  call: Call,
): Promise<Result<InitiativePage, 'not-found' | 'reason-missing' | NoMove>> {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  if (to === 'set-aside' && !setAside) return refuse('reason-missing')
  const because = to === 'set-aside' && setAside ? [setAsideReasons[setAside], reason] : [reason]
  const by = rightOf(row, call.person) === 'own' ? 'owner' : 'author'
  const moved = await moveTo({ row, to, by, reason: because.filter(Boolean).join('. ') }, call)
  if (!moved.ok) return moved
  const page = await pageOf(call.tx, call.person, initiativeId)
  return page ? ok(page) : refuse('not-found')
}

/** Anyone who may read may ask for it; the owner then takes it up as a new iteration (W1). */
export async function proposeReopening({ initiativeId, reason }: In['proposeReopening'], call: Call) {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  if (!move({ ...lifeOf(row), before: null }, 'revise', 'owner').ok) return refuse('stage-not-open')
  await tell(call, {
    type: 'initiative.reopening-proposed',
    aggregate: initiativeId,
    initiativeId,
    says: 'proposed to take it up again',
    reason,
  })
  return ok(undefined)
}

/**
 * Moves the idea on because of work that was done (a draft begun, a meeting called), where that is open; otherwise it
 * stays where it is. The nouns to the right call this in their own transaction. Returns the stage it is in then.
 */
export async function followWork(initiativeId: InitiativeId, to: Stage, call: Call): Promise<Stage> {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) throw new Error('work was done on an initiative that its doer may not see')
  const moved = await moveTo({ row, to, by: 'work', reason: '' }, call)
  return moved.ok ? to : row.initiative.stage
}

/** The stage follows a recorded decision. `reason` is its because, `comesBack` what brings a parked one back (D4). */
export async function followDecision(
  { initiativeId, to, reason, comesBack }: Following,
  call: Call,
): Promise<Result<Stage, 'not-found' | NoMove>> {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  const { tx, person, now } = call
  const until = {
    returnsOn: comesBack?.on === 'day' ? comesBack.day : null,
    returnsWhen: wordsOf(comesBack),
    returnsWith: comesBack?.on === 'assumption' ? comesBack.assumptionId : null,
  }
  const isParkedAnew = row.initiative.stage === to && to === 'parked'
  if (isParkedAnew) await store.update(tx, person, initiativeId, { ...until, updatedAt: now })
  if (row.initiative.stage === to) return ok(to) // decided the same again, in a new decision
  const moved = await moveTo({ row, to, by: 'decision', reason }, call)
  if (!moved.ok) return moved
  if (comesBack) await store.update(tx, person, initiativeId, { ...until, updatedAt: now })
  return ok(to)
}

const wordsOf = (comesBack: Comeback | null): string | null => {
  if (comesBack?.on === 'trigger') return comesBack.trigger
  return comesBack?.on === 'assumption' ? comesBack.statement : null
}

interface Following {
  initiativeId: InitiativeId
  to: Stage
  reason: string
  comesBack: Comeback | null
}

/** Its first meeting has begun: others have given it their time, so putting it away is a decision from now on. */
export async function noteMeeting(initiativeId: InitiativeId, call: Call): Promise<void> {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) throw new Error('a meeting began on an initiative that its facilitator may not see')
  if (row.initiative.metAt) return
  await store.update(call.tx, call.person, initiativeId, { metAt: call.now, updatedAt: call.now })
}

async function moveTo(asked: { row: store.InitiativeRow; to: Stage; by: Mover; reason: string }, call: Call) {
  const { row, to, by, reason } = asked
  const moved = move(lifeOf(row), to, by)
  if (!moved.ok) return moved
  const from = row.initiative.stage
  const initiativeId = row.initiative.id as InitiativeId // a row of ours
  await store.update(call.tx, call.person, initiativeId, {
    stage: to,
    stageSince: call.now,
    stageBefore: moved.value.before,
    returnsOn: null,
    returnsWhen: null,
    returnsWith: null,
    cameBackAt: null,
    updatedAt: call.now,
  })
  await tell(call, {
    type: 'initiative.stage-changed',
    aggregate: initiativeId,
    initiativeId,
    from,
    to,
    says: phrase(from, to),
    reason,
  })
  return ok(to)
}

function phrase(from: Stage, to: Stage): string {
  if (to === 'parked') return 'parked it'
  if (to === 'set-aside') return 'set it aside'
  if (isPutAway(from)) return `took it up again: ${stageLabels[to]}`
  return `moved it from ${stageLabels[from]} to ${stageLabels[to]}`
}
