import { later } from '../../later.tsx'

/** Its menu comes after the question: it is the facilitator's alone. */
export const CallOn = later(() => import('./CallOn.tsx').then((m) => m.CallOn))
