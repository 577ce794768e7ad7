import { letterKinds, stoppableKinds } from '@foreword/core/people/letters'
import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../db/columns.ts'
import { workspaces } from '../db/tables.ts'

/**
 * `dropped`: whoever it was for has left or may not see any more what it is about. `held` waits for the letter of the
 * day, and is `gathered` once that is written.
 */
export const letterStates = ['waiting', 'held', 'sent', 'gathered', 'dropped', 'failed'] as const

/** What is to be mailed, one row for each person. What it says is forgotten as soon as it has left. */
export const letters = pgTable(
  'letter',
  {
    workspaceId: workspaceId(),
    /** Part of the Message-ID, the same at every try: a mailbox that gets it twice shows it once. */
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    /** What it is for, so that the same news writes it once however often it is heard. */
    key: text().notNull(),
    /** Where it goes, when they have no account with an address of its own. */
    address: text(),
    /** The initiative it speaks of: it goes only to people who may see that. */
    initiativeId: uuid('initiative_id'),
    /** What sort it is, for whoever wants no more of it; null: it goes in any case. */
    kind: text({ enum: stoppableKinds }),
    /** The secret in its link that stops letters of its kind; with the kind only. */
    stopToken: text('stop_token').unique(),
    subject: text().notNull(),
    body: text().notNull(),
    /** An iCalendar object, and what a calendar is to do with it. */
    calendar: text(),
    calendarMethod: text('calendar_method', { enum: ['REQUEST', 'CANCEL'] }),
    state: text({ enum: letterStates }).notNull().default('waiting'),
    tries: integer().notNull().default(0),
    nextTryAt: instant('next_try_at').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('letter_once').on(t.workspaceId, t.key),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
    index('letter_waiting').on(t.nextTryAt).where(sql`${t.state} = 'waiting'`),
    index('letter_held').on(t.workspaceId, t.personId).where(sql`${t.state} = 'held'`),
  ],
)

/** Kinds of letter that somebody wants no more. No foreign key: people stand above the post. */
export const stoppedLetters = pgTable(
  'stopped_letter',
  {
    workspaceId: workspaceId(),
    personId: uuid('person_id').notNull(),
    kind: text({ enum: letterKinds }).notNull(),
    stoppedAt: instant('stopped_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.personId, t.kind] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
  ],
)

/** Who wants one letter a day. No foreign key: people stand above the post. */
export const dailyLetters = pgTable(
  'daily_letter',
  {
    workspaceId: workspaceId(),
    personId: uuid('person_id').notNull(),
    chosenAt: instant('chosen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.personId] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
  ],
)
