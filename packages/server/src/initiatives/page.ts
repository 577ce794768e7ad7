import { assumptionId, groupId, initiativeId, personId } from '@foreword/core/ids'
import { isStale, type PromptAnswer } from '@foreword/core/initiatives/coherence'
import type { InitiativePage, ListedInitiative } from '@foreword/core/initiatives/contract'
import type { Comeback } from '@foreword/core/initiatives/initiative'
import { nextStepOf } from '@foreword/core/initiatives/next'
import { questionIds, questionsAsWorded } from '@foreword/core/initiatives/questions'
import { readinessOf } from '@foreword/core/initiatives/readiness'
import { type Life, openMoves } from '@foreword/core/initiatives/stages'
import { type Right, rightOn } from '@foreword/core/people/permissions'
import { byline } from '@foreword/core/people/person'
import type { Tx } from '../db/database.ts'
import * as store from './store.ts'
import type { Sees } from './visibility.ts'

export function lifeOf({ initiative: { stage, metAt, stageBefore } }: store.InitiativeRow): Life {
  return { stage, met: metAt !== null, before: stageBefore }
}

/** The right of the viewer for whom the row was read. */
export function rightOf(row: store.InitiativeRow, viewer: Sees): Right {
  const right = rightOn(row.initiative, { id: viewer.id, relation: row.relation })
  // the query that gave the row applied the same rule
  if (!right) throw new Error('an initiative was read for somebody who may not see it')
  return right
}

function shown({ initiative, owner, group }: store.InitiativeRow) {
  return {
    id: initiativeId.parse(initiative.id),
    name: initiative.name,
    stage: initiative.stage,
    stageSince: initiative.stageSince.toISOString(),
    comesBack: comebackOf(initiative),
    cameBackAt: initiative.cameBackAt?.toISOString() ?? null,
    owner: byline.parse(owner),
    group: { id: groupId.parse(group.id), name: group.name },
    visibility: initiative.visibility,
    createdAt: initiative.createdAt.toISOString(),
    updatedAt: initiative.updatedAt.toISOString(),
    customer: initiative.customer,
    benefit: initiative.benefit,
  }
}

function comebackOf({
  returnsOn,
  returnsWhen,
  returnsWith,
}: store.InitiativeRow['initiative']): Comeback | null {
  if (returnsOn !== null) return { on: 'day', day: returnsOn }
  if (returnsWith !== null)
    return { on: 'assumption', assumptionId: assumptionId.parse(returnsWith), statement: returnsWhen ?? '' }
  return returnsWhen === null ? null : { on: 'trigger', trigger: returnsWhen }
}

export function listed(row: store.InitiativeRow, sheet: store.AnswerSheet, viewer: Sees): ListedInitiative {
  const readiness = readinessOf(sheet.answers, sheet.overrides, sheet.questionSet, sheet.linked)
  const states = questionIds.map((id) => [id, readiness[id].state])
  // entries of every question there is
  return { ...shown(row), right: rightOf(row, viewer), readiness: Object.fromEntries(states) }
}

/** The whole page for one viewer; null when for them there is none. */
export async function pageOf(tx: Tx, viewer: Sees, id: string): Promise<InitiativePage | null> {
  const row = await store.one(tx, viewer, id)
  if (!row) return null
  const sheet = await store.sheet(tx, viewer, id)
  const relations = await store.relationsOf(tx, viewer, id)
  const right = rightOf(row, viewer)
  const readiness = readinessOf(sheet.answers, sheet.overrides, sheet.questionSet, sheet.linked)
  const life = lifeOf(row)
  return {
    ...shown(row),
    right,
    questions: questionsAsWorded(sheet.questionSet),
    answers: sheet.answers,
    versions: versionsOf(sheet),
    readiness,
    prompts: await promptsOf(tx, viewer, id, sheet),
    relations: relations.map(({ personId: person, name, relation }) => ({
      personId: personId.parse(person),
      relation,
      person: byline.parse({ id: person, name }),
    })),
    met: life.met,
    moves: right === 'own' ? openMoves(life, 'owner') : right === 'edit' ? openMoves(life, 'author') : [],
    next: nextStepOf(life.stage, readiness),
  }
}

function versionsOf({ stored }: store.AnswerSheet): InitiativePage['versions'] {
  const versions = questionIds.map((id) => [id, stored[id]?.version ?? 0])
  return Object.fromEntries(versions)
}

export async function promptsOf(
  tx: Tx,
  viewer: Sees,
  id: string,
  sheet: store.AnswerSheet,
): Promise<PromptAnswer[]> {
  const rows = await store.promptAnswers(tx, viewer, id)
  return rows.map(({ answer: { prompt, verdict, note, at }, by }) => ({
    prompt,
    verdict,
    note,
    by: byline.parse(by),
    at: at.toISOString(),
    stale: isStale(prompt, at, sheet.changedAt),
  }))
}
