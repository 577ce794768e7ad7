import { expect, test } from 'vitest'
import { freshDatabase } from '../test/database.ts'
import { subscribe } from './channels.ts'
import { joinNodes } from './nodes.ts'

test('R12: a node that is closed while it still connects hears nothing after', async () => {
  const database = await freshDatabase()
  const failures: unknown[] = []
  try {
    await joinNodes(database.pool, (error) => failures.push(error)).close()
    const open = async () => {
      const { rows } = await database.pool.query(
        "select from pg_stat_activity where datname = current_database() and query ilike 'listen%'",
      )
      return rows.length
    }
    const heard: unknown[] = []
    const stop = new AbortController()
    const following = (async () => {
      for await (const one of subscribe('a topic', stop.signal)) heard.push(one)
    })()
    // what a process spreads comes back to it only by a line that was left open
    const news = JSON.stringify(['another process', 'a topic', 'news'])
    const rejoined = joinNodes(database.pool, (error) => failures.push(error))
    await expect.poll(open, { timeout: 10_000 }).toBe(1)
    await database.pool.query("select pg_notify('foreword_news', $1)", [news])
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0)
    expect(await open()).toBe(1)
    expect(heard).toEqual(['news'])
    stop.abort()
    await following
    await rejoined.close()
    expect(failures).toEqual([])
  } finally {
    await database.close()
  }
})
