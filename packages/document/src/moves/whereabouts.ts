import * as Y from 'yjs'
import { GONE_AFTER, GONE_FIRST_IN, type Id, type Moved, type Run, STANDS } from './record.ts'

/** Where an id that was left behind stands now; of what is gone, what it stood after, or was the first in. */
export type Now =
  | { kind: 'stands'; id: Y.ID }
  | { kind: 'gone-after'; id: Y.ID }
  | { kind: 'gone-first-in'; id: Y.ID }

interface Known {
  run: Run
  of: Id
}

/** Some ids in a row of which all have moved, or none. */
export interface Stretch {
  from: number
  to: number
  known: Known | undefined
}

/** How much may still be looked up. Moves that people make need a small part of it; what a browser writes may never end. */
export interface Effort {
  left: number
}

export const MOST_EFFORT = 2_000_000

/** Every move that is known, to look up ids in. A move of what was moved before is followed to its end. */
export class Whereabouts {
  /** Of each client in the order of its ids, none of which is in two. */
  readonly #sorted = new Map<number, Known[]>()
  /** What is sorted when it is first asked for. */
  readonly #added = new Map<number, Known[]>()
  readonly effort: Effort

  constructor(effort: Effort = { left: MOST_EFFORT }) {
    this.effort = effort
  }

  add({ of, runs }: Moved): void {
    this.effort.left -= runs.length
    for (const run of runs) {
      const ofClient = this.#added.get(run[0])
      if (ofClient) ofClient.push({ run, of })
      else this.#added.set(run[0], [{ run, of }])
    }
  }

  /** The run that an id is in: of two moves of the same thing, that which was known first. */
  runOf(client: number, clock: number): Known | undefined {
    this.effort.left -= 1
    if (this.effort.left < 0) return undefined
    const sorted = this.#runsOf(client)
    const found = sorted[firstEndingAfter(sorted, clock)]
    return found && found.run[1] <= clock ? found : undefined
  }

  /** As `runOf`, within what was moved: beside the moved element itself is where it was, and nothing there moved. */
  within({ client, clock }: Y.ID): Known | undefined {
    const known = this.runOf(client, clock)
    return known && known.of[0] === client && known.of[1] === clock ? undefined : known
  }

  /** These ids in turn: each stretch is of one move, or of none. */
  stretches(client: number, from: number, to: number): Stretch[] {
    const found = stretchesIn(this.#runsOf(client), from, to)
    this.effort.left -= found.length
    return found
  }

  #runsOf(client: number): Known[] {
    const sorted = this.#sorted.get(client) ?? []
    const added = this.#added.get(client)
    if (!added) return sorted
    this.#added.delete(client)
    this.#sorted.set(client, sorted)
    for (const each of added) if (this.effort.left > 0) this.effort.left -= sortIn(sorted, each)
    return sorted
  }

  /** Undefined for what was never moved, and for what leads nowhere. */
  now({ client, clock }: Y.ID): Now | undefined {
    let at: Now = { kind: 'stands', id: Y.createID(client, clock) }
    const seen = new Set<Run>()
    for (;;) {
      const known = this.runOf(at.id.client, at.id.clock)
      if (!known) return seen.size === 0 ? undefined : at
      // a circle is no move that anybody made
      if (seen.has(known.run)) return undefined
      seen.add(known.run)
      const next = nowOf(known.run, at.id.clock)
      if (at.kind === 'stands') at = next
      // what it was in is gone as well
      else if (at.kind === 'gone-first-in' && next.kind !== 'stands') return undefined
      else at = { kind: next.kind === 'stands' ? at.kind : next.kind, id: next.id }
    }
  }
}

const kinds = {
  [STANDS]: 'stands',
  [GONE_AFTER]: 'gone-after',
  [GONE_FIRST_IN]: 'gone-first-in',
} as const satisfies Record<Run[5], Now['kind']>

function nowOf([, first, , client, clock, became]: Run, unit: number): Now {
  return { kind: kinds[became], id: Y.createID(client, became === STANDS ? clock + unit - first : clock) }
}

/** The first that ends after this unit. */
function firstEndingAfter(sorted: readonly Known[], unit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const run = sorted[middle]?.run
    if (run && run[1] + run[2] <= unit) low = middle + 1
    else high = middle
  }
  return low
}

function stretchesIn(sorted: readonly Known[], from: number, to: number): Stretch[] {
  const found: Stretch[] = []
  let unit = from
  for (let at = firstEndingAfter(sorted, from); unit < to; at++) {
    const known = sorted[at]
    const begins = known ? Math.min(Math.max(known.run[1], unit), to) : to
    if (unit < begins) found.push({ from: unit, to: begins, known: undefined })
    const ends = known ? Math.min(known.run[1] + known.run[2], to) : to
    if (begins < ends) found.push({ from: begins, to: ends, known })
    unit = ends
  }
  return found
}

/** Only what is known of none that was there before. Gives how many were looked at. */
function sortIn(sorted: Known[], { run, of }: Known): number {
  const [client, first, length, nowClient, nowClock, became] = run
  const stretches = stretchesIn(sorted, first, first + length)
  const whole = stretches.map(({ from, to, known }): Known => {
    const now = became === STANDS ? nowClock + from - first : nowClock
    return known ?? { of, run: [client, from, to - from, nowClient, now, became] }
  })
  const there = stretches.filter(({ known }) => known).length
  if (there < stretches.length) sorted.splice(firstEndingAfter(sorted, first), there, ...whole)
  return stretches.length
}
