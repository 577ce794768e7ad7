import { openHouse, theApp } from '../scripts/torture/house.ts'
import { cpuMeter, type Run } from './figures.ts'
import { fillCompany, p95 } from './ideas.ts'
import type { Pinning } from './pinning.ts'

const DRAFTS = 1000
const COMMENTS_EACH = 100

/** 100,000 comments on a thousand drafts, a third of them resolved, and 10,000 questions on record of one idea. */
export async function comments({ through }: Pinning, repeats: number): Promise<Run[]> {
  const house = await openHouse({ command: theApp, through })
  try {
    await house.start()
    const { asColleague } = await fillCompany(house)
    const { rows } = await house.pool.query(`with ideas as (
        select *, gen_random_uuid() as narrative from initiative where visibility = 'company' order by updated_at desc
        limit ${DRAFTS}), draft as (
        insert into document (id, workspace_id, schema_version, created_at)
        select narrative, workspace_id, 1, now() from ideas returning id), made as (
        insert into narrative (workspace_id, id, initiative_id, kind, title, created_by, created_at)
        select workspace_id, narrative, ideas.id, 'pr-faq', name, owner_id, now() from ideas join draft on draft.id = narrative
        returning *)
      select id, initiative_id from made`)
    await house.pool.query(
      `insert into comment (workspace_id, id, initiative_id, narrative_id, by, text, kind, matter, created_at,
         resolved_by, resolved_at)
       select workspace_id, gen_random_uuid(), initiative_id, id, created_by, 'How often was it wrong? ' || n,
         '{"name": "remark"}', 'substance', now() - n * interval '1 minute',
         case when n % 3 = 0 then created_by end, case when n % 3 = 0 then now() end
       from narrative, generate_series(1, ${COMMENTS_EACH}) n`,
    )
    const [{ id: narrative, initiative_id: idea }] = rows
    await house.pool.query(
      `insert into question (workspace_id, id, initiative_id, by, key, text, matter, seal, state, asked_at)
       select workspace_id, gen_random_uuid(), id, owner_id, gen_random_uuid(), 'How often was it wrong? ' || n, 'substance',
         'on-record', '{"name": "out-of-scope", "because": ""}', now() - n * interval '1 minute'
       from initiative, generate_series(1, 10000) n where id = $1`,
      [idea],
    )
    await house.pool.query('vacuum analyze')
    const runs: Run[] = []
    for (let n = 0; n < repeats; n++) {
      const cpu = cpuMeter()
      const figures = {
        draftP95: await p95(() => asColleague(`/narratives/${narrative}/comments`)),
        deskP95: await p95(() => asColleague('/asked-of-you')),
        askedP95: await p95(() => asColleague(`/initiatives/${idea}/asked`)),
        countsP95: await p95(() => asColleague(`/initiatives/${idea}/asked/counts?text=wrong`)),
      }
      runs.push({ figures, harnessCpu: cpu() })
    }
    return runs
  } finally {
    await house.stop()
  }
}
