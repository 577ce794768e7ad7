import { type House, openHouse, theApp } from '../scripts/torture/house.ts'
import { cpuMeter, percentile, type Run } from './figures.ts'
import type { Pinning } from './pinning.ts'
import { createWriter, type Writer } from './writer.ts'

export const IDEAS = 10_000
const ASKED = 200

/**
 * 10,000 ideas, a third of them shown only to those they are shared with, a third put away. Asked by a colleague who is
 * on few of them, so that whose they are is looked up for every one that fits.
 */
export async function ideas({ through }: Pinning, repeats: number): Promise<Run[]> {
  const house = await openHouse({ command: theApp, through })
  try {
    await house.start()
    const { asColleague, asOwner } = await fillCompany(house)
    const { rows } =
      await house.pool.query(`select id from people_group where name in ('Team 3', 'Division 3')
      order by name desc`)
    const [team, division] = [rows[0], rows.at(-1)].map((row) => String(row?.id))
    const writer = createWriter(7)
    const runs: Run[] = []
    for (let n = 0; n < repeats; n++) {
      const cpu = cpuMeter()
      const word = () => encodeURIComponent(writer.word())
      const figures = {
        pageP95: await p95(() => asColleague('/initiatives?most=200')),
        teamP95: await p95(() => asColleague(`/initiatives?most=200&group=${team}`)),
        divisionP95: await p95(() => asColleague(`/initiatives?most=200&group=${division}`)),
        wordP95: await p95(() => asColleague(`/initiatives?most=50&text=${word()}+${word()}`)),
        oneP95: await p95(() => asColleague(`/initiatives?most=50&text=${word()}`)),
        newsP95: await p95(() => asColleague('/news')),
        ownerNewsP95: await p95(() => asOwner('/news')),
        alikeP95: await p95(() => asColleague(`/resembling?title=${encodeURIComponent(writer.sentence(9))}`)),
      }
      runs.push({ figures, harnessCpu: cpu() })
    }
    return runs
  } finally {
    await house.stop()
  }
}

/** Signed in as the administrator who owns every idea, and as somebody who was invited. */
export async function fillCompany(house: House) {
  const owner = asker(house)
  const account = { name: 'Ada', email: 'ada@company.example', password: 'a few words make a good one' }
  await owner('/setup', { ...account, company: 'A company that writes' })
  const { link } = JSON.parse(await owner('/invitations', {}))
  const asColleague = asker(house)
  await asColleague(link, { ...account, name: 'Ben', email: 'ben@company.example' })
  await insertIdeas(house.pool, createWriter(1))
  return { asColleague, asOwner: owner }
}

/** Every tenth of the hidden ones is shared with the colleague. */
async function insertIdeas(pool: House['pool'], writer: Writer): Promise<void> {
  const names = Array.from({ length: IDEAS }, () => writer.sentence(8 + writer.below(5)))
  const lines = Array.from({ length: IDEAS }, () => writer.sentence(10))
  await pool.query(
    `insert into initiative (workspace_id, id, name, stage, stage_since, owner_id, group_id, visibility, customer,
       benefit, created_at, updated_at)
     select w.id, gen_random_uuid(), said.name, (array['drafting', 'set-aside', 'parked'])[1 + n % 3],
       now() - n * interval '1 minute', owner.id, g.id, case when n % 3 = 1 then 'named' else 'company' end,
       said.line, said.line, now() - n * interval '1 minute', now() - n * interval '1 minute'
     from unnest($1::text[], $2::text[]) with ordinality as said (name, line, n), workspace w, people_group g, person owner
     where owner.name = 'Ada'`,
    [names, lines],
  )
  await pool.query(`insert into initiative_relation (workspace_id, initiative_id, person_id, relation)
    select i.workspace_id, i.id, ben.id, 'reader'
    from (select *, row_number() over () as n from initiative where visibility = 'named') i, person ben
    where ben.name = 'Ben' and n % 10 = 0`)
  await pool.query(`insert into initiative_activity (workspace_id, id, initiative_id, at, heard_at, actor, kind, says, reason)
    select workspace_id, gen_random_uuid(), id, stage_since, stage_since, owner_id, 'initiative.stage-changed', 'set it aside', benefit
    from initiative where stage <> 'drafting'`)
  // fifty teams of some 200 ideas each, in five divisions
  await pool.query(`insert into people_group (workspace_id, id, parent_id, name, created_at)
    select workspace_id, gen_random_uuid(), id, 'Division ' || n, now() from people_group, generate_series(1, 5) n`)
  await pool.query(`insert into people_group (workspace_id, id, parent_id, name, created_at)
    select workspace_id, gen_random_uuid(), id, 'Team ' || n, now() from people_group, generate_series(1, 10) n
    where parent_id is not null`)
  await pool.query(`update initiative set group_id = team.id
    from (select id, row_number() over () as n from people_group where name like 'Team %') team,
      (select id, row_number() over () as n from initiative) placed
    where placed.id = initiative.id and team.n = 1 + placed.n % 50`)
  await pool.query('analyze')
}

function asker(house: House) {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'x-foreword': '1' }
  return async (path: string, body?: object): Promise<string> => {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const answer = await fetch(`${house.origin}/api${path}`, { headers, ...init })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    const cookies = answer.headers.getSetCookie().map((set) => set.split(';', 1)[0])
    if (cookies.length > 0) headers.cookie = cookies.join('; ')
    return answer.text()
  }
}

export async function p95(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < ASKED; n++) {
    const from = performance.now()
    await ask()
    took.push(performance.now() - from)
  }
  return percentile(took, 0.95)
}
