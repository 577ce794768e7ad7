import { type EvidenceItem, mostEntries } from '@foreword/core/initiatives/answers'
import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { answerEvidence, evidence } from './tables.ts'
import { type Sees, visibleInitiative } from './visibility.ts'

/* Question 4 as a view of the idea's evidence: its first pieces are read as the answer and written through it. */

type Reader = Database | Tx

/** For each idea the pieces that stand in its answer, in the order they were gathered; none, no entry. */
export async function firstOf(db: Reader, viewer: Sees, ids: string[]): Promise<Map<string, EvidenceItem[]>> {
  const { rows } = await db.execute<
    { idea: string } & { [Name in keyof EvidenceItem]: EvidenceItem[Name] }
  >(sql`
    select idea.id as idea, piece.id, piece.kind, piece.statement, piece.source, piece.date, piece.provenance,
      piece.link
    from initiative idea cross join lateral (
      select * from evidence where evidence.workspace_id = idea.workspace_id and evidence.initiative_id = idea.id
      order by evidence.seq limit ${mostEntries.evidence}) piece
    where idea.workspace_id = ${viewer.workspaceId} and ${inArray(sql`idea.id`, ids)}
      and ${visibleInitiative(viewer, sql`idea.id`)}
    order by piece.seq`)
  const found = new Map<string, EvidenceItem[]>()
  for (const { idea, ...item } of rows) found.set(idea, [...(found.get(idea) ?? []), item])
  return found
}

/** Makes the pieces in the answer these; what lies beyond the answer is left alone. */
export async function write(
  tx: Tx,
  viewer: Sees,
  answer: { initiativeId: string; items: EvidenceItem[]; now: Date },
): Promise<void> {
  const { initiativeId, items, now } = answer
  const { workspaceId } = viewer
  const were = (await firstOf(tx, viewer, [initiativeId])).get(initiativeId) ?? []
  const gone = were.filter(({ id }) => !items.some((item) => item.id === id)).map(({ id }) => id)
  const ofIdea = and(eq(evidence.workspaceId, workspaceId), eq(evidence.initiativeId, initiativeId))
  if (gone.length > 0) await tx.delete(evidence).where(and(ofIdea, inArray(evidence.id, gone)))
  for (const item of items) {
    const was = were.find(({ id }) => id === item.id)
    if (was && JSON.stringify(was) === JSON.stringify({ ...was, ...item })) continue
    const { id, ...fields } = item
    if (was)
      await tx
        .update(evidence)
        .set(fields)
        .where(and(ofIdea, eq(evidence.id, id)))
    else
      await tx
        .insert(evidence)
        .values({ ...item, workspaceId, initiativeId, addedAt: now, addedBy: viewer.id })
  }
}

/** How many pieces speak for an answer and how many against it. One that was removed says nothing. */
export async function linkedTo(db: Reader, viewer: Sees, ids: string[]) {
  return db
    .select({
      initiativeId: answerEvidence.initiativeId,
      question: answerEvidence.question,
      side: answerEvidence.side,
      count: count(),
    })
    .from(answerEvidence)
    .innerJoin(
      evidence,
      and(
        eq(evidence.workspaceId, answerEvidence.workspaceId),
        eq(evidence.initiativeId, answerEvidence.initiativeId),
        eq(evidence.id, answerEvidence.evidenceId),
      ),
    )
    .where(
      and(
        eq(answerEvidence.workspaceId, viewer.workspaceId),
        inArray(answerEvidence.initiativeId, ids),
        visibleInitiative(viewer, answerEvidence.initiativeId),
      ),
    )
    .groupBy(answerEvidence.initiativeId, answerEvidence.question, answerEvidence.side)
}
