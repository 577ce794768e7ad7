import { draftWitness } from './draft-witness.ts'
import { bareServer, type House, openHouse } from './house.ts'
import { type Count, kill } from './kills.ts'
import { seededRandom } from './random.ts'
import type { Witness } from './witness.ts'

export type TortureOptions = { kills: number; seed: number; tell: (line: string) => void }

/** Kills the app, then its database, `kills` times each, and counts what was acknowledged and what was lost (A1). */
export async function torture({ kills, seed, tell }: TortureOptions): Promise<Count[]> {
  const random = seededRandom(seed)
  const house = await openHouse({ command: [bareServer] })
  const witnesses: Witness[] = [
    draftWitness({ typists: 3, random, openDraftIn: oneDraft() }),
    // questions, meeting events and decisions stand here as they come to be written over HTTP
  ]
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

/** The same draft for every round, so that it grows old: loaded, compacted and killed over and over. */
function oneDraft(): (house: House) => Promise<string> {
  let made: Promise<string> | undefined
  return (house) => {
    made ??= fetch(`${house.origin}/drafts`, { method: 'POST' }).then((answer) => answer.text())
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
