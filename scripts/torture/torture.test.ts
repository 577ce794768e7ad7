import { expect, test } from 'vitest'
import { torture } from './run.ts'

test('A1: nothing acknowledged is lost when the app or the database is killed', {
  timeout: 300_000,
}, async () => {
  const seed = Date.now() % 1e6
  const counts = await torture({ subject: 'app', kills: 2, phaseKills: 6, seed, tell: () => {} })
  expect(counts.flatMap(({ lost }) => lost)).toEqual([])
  // a run in which nothing was acknowledged would show nothing
  for (const { acknowledgedAtKill } of counts) expect(acknowledgedAtKill).toBeGreaterThan(0)
})
