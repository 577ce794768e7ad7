import {
  commentId,
  editionId,
  initiativeId,
  narrativeId,
  personId,
  type QuestionId,
} from '@foreword/core/ids'
import type { Right } from '@foreword/core/people/permissions'
import { type Byline, byline } from '@foreword/core/people/person'
import {
  type EditionAnchor,
  editionAnchor,
  type KeptPassage,
  keptPassage,
} from '@foreword/core/reviews/anchor'
import { type CommentKind, commentKind } from '@foreword/core/reviews/comment'
import { mentionedIn } from '@foreword/core/reviews/mention'
import { moment } from '@foreword/core/time'
import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { isGuest, rightsFor, type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { bylines } from '../narratives/store.ts'
import { threadsAsking } from './mentions-store.ts'
import { wordsOnRecord } from './questions-store.ts'
import { comments } from './tables.ts'

type Reader = Database | Tx
type Row = typeof comments.$inferSelect

/** A comment or a reply as it is stored, with names. `on` is the passage as it was selected. */
export interface StoredComment
  extends Pick<Row, 'text' | 'matter' | 'createdAt' | 'changedAt' | 'removedAt'> {
  id: ReturnType<typeof commentId.parse>
  initiativeId: ReturnType<typeof initiativeId.parse>
  narrativeId: ReturnType<typeof narrativeId.parse>
  editionId: ReturnType<typeof editionId.parse> | null
  parentId: string | null
  by: Byline
  kind: CommentKind
  on: EditionAnchor | ({ on: 'draft' } & KeptPassage) | null
  /** Where it was put by hand after it had lost its place, the last at the end. */
  putBack: { passage: KeptPassage; by: Byline; at: string }[]
  mentioned: Byline[]
  /** The viewer is mentioned in the thread and has not opened it since. */
  asksYou: boolean
  resolved: { by: Byline; at: Date } | null
  fromWord: FromWord | null
  /** What it was said to in Word, if that was a question. */
  question: { id: QuestionId; text: string } | null
}

/** Who wrote it in Word and when, by Word's own account. */
const fromWord = z.object({
  author: z.string(),
  at: z.string().nullable(),
  /** The same for the same comment, so that a file which is brought twice brings it once. */
  key: z.string(),
  /** The return that brought it; null when it came with a document. */
  returnId: z.string().nullable(),
  /** The question whose Word comment it was said to; the rest of what was said to it replies to this one. */
  questionId: z.string().nullable().default(null),
})
export type FromWord = z.infer<typeof fromWord>

/** F1: whoever reads without an account sees the threads they began, and nothing of what others say. */
const mayHear = (viewer: Sees) => sql`(not ${isGuest(viewer)} or exists (
  select from ${comments} as begun
  where begun.workspace_id = ${comments}.workspace_id
    and begun.id = coalesce(${comments}.parent_id, ${comments}.id) and begun.by = ${viewer.id}))`

const readable = (viewer: Sees, ...where: SQL[]) =>
  and(
    eq(comments.workspaceId, viewer.workspaceId),
    visibleInitiative(viewer, comments.initiativeId),
    mayHear(viewer),
    ...where,
  )

async function withNames(db: Reader, viewer: Sees, rows: readonly Row[]): Promise<StoredComment[]> {
  const putBackOf = new Map(rows.map((row) => [row.id, putBack.parse(row.putBack)]))
  const names = await bylines(
    db,
    viewer,
    rows.flatMap((row) => [
      row.by,
      ...(row.resolvedBy ? [row.resolvedBy] : []),
      ...mentionedIn(row.text),
      ...(putBackOf.get(row.id) ?? []).map(({ by }) => by),
    ]),
  )
  const asking = await threadsAsking(
    db,
    viewer,
    rows.map(({ id, parentId }) => parentId ?? id),
  )
  const origins = new Map(rows.map((row) => [row.id, fromWord.nullable().parse(row.fromWord)]))
  const asked = await wordsOnRecord(
    db,
    viewer,
    [...origins.values()].flatMap((origin) => origin?.questionId ?? []),
  )
  // foreign keys hold these to people
  const named = (id: string) => names.get(id) ?? byline.parse({ id, name: '' })
  return rows.map((row) => {
    const resolver = row.resolvedBy && names.get(row.resolvedBy)
    return {
      ...row,
      id: commentId.parse(row.id),
      initiativeId: initiativeId.parse(row.initiativeId),
      narrativeId: narrativeId.parse(row.narrativeId),
      editionId: editionId.nullable().parse(row.editionId),
      by: named(row.by),
      kind: commentKind.parse(row.kind),
      on: passageOf(row),
      putBack: (putBackOf.get(row.id) ?? []).map(({ by, ...put }) => ({ ...put, by: named(by) })),
      mentioned: mentionedIn(row.text).flatMap((id) => names.get(id) ?? []),
      asksYou: asking.has(row.parentId ?? row.id),
      resolved: resolver && row.resolvedAt ? { by: resolver, at: row.resolvedAt } : null,
      fromWord: origins.get(row.id) ?? null,
      question: asked.get(origins.get(row.id)?.questionId ?? '') ?? null,
    }
  })
}

const putBack = z.array(z.object({ passage: keptPassage, by: personId, at: moment }))

function passageOf(row: Row): StoredComment['on'] {
  if (row.anchor === null) return null
  return row.editionId ? editionAnchor.parse(row.anchor) : { on: 'draft', ...keptPassage.parse(row.anchor) }
}

export async function insert(tx: Tx, row: typeof comments.$inferInsert): Promise<void> {
  await tx.insert(comments).values(row)
}

/** Rows whose ids are there already are left as they are. */
export async function insertOnce(tx: Tx, rows: (typeof comments.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(comments).values(rows).onConflictDoNothing()
}

/** Comments and replies on a document, the oldest first: on its draft, and what is still open on its editions. */
export async function listOnDraft(db: Reader, viewer: Sees, narrativeId: string): Promise<StoredComment[]> {
  return listWhere(db, viewer, narrativeId, sql`(${comments.editionId} is null or ${stillOpen})`)
}

/** The same for an edition: those made on it, and what was still open on the draft or an edition before it. */
export async function listOnEdition(
  db: Reader,
  viewer: Sees,
  { narrativeId, editionId, frozenAt }: { narrativeId: string; editionId: string; frozenAt: Date },
): Promise<StoredComment[]> {
  const before = sql`(${comments.createdAt} < ${frozenAt} and ${stillOpen})`
  return listWhere(db, viewer, narrativeId, sql`(${comments.editionId} = ${editionId} or ${before})`)
}

/** True of the replies of an open comment too. */
const stillOpen = sql`not exists (
  select from ${comments} as thread
  where thread.workspace_id = ${comments}.workspace_id
    and thread.id = coalesce(${comments}.parent_id, ${comments}.id) and thread.resolved_at is not null
)`

async function listWhere(
  db: Reader,
  viewer: Sees,
  narrativeId: string,
  where: SQL,
): Promise<StoredComment[]> {
  const rows = await db
    .select()
    .from(comments)
    .where(readable(viewer, eq(comments.narrativeId, narrativeId), where))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  return withNames(db, viewer, rows)
}

/** Of a narrative: of its draft and of every edition. */
export async function allOf(db: Reader, viewer: Sees, narrativeId: string): Promise<StoredComment[]> {
  const rows = await db
    .select()
    .from(comments)
    .where(readable(viewer, eq(comments.narrativeId, narrativeId)))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  return withNames(db, viewer, rows)
}

/** A comment and its replies; null when the id is no comment that the viewer may see. */
export async function thread(db: Reader, viewer: Sees, id: string): Promise<StoredComment[] | null> {
  const rows = await db
    .select()
    .from(comments)
    .where(readable(viewer, sql`(${comments.id} = ${id} or ${comments.parentId} = ${id})`))
    .orderBy(sql`${comments.parentId} nulls first`, asc(comments.createdAt), asc(comments.id))
  return rows.some((row) => row.id === id) ? withNames(db, viewer, rows) : null
}

export async function one(db: Reader, viewer: Sees, id: string): Promise<StoredComment | null> {
  const rows = await db
    .select()
    .from(comments)
    .where(readable(viewer, eq(comments.id, id)))
  return (await withNames(db, viewer, rows))[0] ?? null
}

/** Held until the transaction ends. */
export async function lock(tx: Tx, viewer: Sees, id: string): Promise<StoredComment | null> {
  const rows = await tx
    .select()
    .from(comments)
    .where(readable(viewer, eq(comments.id, id)))
    .for('update')
  return (await withNames(tx, viewer, rows))[0] ?? null
}

export async function update(
  tx: Tx,
  viewer: Sees,
  id: string,
  change: Partial<
    Pick<
      typeof comments.$inferInsert,
      'text' | 'kind' | 'changedAt' | 'removedAt' | 'resolvedBy' | 'resolvedAt' | 'putBack'
    >
  >,
): Promise<void> {
  await tx
    .update(comments)
    .set(change)
    .where(readable(viewer, eq(comments.id, id)))
}

export async function hasReplies(tx: Tx, viewer: Sees, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(readable(viewer, eq(comments.parentId, id)))
    .limit(1)
  return rows.length > 0
}

/** And of a thread that was taken back already, once nothing stands below it any more. */
export async function remove(tx: Tx, viewer: Sees, id: string): Promise<void> {
  const [gone] = await tx
    .delete(comments)
    .where(readable(viewer, eq(comments.id, id)))
    .returning({ parentId: comments.parentId })
  if (!gone?.parentId || (await hasReplies(tx, viewer, gone.parentId))) return
  await tx
    .delete(comments)
    .where(readable(viewer, eq(comments.id, gone.parentId), isNotNull(comments.removedAt)))
}

/** The right a person has on a comment is the one on its initiative. */
export const rightOnComment = (db: Reader, viewer: Sees, id: string): Promise<Right | null> =>
  rightsFor(
    db,
    viewer,
    db
      .select({ initiativeId: comments.initiativeId })
      .from(comments)
      .where(and(eq(comments.workspaceId, viewer.workspaceId), eq(comments.id, id))),
  )
