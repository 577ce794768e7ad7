import type { EvidencePiece } from '@foreword/core/evidence/contract'
import { personId } from '@foreword/core/ids'
import type { EvidenceItem } from '@foreword/core/initiatives/answers'
import { and, desc, eq, ilike, inArray, lt, notExists, or, sql } from 'drizzle-orm'
import { containing } from '../db/containing.ts'
import type { Database, Tx } from '../db/database.ts'
import { evidence } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { people } from '../people/tables.ts'
import { filesOf } from './files-store.ts'
import { heldAs } from './interviews-store.ts'
import { studyInterviews } from './tables.ts'

export interface Filter {
  initiativeId: string
  kind?: EvidenceItem['kind'] | undefined
  provenance?: EvidenceItem['provenance'] | undefined
  text?: string
  study?: 'none' | undefined
  ids?: readonly string[] | undefined
  before?: number | undefined
  most: number
}

/** Latest first. */
export async function list(db: Database | Tx, viewer: Sees, filter: Filter): Promise<EvidencePiece[]> {
  const { initiativeId, kind, provenance, text = '', study, ids, before, most } = filter
  const like = containing(text)
  const rows = await db
    .select({ piece: evidence, by: { id: people.id, name: people.name } })
    .from(evidence)
    .innerJoin(people, and(eq(people.workspaceId, evidence.workspaceId), eq(people.id, evidence.addedBy)))
    .where(
      and(
        ofIdea(viewer, initiativeId),
        kind && eq(evidence.kind, kind),
        provenance && eq(evidence.provenance, provenance),
        text === '' ? undefined : or(ilike(evidence.statement, like), ilike(evidence.source, like)),
        study && notExists(studied(db)),
        ids && inArray(evidence.id, [...ids]),
        before === undefined ? undefined : lt(evidence.seq, before),
      ),
    )
    .orderBy(desc(evidence.seq))
    .limit(most)
  const files = await filesOf(db, viewer, { initiativeId, pieces: rows.map(({ piece }) => piece.id) })
  return rows.map(({ piece: { workspaceId: _, initiativeId: __, addedBy: ___, addedAt, ...piece }, by }) => ({
    ...piece,
    addedAt: addedAt.toISOString(),
    by: { id: personId.parse(by.id), name: by.name },
    files: files.get(piece.id) ?? [],
  }))
}

const studied = (db: Database | Tx) =>
  db.select({ id: studyInterviews.id }).from(studyInterviews).where(heldAs)

const ofIdea = (viewer: Sees, initiativeId: string) =>
  and(
    eq(evidence.workspaceId, viewer.workspaceId),
    eq(evidence.initiativeId, initiativeId),
    visibleInitiative(viewer, evidence.initiativeId),
  )

/** Whether the idea has this piece, and the viewer may read it. */
export async function has(
  db: Database | Tx,
  viewer: Sees,
  { initiativeId, id }: { initiativeId: string; id: string },
): Promise<boolean> {
  const found = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(ofIdea(viewer, initiativeId), eq(evidence.id, id)))
  return found.length > 0
}

/** How many were new; one whose id is there already is left as it is. */
export async function insert(
  tx: Tx,
  viewer: Sees,
  of: { initiativeId: string; items: EvidenceItem[]; now: Date },
): Promise<number> {
  const { initiativeId, items, now } = of
  const whole = { workspaceId: viewer.workspaceId, initiativeId, addedAt: now, addedBy: viewer.id }
  let count = 0
  // a statement holds so many values and no more
  for (let from = 0; from < items.length; from += 1000) {
    const rows = items.slice(from, from + 1000).map((item) => ({ ...item, ...whole }))
    const made = await tx.insert(evidence).values(rows).onConflictDoNothing().returning({ id: evidence.id })
    count += made.length
  }
  // until what an import brought is counted, PostgreSQL takes an idea's evidence for a piece or two, and reads all of it
  // for each interview of a study
  if (count > 1000) await tx.execute(sql`analyze evidence`)
  return count
}

/** Whether there is one of this id. */
export async function update(
  tx: Tx,
  viewer: Sees,
  of: { initiativeId: string; id: string; fields: Partial<Omit<EvidenceItem, 'id'>> },
): Promise<boolean> {
  const made = await tx
    .update(evidence)
    .set(of.fields)
    .where(and(ofIdea(viewer, of.initiativeId), eq(evidence.id, of.id)))
    .returning({ id: evidence.id })
  return made.length > 0
}

/** Whether it was there. */
export async function remove(
  tx: Tx,
  viewer: Sees,
  of: { initiativeId: string; id: string },
): Promise<boolean> {
  const gone = await tx
    .delete(evidence)
    .where(and(ofIdea(viewer, of.initiativeId), eq(evidence.id, of.id)))
    .returning({ id: evidence.id })
  return gone.length > 0
}
