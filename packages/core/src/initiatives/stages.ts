import { ok, type Result, refuse } from '../result.ts'

/** An idea's whole life (W1), in the order in which it is lived. */
export const stages = [
  'idea',
  'questions',
  'drafting',
  'feedback',
  'review',
  'decided',
  'funded',
  'revise',
  'investigate',
  'parked',
  'set-aside',
  'merged',
  'in-execution',
  'launched',
  'verified',
  'closed',
] as const
export type Stage = (typeof stages)[number]

/** What people read for a stage. */
export const stageLabels = {
  idea: 'Idea',
  questions: 'Five questions',
  drafting: 'Drafting',
  feedback: 'Feedback',
  review: 'In review',
  decided: 'Decided',
  funded: 'Funded',
  revise: 'Revise and resubmit',
  investigate: 'Investigate further',
  parked: 'Parked',
  'set-aside': 'Set aside',
  merged: 'Merged',
  'in-execution': 'Under way',
  launched: 'Launched',
  verified: 'Verified',
  closed: 'Closed',
} satisfies Record<Stage, string>

/**
 * Who moves an idea on. `author` is anyone who may edit it, the owner included; `work` is a step that follows by
 * itself from what was done (the first answer, a draft begun, a meeting called); `decision` is a recorded decision;
 * `time` is the day until which it was parked, `assumption` news of the one it waited for (D4).
 */
export type Mover = 'owner' | 'author' | 'work' | 'decision' | 'time' | 'assumption'

type Moves = Partial<Record<Stage, readonly Mover[]>>

const toWork = ['author', 'work'] as const
const outcomes: Moves = {
  decided: ['decision'],
  funded: ['decision'],
  revise: ['decision'],
  investigate: ['decision'],
  merged: ['decision'],
}
/** A new iteration: the idea comes back with what was learned, never as if nothing had been decided. */
const reopening: Moves = { ...outcomes, revise: ['owner', 'decision'] }

/** From where, to where, moved by whom. Parking and setting aside are in `mayLeave`: they are open everywhere. */
const moves = {
  idea: { ...outcomes, questions: toWork, drafting: toWork },
  questions: { ...outcomes, drafting: toWork },
  drafting: { ...outcomes, questions: ['author'], feedback: toWork, review: toWork },
  feedback: { ...outcomes, drafting: toWork, review: toWork },
  review: { ...outcomes, drafting: toWork, feedback: toWork },
  decided: outcomes,
  funded: { revise: ['decision'], 'in-execution': ['owner'] },
  revise: { ...outcomes, questions: toWork, drafting: toWork, feedback: toWork, review: toWork },
  investigate: { ...outcomes, questions: toWork, drafting: toWork, feedback: toWork, review: toWork },
  parked: { ...reopening, revise: ['owner', 'decision', 'time', 'assumption'] },
  'set-aside': reopening,
  merged: reopening,
  'in-execution': { revise: ['decision'], launched: ['owner'] },
  launched: { revise: ['decision'], verified: ['owner'] },
  verified: { revise: ['decision'], closed: ['owner'] },
  closed: { revise: ['owner', 'decision'] },
} satisfies Record<Stage, Moves>

/** Where an idea stands. `met`: its first meeting has begun. `before`: the stage from which it was put away. */
export interface Life {
  stage: Stage
  met: boolean
  before: Stage | null
}

export type PutAway = 'parked' | 'set-aside'
export const isPutAway = (stage: Stage): stage is PutAway => stage === 'parked' || stage === 'set-aside'

/**
 * The life after the move, or why it may not be made. Before its first meeting the owner alone may park or set
 * aside, and take that back to the stage it had; afterwards others have given it their time, and it is a decision.
 */
export function move(
  life: Life,
  to: Stage,
  by: Mover,
): Result<Life, 'stage-not-open' | 'needs-a-decision' | 'only-the-owner'> {
  if (to === life.stage) return refuse('stage-not-open')
  if (isPutAway(to)) {
    if (by === 'decision') return ok({ ...life, stage: to, before: null })
    if (by !== 'owner') return refuse('only-the-owner')
    if (life.met) return refuse('needs-a-decision')
    return ok({ ...life, stage: to, before: isPutAway(life.stage) ? life.before : life.stage })
  }
  if (isPutAway(life.stage) && to === life.before) {
    return by === 'owner' ? ok({ ...life, stage: to, before: null }) : refuse('only-the-owner')
  }
  const movers = (moves[life.stage] as Moves)[to] // the literal type forgets that other stages could be asked for
  if (!movers) return refuse('stage-not-open')
  if (movers.includes(by) || (by === 'owner' && movers.includes('author'))) {
    return ok({ ...life, stage: to, before: null })
  }
  return refuse(movers.includes('owner') ? 'only-the-owner' : 'needs-a-decision')
}

/** Every stage to which `by` may move the idea now, in the order of its life. */
export function openMoves(life: Life, by: Mover): Stage[] {
  return stages.filter((stage) => move(life, stage, by).ok)
}

/** Why an idea is set aside: the closed list of D1. Rejecting is normal; the reason is what others learn from. */
export const setAsideReasons = {
  'problem-too-small': 'The problem is too small, or too few people have it',
  'not-wanted': 'Customers told us they would not want it',
  'not-different': 'It is not different enough from what they use today',
  'not-possible-yet': 'It cannot be built yet: something unsolved stands in the way',
  'too-costly': 'It costs or risks more than it could return',
  'not-allowed': 'Law, contract or policy stands against it',
  'better-first': 'Other ideas come first',
} as const
export type SetAsideReason = keyof typeof setAsideReasons
