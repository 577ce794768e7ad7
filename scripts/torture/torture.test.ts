import { expect, test } from 'vitest'
import { torture } from './run.ts'

test('A1: no acknowledged edit is lost when the app or the database is killed', {
  timeout: 120_000,
}, async () => {
  const counts = await torture({ kills: 2, seed: Date.now() % 1e6, tell: () => {} })
  expect(counts.map(({ victim, witness, lost }) => ({ victim, witness, lost }))).toEqual([
    { victim: 'app', witness: 'edits', lost: [] },
    { victim: 'database', witness: 'edits', lost: [] },
  ])
  // a run in which nothing was acknowledged would show nothing
  for (const { acknowledgedAtKill } of counts) expect(acknowledgedAtKill).toBeGreaterThan(0)
})
