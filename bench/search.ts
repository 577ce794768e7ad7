import { randomUUID } from 'node:crypto'
import { put } from '@foreword/server/search/store'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { type House, openHouse, theApp } from '../scripts/torture/house.ts'
import { cpuMeter, type Run } from './figures.ts'
import { fillCompany, p95 } from './ideas.ts'
import type { Pinning } from './pinning.ts'
import { createWriter, type Writer } from './writer.ts'

const PASSAGES = 40
const WORDS_IN_A_PASSAGE = 60
const AT_ONCE = 200

/** A document of a PR/FAQ's length, 2,400 words, for each of 10,000 ideas; asked by a colleague who may read two thirds. */
export async function search({ through }: Pinning, repeats: number): Promise<Run[]> {
  const house = await openHouse({ command: theApp, through })
  try {
    await house.start()
    const { asColleague } = await fillCompany(house)
    await insertDocuments(house.pool, createWriter(2))
    const writer = createWriter(7)
    const find = (text: string) => asColleague(`/search?text=${encodeURIComponent(text)}`)
    const runs: Run[] = []
    for (let n = 0; n < repeats; n++) {
      const cpu = cpuMeter()
      const figures = {
        oneP95: await p95(() => find(`${writer.word()} `)),
        twoP95: await p95(() => find(`${writer.word()} ${writer.word()} `)),
        typedP95: await p95(() => find(`${writer.word()} ${writer.word().slice(0, 3)}`)),
      }
      runs.push({ figures, harnessCpu: cpu() })
    }
    return runs
  } finally {
    await house.stop()
  }
}

export async function insertDocuments(pool: House['pool'], writer: Writer): Promise<void> {
  const db = drizzle({ client: pool })
  // made at the end, in one go: the same index, in a part of the time
  const { rows: made } = await pool.query(
    "select indexdef from pg_indexes where indexname = 'findable_words'",
  )
  await pool.query('drop index findable_words')
  const { rows } = await pool.query(
    'select workspace_id, id, owner_id, name from initiative order by updated_at',
  )
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE).map((idea) => ({ ...idea, narrative: randomUUID() }))
    await db.transaction(async (tx) => {
      for (const { workspace_id, id, owner_id, name, narrative } of some) {
        const now = new Date(Date.now() - writer.below(1e9))
        await tx.execute(sql`with draft as (
          insert into document (id, workspace_id, schema_version, created_at)
          values (${narrative}, ${workspace_id}, 1, now()) returning *)
          insert into narrative (workspace_id, id, initiative_id, kind, title, created_by, created_at)
          select workspace_id, id, ${id}, 'pr-faq', ${name}, ${owner_id}, now() from draft`)
        const passages = Array.from({ length: PASSAGES }, () => ({
          part: 'Internal FAQ',
          text: writer.sentence(WORDS_IN_A_PASSAGE),
        }))
        const of = { workspaceId: workspace_id, initiativeId: id, narrativeId: narrative }
        await put(tx, { ...of, id: narrative, title: name, passages, edition: null, readAt: now })
      }
    })
  }
  await pool.query(made[0].indexdef)
  await pool.query('vacuum analyze')
}
