import { setTimeout as delay } from 'node:timers/promises'
import type { House } from './house.ts'
import type { Random } from './random.ts'
import type { Witness } from './witness.ts'

const PAUSE_MS = 30

/**
 * Something that is done by a request, one after the other: acknowledged when the request was answered well. `act`
 * throws when it was not. `stored` reads, straight from the database, the keys of all that is there.
 */
export function httpWitness(options: {
  name: string
  random: Random
  act: (house: House, key: string) => Promise<unknown>
  stored: (house: House) => Promise<Iterable<string>>
  /** What must stand before the first act; no kill falls into it. */
  ready?: (house: House) => Promise<unknown>
  /** Under which key an act is stored, when it is not its own. */
  keyOf?: (act: string) => string
}): Witness {
  const { name, random, act, stored, keyOf = (act: string) => act, ready } = options
  return {
    name,
    async begin(house) {
      await ready?.(house)
      const acknowledged: string[] = []
      let attempted = 0
      let isActing = true
      const acting = (async () => {
        while (isActing) {
          const key = `${name} ${random.integer(1e9).toString(36)}.${attempted}`
          attempted += 1
          // its server may die under it: then it was not acknowledged, whether it was done or not
          const isDone = await act(house, key).then(
            () => true,
            () => false,
          )
          if (isDone) acknowledged.push(key)
          await delay(random.integer(2 * PAUSE_MS))
        }
      })()
      const stop = () => {
        isActing = false
        return acting
      }
      return {
        count: () => ({ attempted, acknowledged: acknowledged.length }),
        async missing() {
          const before = [...acknowledged]
          const found = new Set(await stored(house))
          return before.filter((key) => !found.has(keyOf(key))).map((key) => `${key} is lost`)
        },
        finish: stop,
        abandon: stop,
      }
    },
  }
}
