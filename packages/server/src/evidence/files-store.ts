import type { EvidenceFile } from '@foreword/core/evidence/file'
import { evidenceFileId, personId } from '@foreword/core/ids'
import { and, asc, count, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { evidence } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { people } from '../people/tables.ts'
import type { ObjectStore } from '../storage/object-store.ts'
import { evidenceFiles, studyInterviews } from './tables.ts'

type Reader = Database | Tx
export type NewFile = Omit<typeof evidenceFiles.$inferInsert, 'seq'>
export interface OfPiece {
  initiativeId: string
  evidenceId: string
}

export const keyOf = (workspaceId: string, id: string) => `${workspaceId}/evidence/${id}`

/** All but the bytes. */
const told = {
  id: evidenceFiles.id,
  evidenceId: evidenceFiles.evidenceId,
  name: evidenceFiles.name,
  byteLength: evidenceFiles.byteLength,
  sha256: evidenceFiles.sha256,
  picture: evidenceFiles.picture,
  addedAt: evidenceFiles.addedAt,
  droppedAt: evidenceFiles.droppedAt,
  by: { id: people.id, name: people.name },
}
const addedBy = and(eq(people.workspaceId, evidenceFiles.workspaceId), eq(people.id, evidenceFiles.addedBy))

const ofIdea = (viewer: Sees, initiativeId: string) =>
  and(
    eq(evidenceFiles.workspaceId, viewer.workspaceId),
    eq(evidenceFiles.initiativeId, initiativeId),
    visibleInitiative(viewer, evidenceFiles.initiativeId),
  )
const ofPiece = (viewer: Sees, of: OfPiece) =>
  and(ofIdea(viewer, of.initiativeId), eq(evidenceFiles.evidenceId, of.evidenceId))

interface Row extends Omit<EvidenceFile, 'id' | 'addedAt' | 'by'> {
  id: string
  evidenceId: string
  addedAt: Date
  droppedAt: Date | null
  by: { id: string; name: string }
}
const fileOf = ({ id, evidenceId: _, droppedAt: __, addedAt, by, ...file }: Row): EvidenceFile => ({
  ...file,
  id: evidenceFileId.parse(id),
  addedAt: addedAt.toISOString(),
  by: { id: personId.parse(by.id), name: by.name },
})

/** The files of each of these pieces, in the order they were added; none, no entry. */
export async function filesOf(
  db: Reader,
  viewer: Sees,
  of: { initiativeId: string; pieces: string[] },
): Promise<Map<string, EvidenceFile[]>> {
  const found = new Map<string, EvidenceFile[]>()
  if (of.pieces.length === 0) return found
  const rows = await db
    .select(told)
    .from(evidenceFiles)
    .innerJoin(people, addedBy)
    .where(
      and(
        ofIdea(viewer, of.initiativeId),
        inArray(evidenceFiles.evidenceId, of.pieces),
        isNull(evidenceFiles.droppedAt),
      ),
    )
    .orderBy(asc(evidenceFiles.seq))
  for (const row of rows) found.set(row.evidenceId, [...(found.get(row.evidenceId) ?? []), fileOf(row)])
  return found
}

/** The file of this name and these bytes that the piece has, or had until it was taken off. */
export async function same(
  tx: Tx,
  viewer: Sees,
  of: OfPiece & { name: string; sha256: string },
): Promise<{ file: EvidenceFile; isDropped: boolean } | null> {
  const [row] = await tx
    .select(told)
    .from(evidenceFiles)
    .innerJoin(people, addedBy)
    .where(and(ofPiece(viewer, of), eq(evidenceFiles.name, of.name), eq(evidenceFiles.sha256, of.sha256)))
    .orderBy(sql`${evidenceFiles.droppedAt} desc nulls first`)
    .limit(1)
  return row ? { file: fileOf(row), isDropped: row.droppedAt !== null } : null
}

export async function countOf(tx: Tx, viewer: Sees, of: OfPiece): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(evidenceFiles)
    .where(and(ofPiece(viewer, of), isNull(evidenceFiles.droppedAt)))
  return row?.count ?? 0
}

export async function insert(tx: Tx, row: NewFile): Promise<void> {
  await tx.insert(evidenceFiles).values(row)
}

