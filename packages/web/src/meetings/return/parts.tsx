import { later } from '../../later.tsx'
import { Loading } from '../../ui/Empty.tsx'

/* For those who have met before. Whoever meets for the first time fetches none of it. */

/** It brings the pages along that stand below it, so that nothing moves when it comes. */
export const ReturningSheet = later(
  () => import('./ReturningSheet.tsx').then((m) => m.ReturningSheet),
  <Loading />,
)
