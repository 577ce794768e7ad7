import { commentId, editionId, initiativeId, narrativeId, type PersonId } from '@foreword/core/ids'
import { byline } from '@foreword/core/people/person'
import type { AskedOfYou } from '@foreword/core/reviews/contract'
import { mentionedIn } from '@foreword/core/reviews/mention'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { bylines } from '../narratives/store.ts'
import { editions } from '../narratives/tables.ts'
import { comments, mentions, silentEditions } from './tables.ts'

type Reader = Database | Tx

export async function insertMentions(tx: Tx, rows: (typeof mentions.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(mentions).values(rows).onConflictDoNothing()
}

/** Those whom a comment's words mention no more. */
export async function removeMentions(tx: Tx, of: Sees, ofComment: string, ids: PersonId[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .delete(mentions)
    .where(
      and(
        eq(mentions.workspaceId, of.workspaceId),
        eq(mentions.commentId, ofComment),
        inArray(mentions.personId, ids),
      ),
    )
}

const unopenedBy = (viewer: Sees) =>
  and(
    eq(mentions.workspaceId, viewer.workspaceId),
    eq(mentions.personId, viewer.id),
    isNull(mentions.openedAt),
  )

/** Of these threads, the ones in which somebody mentioned the viewer since they last opened them. */
export async function threadsAsking(db: Reader, viewer: Sees, threads: string[]): Promise<Set<string>> {
  if (threads.length === 0) return new Set()
  const rows = await db
    .select({ id: mentions.threadId })
    .from(mentions)
    .where(and(unopenedBy(viewer), inArray(mentions.threadId, threads)))
  return new Set(rows.map(({ id }) => id))
}

export async function openMentions(tx: Tx, viewer: Sees, threadId: string, now: Date): Promise<void> {
  await tx
    .update(mentions)
    .set({ openedAt: now })
    .where(and(unopenedBy(viewer), eq(mentions.threadId, threadId)))
}

const thread = alias(comments, 'thread')

/** The latest first, one a thread. Nothing of an edition that a room reads now (R5). */
export async function askedOf(db: Reader, viewer: Sees): Promise<AskedOfYou[]> {
  const rows = await db
    .select({
      threadId: mentions.threadId,
      said: comments,
      initiativeName: initiatives.name,
      number: editions.number,
    })
    .from(mentions)
    .innerJoin(
      comments,
      and(eq(comments.workspaceId, mentions.workspaceId), eq(comments.id, mentions.commentId)),
    )
    .innerJoin(thread, and(eq(thread.workspaceId, mentions.workspaceId), eq(thread.id, mentions.threadId)))
    .innerJoin(
      initiatives,
      and(eq(initiatives.workspaceId, comments.workspaceId), eq(initiatives.id, comments.initiativeId)),
    )
    .leftJoin(
      editions,
      and(eq(editions.workspaceId, comments.workspaceId), eq(editions.id, comments.editionId)),
    )
    .where(
      and(
        unopenedBy(viewer),
        isNull(thread.resolvedAt),
        visibleInitiative(viewer, comments.initiativeId),
        sql`not exists (select from ${silentEditions} where ${silentEditions.workspaceId} = ${comments.workspaceId}
          and ${silentEditions.editionId} = ${comments.editionId})`,
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
  const names = await bylines(
    db,
    viewer,
    rows.flatMap(({ said }) => [said.by, ...mentionedIn(said.text)]),
  )
  const latest = new Map(rows.toReversed().map((row) => [row.threadId, row]))
  return rows
    .filter((row) => latest.get(row.threadId) === row)
    .map(({ threadId, said, initiativeName, number }) => ({
      id: commentId.parse(threadId),
      text: said.text,
      mentioned: mentionedIn(said.text).flatMap((id) => names.get(id) ?? []),
      by: names.get(said.by) ?? byline.parse({ id: said.by, name: '' }), // a foreign key holds `by` to a person
      at: said.createdAt.toISOString(),
      initiativeId: initiativeId.parse(said.initiativeId),
      initiativeName,
      narrativeId: narrativeId.parse(said.narrativeId),
      edition:
        said.editionId === null || number === null ? null : { id: editionId.parse(said.editionId), number },
    }))
}
