import type { Right } from '@foreword/core/people/permissions'
import { type Note, note } from '@foreword/core/reviews/note'
import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { rightsFor, type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { privateNotes } from './tables.ts'

type Reader = Database | Tx

/** R5: there is no query here without whose note it is. Nothing of a note is ever told in an event or an audit row. */
const own = (viewer: Sees, ...where: SQL[]) =>
  and(
    eq(privateNotes.workspaceId, viewer.workspaceId),
    eq(privateNotes.by, viewer.id),
    visibleInitiative(viewer, privateNotes.initiativeId),
    ...where,
  )

const toNote = (row: typeof privateNotes.$inferSelect): Note =>
  note.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  })

/** Under the key of a note that is there already, that one. */
export async function insertNote(
  tx: Tx,
  viewer: Sees,
  row: Omit<typeof privateNotes.$inferInsert, 'workspaceId' | 'by'>,
): Promise<Note> {
  const [made] = await tx
    .insert(privateNotes)
    .values({ ...row, workspaceId: viewer.workspaceId, by: viewer.id })
    .onConflictDoNothing({ target: [privateNotes.workspaceId, privateNotes.by, privateNotes.key] })
    .returning()
  if (made) return toNote(made)
  const [first] = row.key
    ? await tx
        .select()
        .from(privateNotes)
        .where(own(viewer, eq(privateNotes.key, row.key)))
    : []
  if (!first) throw new Error('a note was written twice and is not there')
  return toNote(first)
}

/** In the order they were made. */
export async function ownNotes(db: Reader, viewer: Sees, editionId: string): Promise<Note[]> {
  const rows = await db
    .select()
    .from(privateNotes)
    .where(own(viewer, eq(privateNotes.editionId, editionId)))
    .orderBy(asc(privateNotes.createdAt), asc(privateNotes.id))
  return rows.map(toNote)
}

export async function rewordNote(
  tx: Tx,
  viewer: Sees,
  id: string,
  change: { text: string; changedAt: Date },
): Promise<Note | null> {
  const [row] = await tx
    .update(privateNotes)
    .set(change)
    .where(own(viewer, eq(privateNotes.id, id)))
    .returning()
  return row ? toNote(row) : null
}

export async function deleteNote(tx: Tx, viewer: Sees, id: string): Promise<boolean> {
  const rows = await tx
    .delete(privateNotes)
    .where(own(viewer, eq(privateNotes.id, id)))
    .returning({ id: privateNotes.id })
  return rows.length > 0
}

/** Somebody else's note does not exist. */
export const rightOnNote = (db: Reader, viewer: Sees, id: string): Promise<Right | null> =>
  rightsFor(
    db,
    viewer,
    db
      .select({ initiativeId: privateNotes.initiativeId })
      .from(privateNotes)
      .where(own(viewer, eq(privateNotes.id, id))),
  )
