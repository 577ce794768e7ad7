import { later } from '../../later.tsx'

/** Seldom needed, and then at once: the line to the facilitator is lost. */
export const Facilitation = later(() => import('./Facilitation.tsx').then((m) => m.Facilitation))
