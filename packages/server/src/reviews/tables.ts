import { matters, seals } from '@foreword/core/reviews/question'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, instant, workspaceId } from '../db/columns.ts'
import { initiatives } from '../initiatives/tables.ts'
import { editions, narratives } from '../narratives/tables.ts'
import { people } from '../people/tables.ts'

/** A comment, or a reply to one. Anchors stand here and never in the text (F2). */
export const comments = pgTable(
  'comment',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    narrativeId: uuid('narrative_id').notNull(),
    /** Null: on the draft. */
    editionId: uuid('edition_id'),
    /** The comment it replies to; a thread is one deep. */
    parentId: uuid('parent_id'),
    by: uuid().notNull(),
    /** '' once its author has taken it back and others had replied. */
    text: text().notNull(),
    /** `CommentKind` of core. */
    kind: jsonb().notNull(),
    matter: text({ enum: matters }).notNull(),
    /** `EditionAnchor` on an edition, `DraftSelection` as it was made on a draft; null: about the whole document. */
    anchor: jsonb(),
    /** `PutBack[]` of `store.ts`: where it was put by hand after it had lost its place, the last at the end. */
    putBack: jsonb('put_back').notNull().default([]),
    createdAt: createdAt(),
    changedAt: instant('changed_at'),
    removedAt: instant('removed_at'),
    resolvedBy: uuid('resolved_by'),
    resolvedAt: instant('resolved_at'),
    /** `FromWord` of the store, where it was written in Word; `by` is then whoever brought it. */
    fromWord: jsonb('from_word'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.parentId], foreignColumns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.resolvedBy], foreignColumns: [people.workspaceId, people.id] }),
    index('comment_of_narrative').on(t.workspaceId, t.narrativeId, t.createdAt),
    index('comment_replies').on(t.workspaceId, t.parentId),
    index('comment_by').on(t.workspaceId, t.by, t.initiativeId),
  ],
)

/** Who is mentioned in a comment or reply, for the desk of each; gone with the words that mentioned them. */
export const mentions = pgTable(
  'mention',
  {
    workspaceId: workspaceId(),
    commentId: uuid('comment_id').notNull(),
    /** The comment itself, or the one it replies to. */
    threadId: uuid('thread_id').notNull(),
    personId: uuid('person_id').notNull(),
    createdAt: createdAt(),
    openedAt: instant('opened_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.commentId, t.personId] }),
    foreignKey({
      columns: [t.workspaceId, t.commentId],
      foreignColumns: [comments.workspaceId, comments.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.threadId],
      foreignColumns: [comments.workspaceId, comments.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
    index('mention_of_person').on(t.workspaceId, t.personId, t.createdAt),
    index('mention_in_thread').on(t.workspaceId, t.threadId),
  ],
)

/**
 * Every question ever asked (F5). `seal` says to whom it is open; a sealed row is read only through the functions of
 * `questions-store.ts` that name its author or its meeting (ARCHITECTURE §6).
 */
export const questions = pgTable(
  'question',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    /** No foreign key: meetings stand to the right of reviews. Null for one asked outside a meeting. */
    meetingId: uuid('meeting_id'),
    editionId: uuid('edition_id'),
    by: uuid().notNull(),
    enteredBy: uuid('entered_by'),
    /** Sent with the act, so that a repeat finds the row of the first time. */
    key: uuid().notNull(),
    text: text().notNull(),
    matter: text({ enum: matters }).notNull(),
    /** `EditionAnchor` of core; null: about the whole document. */
    anchor: jsonb(),
    seal: text({ enum: seals }).notNull(),
    /** `QuestionState` of core. */
    state: jsonb().notNull(),
    /** False while names wait until the asker speaks (R7). */
    named: boolean().notNull().default(true),
    /** The block of the FAQ entry it became, once (R11). */
    faqBlockId: text('faq_block_id'),
    accepted: boolean(),
    /** When it was given an end after its meeting, which its asker has not heard of in the room. */
    endedLaterAt: instant('ended_later_at'),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('question_asked_once').on(t.workspaceId, t.by, t.key),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.enteredBy], foreignColumns: [people.workspaceId, people.id] }),
    index('question_of_meeting').on(t.workspaceId, t.meetingId),
    index('question_of_initiative').on(t.workspaceId, t.initiativeId, t.askedAt),
    check('question_outside_a_meeting_is_open', sql`${t.meetingId} is not null or ${t.seal} = 'on-record'`),
  ],
)

/** A private margin note (R5). Nothing but `notes-store.ts` reads it, and that always asks whose it is. */
export const privateNotes = pgTable(
  'private_note',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    editionId: uuid('edition_id').notNull(),
    by: uuid().notNull(),
    text: text().notNull(),
    /** `EditionAnchor` of core; null: about the whole document. */
    anchor: jsonb(),
    /** Sent with the note, so that a repeat finds it. */
    key: uuid(),
    createdAt: createdAt(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('private_note_once').on(t.workspaceId, t.by, t.key),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
    index('private_note_of_edition').on(t.workspaceId, t.editionId, t.by),
  ],
)

/**
 * Editions that a room reads in silence now (R5). The meeting puts its row here and takes it away, since `reviews` may
 * not ask a meeting what phase it is in.
 */
export const silentEditions = pgTable(
  'silent_edition',
  {
    workspaceId: workspaceId(),
    initiativeId: uuid('initiative_id').notNull(),
    editionId: uuid('edition_id').notNull(),
    /** No foreign key: meetings stand to the right of reviews. */
    meetingId: uuid('meeting_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.editionId, t.meetingId] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
  ],
)
