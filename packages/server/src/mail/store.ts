import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { type letterStates, letters } from './tables.ts'

export type Letter = typeof letters.$inferSelect

export interface NewLetter {
  workspaceId: string
  personId: string
  key: string
  initiativeId: string | null
  subject: string
  body: string
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string }
}

/** Written once for each key: what is heard again writes nothing. */
export async function write(db: Database | Tx, now: Date, given: readonly NewLetter[]): Promise<void> {
  if (given.length === 0) return
  const rows = given.map(({ calendar, ...letter }) => ({
    ...letter,
    id: newId(),
    calendar: calendar?.text ?? null,
    calendarMethod: calendar?.method ?? null,
    nextTryAt: now,
    createdAt: now,
  }))
  await db
    .insert(letters)
    .values(rows)
    .onConflictDoNothing({ target: [letters.workspaceId, letters.key] })
}

/** The keys that begin so, of letters written before, sent or not. */
export async function writtenBefore(
  db: Database | Tx,
  workspaceId: string,
  start: string,
): Promise<string[]> {
  const rows = await db
    .select({ key: letters.key })
    .from(letters)
    .where(and(eq(letters.workspaceId, workspaceId), sql`starts_with(${letters.key}, ${start})`))
  return rows.map(({ key }) => key)
}

/** Takes what is due for one try: nobody else has it before `until`, and after it, if this process died, somebody has. */
export async function claim(
  db: Database,
  { now, until, most }: { now: Date; until: Date; most: number },
): Promise<Letter[]> {
  const due = db
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.state, 'waiting'), lte(letters.nextTryAt, now)))
    .orderBy(asc(letters.nextTryAt), asc(letters.id))
    .limit(most)
    .for('update', { skipLocked: true })
  return db
    .update(letters)
    .set({ nextTryAt: until, tries: sql`${letters.tries} + 1` })
    .where(sql`${letters.id} = any(array(${due}))`)
    .returning()
}

export async function tryAgain(db: Database, letter: Letter, at: Date): Promise<void> {
  await db.update(letters).set({ nextTryAt: at }).where(of(letter))
}

/** It is done with, and what it said is nobody's to read any more. */
export async function end(
  db: Database,
  letter: Letter,
  state: Exclude<(typeof letterStates)[number], 'waiting'>,
  at: Date,
): Promise<void> {
  await db
    .update(letters)
    .set({ state, endedAt: at, subject: '', body: '', calendar: null })
    .where(of(letter))
}

const of = ({ workspaceId, id }: Letter) => and(eq(letters.workspaceId, workspaceId), eq(letters.id, id))
