import type { AssumptionState } from '@foreword/core/evidence/assumptions'

/** How a state looks: what fell is what one looks for. */
export const stateInk = {
  untested: 'text-ink-2',
  supported: 'text-accent',
  refuted: 'text-red',
  changed: 'text-amber',
} satisfies Record<AssumptionState, string>

const dated = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const datedWithYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** `3 December`; of another year with it. */
export function dayWords(at: string, now = new Date()): string {
  const when = new Date(at)
  return (when.getFullYear() === now.getFullYear() ? dated : datedWithYear).format(when)
}
