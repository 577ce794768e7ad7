import { evidenceKinds, provenances } from '@foreword/core/initiatives/answers'
import { claimQuestions, sides } from '@foreword/core/initiatives/claims'
import { promptIds, verdicts } from '@foreword/core/initiatives/coherence'
import { relations, visibilities } from '@foreword/core/initiatives/initiative'
import { questionIds } from '@foreword/core/initiatives/questions'
import { stages } from '@foreword/core/initiatives/stages'
import { type SQLWrapper, sql } from 'drizzle-orm'
import {
  bigserial,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, instant, workspaceId } from '../db/columns.ts'
import { groups, people } from '../people/tables.ts'

/** The words of a text as they are searched: of no language, and in small letters, which `simple` alone makes only of ASCII. */
export const wordsOf = (text: SQLWrapper) => sql<string>`to_tsvector('simple', lower(${text}))`

export const initiatives = pgTable(
  'initiative',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    stage: text({ enum: stages }).notNull(),
    stageSince: instant('stage_since').notNull(),
    /** The stage from which the owner alone put it away, to be taken back to. */
    stageBefore: text('stage_before', { enum: stages }),
    /** When its first meeting began; from then on putting it away is a decision (W1). */
    metAt: instant('met_at'),
    /** What brings it back while it is parked (D4): a calendar day, or a trigger in words. */
    returnsOn: text('returns_on'),
    returnsWhen: text('returns_when'),
    /** An assumption of its own, whose words are then in `returnsWhen`. No foreign key: evidence stands to the right. */
    returnsWith: uuid('returns_with'),
    /** When it came back by itself, until it is moved on. */
    cameBackAt: instant('came_back_at'),
    ownerId: uuid('owner_id').notNull(),
    groupId: uuid('group_id').notNull(),
    visibility: text({ enum: visibilities }).notNull(),
    /** One line each, out of the answers, written with them: lists and search read them here. */
    customer: text().notNull().default(''),
    benefit: text().notNull().default(''),
    /** All three lines in small letters, to find words in: making each row's small for each search took the time. */
    said: text().notNull().generatedAlwaysAs(sql`lower(name || ' ' || customer || ' ' || benefit)`),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    foreignKey({ columns: [t.workspaceId, t.ownerId], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.groupId], foreignColumns: [groups.workspaceId, groups.id] }),
    index('initiative_latest').on(t.workspaceId, t.updatedAt, t.id),
    index('initiative_group').on(t.workspaceId, t.groupId, t.updatedAt, t.id),
    index('initiative_owner').on(t.workspaceId, t.ownerId),
    // what waits to be put in such an index is read through for each search: a name's few words never wait, and of what
    // is said, which changes with each answer, a little
    index('initiative_name_words').using('gin', wordsOf(t.name)).with({ fastupdate: false }),
    index('initiative_said').using('gin', sql`${t.said} gin_trgm_ops`).with({ gin_pending_list_limit: 128 }),
    index('initiative_returning').on(t.returnsOn).where(sql`returns_on is not null`),
  ],
)

/** Who may read or write besides the owner. */
export const initiativeRelations = pgTable(
  'initiative_relation',
  {
    workspaceId: workspaceId(),
    initiativeId: uuid('initiative_id').notNull(),
    personId: uuid('person_id').notNull(),
    relation: text({ enum: relations }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.initiativeId, t.personId] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
    index('initiative_relation_person').on(t.workspaceId, t.personId),
  ],
)

/** Who is a guest of something of it: a row lets them see as much of it as their visit shows, and nothing by itself. */
export const initiativeGuests = pgTable(
  'initiative_guest',
  {
    workspaceId: workspaceId(),
    initiativeId: uuid('initiative_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.initiativeId, t.personId] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** One row for each question once anything was written to it. */
export const initiativeAnswers = pgTable(
  'initiative_answer',
  {
    workspaceId: workspaceId(),
    initiativeId: uuid('initiative_id').notNull(),
    question: text({ enum: questionIds }).notNull(),
    value: jsonb().notNull(),
    version: integer().notNull(),
    /** For each field, the version that last wrote it and who that was: what `merge` decides by. */
    touched: jsonb().notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: uuid('changed_by').notNull(),
    /** The owner's word that a thin answer is ready: against which rules, why, who, when (W4). */
    readyRules: text('ready_rules').array(),
    readyReason: text('ready_reason'),
    readyBy: uuid('ready_by'),
    readyAt: instant('ready_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.initiativeId, t.question] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.changedBy], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.readyBy], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/**
 * One piece of evidence (W6). The answer to question 4 has no list of its own: it is the first of these. Kept here and
 * not in the noun that gathers them, for readiness is asked wherever an idea is.
 */
export const evidence = pgTable(
  'evidence',
  {
    workspaceId: workspaceId(),
    initiativeId: uuid('initiative_id').notNull(),
    /** Made by whoever adds it. */
    id: text().notNull(),
    /** The order in which pieces were gathered. */
    seq: bigserial({ mode: 'number' }).notNull(),
    kind: text({ enum: evidenceKinds }).notNull(),
    statement: text().notNull(),
    source: text().notNull(),
    date: text().notNull(),
    provenance: text({ enum: provenances }).notNull(),
    link: text().notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: uuid('added_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.initiativeId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.addedBy], foreignColumns: [people.workspaceId, people.id] }),
    index('evidence_gathered').on(t.workspaceId, t.initiativeId, t.seq),
    index('evidence_of_kind').on(t.workspaceId, t.initiativeId, t.kind, t.seq),
  ],
)

/** What was said to a prompt of coherence; a new verdict replaces the one before (W5). */
export const initiativePrompts = pgTable(
  'initiative_prompt',
  {
    workspaceId: workspaceId(),
    initiativeId: uuid('initiative_id').notNull(),
    prompt: text({ enum: promptIds }).notNull(),
    verdict: text({ enum: verdicts }).notNull(),
    note: text().notNull(),
    by: uuid().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.initiativeId, t.prompt] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** The timeline, made of events and read by people. The id is that of the event. */
export const activities = pgTable(
  'initiative_activity',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    at: instant('at').notNull(),
    actor: uuid(),
    kind: text().notNull(),
    says: text().notNull(),
    reason: text().notNull(),
    aboutKind: text('about_kind'),
    aboutId: uuid('about_id'),
    /** When it was written here: after `at`, and for good. News is what was written since one looked. */
    heardAt: instant('heard_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.actor], foreignColumns: [people.workspaceId, people.id] }),
    index('initiative_activity_latest').on(t.workspaceId, t.initiativeId, t.at),
    index('initiative_activity_heard').on(t.workspaceId, t.heardAt),
  ],
)

/** Which way a piece of evidence speaks of an answer (W6). No foreign key to the piece, as above. */
export const answerEvidence = pgTable(
  'answer_evidence',
  {
    workspaceId: workspaceId(),
    initiativeId: uuid('initiative_id').notNull(),
    question: text({ enum: claimQuestions }).notNull(),
    evidenceId: text('evidence_id').notNull(),
    side: text({ enum: sides }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.initiativeId, t.question, t.evidenceId] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
  ],
)
