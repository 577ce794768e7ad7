import {
  type FeedbackAsked,
  type FeedbackRequest,
  feedbackAsked,
  feedbackRequest,
  type Readership,
  readershipOf,
} from '@foreword/core/reviews/feedback/feedback'
import { and, asc, desc, eq, getTableColumns, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../../db/database.ts'
import { workspaces } from '../../db/tables.ts'
import { initiatives } from '../../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../../initiatives/visibility.ts'
import { editions, narratives } from '../../narratives/tables.ts'
import { people } from '../../people/tables.ts'
import { comments } from '../tables.ts'
import { feedbackGuests, feedbackReaders, feedbackRequests } from './tables.ts'

type Reader = Database | Tx

const ofPerson = and(
  eq(people.workspaceId, feedbackReaders.workspaceId),
  eq(people.id, feedbackReaders.personId),
)
const ofRequest = and(
  eq(feedbackReaders.workspaceId, feedbackRequests.workspaceId),
  eq(feedbackReaders.requestId, feedbackRequests.id),
)
const ofGuest = and(
  eq(feedbackGuests.workspaceId, feedbackReaders.workspaceId),
  eq(feedbackGuests.requestId, feedbackReaders.requestId),
  eq(feedbackGuests.personId, feedbackReaders.personId),
)
const asker = alias(people, 'asker')

const about = {
  request: getTableColumns(feedbackRequests),
  title: narratives.title,
  by: { id: asker.id, name: asker.name },
  edition: {
    id: editions.id,
    number: editions.number,
    pages: editions.pages,
    readingMinutes: editions.readingMinutes,
  },
}

const requests = (db: Reader, viewer: Sees, ...where: (SQL | undefined)[]) =>
  db
    .select(about)
    .from(feedbackRequests)
    .innerJoin(
      narratives,
      and(
        eq(narratives.workspaceId, feedbackRequests.workspaceId),
        eq(narratives.id, feedbackRequests.narrativeId),
      ),
    )
    .innerJoin(
      asker,
      and(eq(asker.workspaceId, feedbackRequests.workspaceId), eq(asker.id, feedbackRequests.by)),
    )
    .leftJoin(
      editions,
      and(
        eq(editions.workspaceId, feedbackRequests.workspaceId),
        eq(editions.id, feedbackRequests.editionId),
      ),
    )
    .where(
      and(
        eq(feedbackRequests.workspaceId, viewer.workspaceId),
        visibleInitiative(viewer, feedbackRequests.initiativeId),
        ...where,
      ),
    )

type Row = Awaited<ReturnType<typeof requests>>[number]
const shown = ({ request, ...rest }: Row) => ({
  ...request,
  ...rest,
  askedAt: request.askedAt.toISOString(),
  endedAt: request.endedAt?.toISOString() ?? null,
})

/** False when this person asked with this key before; then nothing is added. */
export async function insert(
  tx: Tx,
  row: typeof feedbackRequests.$inferInsert,
  readers: readonly string[],
): Promise<boolean> {
  const made = await tx
    .insert(feedbackRequests)
    .values(row)
    .onConflictDoNothing({
      target: [feedbackRequests.workspaceId, feedbackRequests.by, feedbackRequests.key],
    })
    .returning({ id: feedbackRequests.id })
  if (made.length === 0) return false
  const { workspaceId, id: requestId } = row
  if (readers.length > 0)
    await tx.insert(feedbackReaders).values(readers.map((personId) => ({ workspaceId, requestId, personId })))
  return true
}

/** The request that the viewer made with this key before, if they did. */
export async function askedWith(
  db: Reader,
  viewer: Sees,
  key: string,
  now: Date,
): Promise<FeedbackRequest | null> {
  const [made] = await withReaders(
    db,
    viewer,
    now,
    eq(feedbackRequests.by, viewer.id),
    eq(feedbackRequests.key, key),
  )
  return made ?? null
}

export const list = (db: Reader, viewer: Sees, initiativeId: string, now: Date) =>
  withReaders(db, viewer, now, eq(feedbackRequests.initiativeId, initiativeId))

/** The latest first, each with its readers by name. */
async function withReaders(db: Reader, viewer: Sees, now: Date, ...which: SQL[]): Promise<FeedbackRequest[]> {
  const rows = await requests(db, viewer, ...which).orderBy(
    desc(feedbackRequests.askedAt),
    desc(feedbackRequests.id),
  )
  const readers = await db
    .select({
      requestId: feedbackReaders.requestId,
      person: { id: people.id, name: people.name },
      functionalArea: people.functionalArea,
      readAt: feedbackReaders.readAt,
      minutes: feedbackReaders.minutes,
      page: feedbackReaders.page,
      outside: {
        address: feedbackGuests.address,
        expiresAt: feedbackGuests.expiresAt,
        endedAt: feedbackGuests.endedAt,
      },
      comments: sql<number>`(select count(*)::int from ${comments} said where said.workspace_id = ${feedbackReaders.workspaceId}
        and said.narrative_id = ${feedbackRequests.narrativeId} and said.by = ${feedbackReaders.personId}
        and said.created_at >= ${feedbackRequests.askedAt} and said.removed_at is null)`,
    })
    .from(feedbackReaders)
    .innerJoin(feedbackRequests, ofRequest)
    .innerJoin(people, ofPerson)
    .leftJoin(feedbackGuests, ofGuest)
    .where(
      and(
        eq(feedbackRequests.workspaceId, viewer.workspaceId),
        visibleInitiative(viewer, feedbackRequests.initiativeId),
        ...which,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
  return rows.map((row) =>
    feedbackRequest.parse({
      ...shown(row),
      readers: readers
        .filter(({ requestId }) => requestId === row.request.id)
        .map(({ readAt, outside, ...reader }) => ({
          ...reader,
          readAt: readAt?.toISOString() ?? null,
          outside: outside && {
            address: outside.address,
            expiresAt: outside.expiresAt.toISOString(),
            state: outside.endedAt ? 'ended' : outside.expiresAt <= now ? 'over' : 'open',
          },
        })),
    }),
  )
}

/** The owner of the idea reads it anyway. */
export async function readership(db: Reader, viewer: Sees, initiativeId: string): Promise<Readership> {
  const rows = await db
    .select({
      // somebody outside is asked anew each time, and is one reader
      personId: sql<string>`coalesce(${feedbackGuests.address}, ${feedbackReaders.personId}::text)`,
      functionalArea: people.functionalArea,
      hasRead: sql<boolean>`${feedbackReaders.readAt} is not null`,
    })
    .from(feedbackReaders)
    .innerJoin(feedbackRequests, ofRequest)
    .innerJoin(people, ofPerson)
    .leftJoin(feedbackGuests, ofGuest)
    .innerJoin(
      initiatives,
      and(
        eq(initiatives.workspaceId, feedbackRequests.workspaceId),
        eq(initiatives.id, feedbackRequests.initiativeId),
      ),
    )
    .where(
      and(
        eq(feedbackRequests.workspaceId, viewer.workspaceId),
        eq(feedbackRequests.initiativeId, initiativeId),
        visibleInitiative(viewer, feedbackRequests.initiativeId),
        sql`${initiatives.ownerId} <> ${feedbackReaders.personId}`,
      ),
    )
  return readershipOf(rows)
}

/** False when the idea has no such request. */
export async function end(
  tx: Tx,
  viewer: Sees,
  { initiativeId, requestId, at }: { initiativeId: string; requestId: string; at: Date | null },
): Promise<boolean> {
  const rows = await tx
    .update(feedbackRequests)
    .set({ endedAt: at })
    .where(
      and(
        eq(feedbackRequests.workspaceId, viewer.workspaceId),
        eq(feedbackRequests.initiativeId, initiativeId),
        eq(feedbackRequests.id, requestId),
        visibleInitiative(viewer, feedbackRequests.initiativeId),
      ),
    )
    .returning({ id: feedbackRequests.id })
  return rows.length > 0
}

const isAsked = (viewer: Sees, ...where: SQL[]) => sql`exists (select from ${feedbackReaders} where
  ${and(ofRequest, eq(feedbackReaders.personId, viewer.id), ...where)})`

/** What the viewer has not read yet, the most pressing first. */
export async function askedOf(db: Reader, viewer: Sees): Promise<FeedbackAsked[]> {
  const rows = await requests(
    db,
    viewer,
    isNull(feedbackRequests.endedAt),
    isAsked(viewer, isNull(feedbackReaders.readAt)),
  ).orderBy(asc(feedbackRequests.due), asc(feedbackRequests.askedAt))
  const before = await readBefore(db, viewer, rows)
  return rows.map((row) =>
    feedbackAsked.parse({ ...shown(row), readAt: null, readBefore: before.get(row.request.id) ?? null }),
  )
}

/** Null for whoever was not asked, or may not see the idea any more. */
export async function asked(db: Reader, viewer: Sees, id: string): Promise<FeedbackAsked | null> {
  const [row] = await requests(db, viewer, eq(feedbackRequests.id, id), isAsked(viewer))
  if (!row) return null
  const [reader] = await db
    .select({ readAt: feedbackReaders.readAt })
    .from(feedbackReaders)
    .where(ownRow(viewer, id))
  return feedbackAsked.parse({
    ...shown(row),
    readAt: reader?.readAt?.toISOString() ?? null,
    readBefore: (await readBefore(db, viewer, [row])).get(id) ?? null,
  })
}

/** F5: of each request, the last edition before it that the viewer said they had read. */
async function readBefore(db: Reader, viewer: Sees, rows: readonly Row[]) {
  const ids = rows.map(({ request }) => request.id)
  if (ids.length === 0) return new Map<string, { id: string; number: number }>()
  const { rows: found } = await db.execute<{ request: string; id: string; number: number }>(sql`
    select distinct on (now.id) now.id as request, read.id, read.number
    from feedback_request now
    left join edition asked on asked.workspace_id = now.workspace_id and asked.id = now.edition_id
    join feedback_request before on before.workspace_id = now.workspace_id and before.narrative_id = now.narrative_id
    join feedback_reader reader on reader.workspace_id = before.workspace_id and reader.request_id = before.id
      and reader.person_id = ${viewer.id} and reader.read_at is not null
    join edition read on read.workspace_id = before.workspace_id and read.id = before.edition_id
    where now.workspace_id = ${viewer.workspaceId} and now.id = any(${sql.param(ids)}::uuid[])
      and (asked.number is null or read.number < asked.number)
    order by now.id, read.number desc`)
  return new Map(found.map(({ request, ...edition }) => [request, edition]))
}

const ownRow = (viewer: Sees, id: string) =>
  and(
    eq(feedbackReaders.workspaceId, viewer.workspaceId),
    eq(feedbackReaders.requestId, id),
    eq(feedbackReaders.personId, viewer.id),
  )

export async function setRead(tx: Tx, viewer: Sees, id: string, at: Date | null): Promise<void> {
  await tx.update(feedbackReaders).set({ readAt: at }).where(ownRow(viewer, id))
}

/** Minutes come a little early at times, by a browser's own clock; two pages that are open count once. */
const MINUTE_AT_LEAST_MS = 50_000

export async function addMinute(
  tx: Tx,
  viewer: Sees,
  { requestId, page, now }: { requestId: string; page: number | null; now: Date },
): Promise<void> {
  await tx
    .update(feedbackReaders)
    .set({ page: sql`greatest(${feedbackReaders.page}, ${page}::int)` })
    .where(ownRow(viewer, requestId))
  await tx
    .update(feedbackReaders)
    .set({ minutes: sql`${feedbackReaders.minutes} + 1`, notedAt: now })
    .where(
      and(
        ownRow(viewer, requestId),
        or(
          isNull(feedbackReaders.notedAt),
          lte(feedbackReaders.notedAt, new Date(now.getTime() - MINUTE_AT_LEAST_MS)),
        ),
      ),
    )
}

/** For letters: who was asked by these requests and has not read, wherever the request still stands. */
export async function unread(db: Reader, ...where: SQL[]) {
  return db
    .select({
      request: getTableColumns(feedbackRequests),
      personId: feedbackReaders.personId,
      title: narratives.title,
      by: asker.name,
      company: workspaces.name,
      guest: { address: feedbackGuests.address, expiresAt: feedbackGuests.expiresAt },
    })
    .from(feedbackRequests)
    .innerJoin(feedbackReaders, ofRequest)
    .leftJoin(feedbackGuests, ofGuest)
    .innerJoin(workspaces, eq(workspaces.id, feedbackRequests.workspaceId))
    .innerJoin(
      narratives,
      and(
        eq(narratives.workspaceId, feedbackRequests.workspaceId),
        eq(narratives.id, feedbackRequests.narrativeId),
      ),
    )
    .innerJoin(
      asker,
      and(eq(asker.workspaceId, feedbackRequests.workspaceId), eq(asker.id, feedbackRequests.by)),
    )
    .where(
      and(
        isNull(feedbackRequests.endedAt),
        isNull(feedbackReaders.readAt),
        isNull(feedbackGuests.endedAt),
        ...where,
      ),
    )
}
export type Unread = Awaited<ReturnType<typeof unread>>[number]
