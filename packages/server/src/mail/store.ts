import { randomBytes } from 'node:crypto'
import { gatheredKinds, type LetterKind, type StoppableKind } from '@foreword/core/people/letters'
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { dailyLetters, type letterStates, letters, stoppedLetters } from './tables.ts'

export type Letter = typeof letters.$inferSelect

export interface NewLetter {
  workspaceId: string
  personId: string
  /** Where it goes, when they have no account with an address of its own. */
  address?: string
  key: string
  initiativeId: string | null
  /** Left out for what goes in any case. */
  kind?: StoppableKind
  subject: string
  body: string
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string }
}

/** Written once for each key: what is heard again writes nothing. */
export async function write(db: Database | Tx, now: Date, given: readonly NewLetter[]): Promise<void> {
  if (given.length === 0) return
  const mayWait = ({ kind, address }: NewLetter) =>
    gatheredKinds.some((each) => each === kind) && address === undefined
  const daily = await wantOneADay(
    db,
    given.filter(mayWait).map(({ personId }) => personId),
  )
  const waits = (letter: NewLetter) => mayWait(letter) && daily.has(letter.personId)
  const rows = given.map(({ calendar, ...letter }) => ({
    ...letter,
    state: waits(letter) ? ('held' as const) : ('waiting' as const),
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
  { now, until }: { now: Date; until: Date },
): Promise<Letter | undefined> {
  const due = db
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.state, 'waiting'), lte(letters.nextTryAt, now)))
    .orderBy(asc(letters.nextTryAt), asc(letters.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [letter] = await db
    .update(letters)
    .set({ nextTryAt: until, tries: sql`${letters.tries} + 1` })
    .where(sql`${letters.id} = any(array(${due}))`)
    .returning()
  return letter
}

export async function tryAgain(db: Database, letter: Letter, at: Date): Promise<void> {
  await db.update(letters).set({ nextTryAt: at }).where(of(letter))
}

/** It is done with, and what it said is nobody's to read any more. */
export async function end(
  db: Database | Tx,
  letter: Letter,
  state: Exclude<(typeof letterStates)[number], 'waiting' | 'held'>,
  at: Date,
): Promise<void> {
  await db
    .update(letters)
    .set({ state, endedAt: at, subject: '', body: '', calendar: null, address: null })
    .where(of(letter))
}

const of = ({ workspaceId, id }: Letter) => and(eq(letters.workspaceId, workspaceId), eq(letters.id, id))

interface OfPerson {
  workspaceId: string
  personId: string
}
interface OfKind extends OfPerson {
  kind: LetterKind
}

const isStopped = ({ workspaceId, personId }: OfPerson) =>
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
export async function byStopToken(
  db: Database | Tx,
  token: string,
): Promise<(OfPerson & { kind: StoppableKind }) | null> {
  const [row] = await db
    .select({ workspaceId: letters.workspaceId, personId: letters.personId, kind: letters.kind })
    .from(letters)
    .where(eq(letters.stopToken, token))
  return row?.kind ? { ...row, kind: row.kind } : null
}

/** Those of these people who want one letter a day. */
async function wantOneADay(db: Database | Tx, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await db
    .select({ personId: dailyLetters.personId })
    .from(dailyLetters)
    .where(inArray(dailyLetters.personId, [...people]))
  return new Set(rows.map(({ personId }) => personId))
}

export async function isDaily(db: Database | Tx, { workspaceId, personId }: OfPerson): Promise<boolean> {
  const rows = await db
    .select({ chosenAt: dailyLetters.chosenAt })
    .from(dailyLetters)
    .where(and(eq(dailyLetters.workspaceId, workspaceId), eq(dailyLetters.personId, personId)))
  return rows.length > 0
}

export async function chooseDaily(db: Database | Tx, of: OfPerson, now: Date): Promise<void> {
  await db
    .insert(dailyLetters)
    .values({ ...of, chosenAt: now })
    .onConflictDoNothing()
}

/** From now on one by one; what waits for the letter of the day leaves too. */
export async function chooseEach(db: Database | Tx, of: OfPerson, now: Date): Promise<void> {
  await db
    .delete(dailyLetters)
    .where(and(eq(dailyLetters.workspaceId, of.workspaceId), eq(dailyLetters.personId, of.personId)))
  await db.update(letters).set({ state: 'waiting', nextTryAt: now }).where(isHeld(of))
}

const isHeld = ({ workspaceId, personId }: OfPerson) =>
  and(eq(letters.workspaceId, workspaceId), eq(letters.personId, personId), eq(letters.state, 'held'))

/** For whom something waits, and since when. */
export async function heldFor(db: Database): Promise<(OfPerson & { since: Date })[]> {
  return db
    .select({
      workspaceId: letters.workspaceId,
      personId: letters.personId,
      since: sql`min(${letters.createdAt})`.mapWith(letters.createdAt),
    })
    .from(letters)
    .where(eq(letters.state, 'held'))
    .groupBy(letters.workspaceId, letters.personId)
}

/** What waits for them, the oldest first, held until the transaction ends. */
export const lockHeld = (tx: Tx, of: OfPerson): Promise<Letter[]> =>
  tx.select().from(letters).where(isHeld(of)).orderBy(asc(letters.createdAt), asc(letters.id)).for('update')
