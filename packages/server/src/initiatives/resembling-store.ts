import type { Stage } from '@foreword/core/initiatives/stages'
import { sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { saidOf } from './tables.ts'
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

const name = sql`initiative.name`
const said = sql`(${saidOf({ name, customer: sql`initiative.customer`, benefit: sql`initiative.benefit` })})`

/**
 * The ideas most like a headline, as trigrams have it: its whole name is like the headline, or the headline, as far as
 * it is typed, is like a stretch of what it says. Of these the ones put away come first, with the reason.
 */
export async function resembling(
  db: Database | Tx,
  viewer: Sees,
  { title, most }: { title: string; most: number },
) {
  // `%` and `<%` are what the indexes know; how like is like enough for each is a setting of the database
  const { rows } = await db.execute<Row>(sql`
    with found as (
      select initiative.*, greatest(similarity(${name}, ${title}), word_similarity(${title}, ${said})) as alike
      from initiative
      where initiative.workspace_id = ${viewer.workspaceId} and (${name} % ${title} or ${title} <% ${said})
        and ${visibleInitiative(viewer, sql`initiative.id`)}
      order by alike desc, initiative.id limit ${most})
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
