import { assumptionStates, sides } from '@foreword/core/evidence/assumptions'
import { bigserial, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../db/columns.ts'
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
