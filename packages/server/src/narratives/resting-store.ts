import { editionId, type RestingPassageId, restingPassageId } from '@foreword/core/ids'
import type { Passage } from '@foreword/document/ladder'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { type Assumption, listed } from '../evidence/assumptions-store.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { editions, restingPassages } from './tables.ts'

type Reader = Database | Tx

/** A passage with the assumption it rests on. */
export interface TrackedPassage {
  id: RestingPassageId
  narrativeId: string
  passage: Passage
  /** ISO 8601. */
  addedAt: string
  assumption: Assumption
}

type Row = typeof restingPassages.$inferSelect

/** Whoever asks has been let through to the draft. */
export async function trackedIn(db: Reader, narrativeId: string): Promise<TrackedPassage[]> {
  return withAssumptions(
    db,
    await db
      .select()
      .from(restingPassages)
      .where(eq(restingPassages.narrativeId, narrativeId))
      .orderBy(asc(restingPassages.addedAt)),
  )
}

/** In all drafts of an idea. */
export async function trackedOf(db: Reader, viewer: Sees, initiativeId: string): Promise<TrackedPassage[]> {
  return withAssumptions(
    db,
    await db
      .select()
      .from(restingPassages)
      .where(
        and(
          eq(restingPassages.workspaceId, viewer.workspaceId),
          eq(restingPassages.initiativeId, initiativeId),
          visibleInitiative(viewer, restingPassages.initiativeId),
        ),
      )
      .orderBy(asc(restingPassages.addedAt)),
  )
}

async function withAssumptions(db: Reader, rows: Row[]): Promise<TrackedPassage[]> {
  const [first] = rows
  if (!first) return []
  const ids = [...new Set(rows.map(({ assumptionId }) => assumptionId))]
  const assumptions = await listed(db, first.workspaceId, ids)
  return rows.flatMap(({ id, narrativeId, passage, addedAt, assumptionId }) => {
    const assumption = assumptions.get(assumptionId)
    if (!assumption) return []
    return [
      { id: restingPassageId.parse(id), narrativeId, passage, addedAt: addedAt.toISOString(), assumption },
    ]
  })
}

/** What of an edition is looked at, and nothing large. */
export async function frozenOf(db: Reader, viewer: Sees, of: { initiativeId: string } | { id: string }) {
  const rows = await db
    .select({
      id: editions.id,
      narrativeId: editions.narrativeId,
      number: editions.number,
      title: editions.title,
      frozenAt: editions.frozenAt,
    })
    .from(editions)
    .where(
      and(
        eq(editions.workspaceId, viewer.workspaceId),
        visibleInitiative(viewer, editions.initiativeId),
        'id' in of ? eq(editions.id, of.id) : eq(editions.initiativeId, of.initiativeId),
      ),
    )
    .orderBy(desc(editions.frozenAt), desc(editions.number))
  return rows.map(({ id, frozenAt, ...rest }) => ({
    ...rest,
    id: editionId.parse(id),
    frozenAt: frozenAt.toISOString(),
  }))
}

/** Once for each id. */
export async function insert(tx: Tx, row: typeof restingPassages.$inferInsert): Promise<void> {
  await tx.insert(restingPassages).values(row).onConflictDoNothing()
}

/** The assumption that it rested on; null when it was not there. */
export async function remove(
  tx: Tx,
  viewer: Sees,
  of: { narrativeId: string; id: string },
): Promise<string | null> {
  const [gone] = await tx
    .delete(restingPassages)
    .where(
      and(
        eq(restingPassages.workspaceId, viewer.workspaceId),
        eq(restingPassages.narrativeId, of.narrativeId),
        eq(restingPassages.id, of.id),
      ),
    )
    .returning({ assumptionId: restingPassages.assumptionId })
  return gone?.assumptionId ?? null
}
