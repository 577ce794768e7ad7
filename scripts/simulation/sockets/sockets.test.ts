import { test, vi } from 'vitest'
import { scheduled } from '../../../packages/server/src/meetings/room.fixture.ts'
import { openCompany } from '../../../packages/server/src/test/company.ts'
import { hold } from './meeting.ts'

/**
 * Meetings of simulated people at real sockets, on a real server and database. `FOREWORD_PEOPLE=200` brings more of
 * them, `FOREWORD_SIMULATIONS=20` holds more meetings, and `FOREWORD_SEED=7` begins at another seed.
 */
const PEOPLE = Number(process.env.FOREWORD_PEOPLE ?? 24)
const RUNS = Number(process.env.FOREWORD_SIMULATIONS ?? 2)
const FIRST = Number(process.env.FOREWORD_SEED ?? 1)

// graces of seconds in every phase: a busy machine takes a while over them
vi.setConfig({ testTimeout: 600_000, maxConcurrency: 2 })

test.concurrent.for(Array.from({ length: RUNS }, (_, place) => FIRST + place))(
  'R2–R4, R7, R11, R12: over real sockets no rule is broken, whoever drops, lags, repeats or vanishes: seed %i',
  async (seed, { expect, onTestFinished }) => {
    // a server and a clock of its own for each, which it moves
    const company = await openCompany({ clock: 'runs' })
    onTestFinished(company.close)
    await company.ines.api.people.updateWorkspace({ settings: { countdownSeconds: 2 } })
    const colleagues = [company.ines]
    for (let n = 1; n < PEOPLE; n++) colleagues.push(await company.join(`Reader${n}`))
    const { initiativeId, edition } = await scheduled(company, 'improve')
    const { takenOver, questions, shown, sent } = await hold(
      company,
      colleagues,
      { initiativeId, editionId: edition.id },
      seed,
    )
    // a simulation in which nothing happens would break nothing
    const phases = [
      'lobby',
      'reading',
      'adjourned',
      'reveal',
      'discussion',
      ...(seed % 2 === 0 ? ['decision'] : []),
    ]
    expect([...takenOver]).toEqual(phases)
    expect(questions).toBeGreaterThan(PEOPLE / 2)
    expect(shown).toBeGreaterThan(PEOPLE)
    expect(sent.filter(({ isLost }) => isLost).length).toBeGreaterThan(PEOPLE / 4)
  },
)
