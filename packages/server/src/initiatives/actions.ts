import type { InitiativeId } from '@foreword/core/ids'
import { noAnswers } from '@foreword/core/initiatives/answers'
import type { initiativesContract } from '@foreword/core/initiatives/contract'
import { merge } from '@foreword/core/initiatives/merge'
import { nextStepOf } from '@foreword/core/initiatives/next'
import { defaultQuestions, type FiveQuestion } from '@foreword/core/initiatives/questions'
import { mayOverride, readinessOf } from '@foreword/core/initiatives/readiness'
import { benefitLine, customerLine } from '@foreword/core/initiatives/summary'
import { within } from '@foreword/core/people/groups/tree'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { newId } from '../db/ids.ts'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { openGroups } from '../people/groups/own.ts'
import { placed } from '../people/groups/store.ts'
import * as peopleStore from '../people/store.ts'
import * as activityStore from './activity-store.ts'
import { listed, pageOf, promptsOf, rightOf } from './page.ts'
import { tellPermission, tellShutOut, visibilityPhrases } from './sharing.ts'
import { followWork } from './stage.ts'
import * as store from './store.ts'

type In = Inputs<typeof initiativesContract>
type Outputs = InferContractRouterOutputs<typeof initiativesContract>

export async function create(input: In['create'], call: Call) {
  const { groups, ownGroup } = await openGroups(call.tx, call.workspaceId, call.person.id)
  const group = groups.find(({ id }) => id === (input.groupId ?? ownGroup))
  if (!group) return refuse('unknown-group')
  const id = newId<InitiativeId>()
  await store.insert(call.tx, {
    id,
    workspaceId: call.workspaceId,
    name: input.name,
    stage: 'idea',
    stageSince: call.now,
    ownerId: call.person.id,
    groupId: group.id,
    visibility: input.visibility,
    createdAt: call.now,
    updatedAt: call.now,
  })
  await tell(call, { type: 'initiative.created', aggregate: id, initiativeId: id, says: 'began this idea' })
  return page(id, call)
}

export async function list(input: In['list'], call: Call) {
  const { group, ...filter } = input
  const groups = group && within(await placed(call.tx, call.workspaceId), group).map(({ id }) => id)
  const rows = await store.list(call.tx, call.person, { ...filter, groups, most: input.most + 1 })
  const shown = rows.slice(0, input.most)
  const ids = shown.map(({ initiative }) => initiative.id)
  const sheets = await store.sheets(call.tx, call.person, ids)
  const initiatives = shown.flatMap((row) => {
    const sheet = sheets.get(row.initiative.id)
    return sheet ? [listed(row, sheet, call.person)] : []
  })
  return ok({ initiatives, more: rows.length > shown.length })
}

export async function get({ initiativeId }: In['get'], call: Call) {
  return page(initiativeId, call)
}

