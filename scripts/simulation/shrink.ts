import { play } from './play.ts'
import type { Script } from './script.ts'

/** The shortest script found that breaks the same rule: without each of its intents, and with fewer people, it does not. */
export function shrink(script: Script): Script {
  const { broke } = play(script)
  const stillBreaks = (tried: Script) => play(tried).broke === broke
  let shortest = script
  for (
    let size = Math.ceil(script.intents.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let from = 0; from < shortest.intents.length; ) {
      const intents = shortest.intents.toSpliced(from, size)
      if (stillBreaks({ ...shortest, intents })) shortest = { ...shortest, intents }
      else from += size
    }
  while (shortest.people.length > 5) {
    const people = shortest.people.slice(0, -1)
    const tried = { ...shortest, people, intents: shortest.intents.filter(({ who }) => who < people.length) }
    if (!stillBreaks(tried)) break
    shortest = tried
  }
  return shortest
}
