import * as z from 'zod'
import { outcome } from '../decisions/outcome.ts'
import { assumptionStates } from '../evidence/assumptions.ts'
import { assumptionChangeId, assumptionId, decisionId, editionId, meetingId, narrativeId } from '../ids.ts'
import { byline } from '../people/person.ts'
import { iteration } from '../reviews/iterations/iteration.ts'
import { moment } from '../time.ts'
import { purposes } from './plan.ts'

/** What is held of an assumption since `at`, and why. */
const belief = z.object({
  changeId: assumptionChangeId,
  assumptionId,
  was: z.string(),
  /** The same words, unless it changed. */
  statement: z.string(),
  state: z.enum(assumptionStates),
  because: z.string(),
  by: byline,
  at: moment,
})
export type Belief = z.infer<typeof belief>

/** What an idea went through. An iteration is there when it started, and again when it was left. */
const step = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('document'),
    at: moment,
    narrativeId,
    title: z.string(),
    kind: z.string(),
    by: byline,
  }),
  z.object({ what: z.literal('started'), at: moment, iteration }),
  z.object({ what: z.literal('left'), at: moment, iteration }),
  z.object({
    what: z.literal('edition'),
    at: moment,
    id: editionId,
    number: z.int(),
    name: z.string().nullable(),
    title: z.string(),
    by: byline,
  }),
  z.object({
    what: z.literal('meeting'),
    at: moment,
    id: meetingId,
    purpose: z.enum(purposes),
    edition: z.int(),
    isOver: z.boolean(),
  }),
  z.object({
    what: z.literal('decision'),
    at: moment,
    id: decisionId,
    number: z.int(),
    outcome: z.enum(outcome.options.map((each) => each.shape.name.value)),
    because: z.string(),
    decider: byline.nullable(),
    isSuperseded: z.boolean(),
  }),
])
export type Step = z.infer<typeof step>

/** `place` counts from 1, the earliest step: give the last one's as `before` for those that came earlier. */
export const lineageStep = z.object({ place: z.int(), step, beliefs: z.array(belief) })
export type LineageStep = z.infer<typeof lineageStep>

export const lineage = z.object({
  /** Latest first. */
  steps: z.array(lineageStep),
  /** What was found out before the first step; empty while earlier steps are left out. */
  before: z.array(belief),
  more: z.boolean(),
})
export type Lineage = z.infer<typeof lineage>
