import { type QuestionId, questionId } from '@foreword/core/ids'
import type { Right } from '@foreword/core/people/permissions'
import type { OwedAnswer } from '@foreword/core/reviews/contract'
import {
  type Question,
  type QuestionState,
  question,
  type Seal,
  seals,
} from '@foreword/core/reviews/question'
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { rightsFor, type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { questions } from './tables.ts'

type Reader = Database | Tx

const inWorkspace = (viewer: Pick<Sees, 'workspaceId'>, ...where: (SQL | undefined)[]) =>
  and(eq(questions.workspaceId, viewer.workspaceId), ...where)

/** R7: what is sealed is read by its author alone; in the room it is the meeting's to show. */
const openTo = (viewer: Sees) => or(eq(questions.by, viewer.id), ne(questions.seal, 'sealed'))

const toQuestion = (row: typeof questions.$inferSelect): Question =>
  question.parse({ ...row, askedAt: row.askedAt.toISOString() })

/** The row of this act, and whether it was made now: a repeat with the same key finds the first one. */
export async function insertQuestion(
  tx: Tx,
  row: typeof questions.$inferInsert,
): Promise<{ question: Question; isNew: boolean }> {
  const made = await tx
    .insert(questions)
    .values(row)
    .onConflictDoNothing({
      target: [questions.workspaceId, questions.by, questions.key],
    })
    .returning()
  if (made[0]) return { question: toQuestion(made[0]), isNew: true }
  const first = await askedWith(tx, { ...row, workspaceId: row.workspaceId as Sees['workspaceId'] }) // a row of ours carries a workspace's id
  if (!first) throw new Error('a question was asked twice and is not there')
  return { question: first, isNew: false }
}

/** What this person has asked with this key before; null when nothing. */
export async function askedWith(
  tx: Tx,
  { workspaceId, by, key }: Pick<Sees, 'workspaceId'> & { by: string; key: string },
): Promise<Question | null> {
  const [row] = await tx
    .select()
    .from(questions)
    .where(inWorkspace({ workspaceId }, eq(questions.by, by), eq(questions.key, key)))
  return row ? toQuestion(row) : null
}

/** Held until the transaction ends. Never one that is sealed to somebody else. */
export async function lockQuestion(tx: Tx, viewer: Sees, id: string): Promise<Question | null> {
  const [row] = await tx
    .select()
    .from(questions)
    .where(
      inWorkspace(
        viewer,
        eq(questions.id, id),
        openTo(viewer),
        visibleInitiative(viewer, questions.initiativeId),
      ),
    )
    .for('update')
  return row ? toQuestion(row) : null
}

/**
 * Every question of a meeting, the sealed ones too. Only the meeting's own projection may read this, and it sends each
 * viewer no more than core allows.
 */
export async function questionsOfMeeting(
  db: Reader,
  workspace: Pick<Sees, 'workspaceId'>,
  meetingId: string,
): Promise<Question[]> {
  return (await ofMeeting(db, workspace, meetingId)).map(toQuestion)
}

/** The same, held until the transaction ends: none is reworded or withdrawn while they are opened. */
export async function lockQuestionsOfMeeting(
  tx: Tx,
  workspace: Pick<Sees, 'workspaceId'>,
  meetingId: string,
): Promise<Question[]> {
  return (await ofMeeting(tx, workspace, meetingId).for('update')).map(toQuestion)
}

const ofMeeting = (db: Reader, workspace: Pick<Sees, 'workspaceId'>, meetingId: string) =>
  db
    .select()
    .from(questions)
    .where(inWorkspace(workspace, eq(questions.meetingId, meetingId)))
    .orderBy(asc(questions.askedAt), asc(questions.id))

/** F5: what is on record, and the viewer's own. `named` is false where only the asker may know who asked. */
export async function ledger(
  db: Reader,
  viewer: Sees,
  initiativeId: string,
): Promise<{ question: Question; named: boolean }[]> {
  const rows = await db
    .select()
    .from(questions)
    .where(
      inWorkspace(
        viewer,
        eq(questions.initiativeId, initiativeId),
        visibleInitiative(viewer, questions.initiativeId),
        or(eq(questions.by, viewer.id), eq(questions.seal, 'on-record')),
      ),
    )
    .orderBy(asc(questions.askedAt), asc(questions.id))
  return rows.map((row) => ({ question: toQuestion(row), named: row.named || row.by === viewer.id }))
}

/**
 * R17: what was asked on an initiative before this meeting, on record, of substance, neither withdrawn nor settled by
 * its asker. Whoever calls has seen to the right to read the initiative.
 */
export async function unsettledBefore(
  db: Reader,
  workspace: Pick<Sees, 'workspaceId'>,
  { initiativeId, meetingId }: { initiativeId: string; meetingId: string },
): Promise<Question[]> {
  const rows = await db
    .select()
    .from(questions)
    .where(
      inWorkspace(
        workspace,
        eq(questions.initiativeId, initiativeId),
        eq(questions.seal, 'on-record'),
        eq(questions.matter, 'substance'),
        sql`${questions.meetingId} is distinct from ${meetingId}`,
        sql`${questions.accepted} is distinct from true`,
        sql`${questions.state} ->> 'name' <> 'withdrawn'`,
      ),
    )
    .orderBy(asc(questions.askedAt), asc(questions.id))
  return rows.map(toQuestion)
}

/** These questions, as far as they are on record. */
export async function onRecord(
  db: Reader,
  workspace: Pick<Sees, 'workspaceId'>,
  ids: readonly string[],
): Promise<Question[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(questions)
    .where(inWorkspace(workspace, inArray(questions.id, [...ids]), eq(questions.seal, 'on-record')))
    .orderBy(asc(questions.askedAt), asc(questions.id))
  return rows.map(toQuestion)
}

/** What these questions ask, as far as they are on record and the viewer may read them. */
export async function wordsOnRecord(
  db: Reader,
  viewer: Sees,
  ids: readonly string[],
): Promise<Map<string, { id: QuestionId; text: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: questions.id, text: questions.text })
    .from(questions)
    .where(
      inWorkspace(
        viewer,
        inArray(questions.id, [...ids]),
        eq(questions.seal, 'on-record'),
        visibleInitiative(viewer, questions.initiativeId),
      ),
    )
  return new Map(rows.map(({ id, text }) => [id, { id: questionId.parse(id), text }]))
}

