import { type Citations, citations } from '@foreword/core/meetings/citations'
import { and, asc, count, eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../db/database.ts'
import { decisions } from '../decisions/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { comments, questions } from '../reviews/tables.ts'
import { meetings } from './tables.ts'

/** What cites each edition of an idea; R7: of the questions only those on record, and the viewer's own. */
export async function citationsIn(
  db: Database | Tx,
  viewer: Sees,
  ofInitiative: string,
): Promise<Citations[]> {
  const of = (table: { workspaceId: PgColumn; initiativeId: PgColumn }, ...where: (SQL | undefined)[]) =>
    and(
      eq(table.workspaceId, viewer.workspaceId),
      eq(table.initiativeId, ofInitiative),
      visibleInitiative(viewer, table.initiativeId),
      ...where,
    )
  const held = await db
    .select({
      id: meetings.id,
      editionId: meetings.editionId,
      startsAt: meetings.startsAt,
      calledOff: meetings.calledOff,
    })
    .from(meetings)
    .where(of(meetings))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
  const taken = await db
    .select({
      id: decisions.id,
      editionId: decisions.editionId,
      number: decisions.number,
      outcome: decisions.outcome,
    })
    .from(decisions)
    .where(of(decisions, isNotNull(decisions.editionId)))
    .orderBy(asc(decisions.number))
  const said = await db
    .select({ editionId: comments.editionId, count: count() })
    .from(comments)
    .where(of(comments, isNotNull(comments.editionId), isNull(comments.parentId)))
    .groupBy(comments.editionId)
  const asked = await db
    .select({ editionId: questions.editionId, count: count() })
    .from(questions)
    .where(
      of(
        questions,
        isNotNull(questions.editionId),
        or(eq(questions.by, viewer.id), eq(questions.seal, 'on-record')),
      ),
    )
    .groupBy(questions.editionId)
  const cited = new Set([...held, ...taken, ...said, ...asked].map((each) => each.editionId))
  return [...cited].map((edition) => {
    const isOf = (each: { editionId: string | null }) => each.editionId === edition
    return citations.parse({
      editionId: edition,
      meetings: held.filter(isOf).map(({ id, startsAt, calledOff }) => ({
        id,
        startsAt: startsAt.toISOString(),
        calledOff,
      })),
      decisions: taken.filter(isOf).map(({ id, number, outcome }) => ({ id, number, outcome })),
      comments: said.find(isOf)?.count ?? 0,
      questions: asked.find(isOf)?.count ?? 0,
    })
  })
}
