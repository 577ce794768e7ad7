import type { PersonId } from '@foreword/core/ids'
import { idOfNothing } from '@foreword/core/ids-of-nothing'
import type { Role } from '@foreword/core/meetings/plan'
import type { Byline } from '@foreword/core/people/person'

export interface Simulated extends Byline {
  roles: Role[]
  /** Orders the speakers (P2). */
  band: number
}

const nobody = (number: number) => idOfNothing(1_000 + number) as PersonId

/** Nobody is taken for a person: each is named by what they do, and as simulated. */
export const cast = {
  customer: {
    id: nobody(1),
    name: 'Simulated reader, a customer',
    roles: ['reader'],
    band: 0,
  },
  support: {
    id: nobody(2),
    name: 'Simulated reader, support',
    roles: ['note-taker', 'deputy', 'reader'],
    band: 1,
  },
  engineering: { id: nobody(3), name: 'Simulated reader, engineering', roles: ['reader'], band: 2 },
  legal: { id: nobody(4), name: 'Simulated reader, legal', roles: ['reader'], band: 3 },
  finance: { id: nobody(5), name: 'Simulated reader, finance', roles: ['reader'], band: 4 },
  author: { id: nobody(6), name: 'Simulated author', roles: ['author', 'reader'], band: 5 },
} satisfies Record<string, Simulated>
export type Part = keyof typeof cast

export const everybody: readonly Simulated[] = Object.values(cast)
