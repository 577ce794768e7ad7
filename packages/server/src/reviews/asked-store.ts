import type { AskedFilter } from '@foreword/core/reviews/contract'
import { type Question, type QuestionState, question } from '@foreword/core/reviews/question'
import { and, count, desc, eq, ilike, isNotNull, min, or, type SQL, sql } from 'drizzle-orm'
import { containing } from '../db/containing.ts'
import type { Database, Tx } from '../db/database.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { editions } from '../narratives/tables.ts'
import { questions } from './tables.ts'

type Reader = Database | Tx
type Filter = Omit<AskedFilter, 'text'> & { text?: string }

const stateName = sql<string>`${questions.state} ->> 'name'`
const inEdition = and(eq(editions.workspaceId, questions.workspaceId), eq(editions.id, questions.editionId))

/** R7: a list is made of what is on record alone, so that no filter and no count can tell of what is not. */
const onRecordOf = (viewer: Sees, initiativeId: string, ...where: (SQL | undefined)[]) =>
  and(
    eq(questions.workspaceId, viewer.workspaceId),
    eq(questions.initiativeId, initiativeId),
    eq(questions.seal, 'on-record'),
    visibleInitiative(viewer, questions.initiativeId),
    ...where,
  )

function fits(viewer: Sees, { initiativeId, state, owner, asker, meetingId, text = '' }: Filter) {
  return onRecordOf(
    viewer,
    initiativeId,
    state && sql`${stateName} = ${state}`,
    owner && sql`${questions.state} ->> 'owner' = ${owner}`,
    asker && and(eq(questions.by, asker), or(questions.named, eq(questions.by, viewer.id))),
    meetingId && eq(questions.meetingId, meetingId),
    text === '' ? undefined : ilike(questions.text, containing(text)),
  )
}

/** Latest first, from after the question `before`, which is found among the same alone. */
export async function list(
  db: Reader,
  viewer: Sees,
  filter: Filter & { before?: string | undefined; most: number },
): Promise<{ question: Question; named: boolean; edition: number | null }[]> {
  const after =
    filter.before &&
    sql`(${questions.askedAt}, ${questions.id}) < (
      select last.asked_at, last.id from ${questions} as last
      where last.workspace_id = ${viewer.workspaceId} and last.initiative_id = ${filter.initiativeId}
        and last.id = ${filter.before} and last.seal = 'on-record')`
  const rows = await db
    .select({ row: questions, edition: editions.number })
    .from(questions)
    .leftJoin(editions, inEdition)
    .where(and(fits(viewer, filter), after || undefined))
    .orderBy(desc(questions.askedAt), desc(questions.id))
    .limit(filter.most)
  return rows.map(({ row, edition }) => ({
    question: question.parse({ ...row, askedAt: row.askedAt.toISOString() }),
    named: row.named || row.by === viewer.id,
    edition,
  }))
}

export async function counts(db: Reader, viewer: Sees, filter: Omit<Filter, 'state'>) {
  const rows = await db
    .select({ name: stateName, count: count() })
    .from(questions)
    .where(fits(viewer, filter))
    .groupBy(stateName)
  const of = (name: QuestionState['name']) => rows.find((row) => row.name === name)?.count ?? 0
  return {
    open: of('open'),
    'answered-in-the-document': of('answered-in-the-document'),
    'answered-in-the-room': of('answered-in-the-room'),
    'research-owed': of('research-owed'),
    'out-of-scope': of('out-of-scope'),
    withdrawn: of('withdrawn'),
  }
}

/** By when the first question of each was asked, the latest meeting first. */
export async function meetingsOf(db: Reader, viewer: Sees, initiativeId: string) {
  const from = min(questions.askedAt)
  const rows = await db
    .select({ meetingId: questions.meetingId, edition: editions.number, from })
    .from(questions)
    .leftJoin(editions, inEdition)
    .where(onRecordOf(viewer, initiativeId, isNotNull(questions.meetingId)))
    .groupBy(questions.meetingId, editions.number)
    .orderBy(desc(from))
  return rows
}

/** Whose names are kept is not among them, but for the viewer (R7). */
export async function askersOf(db: Reader, viewer: Sees, initiativeId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ by: questions.by })
    .from(questions)
    .where(onRecordOf(viewer, initiativeId, or(questions.named, eq(questions.by, viewer.id))))
  return rows.map(({ by }) => by)
}

/** Of substance and without an answer, latest first: somebody may owe it, or nobody yet. */
export async function openOnRecord(
  db: Reader,
  viewer: Sees,
  of: { initiativeId: string; id?: string; most: number },
): Promise<Question[]> {
  const rows = await db
    .select()
    .from(questions)
    .where(
      onRecordOf(
        viewer,
        of.initiativeId,
        of.id === undefined ? undefined : eq(questions.id, of.id),
        eq(questions.matter, 'substance'),
        sql`${stateName} in ('open', 'research-owed')`,
      ),
    )
    .orderBy(desc(questions.askedAt), desc(questions.id))
    .limit(of.most)
  return rows.map((row) => question.parse({ ...row, askedAt: row.askedAt.toISOString() }))
}
