import type { AssumptionState } from '@foreword/core/evidence/assumptions'
import {
  assumptionChangeId,
  assumptionId,
  editionId,
  iterationId,
  narrativeId,
  questionId,
} from '@foreword/core/ids'
import { byline } from '@foreword/core/people/person'
import type { Iteration, IterationStanding, Tested } from '@foreword/core/reviews/iterations/iteration'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../../db/database.ts'
import { assumptionChanges } from '../../evidence/tables.ts'
import { type Sees, visibleInitiative } from '../../initiatives/visibility.ts'
import { bylines } from '../../narratives/store.ts'
import { editions, narratives } from '../../narratives/tables.ts'
import { iterations } from './tables.ts'

type Reader = Database | Tx
type Row = typeof iterations.$inferSelect

const parents = alias(narratives, 'parent')
const readable = (viewer: Sees, initiativeId: string) =>
  and(
    eq(iterations.workspaceId, viewer.workspaceId),
    eq(iterations.initiativeId, initiativeId),
    visibleInitiative(viewer, iterations.initiativeId),
  )

/** Latest first. */
export const list = (db: Reader, viewer: Sees, initiativeId: string): Promise<Iteration[]> =>
  select(db, viewer, readable(viewer, initiativeId))

export async function one(
  db: Reader,
  viewer: Sees,
  of: { initiativeId: string; iterationId: string },
): Promise<Iteration | null> {
  const [found] = await select(
    db,
    viewer,
    and(readable(viewer, of.initiativeId), eq(iterations.id, of.iterationId)),
  )
  return found ?? null
}

async function select(db: Reader, viewer: Sees, where: SQL | undefined): Promise<Iteration[]> {
  const rows = await db
    .select({
      row: iterations,
      document: { title: narratives.title, kind: narratives.kind },
      parent: parents.title,
      edition: editions.number,
      state: assumptionChanges.state,
    })
    .from(iterations)
    .innerJoin(
      narratives,
      and(eq(narratives.workspaceId, iterations.workspaceId), eq(narratives.id, iterations.narrativeId)),
    )
    .leftJoin(
      parents,
      and(eq(parents.workspaceId, iterations.workspaceId), eq(parents.id, iterations.parentId)),
    )
    .leftJoin(
      editions,
      and(eq(editions.workspaceId, iterations.workspaceId), eq(editions.id, iterations.editionId)),
    )
    .leftJoin(
      assumptionChanges,
      and(
        eq(assumptionChanges.workspaceId, iterations.workspaceId),
        eq(assumptionChanges.id, iterations.changeId),
        // what was taken back never happened
        sql`not exists (select 1 from assumption_change taken
          where taken.workspace_id = ${iterations.workspaceId} and taken.takes_back = ${iterations.changeId})`,
      ),
    )
    .where(where)
    .orderBy(desc(iterations.startedAt), desc(iterations.id))
  const names = await bylines(
    db,
    viewer,
    rows.flatMap(({ row }) => [row.startedBy, row.leftBy ?? []].flat()),
  )
  const by = (id: string | null) => byline.parse(names.get(id ?? ''))
  return rows.map(({ row, document, parent, edition, state }) => ({
    id: iterationId.parse(row.id),
    objective: row.objective,
    tests: testedIn(row),
    expects: row.expects,
    document: { narrativeId: narrativeId.parse(row.narrativeId), ...document },
    parent:
      row.parentId === null ? null : { narrativeId: narrativeId.parse(row.parentId), title: parent ?? '' },
    edition:
      row.editionId === null || edition === null
        ? null
        : { id: editionId.parse(row.editionId), number: edition },
    startedBy: by(row.startedBy),
    startedAt: row.startedAt.toISOString(),
    standing: standingOf(row, state, by),
  }))
}

function testedIn({ assumptionId: assumption, questionId: question, testsSaid }: Row): Tested | null {
  const said = testsSaid ?? ''
  if (question !== null) return { what: 'question', questionId: questionId.parse(question), said }
  return assumption === null
    ? null
    : { what: 'assumption', assumptionId: assumptionId.parse(assumption), said }
}

function standingOf(
  { left, leftSaying, leftBy, leftAt, changeId }: Row,
  state: AssumptionState | null,
  by: (id: string | null) => ReturnType<typeof byline.parse>,
): IterationStanding {
  if (left === null || leftSaying === null || leftAt === null) return { name: 'running' }
  const signed = { by: by(leftBy), at: leftAt.toISOString() }
  if (left === 'dropped') return { name: left, because: leftSaying, ...signed }
  const change =
    changeId === null || state === null ? null : { id: assumptionChangeId.parse(changeId), state }
  return { name: left, learnt: leftSaying, change, ...signed }
}

export async function insert(tx: Tx, row: typeof iterations.$inferInsert): Promise<void> {
  await tx.insert(iterations).values(row)
}

type Left = Pick<Row, 'left' | 'leftSaying' | 'leftBy' | 'leftAt' | 'changeId'>

/** How it was left; all null: not at all. */
export async function leave(
  tx: Tx,
  viewer: Sees,
  of: { initiativeId: string; iterationId: string },
  left: Left,
): Promise<void> {
  await tx
    .update(iterations)
    .set(left)
    .where(and(readable(viewer, of.initiativeId), eq(iterations.id, of.iterationId)))
}
