import { rounds } from '@foreword/core/people/rounds'
import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../db/columns.ts'
import { editions, narratives } from '../../narratives/tables.ts'
import { people } from '../../people/tables.ts'

/** Feedback asked for (F1). Ended, its readers are reminded of nothing; what came back stays. */
export const feedbackRequests = pgTable(
  'feedback_request',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    narrativeId: uuid('narrative_id').notNull(),
    /** Null: the live draft. */
    editionId: uuid('edition_id'),
    round: text({ enum: rounds }).notNull(),
    wants: text().array().notNull(),
    note: text().notNull(),
    due: date({ mode: 'string' }).notNull(),
    by: uuid().notNull(),
    /** Sent with it, so that a repeat asks nobody again. */
    key: uuid().notNull(),
    askedAt: instant('asked_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('feedback_asked_once').on(t.workspaceId, t.by, t.key),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
    index('feedback_of_initiative').on(t.workspaceId, t.initiativeId, t.askedAt),
  ],
)

/** Who was asked, and what is known of their reading. */
export const feedbackReaders = pgTable(
  'feedback_reader',
  {
    workspaceId: workspaceId(),
    requestId: uuid('request_id').notNull(),
    personId: uuid('person_id').notNull(),
    readAt: instant('read_at'),
    minutes: integer().notNull().default(0),
    page: integer(),
    /** When the last minute was counted. */
    notedAt: instant('noted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.requestId, t.personId] }),
    foreignKey({
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [feedbackRequests.workspaceId, feedbackRequests.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
    index('feedback_of_reader').on(t.workspaceId, t.personId),
  ],
)

/** A reader without an account, and how long their link opens the document. */
export const feedbackGuests = pgTable(
  'feedback_guest',
  {
    workspaceId: workspaceId(),
    requestId: uuid('request_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** In small letters. */
    address: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.requestId, t.personId] }),
    foreignKey({
      columns: [t.workspaceId, t.requestId, t.personId],
      foreignColumns: [feedbackReaders.workspaceId, feedbackReaders.requestId, feedbackReaders.personId],
    }),
    unique('feedback_guest_of').on(t.workspaceId, t.personId),
    index('feedback_guest_at').on(t.workspaceId, t.address),
  ],
)

/** The secrets in letters to them, hashed: each letter has one of its own, and all open the same. */
export const feedbackLinks = pgTable(
  'feedback_link',
  {
    tokenHash: text('token_hash').primaryKey(),
    workspaceId: workspaceId(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.workspaceId, t.personId],
      foreignColumns: [feedbackGuests.workspaceId, feedbackGuests.personId],
    }),
  ],
)
