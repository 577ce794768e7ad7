import { type DismissedFindingId, dismissedFindingId } from '@foreword/core/ids'
import type { Passage } from '@foreword/document/ladder'
import { and, eq } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { dismissedFindings } from './tables.ts'

type Reader = Database | Tx

/** What was said *not here* of: a rule, and the passage or the subject. */
export interface Dismissed {
  id: DismissedFindingId
  rule: string
  on: { about: string } | Passage
}

/** Whoever asks has been let through to the draft. */
export async function dismissedIn(db: Reader, narrativeId: string): Promise<Dismissed[]> {
  const rows = await db.select().from(dismissedFindings).where(eq(dismissedFindings.narrativeId, narrativeId))
  return rows.flatMap(({ id, rule, about, passage }) => {
    // a constraint holds each row to one of the two
    const on = about === null ? passage : { about }
    return on === null ? [] : [{ id: dismissedFindingId.parse(id), rule, on }]
  })
}

export async function insert(db: Reader, row: typeof dismissedFindings.$inferInsert): Promise<void> {
  await db.insert(dismissedFindings).values(row)
}

export async function remove(db: Reader, viewer: Sees, narrativeId: string, id: string): Promise<void> {
  await db
    .delete(dismissedFindings)
    .where(
      and(
        eq(dismissedFindings.workspaceId, viewer.workspaceId),
        eq(dismissedFindings.narrativeId, narrativeId),
        eq(dismissedFindings.id, id),
      ),
    )
}
