import type { HeldInterview, PlannedInterview } from '@foreword/core/evidence/study-contract'
import { interviewId } from '@foreword/core/ids'
import { byline } from '@foreword/core/people/person'
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { evidence } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { people } from '../people/tables.ts'
import { studyInterviews } from './tables.ts'

type Reader = Database | Tx
export type InterviewRow = typeof studyInterviews.$inferSelect
export type NewInterview = Omit<typeof studyInterviews.$inferInsert, 'seq'>
interface Of {
  initiativeId: string
  studyId: string
}

/** The piece of evidence that an interview is which was held; one that is gone, or was made another kind, is none. */
export const heldAs = and(
  eq(evidence.workspaceId, studyInterviews.workspaceId),
  eq(evidence.initiativeId, studyInterviews.initiativeId),
  eq(evidence.id, studyInterviews.evidenceId),
  eq(evidence.kind, 'interview'),
  isNull(studyInterviews.droppedAt),
)

const ofStudy = (viewer: Sees, { initiativeId, studyId }: Of) =>
  and(
    eq(studyInterviews.workspaceId, viewer.workspaceId),
    eq(studyInterviews.initiativeId, initiativeId),
    eq(studyInterviews.studyId, studyId),
    visibleInitiative(viewer, studyInterviews.initiativeId),
  )

const interviewerOf = and(
  eq(people.workspaceId, studyInterviews.workspaceId),
  eq(people.id, studyInterviews.interviewer),
)
const person = { id: people.id, name: people.name }

/** By their day. */
export async function planned(db: Reader, viewer: Sees, of: Of): Promise<PlannedInterview[]> {
  const rows = await db
    .select({ row: studyInterviews, person })
    .from(studyInterviews)
    .innerJoin(people, interviewerOf)
    .where(and(ofStudy(viewer, of), isNull(studyInterviews.evidenceId), isNull(studyInterviews.droppedAt)))
    .orderBy(asc(studyInterviews.day), asc(studyInterviews.seq))
  return rows.map(({ row: { id, alias, day }, person: by }) => ({
    ...{ id: interviewId.parse(id), alias, day },
    interviewer: byline.parse(by),
  }))
}

/** The one written down last first. */
export async function held(
  db: Reader,
  viewer: Sees,
  of: Of & { before?: number | undefined; most: number },
): Promise<HeldInterview[]> {
  const rows = await db
    .select({
      row: studyInterviews,
      person,
      piece: { id: evidence.id, statement: evidence.statement, source: evidence.source, seq: evidence.seq },
    })
    .from(studyInterviews)
    .innerJoin(people, interviewerOf)
    .innerJoin(evidence, heldAs)
    .where(and(ofStudy(viewer, of), of.before === undefined ? undefined : lt(evidence.seq, of.before)))
    .orderBy(desc(evidence.seq))
    .limit(of.most)
  return rows.map(({ row, person: by, piece }) => {
    const { id, day, standing, consentGiven: given, consentOn: on, notesUntil } = row
    if (standing === null || notesUntil === null) throw new Error(`the interview ${id} is held by halves`)
    return {
      ...{ id: interviewId.parse(id), evidenceId: piece.id, alias: piece.source, learnt: piece.statement },
      ...{ day, standing, notesUntil, seq: piece.seq },
      interviewer: byline.parse(by),
      consent: given === null || on === null ? null : { given, on },
      notes: row.notes !== null ? 'kept' : row.notesErasedAt === null ? 'none' : 'erased',
    }
  })
}

/** Planned or held, dropped ones too. */
export async function one(
  db: Reader,
  viewer: Sees,
  of: Of & { interviewId: string },
): Promise<InterviewRow | null> {
  return first(db, and(ofStudy(viewer, of), eq(studyInterviews.id, of.interviewId)))
}

/** The interview that a piece of evidence is in one of the idea's studies, or was until it was taken out of this one. */
export async function ofPiece(
  tx: Tx,
  viewer: Sees,
  of: Of & { evidenceId: string },
): Promise<InterviewRow | null> {
  return first(
    tx,
    and(
      eq(studyInterviews.workspaceId, viewer.workspaceId),
      eq(studyInterviews.initiativeId, of.initiativeId),
      eq(studyInterviews.evidenceId, of.evidenceId),
      or(isNull(studyInterviews.droppedAt), eq(studyInterviews.studyId, of.studyId)),
      visibleInitiative(viewer, studyInterviews.initiativeId),
    ),
  )
}

/** One that counts before one that was dropped. */
async function first(db: Reader, where: SQL | undefined): Promise<InterviewRow | null> {
  const [found] = await db
    .select()
    .from(studyInterviews)
    .where(where)
    .orderBy(sql`${studyInterviews.droppedAt} desc nulls first`)
    .limit(1)
  return found ?? null
}

/** The idea's pieces of these ids that are interviews, in the order they were gathered. */
export async function pieces(tx: Tx, viewer: Sees, of: { initiativeId: string; ids: string[] }) {
  return tx
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.workspaceId, viewer.workspaceId),
        eq(evidence.initiativeId, of.initiativeId),
        inArray(evidence.id, of.ids),
        eq(evidence.kind, 'interview'),
        visibleInitiative(viewer, evidence.initiativeId),
      ),
    )
    .orderBy(asc(evidence.seq))
}

/** New, or in place of what was there; false when the id is that of an interview of another study. */
export async function save(tx: Tx, row: NewInterview): Promise<boolean> {
  const { workspaceId: _, id: __, initiativeId: ___, studyId, ...fields } = row
  const made = await tx
    .insert(studyInterviews)
    .values(row)
    .onConflictDoUpdate({
      target: [studyInterviews.workspaceId, studyInterviews.id],
      set: fields,
      setWhere: eq(studyInterviews.studyId, studyId),
    })
    .returning({ id: studyInterviews.id })
  return made.length > 0
}

/** Notes whose last day is over, and those of interviews that were taken out before `droppedBefore`, of all companies. */
export async function eraseNotes(
  db: Reader,
  { today, droppedBefore, now }: { today: string; droppedBefore: Date; now: Date },
): Promise<number> {
  const made = await db
    .update(studyInterviews)
    .set({ notes: null, notesErasedAt: now })
    .where(
      and(
        isNotNull(studyInterviews.notes),
        or(lt(studyInterviews.notesUntil, today), lte(studyInterviews.droppedAt, droppedBefore)),
      ),
    )
    .returning({ id: studyInterviews.id })
  return made.length
}

/** Those with notes whose piece of evidence was removed are taken out, so that their notes end too. */
export async function dropWithoutPiece(db: Reader, now: Date): Promise<void> {
  await db
    .update(studyInterviews)
    .set({ droppedAt: now })
    .where(
      and(
        isNotNull(studyInterviews.notes),
        isNull(studyInterviews.droppedAt),
        // written out: inside a subquery the builder leaves the table's name away
        sql`not exists (select 1 from evidence piece where piece.workspace_id = study_interview.workspace_id
          and piece.initiative_id = study_interview.initiative_id and piece.id = study_interview.evidence_id)`,
      ),
    )
}
