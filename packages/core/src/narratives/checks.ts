import * as z from 'zod'
import { assumptionStates } from '../evidence/assumptions.ts'
import { assumptionId, narrativeId, restingPassageId } from '../ids.ts'
import { moment } from '../time.ts'

/** A passage of the draft; `from` equal to `to` is a place where words are missing. */
const place = z.object({ blockId: z.string(), from: z.int(), to: z.int() })

/** What to do about a finding: words that can stand in its place, a question to add, or an act of the author's. */
export const repair = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wording'), wording: z.string() }),
  z.object({ kind: z.literal('question'), question: z.string(), part: z.string() }),
  z.object({ kind: z.literal('act'), act: z.string() }),
])

/** N9: what a room would find, where, why it matters and one proposal. Never a score. */
export const draftFinding = z.object({
  /** The same while the same fault stands in the same block, so that it keeps its place beside it. */
  id: z.string(),
  rule: z.string(),
  severity: z.enum(['must-fix', 'consider']),
  part: z.string(),
  at: place,
  quote: z.string(),
  message: z.string(),
  repair,
})
export type DraftFinding = z.infer<typeof draftFinding>

/** W8: text in square brackets. */
export const openAssumption = z.object({
  part: z.string(),
  at: place,
  text: z.string(),
  /** The assumption of the idea that is tracked with it. */
  tracked: z
    .object({ id: assumptionId, passageId: restingPassageId, state: z.enum(assumptionStates) })
    .nullable(),
})
export type OpenAssumption = z.infer<typeof openAssumption>

/** W8: an assumption that fell after something was said or frozen, and how it fell. */
export const fallen = z.object({
  assumptionId,
  /** What it says since then. */
  statement: z.string(),
  state: z.enum(assumptionStates),
  since: moment,
  because: z.string(),
  /** The words that rest on it. */
  quote: z.string(),
})
export type Fallen = z.infer<typeof fallen>

/** W8: a passage that rests on an assumption which was refuted or changed since it was tracked, and still says so. */
export const stalePassage = fallen.extend({ passageId: restingPassageId, part: z.string(), at: place })
export type StalePassage = z.infer<typeof stalePassage>

/** What one draft of an idea assumes. */
export const draftAssumptions = z.object({
  narrativeId,
  title: z.string(),
  assumptions: z.array(openAssumption),
  stale: z.array(stalePassage),
})
export type DraftAssumptions = z.infer<typeof draftAssumptions>

export const draftChecks = z.object({
  /** Those that nobody dismissed, must-fix first, in the order in which they are shown. */
  findings: z.array(draftFinding),
  assumptions: z.array(openAssumption),
  stale: z.array(stalePassage),
  /** How many are shown at once beside the draft. */
  shownAtOnce: z.int(),
})
export type DraftChecks = z.infer<typeof draftChecks>
