import { draftWitness } from './draft-witness.ts'
import { appHome, bareHome, type Home, post } from './homes.ts'
import { bareServer, type House, openHouse, theApp } from './house.ts'
import { httpWitness } from './http-witness.ts'
import { type Count, kill } from './kills.ts'
import { killInPhases } from './phases.ts'
import { type Random, seededRandom } from './random.ts'
import { roomIn, uuidOf } from './rooms.ts'
import type { Witness } from './witness.ts'

/** `app` is the whole product; `bare` its live part alone. */
export type Subject = 'app' | 'bare'

export type TortureOptions = {
  subject: Subject
  kills: number
  /** Of the app alone, in each phase of a meeting in turn. */
  phaseKills: number
  seed: number
  tell: (line: string) => void
}

/** Kills the app, then its database, `kills` times each, and counts what was acknowledged and what was lost (A1). */
export async function torture({ subject, kills, phaseKills, seed, tell }: TortureOptions): Promise<Count[]> {
  const random = seededRandom(seed)
  const house = await openHouse({ command: subject === 'app' ? theApp : [bareServer] })
  const home = once(subject === 'app' ? appHome : bareHome)
  const witnesses = subject === 'app' ? appWitnesses(random, home) : bareWitnesses(random, home)
  try {
    await house.start()
    const inPhases: Count[] = []
    if (subject === 'app' && phaseKills > 0) {
      tell(`kill -9 of the app in each phase of a meeting, ${phaseKills} times (seed ${seed})`)
      inPhases.push(...(await killInPhases(house, { home: await home(house), kills: phaseKills, random })))
    }
    if (kills === 0) return inPhases
    tell(`kill -9 of the app, ${kills} times (seed ${seed})`)
    const app = await kill('app', { house, witnesses, kills, random })
    tell(`kill -9 of the database, ${kills} times`)
    const database = await kill('database', { house, witnesses, kills, random })
    return [...inPhases, ...app, ...database]
  } finally {
    await house.stop()
  }
}

const TYPISTS = 3

function bareWitnesses(random: Random, homeIn: InHouse<Home>): Witness[] {
  return [draftWitness({ typists: TYPISTS, random, homeIn })]
}

/** What is added here is killed with the rest. */
function appWitnesses(random: Random, home: InHouse<Home>): Witness[] {
  const room = once(async (house) => roomIn(house, (await home(house)).cookie))
  const column = async (house: House, query: string) =>
    (await house.pool.query<{ key: string }>(query)).rows.map(({ key }) => key)
  return [
    draftWitness({ typists: TYPISTS, random, homeIn: home }),
    httpWitness({
      name: 'ideas',
      random,
      act: async (house, name) => post(house, '/api/initiatives', { name }, (await home(house)).cookie),
      stored: (house) => column(house, 'select name as key from initiative'),
    }),
    httpWitness({
      name: 'questions',
      random,
      ready: room,
      async act(house, text) {
        const { meetingId, cookie } = await room(house)
        const asked = { key: uuidOf(text), text, on: null }
        return post(house, `/api/meetings/${meetingId}/questions`, asked, cookie)
      },
      stored: (house) => column(house, 'select text as key from question'),
    }),
    httpWitness({
      name: 'meeting events',
      random,
      ready: room,
      async act(house, name) {
        const { meetingId, cookie } = await room(house)
        const asked = { key: uuidOf(name), minutes: 1 }
        return post(house, `/api/meetings/${meetingId}/reading/extend`, asked, cookie)
      },
      keyOf: (name) => `${uuidOf(name)}:0`,
      stored: (house) => column(house, 'select key from meeting_event'),
    }),
    httpWitness({
      name: 'decisions',
      random,
      ready: room,
      async act(house, because) {
        const { initiativeId, personId: decider, cookie } = await room(house)
        const decision = { outcome: { name: 'revise' }, decider, because }
        return post(house, `/api/initiatives/${initiativeId}/decisions`, decision, cookie)
      },
      stored: (house) => column(house, `select draft->>'because' as key from decision`),
    }),
  ]
}

/** One home for every round, so that its draft grows old: loaded, compacted and killed over and over. */
type InHouse<Made> = (house: House) => Promise<Made>

function once<Made>(make: InHouse<Made>): InHouse<Made> {
  let made: Promise<Made> | undefined
  return (house) => {
    // a house killed while this was being made has none: the next round makes it
    made ??= make(house).catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

export function table(counts: readonly Count[]): string {
  return [
    '| killed | times | what | attempted | acknowledged when killed | lost |',
    '|---|---|---|---|---|---|',
    ...counts.map(
      ({ victim, kills, witness, attempted, acknowledgedAtKill, lost }) =>
        `| ${victim} | ${kills} | ${witness} | ${attempted} | ${acknowledgedAtKill} | ${lost.length} |`,
    ),
  ].join('\n')
}
