import { personId as toPersonId } from '@foreword/core/ids'
import { type Answers, noAnswers } from '@foreword/core/initiatives/answers'
import type { Linked } from '@foreword/core/initiatives/claims'
import type { Relation } from '@foreword/core/initiatives/initiative'
import type { StoredAnswer } from '@foreword/core/initiatives/merge'
import { defaultQuestionSet, type FiveQuestion, type QuestionSet } from '@foreword/core/initiatives/questions'
import type { Overrides } from '@foreword/core/initiatives/readiness'
import type { Stage } from '@foreword/core/initiatives/stages'
import { and, desc, eq, inArray, like, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { containing } from '../db/containing.ts'
import type { Database, Tx } from '../db/database.ts'
import { PLANNED_FOR_ITS_VALUES } from '../db/prepared.ts'
import { theWorkspace } from '../people/store.ts'
import { groups, people } from '../people/tables.ts'
import * as evidenceStore from './evidence-store.ts'
import {
  initiativeAnswers,
  initiativeGuests,
  initiativePrompts,
  initiativeRelations,
  initiatives,
} from './tables.ts'
import { type Sees, visibleInitiative } from './visibility.ts'

type Reader = Database | Tx

/** Every query below starts from this: the initiative, its owner, its group and what the viewer is to it. */
function visible(db: Reader, viewer: Sees, ...where: (SQL | undefined)[]) {
  return db
    .select({
      initiative: initiatives,
      owner: { id: people.id, name: people.name },
      group: { id: groups.id, name: groups.name },
      relation: initiativeRelations.relation,
    })
    .from(initiatives)
    .innerJoin(
      people,
      and(eq(people.workspaceId, initiatives.workspaceId), eq(people.id, initiatives.ownerId)),
    )
    .innerJoin(
      groups,
      and(eq(groups.workspaceId, initiatives.workspaceId), eq(groups.id, initiatives.groupId)),
    )
    .leftJoin(
      initiativeRelations,
      and(
        eq(initiativeRelations.workspaceId, initiatives.workspaceId),
        eq(initiativeRelations.initiativeId, initiatives.id),
        eq(initiativeRelations.personId, viewer.id),
      ),
    )
    .where(
      and(
        eq(initiatives.workspaceId, viewer.workspaceId),
        visibleInitiative(viewer, initiatives.id),
        ...where,
      ),
    )
    .$dynamic()
}
export type InitiativeRow = Awaited<ReturnType<typeof visible>>[number]

export async function one(db: Reader, viewer: Sees, id: string): Promise<InitiativeRow | null> {
  const [row] = await visible(db, viewer, eq(initiatives.id, id))
  return row ?? null
}

/** Held until the transaction ends, so that two acts on one idea are decided one after the other. */
export async function lock(tx: Tx, viewer: Sees, id: string): Promise<InitiativeRow | null> {
  const [row] = await visible(tx, viewer, eq(initiatives.id, id)).for('update', { of: initiatives })
  return row ?? null
}

const ended: Stage[] = ['parked', 'set-aside', 'merged', 'closed']

export interface Filter {
  stage?: Stage | undefined
  mine: boolean
  groups?: readonly string[] | undefined
  open: boolean
  text: string
  before?: { at: string; id: string } | undefined
  most: number
}

/** The latest change first. */
export async function list(db: Reader, viewer: Sees, filter: Filter): Promise<InitiativeRow[]> {
  const { stage, mine, groups: inGroups, open, text, before, most } = filter
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return visible(
    db,
    viewer,
    stage && eq(initiatives.stage, stage),
    open ? notInArray(initiatives.stage, ended) : undefined,
    mine ? or(eq(initiatives.ownerId, viewer.id), eq(initiativeRelations.relation, 'author')) : undefined,
    inGroups && inArray(initiatives.groupId, [...inGroups]),
    words.length > 0 ? sql.raw(`true ${PLANNED_FOR_ITS_VALUES}`) : undefined,
    ...words.map((word) => like(initiatives.said, containing(word))),
    before &&
      sql`(${initiatives.updatedAt}, ${initiatives.id}) < (${before.at}::timestamptz, ${before.id}::uuid)`,
  )
    .orderBy(desc(initiatives.updatedAt), desc(initiatives.id))
    .limit(most)
}

export async function insert(tx: Tx, row: typeof initiatives.$inferInsert): Promise<void> {
  await tx.insert(initiatives).values(row)
}

export async function update(
  tx: Tx,
  viewer: Sees,
  id: string,
  change: Partial<Omit<typeof initiatives.$inferInsert, 'id' | 'workspaceId'>> & { updatedAt: Date },
): Promise<void> {
  await tx
    .update(initiatives)
    .set(change)
    .where(
      and(
        eq(initiatives.workspaceId, viewer.workspaceId),
        eq(initiatives.id, id),
        visibleInitiative(viewer, initiatives.id),
      ),
    )
}

/** Parked ideas whose day has come, of all companies: for the server's own clock. */
export async function dueBack(db: Reader, today: string) {
  return db
    .select({ workspaceId: initiatives.workspaceId, id: initiatives.id })
    .from(initiatives)
    .where(and(eq(initiatives.stage, 'parked'), lte(initiatives.returnsOn, today)))
    .orderBy(initiatives.returnsOn)
    .limit(100)
}

/** Held until the transaction ends; null when it is no longer what `dueBack` found, because another was faster. */
export async function lockDueBack(tx: Tx, id: string, today: string) {
  const [row] = await tx
    .select()
    .from(initiatives)
    .where(and(eq(initiatives.id, id), eq(initiatives.stage, 'parked'), lte(initiatives.returnsOn, today)))
    .for('update')
  return row ?? null
}

export async function cameBack(tx: Tx, id: string, stage: Stage, now: Date): Promise<void> {
  await tx
    .update(initiatives)
    .set({
      stage,
      stageSince: now,
      stageBefore: null,
      returnsOn: null,
      returnsWhen: null,
      returnsWith: null,
      cameBackAt: now,
      updatedAt: now,
    })
    .where(eq(initiatives.id, id))
}

/** The five answers as they stand, with what was marked ready. */
export interface AnswerSheet {
  answers: Answers
  stored: Partial<Record<FiveQuestion, StoredAnswer>>
  overrides: Overrides
  /** By which the answers are weighed. */
  questionSet: QuestionSet
  linked: Linked
  changedAt: Partial<Record<FiveQuestion, Date>>
}

/** A sheet for every id given, also for those with nothing on it yet. */
export async function sheets(db: Reader, viewer: Sees, ids: string[]): Promise<Map<string, AnswerSheet>> {
  if (ids.length === 0) return new Map()
  const questionSet = (await theWorkspace(db))?.settings ?? defaultQuestionSet
  const found = new Map(ids.map((id) => [id, emptySheet(questionSet)]))
  const marker = alias(people, 'marker')
  const rows = await db
    .select({ answer: initiativeAnswers, marker: { id: marker.id, name: marker.name } })
    .from(initiativeAnswers)
    .leftJoin(
      marker,
      and(eq(marker.workspaceId, initiativeAnswers.workspaceId), eq(marker.id, initiativeAnswers.readyBy)),
    )
    .where(
      and(
        eq(initiativeAnswers.workspaceId, viewer.workspaceId),
        inArray(initiativeAnswers.initiativeId, ids),
        visibleInitiative(viewer, initiativeAnswers.initiativeId),
      ),
    )
  for (const { initiativeId, question, side, count } of await evidenceStore.linkedTo(db, viewer, ids)) {
    const linked = found.get(initiativeId)?.linked
    if (linked) linked[question] = { for: 0, against: 0, ...linked[question], [side]: count }
  }
  const gathered = await evidenceStore.firstOf(db, viewer, ids)
  for (const [id, items] of gathered) {
    const sheet = found.get(id)
    if (sheet) sheet.answers.evidence = { items }
  }
  for (const { answer, marker: by } of rows) {
    const sheet = found.get(answer.initiativeId)
    if (!sheet) continue
    const { question } = answer
    // both columns are written by `saveAnswer` alone, from values of these types; a field that is new since is blank
    const value =
      question === 'evidence'
        ? sheet.answers.evidence
        : { ...noAnswers[question], ...(answer.value as StoredAnswer['value']) }
    const touched = answer.touched as StoredAnswer['touched']
    Object.assign(sheet.answers, { [question]: value })
    sheet.stored[question] = { value, version: answer.version, touched }
    sheet.changedAt[question] = answer.changedAt
    if (by && answer.readyAt && answer.readyReason !== null) {
      sheet.overrides[question] = {
        rules: answer.readyRules ?? [],
        reason: answer.readyReason,
        by: { id: toPersonId.parse(by.id), name: by.name },
        at: answer.readyAt.toISOString(),
      }
    }
  }
  return found
}

export async function sheet(db: Reader, viewer: Sees, id: string): Promise<AnswerSheet> {
  const sheet = (await sheets(db, viewer, [id])).get(id)
  if (!sheet) throw new Error('there is a sheet for every id')
  return sheet
}

function emptySheet(questionSet: QuestionSet): AnswerSheet {
  return { answers: { ...noAnswers }, stored: {}, overrides: {}, questionSet, linked: {}, changedAt: {} }
}

export async function saveAnswer(
  tx: Tx,
  viewer: Sees,
  answer: { initiativeId: string; question: FiveQuestion; now: Date } & StoredAnswer,
): Promise<void> {
  const { initiativeId, question, now, version, touched } = answer
  if ('items' in answer.value)
    await evidenceStore.write(tx, viewer, { initiativeId, items: answer.value.items, now })
  const value = 'items' in answer.value ? {} : answer.value
  const change = { value, version, touched, changedAt: now, changedBy: viewer.id }
  await tx
    .insert(initiativeAnswers)
    .values({ workspaceId: viewer.workspaceId, initiativeId, question, ...change })
    .onConflictDoUpdate({
      target: [initiativeAnswers.workspaceId, initiativeAnswers.initiativeId, initiativeAnswers.question],
      set: change,
    })
}

/** Keeps the owner's word on an answer, or takes it back. */
export async function saveOverride(
  tx: Tx,
  viewer: Sees,
  of: { initiativeId: string; question: FiveQuestion },
  word: { rules: string[]; reason: string; now: Date } | null,
): Promise<void> {
  await tx
    .update(initiativeAnswers)
    .set({
      readyRules: word?.rules ?? null,
      readyReason: word?.reason ?? null,
      readyBy: word ? viewer.id : null,
      readyAt: word?.now ?? null,
    })
    .where(
      and(
        eq(initiativeAnswers.workspaceId, viewer.workspaceId),
        eq(initiativeAnswers.initiativeId, of.initiativeId),
        eq(initiativeAnswers.question, of.question),
        visibleInitiative(viewer, initiativeAnswers.initiativeId),
      ),
    )
}

export async function promptAnswers(db: Reader, viewer: Sees, id: string) {
  return db
    .select({ answer: initiativePrompts, by: { id: people.id, name: people.name } })
    .from(initiativePrompts)
    .innerJoin(
      people,
      and(eq(people.workspaceId, initiativePrompts.workspaceId), eq(people.id, initiativePrompts.by)),
    )
    .where(
      and(
        eq(initiativePrompts.workspaceId, viewer.workspaceId),
        eq(initiativePrompts.initiativeId, id),
        visibleInitiative(viewer, initiativePrompts.initiativeId),
      ),
    )
}

export async function savePromptAnswer(tx: Tx, row: typeof initiativePrompts.$inferInsert): Promise<void> {
  const { verdict, note, by, at } = row
  await tx
    .insert(initiativePrompts)
    .values(row)
    .onConflictDoUpdate({
      target: [initiativePrompts.workspaceId, initiativePrompts.initiativeId, initiativePrompts.prompt],
      set: { verdict, note, by, at },
    })
}

export async function relationsOf(db: Reader, viewer: Sees, id: string) {
  return db
    .select({ personId: people.id, name: people.name, relation: initiativeRelations.relation })
    .from(initiativeRelations)
    .innerJoin(
      people,
      and(
        eq(people.workspaceId, initiativeRelations.workspaceId),
        eq(people.id, initiativeRelations.personId),
      ),
    )
    .where(
      and(
        eq(initiativeRelations.workspaceId, viewer.workspaceId),
        eq(initiativeRelations.initiativeId, id),
        visibleInitiative(viewer, initiativeRelations.initiativeId),
      ),
    )
    .orderBy(people.name, people.id)
}

/** The whole list anew. */
export async function saveRelations(
  tx: Tx,
  viewer: Sees,
  id: string,
  list: { personId: string; relation: Relation }[],
): Promise<void> {
  const of = and(
    eq(initiativeRelations.workspaceId, viewer.workspaceId),
    eq(initiativeRelations.initiativeId, id),
  )
  await tx.delete(initiativeRelations).where(of)
  if (list.length === 0) return
  const rows = list.map((entry) => ({ workspaceId: viewer.workspaceId, initiativeId: id, ...entry }))
  await tx.insert(initiativeRelations).values(rows)
}

/** A guest of something of it; `visibleInitiative` says what that is worth. */
export async function letVisit(
  tx: Tx,
  workspace: Pick<Sees, 'workspaceId'>,
  id: string,
  personId: string,
): Promise<void> {
  await tx
    .insert(initiativeGuests)
    .values({ workspaceId: workspace.workspaceId, initiativeId: id, personId })
    .onConflictDoNothing()
}

/** Lets these people read where they could not: whoever is invited to a meeting may read what it is about. */
export async function letRead(tx: Tx, viewer: Sees, id: string, people: readonly string[]): Promise<void> {
  const row = await one(tx, viewer, id)
  if (row?.initiative.visibility !== 'named') return
  const others = people.filter((personId) => personId !== row.initiative.ownerId)
  if (others.length === 0) return
  await tx
    .insert(initiativeRelations)
    .values(
      others.map((personId) => ({
        workspaceId: viewer.workspaceId,
        initiativeId: id,
        personId,
        relation: 'reader' as const,
      })),
    )
    .onConflictDoNothing()
}
