import type { InitiativeId } from '../ids.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { DecisionDraft } from './decision.ts'
import type { DecisionRefusal } from './refusals.ts'

/** Where a decision is taken. `today` is the calendar day, `2027-03-01`. */
export interface Occasion {
  initiativeId: InitiativeId
  today: string
  /** Null when nothing is being superseded. */
  superseding: { initiativeId: InitiativeId; supersededBy: string | null } | null
}

/**
 * D1, D2: whether this can be recorded as it stands. What a schema can see (a missing because, an investigation
 * without an owner) has been refused before.
 *
 * | draft | on | gives |
 * |---|---|---|
 * | park until 2027-02-28 | 2027-03-01 | `day-has-passed` |
 * | merge into itself | | `merged-into-itself` |
 * | one person dissenting twice | | `dissents-twice` |
 * | supersedes what was superseded before | | `already-superseded` |
 */
export function mayRecord(
  draft: DecisionDraft,
  { initiativeId, today, superseding }: Occasion,
): Result<DecisionDraft, DecisionRefusal> {
  const { outcome } = draft
  if (outcome.name === 'merge' && outcome.into === initiativeId) return refuse('merged-into-itself')
  if (days(draft).some((day) => day < today)) return refuse('day-has-passed')
  const dissenters = draft.dissent.map(({ personId }) => personId)
  if (new Set(dissenters).size < dissenters.length) return refuse('dissents-twice')
  if (superseding?.initiativeId !== undefined && superseding.initiativeId !== initiativeId)
    return refuse('another-initiative')
  if (superseding?.supersededBy) return refuse('already-superseded')
  return ok(draft)
}

// ISO days compare as text
function days({ outcome, reviewOn }: DecisionDraft): string[] {
  const named = reviewOn ? [reviewOn] : []
  if (outcome.name === 'investigate') return [...named, outcome.due]
  if (outcome.name === 'park' && outcome.until.on === 'day') return [...named, outcome.until.day]
  return named
}
