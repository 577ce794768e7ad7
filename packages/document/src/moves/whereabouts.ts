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

/** Every move that is known, to look up ids in. A move of what was moved before is followed to its end. */
export class Whereabouts {
  readonly #runs = new Map<number, Known[]>()

  add({ of, runs }: Moved): void {
    for (const run of runs) {
      const ofClient = this.#runs.get(run[0])
      if (ofClient) ofClient.push({ run, of })
      else this.#runs.set(run[0], [{ run, of }])
    }
  }

  /** The run that an id is in: of two moves of the same thing, that which was known first. */
  runOf(client: number, clock: number): Known | undefined {
    return this.#runs.get(client)?.find(({ run }) => run[1] <= clock && clock < run[1] + run[2])
  }

  /** As `runOf`, within what was moved: beside the moved element itself is where it was, and nothing there moved. */
  within({ client, clock }: Y.ID): Known | undefined {
    const known = this.runOf(client, clock)
    return known && known.of[0] === client && known.of[1] === clock ? undefined : known
  }

  runsOf(client: number): readonly Known[] {
    return this.#runs.get(client) ?? []
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
