import { play } from './play.ts'
import { type Script, scriptOf } from './script.ts'
import { shrink } from './shrink.ts'

export interface Simulated {
  runs: number
  broken: { seed: number; rule: string; script: Script }[]
  phases: Set<string>
  kinds: Set<string>
  vanished: Set<string>
  takenOver: Set<string>
}

/** Plays so many meetings from this seed on; of one that breaks a rule, the shortest script that still does. */
export function simulate(options: { from: number; runs: number }): Simulated {
  const { from, runs } = options
  const all: Simulated = {
    runs,
    broken: [],
    phases: new Set(),
    kinds: new Set(),
    vanished: new Set(),
    takenOver: new Set(),
  }
  for (let seed = from; seed < from + runs; seed++) {
    const script = scriptOf(seed)
    const { broke, ...reached } = play(script)
    for (const name of ['phases', 'kinds', 'vanished', 'takenOver'] as const)
      for (const one of reached[name]) all[name].add(one)
    if (broke) all.broken.push({ seed, rule: broke, script: shrink(script) })
  }
  return all
}

/** To be read, and to be kept: a script in `kept/`, with what it found, is played in every `npm test`. */
export function told({ seed, rule, script }: Simulated['broken'][number]): string {
  const { intents, ...rest } = script
  const lines = intents.map((intent) => `    ${JSON.stringify(intent)}`).join(',\n')
  const head = JSON.stringify(rest, null, 2).slice(0, -2)
  return `seed ${seed}: ${rule}\n${head},\n  "intents": [\n${lines}\n  ]\n}`
}