/** Questions on record of any idea that the viewer may see, as a list across ideas shows them. */
async function acrossIdeas(db: Reader, viewer: Sees, where: SQL | undefined, ...order: SQL[]) {
  const rows = await db
    .select({ row: questions, initiativeName: initiatives.name })
    .from(questions)
    .innerJoin(
      initiatives,
      and(eq(initiatives.workspaceId, questions.workspaceId), eq(initiatives.id, questions.initiativeId)),
    )
    .where(
      inWorkspace(
        viewer,
        eq(questions.seal, 'on-record'),
        visibleInitiative(viewer, questions.initiativeId),
        where,
      ),
    )
    .orderBy(...order)
  return rows.map(({ row, initiativeName }) => {
    const { id, text, initiativeId, anchor, askedAt, state } = toQuestion(row)
    const line = anchor?.line ?? null
    return { entry: { id, text, initiativeId, initiativeName, line, askedAt }, state, row }
  })
}

/** What the viewer owes an answer to, once its meeting is over: before that the room has it. */
export async function owedBy(db: Reader, viewer: Sees): Promise<OwedAnswer[]> {
  const owed = and(
    sql`${questions.state} ->> 'name' = 'research-owed'`,
    sql`${questions.state} ->> 'owner' = ${viewer.id}`,
  )
  const due = sql`${questions.state} ->> 'due'`
  const found = await acrossIdeas(db, viewer, owed, asc(due), asc(questions.askedAt))
  return found.map(({ entry, state }) => {
    if (state.name !== 'research-owed') throw new Error(`question ${entry.id} is owed and is not owed`)
    return { ...entry, due: state.due }
  })
}

/** Of the viewer's, what was given an end after its meeting and they have said nothing of; the latest first. */
export async function givenTo(db: Reader, viewer: Sees) {
  const given = and(
    eq(questions.by, viewer.id),
    isNotNull(questions.endedLaterAt),
    isNull(questions.accepted),
  )
  const found = await acrossIdeas(db, viewer, given, desc(questions.endedLaterAt), desc(questions.id))
  return found.flatMap(({ entry, state, row: { endedLaterAt } }) =>
    endedLaterAt ? [{ ...entry, state, endedAt: endedLaterAt.toISOString() }] : [],
  )
}

/** Whether a meeting's questions, or one question, say who asked. */
export async function nameAskers(
  tx: Tx,
  workspace: Pick<Sees, 'workspaceId'>,
  of: { meetingId: string } | { id: string },
  named: boolean,
): Promise<void> {
  await tx
    .update(questions)
    .set({ named })
    .where(
      inWorkspace(workspace, 'id' in of ? eq(questions.id, of.id) : eq(questions.meetingId, of.meetingId)),
    )
}

export async function updateQuestion(
  tx: Tx,
  workspace: Pick<Sees, 'workspaceId'>,
  id: string,
  change: Partial<Pick<Question, 'text' | 'matter' | 'faqBlockId' | 'accepted'>> & {
    state?: QuestionState
    endedLaterAt?: Date | null
  },
): Promise<Question | null> {
  const [row] = await tx
    .update(questions)
    .set(change)
    .where(inWorkspace(workspace, eq(questions.id, id)))
    .returning()
  return row ? toQuestion(row) : null
}

/** Opens a meeting's questions, or some of them. A seal never goes back (R7): those already further stay. */
export async function openQuestions(
  tx: Tx,
  workspace: Pick<Sees, 'workspaceId'>,
  of: { meetingId: string; ids?: string[] },
  to: Exclude<Seal, 'sealed'>,
): Promise<Question[]> {
  const before = seals.slice(0, seals.indexOf(to))
  const rows = await tx
    .update(questions)
    .set({ seal: to })
    .where(
      inWorkspace(
        workspace,
        eq(questions.meetingId, of.meetingId),
        of.ids ? inArray(questions.id, of.ids) : undefined,
        inArray(questions.seal, before),
      ),
    )
    .returning()
  return rows.map(toQuestion)
}

/** Only while it is sealed: what others have seen is withdrawn by a state, not by deleting it. */
export async function deleteSealed(tx: Tx, viewer: Sees, id: string): Promise<boolean> {
  const rows = await tx
    .delete(questions)
    .where(
      inWorkspace(viewer, eq(questions.id, id), eq(questions.by, viewer.id), eq(questions.seal, 'sealed')),
    )
    .returning({ id: questions.id })
  return rows.length > 0
}

/** A sealed question of somebody else does not exist: *not allowed* would say that it does. */
export const rightOnQuestion = (db: Reader, viewer: Sees, id: string): Promise<Right | null> =>
  rightsFor(
    db,
    viewer,
    db
      .select({ initiativeId: questions.initiativeId })
      .from(questions)
      .where(inWorkspace(viewer, eq(questions.id, id), openTo(viewer))),
  )
