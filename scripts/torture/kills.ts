import { setTimeout as delay } from 'node:timers/promises'
import type { House } from './house.ts'
import type { Random } from './random.ts'
import type { Witness } from './witness.ts'

export type Victim = 'app' | 'database'

/** One row of the table that the run prints. */
export type Count = {
  victim: Victim
  witness: string
  kills: number
  attempted: number
  /** Acknowledged at the moment of a kill, all kills together. */
  acknowledgedAtKill: number
  lost: string[]
}

const POLL_MS = 5
/** On a busy machine nothing may have been acknowledged yet, and killing then would show nothing. */
const PATIENCE_MS = 5_000
const SHORTEST_MS = 50
const LONGEST_MS = 1_200

/**
 * Kills one process `kills` times at random moments, `kill -9`, while every witness is at work. After each kill all
 * that had been acknowledged must be in the database; after the restart those who were at work go on, and in the end
 * all that they attempted must be there too, acknowledged or not.
 */
export async function kill(
  victim: Victim,
  {
    house,
    witnesses,
    kills,
    random,
  }: { house: House; witnesses: readonly Witness[]; kills: number; random: Random },
): Promise<Count[]> {
  const counts = witnesses.map(
    ({ name }): Count => ({ victim, witness: name, kills, attempted: 0, acknowledgedAtKill: 0, lost: [] }),
  )
  for (let round = 0; round < kills; round++) {
    const testimonies = await Promise.all(witnesses.map((witness) => witness.begin(house)))
    await delay(SHORTEST_MS + random.integer(LONGEST_MS - SHORTEST_MS))
    await somethingToldToAll(testimonies)
    await (victim === 'app' ? house.killApp() : house.killDatabase())
    const atKill = testimonies.map((testimony) => testimony.count().acknowledged)
    if (victim === 'database') await house.databaseAnswers()
    const lost = await Promise.all(testimonies.map((testimony) => testimony.missing()))
    // those at work go on through an outage of some length
    await delay(random.integer(300))
    if (victim === 'app') await house.start()
    await house.healthy()
    await Promise.all(testimonies.map((testimony) => testimony.finish()))
    const lostInTheEnd = await Promise.all(testimonies.map((testimony) => testimony.missing()))
    for (const [index, count] of counts.entries()) {
      count.attempted += testimonies[index]?.count().attempted ?? 0
      count.acknowledgedAtKill += atKill[index] ?? 0
      count.lost.push(...(lost[index] ?? []), ...(lostInTheEnd[index] ?? []))
    }
    await Promise.all(testimonies.map((testimony) => testimony.abandon()))
  }
  return counts
}

async function somethingToldToAll(testimonies: readonly { count(): { acknowledged: number } }[]) {
  const isTold = () => testimonies.every((testimony) => testimony.count().acknowledged > 0)
  for (const end = performance.now() + PATIENCE_MS; !isTold() && performance.now() < end; )
    await delay(POLL_MS)
}
