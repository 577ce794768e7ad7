import { beginningOf } from '@foreword/core/initiatives/alike'
import type { Stage } from '@foreword/core/initiatives/stages'
import { sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { wordsOf } from './tables.ts'
import { type Sees, visibleInitiative } from './visibility.ts'

type Row = {
  id: string
  name: string
  stage: Stage
  stage_since: Date
  owner_id: string
  owner_name: string
  reason: string | null
}

/** The share of the words that are in the name, and how like it is letter by letter, together; 2 is the same headline. */
const LIKE_ENOUGH = 0.6

/**
 * The ideas most like a headline. By the index those that have two of its words; of these the ones with most of its
 * words and the likest name. What was put away comes first, with the reason.
 */
export async function resembling(
  db: Database | Tx,
  viewer: Sees,
  { title, words, most }: { title: string; words: string[]; most: number },
) {
  const beginnings = words.map((word) => `'${beginningOf(word)}':*`)
  const pairs = beginnings.flatMap((one, at) => beginnings.slice(at + 1).map((other) => `${one} & ${other}`))
  const anyTwo = (pairs.length > 0 ? pairs : beginnings).join(' | ')
  // `offset 0`: the words of a name are taken apart once for all the words they are held against
  const { rows } = await db.execute<Row>(sql`
    with sharing as (
      select initiative.*, similarity(initiative.name, ${title}) + (
        select count(*)
        from (select ${wordsOf(sql`initiative.name`)} as said offset 0) own,
          unnest(string_to_array(${beginnings.join(' ')}, ' ')) as beginning
        where own.said @@ beginning::tsquery)::real / ${words.length}::int as alike
      from initiative
      where initiative.workspace_id = ${viewer.workspaceId}
        and ${wordsOf(sql`initiative.name`)} @@ ${anyTwo}::tsquery and ${visibleInitiative(viewer, sql`initiative.id`)}
      offset 0
    ), found as (
      select * from sharing where alike >= ${LIKE_ENOUGH}::real order by alike desc, id limit ${most})
    select found.id, found.name, found.stage, found.stage_since, owner.id as owner_id, owner.name as owner_name,
      case when found.stage in ('set-aside', 'parked') then put_away.reason end as reason
    from found join person owner on owner.workspace_id = found.workspace_id and owner.id = found.owner_id
    left join lateral (
      select line.reason from initiative_activity line where line.workspace_id = found.workspace_id
        and line.initiative_id = found.id and line.kind = 'initiative.stage-changed'
      order by line.at desc, line.id desc limit 1) put_away on true
    order by case found.stage when 'set-aside' then 0 when 'parked' then 1 else 2 end, found.alike desc, found.id`)
  return rows
}
