import type { Stage } from '@foreword/core/initiatives/stages'
import type { Passage } from '@foreword/core/search/snippet'
import { endsInBeginning } from '@foreword/core/search/terms'
import { type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { wordsOf } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { findables } from './tables.ts'

type Reader = Database | Tx

/** A vector of more than a megabyte is none; no document that anybody reads comes near. */
const MOST_CHARACTERS = 400_000

const wordsIn = (text: string) => wordsOf(sql`${text}::text`)

export interface Findable {
  workspaceId: string
  id: string
  initiativeId: string
  narrativeId: string | null
  title: string
  passages: Passage[]
  edition: { id: string; number: number; passages: Passage[] } | null
  readAt: Date
}

/** Writes what can be found of an idea or a document, unless something read later is there already. */
export async function put(db: Reader, found: Findable): Promise<void> {
  const { edition, readAt, ...rest } = found
  const text = [found.title, ...found.passages, ...(edition?.passages ?? [])]
    .map((each) => (typeof each === 'string' ? each : each.text))
    .join('\n')
    .slice(0, MOST_CHARACTERS)
  const row = {
    ...rest,
    editionId: edition?.id ?? null,
    editionNumber: edition?.number ?? null,
    editionPassages: edition?.passages ?? null,
    titleWords: wordsIn(found.title),
    words: wordsIn(text),
    changedAt: readAt,
    readAt,
  }
  const { workspaceId: _, id: __, changedAt: ___, ...change } = row
  await db
    .insert(findables)
    .values(row)
    .onConflictDoUpdate({
      target: [findables.workspaceId, findables.id],
      set: {
        ...change,
        // what is read again after a start is not new for that
        changedAt: sql`case when ${findables.words} = excluded.words then ${findables.changedAt} else excluded.changed_at end`,
      },
      setWhere: sql`${findables.readAt} <= excluded.read_at`,
    })
}

export type Row = {
  initiative_id: string
  name: string
  stage: Stage
  narrative_id: string | null
  title: string
  passages: Passage[]
  edition_id: string | null
  edition_number: number | null
  edition_passages: Passage[] | null
  changed_at: Date
}

/**
 * What is typed as the database's query, and what fits it: where the title has the words first, then what changed last.
 * Null when there is no word in it.
 */
export function find(
  db: Database,
  viewer: Sees,
  { text, most }: { text: string; most: number },
): Promise<{ query: string; rows: Row[] } | null> {
  return db.transaction(async (tx) => {
    const query = await queryOf(tx, text)
    return query === null ? null : { query, rows: await fitting(tx, viewer, query, most) }
  })
}

async function queryOf(tx: Tx, text: string): Promise<string | null> {
  const small = text.toLowerCase()
  // a word that most documents have is worth the index too: to hold each one's own words against it is what takes
  // long, for they are kept beside the table, and the planner does not count that
  const { rows } = await tx.execute<{ query: string }>(
    sql`select websearch_to_tsquery('simple', ${small})::text as query, set_config('enable_seqscan', 'off', true)`,
  )
  const query = rows[0]?.query || null
  return query?.endsWith("'") && endsInBeginning(small) ? `${query}:*` : query
}

/** What fits is put in its order first, and only then looked through for what may be seen, until there is enough. */
async function fitting(tx: Tx, viewer: Sees, query: string, most: number): Promise<Row[]> {
  const inTitle = sql`title_words @@ ${query}::tsquery`
  const ordered = (where: SQL) => sql`(select id, initiative_id, changed_at from findable
    where workspace_id = ${viewer.workspaceId} and ${where} order by changed_at desc, id desc offset 0)`
  const seen = visibleInitiative(viewer, sql`found.initiative_id`)
  const { rows } = await tx.execute<Row>(sql`
    with best as materialized (
      (select 1 as place, found.* from ${ordered(inTitle)} as found
        where ${seen} order by found.changed_at desc, found.id desc limit ${most})
      union all
      (select 2 as place, found.* from ${ordered(sql`words @@ ${query}::tsquery`)} as found
        where ${seen} and not exists (select 1 from findable titled
          where titled.workspace_id = ${viewer.workspaceId} and titled.id = found.id and titled.${inTitle})
        order by found.changed_at desc, found.id desc limit ${most})
      limit ${most})
    select found.initiative_id, idea.name, idea.stage, found.narrative_id, found.title, found.passages,
      found.edition_id, found.edition_number, found.edition_passages, found.changed_at
    from best
    join findable found on found.workspace_id = ${viewer.workspaceId} and found.id = best.id
    join initiative idea on idea.workspace_id = found.workspace_id and idea.id = found.initiative_id
    order by best.place, best.changed_at desc, best.id desc`)
  return rows
}

/** Documents with words on disk that were not read yet: the server stopped before it did. */
export async function unread(db: Reader): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select narrative.id from narrative left join findable found
      on found.workspace_id = narrative.workspace_id and found.id = narrative.id
    where found.id is null or exists (select 1 from document_update written
      where written.document_id = narrative.id and written.at > found.read_at)`)
  return rows.map(({ id }) => id)
}
