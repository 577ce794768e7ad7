import type { AssumptionEntry } from '@foreword/core/evidence/assumption-contract'
import type { AssumptionState } from '@foreword/core/evidence/assumptions'
import { assumptionChangeId, assumptionId } from '@foreword/core/ids'
import type { Side } from '@foreword/core/initiatives/claims'
import { byline } from '@foreword/core/people/person'
import { and, asc, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { evidence } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { people } from '../people/tables.ts'
import { assumptionChanges, assumptionEvidence, assumptions } from './tables.ts'

type Reader = Database | Tx

/** By itself: without what speaks for and against it, and what waits for it. */
export type Assumption = Omit<AssumptionEntry, 'evidence' | 'waitedFor'> & { initiativeId: string }
export type StoredChange = AssumptionEntry['history'][number]

const readable = (viewer: Sees, initiativeId: string) =>
  and(
    eq(assumptions.workspaceId, viewer.workspaceId),
    eq(assumptions.initiativeId, initiativeId),
    visibleInitiative(viewer, assumptions.initiativeId),
  )

// written out: inside a subquery the builder leaves the tables' names away
const stateNow = sql`(select change.state from assumption_change change
  where change.workspace_id = assumption.workspace_id and change.assumption_id = assumption.id
  order by change.seq desc limit 1)`

interface Filter {
  initiativeId: string
  state?: AssumptionState | undefined
  before?: number | undefined
  most: number
}

/** Latest first. */
export async function list(db: Reader, viewer: Sees, filter: Filter) {
  const { initiativeId, state, before, most } = filter
  const found = await select(
    db,
    and(
      readable(viewer, initiativeId),
      isNull(assumptions.droppedAt),
      state && sql`${stateNow} = ${state}`,
      before === undefined ? undefined : lt(assumptions.seq, before),
    ),
    most,
  )
  const weighed = await evidenceOf(
    db,
    viewer,
    found.map(({ id }) => id),
  )
  return found.map((each) => ({ ...each, evidence: weighed.get(each.id) ?? [] }))
}

/** All that an idea assumes, without what it weighs: for what rests on it. */
export function allOf(db: Reader, viewer: Sees, initiativeId: string): Promise<Assumption[]> {
  return select(db, and(readable(viewer, initiativeId), isNull(assumptions.droppedAt)), 1000)
}

/** Those of these ids that are still listed. Whoever asks has been let through to the idea. */
export async function listed(db: Reader, workspaceId: string, ids: readonly string[]) {
  const found =
    ids.length === 0
      ? []
      : await select(
          db,
          and(
            eq(assumptions.workspaceId, workspaceId),
            inArray(assumptions.id, [...ids]),
            isNull(assumptions.droppedAt),
          ),
          ids.length,
        )
  return new Map<string, Assumption>(found.map((each) => [each.id, each]))
}

/** Dropped ones too. */
export async function one(
  db: Reader,
  viewer: Sees,
  of: { initiativeId: string; id: string },
): Promise<Assumption | null> {
  const [found] = await select(db, and(readable(viewer, of.initiativeId), eq(assumptions.id, of.id)), 1)
  return found ?? null
}

async function select(db: Reader, where: SQL | undefined, most: number): Promise<Assumption[]> {
  const rows = await db
    .select({
      id: assumptions.id,
      workspaceId: assumptions.workspaceId,
      initiativeId: assumptions.initiativeId,
      seq: assumptions.seq,
    })
    .from(assumptions)
    .where(where)
    .orderBy(desc(assumptions.seq))
    .limit(most)
  const [first] = rows
  if (!first) return []
  const ids = rows.map(({ id }) => id)
  const changes = await db
    .select({ change: assumptionChanges, by: { id: people.id, name: people.name } })
    .from(assumptionChanges)
    .innerJoin(
      people,
      and(eq(people.workspaceId, assumptionChanges.workspaceId), eq(people.id, assumptionChanges.by)),
    )
    .where(
      and(eq(assumptionChanges.workspaceId, first.workspaceId), inArray(assumptionChanges.assumptionId, ids)),
    )
    .orderBy(asc(assumptionChanges.seq))
  const histories = Map.groupBy(changes, ({ change }) => change.assumptionId)
  return rows.map(({ id, seq, initiativeId }) => {
    const history = (histories.get(id) ?? []).map(({ change, by }): StoredChange => {
      const { state, statement, because, at, takesBack } = change
      return {
        id: assumptionChangeId.parse(change.id),
        ...{ state, statement, because },
        by: byline.parse(by),
        at: at.toISOString(),
        takesBack: takesBack !== null,
      }
    })
    const last = history.at(-1)
    if (!last) throw new Error(`assumption ${id} was never written down`)
    const { state, statement } = last
    return { id: assumptionId.parse(id), initiativeId, seq, state, statement, history }
  })
}

/** What is said of a piece beside what it speaks for or against. */
export const pieceColumns = {
  id: evidence.id,
  statement: evidence.statement,
  kind: evidence.kind,
  provenance: evidence.provenance,
  source: evidence.source,
  date: evidence.date,
}

async function evidenceOf(db: Reader, viewer: Sees, ids: string[]) {
  const found = new Map<string, AssumptionEntry['evidence']>()
  if (ids.length === 0) return found
  const rows = await db
    .select({
      assumptionId: assumptionEvidence.assumptionId,
      side: assumptionEvidence.side,
      piece: pieceColumns,
    })
    .from(assumptionEvidence)
    .innerJoin(
      assumptions,
      and(
        eq(assumptions.workspaceId, assumptionEvidence.workspaceId),
        eq(assumptions.id, assumptionEvidence.assumptionId),
      ),
    )
    .innerJoin(
      evidence,
      and(
        eq(evidence.workspaceId, assumptions.workspaceId),
        eq(evidence.initiativeId, assumptions.initiativeId),
        eq(evidence.id, assumptionEvidence.evidenceId),
      ),
    )
    .where(
      and(
        eq(assumptionEvidence.workspaceId, viewer.workspaceId),
        inArray(assumptionEvidence.assumptionId, ids),
        visibleInitiative(viewer, assumptions.initiativeId),
      ),
    )
    .orderBy(asc(evidence.seq))
  for (const { assumptionId: of, side, piece } of rows) {
    found.set(of, [...(found.get(of) ?? []), { ...piece, side }])
  }
  return found
}

/** Whether it is new; one whose id is there already is left as it is. */
export async function insert(tx: Tx, row: typeof assumptions.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(assumptions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: assumptions.id })
  return made.length > 0
}

