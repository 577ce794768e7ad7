import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gates } from '@foreword/core/meetings/gates'
import { expect, test, vi } from 'vitest'
import { commandOf } from './commands.ts'
import { play } from './play.ts'
import type { Script } from './script.ts'
import { simulate, told } from './simulate.ts'

// meetings of an hour and a half, some of hundreds: a busy machine takes a while over them
vi.setConfig({ testTimeout: 300_000 })

const RUNS = Number(process.env.FOREWORD_SIMULATIONS ?? 60)
const FIRST = Number(process.env.FOREWORD_SEED ?? 1)

test('R2–R4, R7, R11, R12: no simulated meeting breaks a rule, whoever drops, lags, repeats or vanishes', () => {
  const { broken, phases, vanished, takenOver } = simulate({ from: FIRST, runs: RUNS })
  expect(broken.map(told).join('\n\n')).toBe('')
  // a simulation that never gets anywhere would break nothing
  if (RUNS < 50) return
  expect([...phases].toSorted()).toEqual([
    'adjourned',
    'closed',
    'decision',
    'discussion',
    'lobby',
    'reading',
    'reveal',
  ])
  for (const phase of ['lobby', 'reading', 'discussion', 'decision'] as const) {
    expect(vanished, `the facilitator vanishes in ${phase}`).toContain(phase)
    expect(takenOver, `a deputy takes over in ${phase}`).toContain(phase)
  }
})

test('Every command of the gates can be given by simulated people', () => {
  const ids = { people: [], questions: [], by: 'a0000000-0000-7000-8000-000000000001' as never, now: 0 }
  for (const [kind, { whose }] of Object.entries(gates))
    if (whose !== 'server') expect(commandOf(kind, 1, ids).kind).toBe(kind)
})

const kept = join(import.meta.dirname, 'kept')
const scripts = readdirSync(kept).filter((name) => name.endsWith('.json'))

test.each(scripts)('A script that once broke a rule breaks none: %s', (name) => {
  const { found: _, ...script } = JSON.parse(readFileSync(join(kept, name), 'utf8')) as Script & {
    found: string
  } // written by `told`
  expect(play(script).broke).toBeNull()
})
