import type { AssumptionState } from '@foreword/core/evidence/assumptions'

/** How a state looks: what fell is what one looks for. */
export const stateInk = {
  untested: 'text-ink-2',
  supported: 'text-accent',
  refuted: 'text-red',
  changed: 'text-amber',
} satisfies Record<AssumptionState, string>