export async function update({ initiativeId, ...input }: In['update'], call: Call) {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  const { name, visibility, ownerId } = input
  const owner = ownerId ? await peopleStore.person(call.tx, call.workspaceId, ownerId) : null
  if (ownerId && !owner?.active) return refuse('unknown-person')

  const was = row.initiative
  const phrases: string[] = []
  if (name !== undefined && name !== was.name) phrases.push(`renamed it to “${name}”`)
  if (owner && owner.id !== was.ownerId) phrases.push(`handed it over to ${owner.name}`)
  if (visibility !== undefined && visibility !== was.visibility) phrases.push(visibilityPhrases[visibility])
  if (phrases.length === 0) return page(initiativeId, call)

  if (owner && owner.id !== was.ownerId) {
    // who hands an idea over goes on writing in it, and the new owner needs no other relation
    const others = (await store.relationsOf(call.tx, call.person, initiativeId)).filter(
      ({ personId }) => personId !== owner.id && personId !== was.ownerId,
    )
    const kept = others.map(({ personId, relation }) => ({ personId, relation }))
    const former = { personId: was.ownerId, relation: 'author' } as const
    await store.saveRelations(call.tx, call.person, initiativeId, [...kept, former])
  }
  await store.update(call.tx, call.person, initiativeId, {
    ...(name === undefined ? {} : { name }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(owner ? { ownerId: owner.id } : {}),
    updatedAt: call.now,
  })
  const about = { aggregate: initiativeId, initiativeId }
  for (const says of phrases) await tell(call, { type: 'initiative.changed', ...about, says })
  if (owner) await tellPermission(call, [owner.id, was.ownerId])
  if (visibility === 'named' && was.visibility === 'company')
    await tellShutOut(initiativeId, owner?.id ?? was.ownerId, call)
  return page(initiativeId, call)
}

/** To a group that is open. Who may read it stays as it is. */
export async function move({ initiativeId, groupId }: In['move'], call: Call) {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  if (rightOf(row, call.person) !== 'own' && call.person.role !== 'administrator')
    return refuse('not-allowed')
  if (row.group.id === groupId) return page(initiativeId, call)
  const { groups } = await openGroups(call.tx, call.workspaceId, call.person.id)
  const group = groups.find(({ id }) => id === groupId)
  if (!group) return refuse('unknown-group')
  await store.update(call.tx, call.person, initiativeId, { groupId, updatedAt: call.now })
  const says = `moved it from ${row.group.name} to ${group.name}`
  await tell(call, { type: 'initiative.changed', aggregate: initiativeId, initiativeId, says })
  return page(initiativeId, call)
}

export async function answer(
  { initiativeId, version, patch }: In['answer'],
  call: Call,
): Promise<Result<Outputs['answer'], 'not-found' | 'answered-meanwhile' | 'too-many-entries'>> {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  const sheet = await store.sheet(call.tx, call.person, initiativeId)
  const { question } = patch
  const stored = sheet.stored[question] ?? { value: noAnswers[question], version: 0, touched: {} }
  const merged = merge(stored, patch, { version, by: call.person.id })
  if (!merged.ok) {
    if (merged.refusal === 'too-many-entries') return merged
    return refuse(merged.refusal, { version: stored.version, answer: stored.value })
  }

  const answers = { ...sheet.answers, [question]: merged.value.value }
  let { stage } = row.initiative
  if (merged.value !== stored) {
    await store.saveAnswer(call.tx, call.person, { initiativeId, question, now: call.now, ...merged.value })
    await store.update(call.tx, call.person, initiativeId, {
      customer: customerLine(answers),
      benefit: benefitLine(answers),
      updatedAt: call.now,
    })
    const says = `wrote about the ${titleOf(question)}`
    const event = { type: 'initiative.answered', aggregate: initiativeId, initiativeId } as const
    await tell(call, { ...event, question, version: merged.value.version, says, gathers: true })
    if (stage === 'idea') stage = await followWork(initiativeId, 'questions', call)
  }
  const readiness = readinessOf(answers, sheet.overrides, sheet.questionSet, sheet.linked)
  return ok({ version: merged.value.version, answers, readiness, stage, next: nextStepOf(stage, readiness) })
}

export async function markReady(
  { initiativeId, question, reason }: In['markReady'],
  call: Call,
): Promise<Result<Outputs['markReady'], 'not-found' | 'nothing-to-mark'>> {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  const sheet = await store.sheet(call.tx, call.person, initiativeId)
  if (reason !== null) {
    const allowed = mayOverride(
      readinessOf(sheet.answers, sheet.overrides, sheet.questionSet, sheet.linked)[question],
    )
    if (!allowed.ok) return allowed
    const word = { rules: allowed.value.rules, reason, now: call.now }
    await store.saveOverride(call.tx, call.person, { initiativeId, question }, word)
  } else {
    await store.saveOverride(call.tx, call.person, { initiativeId, question }, null)
  }
  const says =
    reason === null
      ? `took back that the ${titleOf(question)} is ready`
      : `called the ${titleOf(question)} ready`
  await tell(call, {
    type: 'initiative.marked-ready',
    aggregate: initiativeId,
    initiativeId,
    question,
    says,
    reason: reason ?? '',
  })
  const now = await store.sheet(call.tx, call.person, initiativeId)
  const readiness = readinessOf(now.answers, now.overrides, now.questionSet, now.linked)
  return ok({ readiness, next: nextStepOf(row.initiative.stage, readiness) })
}

export async function answerPrompt({ initiativeId, ...given }: In['answerPrompt'], call: Call) {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  await store.savePromptAnswer(call.tx, {
    workspaceId: call.workspaceId,
    initiativeId,
    ...given,
    by: call.person.id,
    at: call.now,
  })
  const says =
    given.verdict === 'yes' ? 'found that the answers hold together' : 'found a gap between the answers'
  await tell(call, {
    type: 'initiative.prompt-answered',
    aggregate: initiativeId,
    initiativeId,
    says,
    reason: given.note,
  })
  const sheet = await store.sheet(call.tx, call.person, initiativeId)
  return ok(await promptsOf(call.tx, call.person, initiativeId, sheet))
}

export async function activity({ initiativeId, before, most }: In['activity'], call: Call) {
  const lines = await activityStore.list(call.tx, call.person, { initiativeId, before, most: most + 1 })
  return ok({ activity: lines.slice(0, most), more: lines.length > most })
}

async function page(id: string, call: Call) {
  const found = await pageOf(call.tx, call.person, id)
  return found ? ok(found) : refuse('not-found')
}

function titleOf(question: FiveQuestion): string {
  return (defaultQuestions.find(({ id }) => id === question)?.title ?? question).toLowerCase()
}
