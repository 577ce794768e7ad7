import * as z from 'zod'

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
export const openAssumption = z.object({ part: z.string(), at: place, text: z.string() })
export type OpenAssumption = z.infer<typeof openAssumption>

export const draftChecks = z.object({
  /** Those that nobody dismissed, must-fix first, in the order in which they are shown. */
  findings: z.array(draftFinding),
  assumptions: z.array(openAssumption),
  /** How many are shown at once beside the draft. */
  shownAtOnce: z.int(),
})
export type DraftChecks = z.infer<typeof draftChecks>
