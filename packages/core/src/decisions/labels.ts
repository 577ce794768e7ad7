import type { Door } from './decision.ts'
import type { Outcome } from './outcome.ts'

/** What people choose from, as the verb after "decided to". */
export const outcomeLabels = {
  fund: 'Fund',
  revise: 'Revise and resubmit',
  investigate: 'Investigate',
  park: 'Park',
  'set-aside': 'Set aside',
  merge: 'Merge',
} satisfies Record<Outcome['name'], string>

export const doorLabels = {
  'one-way': 'One-way door',
  'two-way': 'Two-way door',
} satisfies Record<Door, string>
