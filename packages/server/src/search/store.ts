import type { Stage } from '@foreword/core/initiatives/stages'
import type { Passage } from '@foreword/core/search/snippet'
import { endsInBeginning } from '@foreword/core/search/terms'
import { type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { PLANNED_FOR_ITS_VALUES } from '../db/prepared.ts'
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

/** What is typed as the database's query; null when there is no word in it. */
export async function queryOf(db: Reader, text: string): Promise<string | null> {
  const small = text.toLowerCase()
  const { rows } = await db.execute<{ query: string }>(
    sql`select websearch_to_tsquery('simple', ${small})::text as query`,
  )
  const query = rows[0]?.query || null
  return query?.endsWith("'") && endsInBeginning(small) ? `${query}:*` : query
}

type Row = {
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
 * Where the title has the words first, then what changed last. A word that stands in most documents is found among the
 * newest, and a rare one by the index: to sort all that have a frequent one would mean to read them all.
 */
export async function find(
  db: Reader,
  viewer: Sees,
  { query, most }: { query: string; most: number },
): Promise<Row[]> {
  const newest = sql`(select * from findable where workspace_id = ${viewer.workspaceId}
    order by changed_at desc, id desc limit ${NEWEST})`
  const first = async (where: SQL, wanted: number) => {
    if (wanted === 0) return []
    const early = await best(db, viewer, newest, where, wanted)
    return early.length === wanted ? early : best(db, viewer, sql`findable`, where, wanted)
  }
  const inTitle = sql`title_words @@ ${query}::tsquery`
  const titled = await first(inTitle, most)
  const others = await first(sql`words @@ ${query}::tsquery and not ${inTitle}`, most - titled.length)
  return shown(db, viewer, [...titled, ...others])
}

/** So few that reading each of them takes a few milliseconds, and as many as most people want to see. */
const NEWEST = 150

async function best(db: Reader, viewer: Sees, from: SQL, where: SQL, most: number): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select ${sql.raw(PLANNED_FOR_ITS_VALUES)} found.id from ${from} as found
    where found.workspace_id = ${viewer.workspaceId} and ${where} and ${visibleInitiative(viewer, sql`found.initiative_id`)}
    order by found.changed_at desc, found.id desc limit ${most}`)
  return rows.map(({ id }) => id)
}

/** The long columns are read only of what is shown. */
async function shown(db: Reader, viewer: Sees, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await db.execute<Row>(sql`
    select found.initiative_id, idea.name, idea.stage, found.narrative_id, found.title, found.passages,
      found.edition_id, found.edition_number, found.edition_passages, found.changed_at
    from unnest(${sql.param([...ids])}::uuid[]) with ordinality as best (id, place)
    join findable found on found.workspace_id = ${viewer.workspaceId} and found.id = best.id
    join initiative idea on idea.workspace_id = found.workspace_id and idea.id = found.initiative_id
    order by best.place`)
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
