import * as z from 'zod'
import { decisionId, editionId, initiativeId, meetingId, personId } from '../ids.ts'
import { line, prose } from '../text.ts'
import { day, moment } from '../time.ts'
import { outcome } from './outcome.ts'

/** One-way doors are walked through slowly, two-way doors quickly. */
export const doors = ['one-way', 'two-way'] as const
export type Door = (typeof doors)[number]

/** Dissent by name: what is held against it, what would change their mind, and whether they commit all the same. */
export const dissent = z.object({
  personId,
  because: prose('The dissent', 4000).default(''),
  whatWouldChangeMyMind: prose('What would change your mind', 4000).default(''),
  commits: z.boolean(),
})
export type Dissent = z.infer<typeof dissent>

/** What a person fills in. D2: outcome, decider and because are required; the outcome asks for the rest. */
export const decisionDraft = z.object({
  outcome,
  decider: personId,
  because: line('The because', 4000),
  door: z.enum(doors).nullable().default(null),
  rationale: prose('The rationale').default(''),
  conditions: z.array(line('The condition', 500)).max(50, 'name at most 50 conditions').default([]),
  dissent: z.array(dissent).max(500).default([]),
  reviewOn: day.nullable().default(null),
})
export type DecisionDraft = z.infer<typeof decisionDraft>

/** A decision as recorded. It is never edited, only superseded by a later one. */
export const decision = decisionDraft.extend({
  id: decisionId,
  /** Counts from 1 in the workspace, so that people can say "decision 14". */
  number: z.int().min(1),
  initiativeId,
  /** Null for one taken outside a meeting. */
  meetingId: meetingId.nullable(),
  /** The edition it was taken on, with the hash of its bytes, if there was one. */
  edition: z.object({ id: editionId, number: z.int().min(1), hash: z.string() }).nullable(),
  supersedes: decisionId.nullable(),
  supersededBy: decisionId.nullable(),
  recordedBy: personId,
  recordedAt: moment,
})
export type Decision = z.infer<typeof decision>
