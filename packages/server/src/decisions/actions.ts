import type { DecisionLine, DecisionRecord, decisionsContract } from '@foreword/core/decisions/contract'
import { mayRecord } from '@foreword/core/decisions/decide'
import type { DecisionDraft } from '@foreword/core/decisions/decision'
import { stageAfter } from '@foreword/core/decisions/outcome'
import type { DecisionRefusal } from '@foreword/core/decisions/refusals'
import { sentence, spoken } from '@foreword/core/decisions/sentence'
import type { DecisionId, EditionId, InitiativeId, MeetingId } from '@foreword/core/ids'
import { setAsideReasons } from '@foreword/core/initiatives/stages'
import { ok, type Result, refuse } from '@foreword/core/result'
import { newId } from '../db/ids.ts'
import * as assumptions from '../evidence/assumptions-store.ts'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { followDecision } from '../initiatives/stage.ts'
import * as initiatives from '../initiatives/store.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'
import { summaryOf } from '../narratives/editions-store.ts'
import { allPeople } from '../people/store.ts'
import { namesOf, speakerOf } from './speaking.ts'
import * as store from './store.ts'

type In = Inputs<typeof decisionsContract>

declare module '../outbox/events.ts' {
  interface Events {
    'decision.recorded': OnTimeline & { decisionId: DecisionId; number: number }
  }
}

export interface NewDecision {
  id: DecisionId
  draft: DecisionDraft
  initiativeId: InitiativeId
  meetingId: MeetingId | null
  editionId: EditionId | null
  supersedes: DecisionId | null
}

/** Records a decision, once and for ever, and moves the idea to the stage it means (D2, W1). */
export async function record(
  { id, draft: written, initiativeId, meetingId, editionId, supersedes }: NewDecision,
  call: Call,
) {
  const { tx, person, workspaceId, now } = call
  const before = supersedes && (await store.one(tx, person, supersedes))
  if (supersedes && !before) return refuse('not-found')
  const today = now.toISOString().slice(0, 10)
  // before the idea is held, for everybody takes the two in this order
  const number = await store.nextNumber(tx, person)
  const draft = await withStatement(written, initiativeId, call)
  if (!draft) return refuse('no-such-assumption')
  const may = mayRecord(draft, { initiativeId, today, superseding: before ? before.decision : null })
  if (!may.ok) return may
  const { outcome } = draft
  if (outcome.name === 'merge' && !(await initiatives.one(tx, person, outcome.into)))
    return refuse('not-found')
  const people = new Set((await allPeople(tx, workspaceId)).map((each) => each.id))
  const named = [draft.decider, ...draft.dissent.map(({ personId }) => personId)]
  if (outcome.name === 'investigate') named.push(outcome.owner)
  if (named.some((each) => !people.has(each))) return refuse('not-found')
  if (editionId && (await summaryOf(tx, person, editionId))?.initiativeId !== initiativeId)
    return refuse('not-found')
  await store.insert(tx, {
    workspaceId,
    id,
    number,
    initiativeId,
    meetingId,
    editionId,
    supersedes,
    deciderId: draft.decider,
    outcome: outcome.name,
    draft,
    recordedBy: person.id,
    recordedAt: now,
  })
  const followed = await followDecision(
    {
      initiativeId,
      to: stageAfter[outcome.name],
      reason: reasonOf(draft),
      comesBack: outcome.name === 'park' ? outcome.until : null,
    },
    call,
  )
  if (!followed.ok && followed.refusal === 'not-found') return refuse('not-found')
  await tell(call, {
    type: 'decision.recorded',
    aggregate: id,
    decisionId: id,
    number,
    initiativeId,
    says: `recorded decision ${number}`,
    reason: draft.because,
    about: { kind: 'decision', id },
  })
  return ok(id)
}

/** As it is written when the owner alone sets an idea aside: the reason of the list first. */
const reasonOf = ({ outcome, because }: DecisionDraft) =>
  outcome.name === 'set-aside' ? `${setAsideReasons[outcome.reason]}. ${because}` : because

/** D4: the record says what the assumption it waits for said that day; null when the idea has no such assumption. */
async function withStatement(
  draft: DecisionDraft,
  initiativeId: InitiativeId,
  { tx, person, workspaceId }: Call,
): Promise<DecisionDraft | null> {
  const { outcome } = draft
  if (outcome.name !== 'park' || outcome.until.on !== 'assumption') return draft
  const { assumptionId } = outcome.until
  // held, so that nothing becomes of the assumption between this look and the parking
  await initiatives.lock(tx, person, initiativeId)
  const found = (await assumptions.listed(tx, workspaceId, [assumptionId])).get(assumptionId)
  if (found?.initiativeId !== initiativeId) return null
  return { ...draft, outcome: { ...outcome, until: { ...outcome.until, statement: found.statement } } }
}

export async function recordOutside(
  { initiativeId, editionId, supersedes, ...draft }: In['record'],
  call: Call,
): Promise<Result<DecisionRecord, DecisionRefusal | 'not-found'>> {
  const id = newId<DecisionId>()
  const recorded = await record({ id, draft, initiativeId, meetingId: null, editionId, supersedes }, call)
  if (!recorded.ok) return recorded
  return get({ decisionId: id }, call)
}

export async function get({ decisionId }: In['get'], call: Call) {
  const found = await store.one(call.tx, call.person, decisionId)
  return found ? ok(await recordOf(found, call)) : refuse('not-found')
}

export async function list({ initiativeId, limit, before }: In['list'], call: Call) {
  const found = await store.list(call.tx, call.person, { initiativeId, limit, before })
  const names = await namesOf(call.tx, call.person)
  const lines: DecisionLine[] = []
  for (const { decision, initiativeName } of found) {
    const speaker = await speakerOf(decision, names, { db: call.tx, viewer: call.person })
    lines.push({
      id: decision.id,
      number: decision.number,
      initiativeId: decision.initiativeId,
      title: initiativeName,
      outcome: decision.outcome.name,
      spoken: spoken(sentence(decision, speaker)),
      decider: names.get(decision.decider) ?? {
        id: decision.decider,
        name: speaker.person(decision.decider),
      },
      recordedAt: decision.recordedAt,
      superseded: decision.supersededBy !== null,
    })
  }
  return ok(lines)
}

async function recordOf(
  { decision, initiativeName }: store.StoredDecision,
  call: Call,
): Promise<DecisionRecord> {
  const names = await namesOf(call.tx, call.person)
  const named = new Set<string>([
    decision.decider,
    decision.recordedBy,
    ...decision.dissent.map(({ personId }) => personId),
    ...(decision.outcome.name === 'investigate' ? [decision.outcome.owner] : []),
  ])
  return {
    ...decision,
    title: initiativeName,
    sentence: sentence(decision, await speakerOf(decision, names, { db: call.tx, viewer: call.person })),
    people: [...names.values()].filter(({ id }) => named.has(id)),
  }
}
