import { randomBytes } from 'node:crypto'
import type { LetterKind } from '@foreword/core/people/letters'
import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { type letterStates, letters, stoppedLetters } from './tables.ts'

export type Letter = typeof letters.$inferSelect

export interface NewLetter {
  workspaceId: string
  personId: string
  /** Where it goes, when they have no account with an address of its own. */
  address?: string
  key: string
  initiativeId: string | null
  /** Left out for what goes in any case. */
  kind?: LetterKind
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
    stopToken: letter.kind ? randomBytes(24).toString('base64url') : null,
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
    .set({ state, endedAt: at, subject: '', body: '', calendar: null, address: null })
    .where(of(letter))
}

const of = ({ workspaceId, id }: Letter) => and(eq(letters.workspaceId, workspaceId), eq(letters.id, id))

interface OfKind {
  workspaceId: string
  personId: string
  kind: LetterKind
}

const isStopped = ({ workspaceId, personId }: Omit<OfKind, 'kind'>) =>
  and(eq(stoppedLetters.workspaceId, workspaceId), eq(stoppedLetters.personId, personId))

/** The kinds that this person wants no more. */
export async function stoppedBy(db: Database | Tx, workspaceId: string, personId: string) {
  const rows = await db
    .select({ kind: stoppedLetters.kind })
    .from(stoppedLetters)
    .where(isStopped({ workspaceId, personId }))
  return rows.map(({ kind }) => kind)
}

export async function stop(
  db: Database | Tx,
  { workspaceId, personId, kind }: OfKind,
  now: Date,
): Promise<void> {
  await db
    .insert(stoppedLetters)
    .values({ workspaceId, personId, kind, stoppedAt: now })
    .onConflictDoNothing()
}

export async function resume(db: Database | Tx, of: OfKind): Promise<void> {
  await db.delete(stoppedLetters).where(and(isStopped(of), eq(stoppedLetters.kind, of.kind)))
}

/** Whose letter, and of what kind, this secret was in. */
export async function byStopToken(db: Database | Tx, token: string): Promise<OfKind | null> {
  const [row] = await db
    .select({ workspaceId: letters.workspaceId, personId: letters.personId, kind: letters.kind })
    .from(letters)
    .where(eq(letters.stopToken, token))
  return row?.kind ? { ...row, kind: row.kind } : null
}
