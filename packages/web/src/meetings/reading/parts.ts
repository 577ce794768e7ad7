/*
 * What a reader does not need to begin: where one writes, and what stands where the pages were. It is fetched as
 * soon as the pages are drawn.
 */
import { later } from '../../later.tsx'

export const Composer = later(() => import('./Composer.tsx').then((m) => m.Composer))
export const Countdown = later(() => import('./Countdown.tsx').then((m) => m.Countdown))
export const FacilitatorBar = later(() => import('./FacilitatorBar.tsx').then((m) => m.FacilitatorBar))
export const Finished = later(() => import('./Finished.tsx').then((m) => m.Finished))
/** Below the last page, where nobody is yet. */
export const Foot = later(() => import('./Foot.tsx').then((m) => m.Foot))
export const FromBelow = later(() => import('./FromBelow.tsx').then((m) => m.FromBelow))
/** Empty until one has written something. */
export const Margin = later(() => import('../../narratives/sheet/Margin.tsx').then((m) => m.Margin))
export const OneQuestion = later(() => import('./OneQuestion.tsx').then((m) => m.OneQuestion))
export const OwnCard = later(() => import('./OwnCard.tsx').then((m) => m.OwnCard))
export const WhyLate = later(() => import('./WhyLate.tsx').then((m) => m.WhyLate))
export const SelectionActs = later(() => import('./SelectionActs.tsx').then((m) => m.SelectionActs))
