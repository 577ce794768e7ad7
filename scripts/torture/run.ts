import { draftWitness } from './draft-witness.ts'
import { appHome, bareHome, type Home, post } from './homes.ts'
import { bareServer, type House, openHouse, theApp } from './house.ts'
import { httpWitness } from './http-witness.ts'
import { type Count, kill } from './kills.ts'
import { type Random, seededRandom } from './random.ts'
import type { Witness } from './witness.ts'

/** `app` is the whole product; `bare` its live part alone. */
export type Subject = 'app' | 'bare'

export type TortureOptions = { subject: Subject; kills: number; seed: number; tell: (line: string) => void }

/** Kills the app, then its database, `kills` times each, and counts what was acknowledged and what was lost (A1). */
export async function torture({ subject, kills, seed, tell }: TortureOptions): Promise<Count[]> {
  const random = seededRandom(seed)
  const house = await openHouse({ command: subject === 'app' ? theApp : [bareServer] })
  const witnesses = subject === 'app' ? appWitnesses(random) : bareWitnesses(random)
  try {
    await house.start()
    tell(`kill -9 of the app, ${kills} times (seed ${seed})`)
    const app = await kill('app', { house, witnesses, kills, random })
    tell(`kill -9 of the database, ${kills} times`)
    const database = await kill('database', { house, witnesses, kills, random })
    return [...app, ...database]
  } finally {
    await house.stop()
  }
}

const TYPISTS = 3

function bareWitnesses(random: Random): Witness[] {
  return [draftWitness({ typists: TYPISTS, random, homeIn: once(bareHome) })]
}

/** What is added here is killed with the rest: questions, meeting events, decisions, as they come. */
function appWitnesses(random: Random): Witness[] {
  const home = once(appHome)
  return [
    draftWitness({ typists: TYPISTS, random, homeIn: home }),
    httpWitness({
      name: 'ideas',
      random,
      act: async (house, name) => post(house, '/api/initiatives', { name }, (await home(house)).cookie),
      stored: async (house) => {
        const { rows } = await house.pool.query<{ name: string }>('select name from initiative')
        return rows.map((row) => row.name)
      },
    }),
  ]
}

/** One home for every round, so that its draft grows old: loaded, compacted and killed over and over. */
function once(make: (house: House) => Promise<Home>): (house: House) => Promise<Home> {
  let made: Promise<Home> | undefined
  return (house) => {
    made ??= make(house)
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
