import { assumptionStates } from '@foreword/core/evidence/assumptions'
import { standings } from '@foreword/core/evidence/study'
import { sides } from '@foreword/core/initiatives/claims'
import { pictureTypes } from '@foreword/core/pictures'
import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, instant, workspaceId } from '../db/columns.ts'
import { initiatives } from '../initiatives/tables.ts'
import { people } from '../people/tables.ts'

/** An assumption (W8). What it says and how it stands is the last of its changes, and nothing is written over. */
export const assumptions = pgTable(
  'assumption',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    /** The order in which they were written down. */
    seq: bigserial({ mode: 'number' }).notNull(),
    /** Removed before anything was known of it. */
    droppedAt: instant('dropped_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('assumption_of_initiative').on(t.workspaceId, t.initiativeId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    index('assumption_written_down').on(t.workspaceId, t.initiativeId, t.seq),
  ],
)

/** A row is written once and never changed. The first is how the assumption was written down. */
export const assumptionChanges = pgTable(
  'assumption_change',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    assumptionId: uuid('assumption_id').notNull(),
    seq: bigserial({ mode: 'number' }).notNull(),
    state: text({ enum: assumptionStates }).notNull(),
    statement: text().notNull(),
    because: text().notNull(),
    /** The change that this one took back. */
    takesBack: uuid('takes_back'),
    by: uuid().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.assumptionId],
      foreignColumns: [assumptions.workspaceId, assumptions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
    index('assumption_history').on(t.workspaceId, t.assumptionId, t.seq),
  ],
)

/** Which way a piece of evidence speaks. It may be gone, and is shown again when its removal is undone: no foreign key. */
export const assumptionEvidence = pgTable(
  'assumption_evidence',
  {
    workspaceId: workspaceId(),
    assumptionId: uuid('assumption_id').notNull(),
    evidenceId: text('evidence_id').notNull(),
    side: text({ enum: sides }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.assumptionId, t.evidenceId] }),
    foreignKey({
      columns: [t.workspaceId, t.assumptionId],
      foreignColumns: [assumptions.workspaceId, assumptions.id],
    }),
  ],
)

/**
 * A file of a piece of evidence (W6). The piece may be gone, and with it the file, until that is undone or a day is over:
 * no foreign key.
 */
export const evidenceFiles = pgTable(
  'evidence_file',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    evidenceId: text('evidence_id').notNull(),
    seq: bigserial({ mode: 'number' }).notNull(),
    name: text().notNull(),
    byteLength: integer('byte_length').notNull(),
    sha256: text().notNull(),
    /** What its bytes say, where a page may show it. */
    picture: text({ enum: pictureTypes }),
    /** Null when they lie in an object store (ASSETS_URL). */
    bytes: bytes('bytes'),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    /** Taken off the piece. */
    droppedAt: instant('dropped_at'),
    /** When it was found that the piece is gone. */
    lostAt: instant('lost_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.addedBy], foreignColumns: [people.workspaceId, people.id] }),
    index('evidence_file_of').on(t.workspaceId, t.initiativeId, t.evidenceId, t.seq),
  ],
)

/** An interview study (W7): what is meant to be done. */
export const studies = pgTable(
  'study',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    seq: bigserial({ mode: 'number' }).notNull(),
    question: text().notNull(),
    target: integer().notNull(),
    startsOn: text('starts_on').notNull(),
    windowDays: integer('window_days').notNull(),
    prospectsCount: boolean('prospects_count').notNull(),
    script: text().notNull(),
    droppedAt: instant('dropped_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('study_of_initiative').on(t.workspaceId, t.initiativeId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    index('study_planned').on(t.workspaceId, t.initiativeId, t.seq),
  ],
)

/**
 * An interview of a study. Once held it is a piece of evidence, which says whom and what was learnt; the piece may be gone:
 * no foreign key, and then it was not held.
 */
export const studyInterviews = pgTable(
  'study_interview',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    studyId: uuid('study_id').notNull(),
    seq: bigserial({ mode: 'number' }).notNull(),
    alias: text().notNull(),
    interviewer: uuid().notNull(),
    /** On which it is to be held, or was. */
    day: text().notNull(),
    /** Null until it is held. */
    evidenceId: text('evidence_id'),
    standing: text({ enum: standings }),
    /** Whether raw notes may be kept, and when that was said; null: nobody asked. */
    consentGiven: boolean('consent_given'),
    consentOn: text('consent_on'),
    /** What was said, word by word. Here alone: it is in no event, no search and no export, and ends by itself. */
    notes: text(),
    /** The last day on which they are kept. */
    notesUntil: text('notes_until'),
    notesErasedAt: instant('notes_erased_at'),
    droppedAt: instant('dropped_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.studyId],
      foreignColumns: [studies.workspaceId, studies.initiativeId, studies.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.interviewer], foreignColumns: [people.workspaceId, people.id] }),
    index('study_interview_of').on(t.workspaceId, t.studyId, t.seq),
    // one interview is of one study
    uniqueIndex('study_interview_evidence')
      .on(t.workspaceId, t.initiativeId, t.evidenceId)
      .where(sql`dropped_at is null and evidence_id is not null`),
    index('study_interview_notes').on(t.notesUntil).where(sql`notes is not null`),
  ],
)

/** *What we now believe* (W7), one for each week of a study. */
export const studyBeliefs = pgTable(
  'study_belief',
  {
    workspaceId: workspaceId(),
    studyId: uuid('study_id').notNull(),
    week: integer().notNull(),
    text: text().notNull(),
    by: uuid().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.studyId, t.week] }),
    foreignKey({
      columns: [t.workspaceId, t.studyId],
      foreignColumns: [studies.workspaceId, studies.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
  ],
)
