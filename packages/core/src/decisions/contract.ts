import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { assumptionId, decisionId, editionId, initiativeId } from '../ids.ts'
import { byline } from '../people/person.ts'
import { pick } from '../refusals.ts'
import { moment } from '../time.ts'
import { decision, decisionDraft } from './decision.ts'
import { outcome } from './outcome.ts'
import { decisionRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['decisions']

/** A decision with the names a reader needs, and its sentence. */
export const decisionRecord = decision.extend({
  title: z.string(),
  sentence: z.array(z.object({ text: z.string(), strong: z.boolean() })),
  /** Everybody the record names: decider, recorder, owner, dissenters. */
  people: z.array(byline),
})
export type DecisionRecord = z.infer<typeof decisionRecord>

const outcomeNames = outcome.options.map((option) => option.shape.name.value)

/** A line of the list of decisions. */
export const decisionLine = z.object({
  id: decisionId,
  number: z.int(),
  initiativeId,
  title: z.string(),
  outcome: z.enum(outcomeNames),
  spoken: z.string(),
  decider: byline,
  recordedAt: moment,
  superseded: z.boolean(),
})
export type DecisionLine = z.infer<typeof decisionLine>

const resting = z.object({
  assumptionId,
  /** The latest first. */
  editions: z.array(z.object({ id: editionId, number: z.int(), title: z.string() })),
  decisions: z.array(z.object({ id: decisionId, number: z.int(), outcome: z.enum(outcomeNames) })),
})

export const decisionsContract = {
  /** Taken outside a meeting; in a room it is `meetings.decide`, which also moves the meeting. */
  record: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/decisions',
      tags,
      summary: 'Record a decision',
    })
    .input(
      decisionDraft.extend({
        initiativeId,
        editionId: editionId.nullable().default(null),
        supersedes: decisionId.nullable().default(null),
      }),
    )
    .output(decisionRecord)
    .errors(
      pick(
        decisionRefusals,
        'day-has-passed',
        'merged-into-itself',
        'dissents-twice',
        'already-superseded',
        'another-initiative',
        'no-such-assumption',
      ),
    ),
  get: base
    .route({ method: 'GET', path: '/decisions/{decisionId}', tags, summary: 'One decision' })
    .input(z.object({ decisionId }))
    .output(decisionRecord),
  list: base
    .route({ method: 'GET', path: '/decisions', tags, summary: 'Every decision you may read, latest first' })
    .input(
      z.object({
        initiativeId: initiativeId.optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        /** The `recordedAt` of the last line you have. */
        before: moment.optional(),
      }),
    )
    .output(z.array(decisionLine)),
  /** W8. A decision that was superseded rests on nothing any more. */
  restingOn: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/assumptions/resting',
      tags,
      summary: 'The editions and decisions that rest on assumptions of the idea that fell since',
    })
    .input(z.object({ initiativeId }))
    .output(z.array(resting)),
}