/** Whether that changed something. */
export async function drop(
  tx: Tx,
  viewer: Sees,
  of: OfPiece & { id: string; droppedAt: Date | null },
): Promise<boolean> {
  const { droppedAt } = evidenceFiles
  const made = await tx
    .update(evidenceFiles)
    .set({ droppedAt: of.droppedAt })
    .where(
      and(
        ofPiece(viewer, of),
        eq(evidenceFiles.id, of.id),
        of.droppedAt === null ? isNotNull(droppedAt) : isNull(droppedAt),
      ),
    )
    .returning({ id: evidenceFiles.id })
  return made.length > 0
}

/** With its bytes, of a piece that is there. */
export async function open(
  db: Reader,
  store: ObjectStore | null,
  viewer: Sees,
  of: OfPiece & { id: string },
): Promise<{ name: string; picture: EvidenceFile['picture']; bytes: Uint8Array } | null> {
  const [row] = await db
    .select({ name: evidenceFiles.name, picture: evidenceFiles.picture, bytes: evidenceFiles.bytes })
    .from(evidenceFiles)
    .innerJoin(evidence, pieceOf)
    .where(and(ofPiece(viewer, of), eq(evidenceFiles.id, of.id), isNull(evidenceFiles.droppedAt)))
  if (!row) return null
  // what was kept before a store was set up lies in the database
  const bytes = row.bytes ?? (await store?.get(keyOf(viewer.workspaceId, of.id))) ?? null
  return bytes && { ...row, bytes }
}

const pieceOf = and(
  eq(evidence.workspaceId, evidenceFiles.workspaceId),
  eq(evidence.initiativeId, evidenceFiles.initiativeId),
  eq(evidence.id, evidenceFiles.evidenceId),
)

/** The last day on which what was recorded of the interview that this piece is may be kept; null: it is none of a study. */
export async function lastDayOf(tx: Tx, viewer: Sees, of: OfPiece): Promise<string | null> {
  const [row] = await tx
    .select({ day: studyInterviews.notesUntil })
    .from(studyInterviews)
    .where(
      and(
        eq(studyInterviews.workspaceId, viewer.workspaceId),
        eq(studyInterviews.initiativeId, of.initiativeId),
        eq(studyInterviews.evidenceId, of.evidenceId),
        isNull(studyInterviews.droppedAt),
        visibleInitiative(viewer, studyInterviews.initiativeId),
      ),
    )
  return row?.day ?? null
}

/**
 * Of all companies: files taken off their piece before `goneBefore`, those whose piece was found gone before it, and what
 * was recorded of an interview whose notes end. How many went, from where they lie too.
 */
export async function eraseFiles(
  db: Database,
  store: ObjectStore | null,
  { today, goneBefore, now }: { today: string; goneBefore: Date; now: Date },
): Promise<number> {
  // written out: inside a subquery the builder leaves the table's name away
  const piece = sql`exists (select 1 from evidence piece where piece.workspace_id = evidence_file.workspace_id
    and piece.initiative_id = evidence_file.initiative_id and piece.id = evidence_file.evidence_id)`
  const { lostAt, droppedAt } = evidenceFiles
  await db
    .update(evidenceFiles)
    .set({ lostAt: now })
    .where(and(isNull(lostAt), sql`not ${piece}`))
  await db
    .update(evidenceFiles)
    .set({ lostAt: null })
    .where(and(isNotNull(lostAt), piece))
  const isOver = sql`exists (select 1 from study_interview held where held.workspace_id = evidence_file.workspace_id
    and held.initiative_id = evidence_file.initiative_id and held.evidence_id = evidence_file.evidence_id
    and held.dropped_at is null and held.notes_until < ${today})`
  const due = await db
    .select({
      id: evidenceFiles.id,
      workspaceId: evidenceFiles.workspaceId,
      inDatabase: isNotNull(evidenceFiles.bytes),
    })
    .from(evidenceFiles)
    .where(or(lte(droppedAt, goneBefore), lte(lostAt, goneBefore), isOver))
  for (const { id, workspaceId, inDatabase } of due) {
    // first where it lies: a row that is still there is tried again
    if (!inDatabase) await store?.remove(keyOf(workspaceId, id))
    await db
      .delete(evidenceFiles)
      .where(and(eq(evidenceFiles.workspaceId, workspaceId), eq(evidenceFiles.id, id)))
  }
  return due.length
}
