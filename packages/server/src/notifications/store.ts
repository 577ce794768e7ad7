import { commentId, editionId, initiativeId, narrativeId } from '@foreword/core/ids'
import type { NewsLine } from '@foreword/core/notifications/contract'
import { type NewsKind, newsKinds } from '@foreword/core/notifications/kinds'
import { mentionedIn, withNames } from '@foreword/core/reviews/mention'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { bylines } from '../narratives/store.ts'
import { kindOfLine, nounsOf } from './kinds.ts'
import { newsReaders } from './tables.ts'

type Reader = Database | Tx
type NewsReader = Pick<typeof newsReaders.$inferSelect, 'seenAt' | 'unwanted'>

export async function readerOf(db: Reader, { workspaceId, id }: Sees): Promise<NewsReader> {
  const [row] = await db
    .select({ seenAt: newsReaders.seenAt, unwanted: newsReaders.unwanted })
    .from(newsReaders)
    .where(and(eq(newsReaders.workspaceId, workspaceId), eq(newsReaders.personId, id)))
  return row ?? { seenAt: null, unwanted: [] }
}

export async function saveReader(tx: Tx, { workspaceId, id }: Sees, set: Partial<NewsReader>): Promise<void> {
  await tx
    .insert(newsReaders)
    .values({ workspaceId, personId: id, ...set })
    .onConflictDoUpdate({ target: [newsReaders.workspaceId, newsReaders.personId], set })
}

interface Asked {
  after: Date
  before: { at: Date; id: string | null }
  unwanted: readonly NewsKind[]
  most: number
}

/**
 * What others did where the viewer takes part, the latest first, read where it happened: the timelines of their ideas,
 * and comments on what they write or in threads they are in. Nothing is copied for anybody, so nothing is left for
 * whoever may no longer see it. R5: what is said of an edition that a room reads is news when it has been read.
 */
export async function linesFor(db: Reader, viewer: Sees, { after, before, unwanted, most }: Asked) {
  const { workspaceId, id: me } = viewer
  const wanted = newsKinds.filter((kind) => !unwanted.includes(kind))
  const since = after.toISOString()
  const until = before.at.toISOString()
  // of one moment the one with the greater id comes first
  const earlier = (at: SQL, id: SQL) =>
    before.id === null
      ? sql`${at} < ${until}`
      : sql`(${at}, ${id}) < (${until}::timestamptz, ${before.id}::uuid)`
  const { rows } = await db.execute<Row>(sql`
    with mine as materialized (
      select id, true as writes from initiative where workspace_id = ${workspaceId} and owner_id = ${me}
      union select initiative_id, relation = 'author' from initiative_relation
        where workspace_id = ${workspaceId} and person_id = ${me}
      union select meeting.initiative_id, false from meeting_attendee invited
        join meeting on meeting.workspace_id = invited.workspace_id and meeting.id = invited.meeting_id
        where invited.workspace_id = ${workspaceId} and invited.person_id = ${me}
      union select asked.initiative_id, false from feedback_reader reader
        join feedback_request asked on asked.workspace_id = reader.workspace_id and asked.id = reader.request_id
        where reader.workspace_id = ${workspaceId} and reader.person_id = ${me}
      union select initiative_id, false from comment where workspace_id = ${workspaceId} and by = ${me}
    )
    select news.*, initiative.name as idea from (
      (select line.id, line.heard_at as at, line.actor, line.kind, line.says, line.reason, line.about_kind, line.about_id,
          line.initiative_id, null::uuid as narrative_id, null::uuid as edition_id,
          null as author
        from initiative_activity line
        where line.workspace_id = ${workspaceId} and line.initiative_id in (select id from mine)
          and line.heard_at > ${since} and ${earlier(sql`line.heard_at`, sql`line.id`)} and line.actor is distinct from ${me}
          and split_part(line.kind, '.', 1) = any(${sql.param(nounsOf(wanted))}::text[])
        order by line.heard_at desc, line.id desc limit ${most})
      union all
      (select said.id, said.created_at, said.by, 'comment', said.text, '', null, null,
          said.initiative_id, said.narrative_id, said.edition_id, said.from_word->>'author'
        from comment said
        where said.workspace_id = ${workspaceId} and ${wanted.includes('comments')}
          and said.narrative_id in (select narrative.id from narrative join mine on mine.id = narrative.initiative_id
            where narrative.workspace_id = ${workspaceId})
          and said.created_at > ${since} and ${earlier(sql`said.created_at`, sql`said.id`)}
          and said.by <> ${me} and said.removed_at is null
          and (exists (select 1 from mine where mine.id = said.initiative_id and mine.writes)
            or exists (select 1 from comment own where own.workspace_id = said.workspace_id and own.by = ${me}
              and (own.id = said.parent_id or own.parent_id = said.parent_id)))
          and not exists (select 1 from silent_edition silent where silent.workspace_id = said.workspace_id
            and silent.edition_id = said.edition_id)
        order by said.created_at desc, said.id desc limit ${most})
    ) news
    join initiative on initiative.workspace_id = ${workspaceId} and initiative.id = news.initiative_id
    where ${visibleInitiative(viewer, sql`news.initiative_id`)}
    order by news.at desc, news.id desc limit ${most}`)
  return rows
}

export async function withActors(db: Reader, viewer: Sees, rows: readonly Row[]): Promise<NewsLine[]> {
  const people = await bylines(
    db,
    viewer,
    rows.flatMap((row) => [...(row.actor ? [row.actor] : []), ...mentionedIn(row.says)]),
  )
  const names = new Map([...people].map(([id, { name }]) => [id, name]))
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    actor: row.author === null && row.actor !== null ? (people.get(row.actor) ?? null) : null,
    kind: kindOfLine(row.kind),
    says: row.author === null ? withNames(row.says, names) : `${row.author}, in Word: ${row.says}`,
    reason: row.reason,
    about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
    comment:
      row.narrative_id === null
        ? null
        : {
            id: commentId.parse(row.id),
            narrativeId: narrativeId.parse(row.narrative_id),
            editionId: editionId.nullable().parse(row.edition_id),
          },
    initiative: { id: initiativeId.parse(row.initiative_id), name: row.idea },
  }))
}

// a type, for an interface has no index signature
type Row = {
  id: string
  at: string
  actor: string | null
  kind: string
  says: string
  reason: string
  about_kind: string | null
  about_id: string | null
  initiative_id: string
  narrative_id: string | null
  edition_id: string | null
  /** Of a comment that somebody brought from Word. */
  author: string | null
  idea: string
}
