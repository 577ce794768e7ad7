export type Random = {
  /** From 0 to just under `below`. */
  integer(below: number): number
}

/** The same numbers for the same seed (mulberry32), so that a failing run can be had again. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return {
    integer(below) {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
    },
  }
}
