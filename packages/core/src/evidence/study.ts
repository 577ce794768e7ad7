import { dayAfter, daysBetween } from '../days.ts'
import { type EvidenceItem, evidenceKinds } from '../initiatives/answers.ts'

/** W7: whether whoever was asked pays today. */
export const standings = ['customer', 'prospect'] as const
export type Standing = (typeof standings)[number]

/** What a study means to do. Days are calendar days, `2027-03-01`. */
export interface StudyPlan {
  /** How many interviews. */
  target: number
  startsOn: string
  windowDays: number
  prospectsCount: boolean
}

/** W7: thirty current customers in six weeks. */
export const defaultPlan = { target: 30, windowDays: 42, prospectsCount: false } satisfies Omit<
  StudyPlan,
  'startsOn'
>
export const KEEP_NOTES_MONTHS = 12

/** The interviews of one day. */
export interface HeldOn {
  day: string
  customers: number
  prospects: number
}

export const lastDay = ({ startsOn, windowDays }: StudyPlan): string => dayAfter(startsOn, windowDays - 1)

const counting = (plan: StudyPlan, { customers, prospects }: HeldOn) =>
  customers + (plan.prospectsCount ? prospects : 0)

/** How many the plan wants held before a day begins: the same number every day, from none to the target. */
export function wantedBefore({ target, startsOn, windowDays }: StudyPlan, day: string): number {
  const passed = Math.min(Math.max(daysBetween(startsOn, day), 0), windowDays)
  return Math.floor((target * passed) / windowDays)
}

export interface Pace {
  /** Interviews that count. */
  counted: number
  /** Held, and not counted: with prospects, in a study of current customers. */
  besides: number
  wanted: number
  state: 'not begun' | 'on pace' | 'behind' | 'reached' | 'over'
}

/** How far it is against its plan. `over`: its window has closed and interviews are missing. */
export function paceOf(plan: StudyPlan, held: readonly HeldOn[], today: string): Pace {
  const all = held.reduce((sum, { customers, prospects }) => sum + customers + prospects, 0)
  const counted = held.reduce((sum, of) => sum + counting(plan, of), 0)
  const wanted = wantedBefore(plan, today)
  const state =
    counted >= plan.target
      ? 'reached'
      : today > lastDay(plan)
        ? 'over'
        : today < plan.startsOn
          ? 'not begun'
          : counted < wanted
            ? 'behind'
            : 'on pace'
  return { counted, besides: all - counted, wanted, state }
}

/** The day on which the target was reached, or null. `held` is in the order of its days. */
export function reachedOn(plan: StudyPlan, held: readonly HeldOn[]): string | null {
  let counted = 0
  for (const of of held) {
    counted += counting(plan, of)
    if (counted >= plan.target) return of.day
  }
  return null
}

/** A point of the picture: how many that count are held when `day` is over, the first day of the study being 0. */
export interface Point {
  day: number
  count: number
}

/** What was held before the study began stands at its beginning. `held` is in the order of its days. */
export function curveOf(plan: StudyPlan, held: readonly HeldOn[]): Point[] {
  const points: Point[] = [{ day: 0, count: 0 }]
  let count = 0
  for (const of of held) {
    count += counting(plan, of)
    const day = Math.max(daysBetween(plan.startsOn, of.day) + 1, 0)
    if (points.at(-1)?.day === day) points.pop()
    points.push({ day, count })
  }
  return points
}

/** Of a hundred interviews, how many were with current customers; null before the first. */
export function customerShare(held: readonly HeldOn[]): number | null {
  const customers = held.reduce((sum, of) => sum + of.customers, 0)
  const all = held.reduce((sum, of) => sum + of.customers + of.prospects, 0)
  return all === 0 ? null : Math.round((100 * customers) / all)
}

/** The kinds of evidence that an idea has none of, of those it has. Nobody owes an anecdote. */
export const missingKinds = (has: readonly EvidenceItem['kind'][]): EvidenceItem['kind'][] =>
  evidenceKinds.filter((kind) => kind !== 'anecdote' && !has.includes(kind))

export interface Week {
  /** The first is 1. */
  week: number
  from: string
  to: string
  /** `now`: it is this week, and nothing is said yet. `owed`: it is over, and nothing was said. */
  state: 'said' | 'now' | 'owed'
}

/** How many weeks of a study have begun; none after its window. */
export function weeksBegun(plan: StudyPlan, today: string): number {
  const days = Math.min(daysBetween(plan.startsOn, today) + 1, plan.windowDays)
  return Math.max(Math.ceil(days / 7), 0)
}

/**
 * The weeks in which what we believe is to be said, the latest first. When the target is reached the week of that is the
 * last one owed; a later one of which something was said is listed all the same.
 */
export function weeksOf(
  plan: StudyPlan,
  { held, said, today }: { held: readonly HeldOn[]; said: readonly number[]; today: string },
): Week[] {
  const reached = reachedOn(plan, held)
  const lastOwed = reached === null ? Number.POSITIVE_INFINITY : Math.max(weeksBegun(plan, reached), 1)
  const weeks: Week[] = []
  for (let week = 1; week <= Math.max(weeksBegun(plan, today), ...said); week++) {
    const from = dayAfter(plan.startsOn, (week - 1) * 7)
    const to = dayAfter(from, 6)
    if (said.includes(week)) weeks.unshift({ week, from, to, state: 'said' })
    else if (week <= lastOwed) weeks.unshift({ week, from, to, state: to < today ? 'owed' : 'now' })
  }
  return weeks
}

/** The last day on which raw notes of an interview are kept, when nobody says another: the same day a year later. */
export function keepNotesUntil(heldOn: string): string {
  const [year = 0, month = 1, date = 1] = heldOn.split('-').map(Number)
  const months = year * 12 + month - 1 + KEEP_NOTES_MONTHS
  // of a month that is shorter, its last day
  const lastOfMonth = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${two(Math.min(date, lastOfMonth))}`
}