export async function insertChange(tx: Tx, row: typeof assumptionChanges.$inferInsert): Promise<void> {
  await tx.insert(assumptionChanges).values(row)
}

/** Whether that changed anything. */
export async function drop(
  tx: Tx,
  viewer: Sees,
  of: { initiativeId: string; id: string; droppedAt: Date | null },
): Promise<boolean> {
  const made = await tx
    .update(assumptions)
    .set({ droppedAt: of.droppedAt })
    .where(
      and(
        readable(viewer, of.initiativeId),
        eq(assumptions.id, of.id),
        sql`(${assumptions.droppedAt} is null) <> ${of.droppedAt === null}`,
      ),
    )
    .returning({ id: assumptions.id })
  return made.length > 0
}

/** Whether the idea has such a piece. */
export async function hasEvidence(
  tx: Tx,
  viewer: Sees,
  of: { initiativeId: string; id: string },
): Promise<boolean> {
  const [found] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.workspaceId, viewer.workspaceId),
        eq(evidence.initiativeId, of.initiativeId),
        eq(evidence.id, of.id),
        visibleInitiative(viewer, evidence.initiativeId),
      ),
    )
  return found !== undefined
}

/** Who asks has been let through to the assumption. */
export async function weigh(
  tx: Tx,
  viewer: Sees,
  of: { assumptionId: string; evidenceId: string; side: Side | null },
): Promise<void> {
  const { side, ...link } = of
  const { workspaceId } = viewer
  if (side === null)
    await tx
      .delete(assumptionEvidence)
      .where(
        and(
          eq(assumptionEvidence.workspaceId, workspaceId),
          eq(assumptionEvidence.assumptionId, link.assumptionId),
          eq(assumptionEvidence.evidenceId, link.evidenceId),
        ),
      )
  else
    await tx
      .insert(assumptionEvidence)
      .values({ ...link, side, workspaceId })
      .onConflictDoUpdate({
        target: [
          assumptionEvidence.workspaceId,
          assumptionEvidence.assumptionId,
          assumptionEvidence.evidenceId,
        ],
        set: { side },
      })
}
