import { type NoteState, noteState } from '@foreword/core/meetings/note'
import { and, eq } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { questionNotes } from './tables.ts'

/** By question. Only the meeting's own projection may send them (R7). */
export async function notesOf(
  db: Database | Tx,
  { workspaceId }: { workspaceId: string },
  meetingId: string,
): Promise<Map<string, NoteState>> {
  const rows = await db
    .select()
    .from(questionNotes)
    .where(and(eq(questionNotes.workspaceId, workspaceId), eq(questionNotes.meetingId, meetingId)))
  return new Map(
    rows.map(({ questionId, changedAt, ...row }) => [
      questionId,
      noteState.parse({ ...row, at: changedAt.toISOString() }),
    ]),
  )
}

/** Under the meeting's lock. */
export async function keepNote(tx: Tx, row: typeof questionNotes.$inferInsert): Promise<void> {
  const { text, version, by, changedAt } = row
  await tx
    .insert(questionNotes)
    .values(row)
    .onConflictDoUpdate({
      target: [questionNotes.workspaceId, questionNotes.meetingId, questionNotes.questionId],
      set: { text, version, by, changedAt },
    })
}
