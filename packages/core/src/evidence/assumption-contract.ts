import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { assumptionChangeId, assumptionId, initiativeId } from '../ids.ts'
import { sides } from '../initiatives/claims.ts'
import { entryId, evidenceItem } from '../initiatives/shapes.ts'
import { byline } from '../people/person.ts'
import { pick } from '../refusals.ts'
import { line } from '../text.ts'
import { moment } from '../time.ts'
import { assumptionStates } from './assumptions.ts'
import { evidenceRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['evidence']
const state = z.enum(assumptionStates)
export const assumptionStatement = line('What is assumed', 500)

const change = z.object({
  id: assumptionChangeId,
  state,
  statement: z.string(),
  /** Empty in the first, which is how it was written down. */
  because: z.string(),
  by: byline,
  at: moment,
  /** It only took the one before it back. */
  takesBack: z.boolean(),
})

/** A piece of evidence, and which way it speaks. */
export const weighedPiece = evidenceItem
  .pick({ id: true, statement: true, kind: true, provenance: true, source: true, date: true })
  .extend({ side: z.enum(sides) })
export type WeighedPiece = z.infer<typeof weighedPiece>

const assumption = z.object({
  id: assumptionId,
  /** As its history ends. */
  statement: z.string(),
  state,
  /** The earliest first; never empty. */
  history: z.array(change).min(1),
  evidence: z.array(weighedPiece),
  /** The idea is parked until its state changes (D4). */
  waitedFor: z.boolean(),
  /** Names its place in the list: give the last one's as `before` for the next page. */
  seq: z.int(),
})
export type AssumptionEntry = z.infer<typeof assumption>

const path = '/initiatives/{initiativeId}/assumptions'
const one = `${path}/{assumptionId}` as const

/** W8. */
export const assumptionOperations = {
  assumptions: base
    .route({ method: 'GET', path, tags, summary: 'What an idea assumes, latest first' })
    .input(
      z.object({
        initiativeId,
        state: state.optional(),
        before: z.coerce.number().int().min(1).optional(),
        most: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ assumptions: z.array(assumption), more: z.boolean() })),
  addAssumption: base
    .route({
      method: 'POST',
      path,
      tags,
      summary: 'Write an assumption down',
      description: 'The same id again writes it once: a try whose answer was lost may be repeated.',
    })
    .input(z.object({ initiativeId, assumptionId, statement: assumptionStatement })),
  setAssumption: base
    .route({
      method: 'POST',
      path: `${one}/changes`,
      tags,
      summary: 'Say what became of an assumption, and why',
      description:
        '`changed` asks for the `statement` that is assumed now. What rests on a refuted or changed one is stale from here on, and an idea parked until it changes comes back.',
    })
    .input(
      z.object({
        initiativeId,
        assumptionId,
        /** Made by whoever says it: the same again is said once. */
        changeId: assumptionChangeId,
        state,
        because: line('The reason', 1000),
        statement: assumptionStatement.optional(),
      }),
    )
    .errors(pick(evidenceRefusals, 'assumption-stands-so', 'assumption-not-reworded')),
  takeBackAssumption: base
    .route({
      method: 'DELETE',
      path: `${one}/changes/{changeId}`,
      tags,
      summary: 'Take the last change back: it stands as before, and both stay in its history',
    })
    .input(z.object({ initiativeId, assumptionId, changeId: assumptionChangeId }))
    .errors(pick(evidenceRefusals, 'assumption-moved-on')),
  dropAssumption: base
    .route({
      method: 'PUT',
      path: `${one}/dropped`,
      tags,
      summary: 'Remove one of which nothing is known yet, or put it back',
    })
    .input(z.object({ initiativeId, assumptionId, dropped: z.boolean() }))
    .errors(pick(evidenceRefusals, 'assumption-was-judged', 'idea-waits-for-it')),
  weighAssumption: base
    .route({
      method: 'PUT',
      path: `${one}/evidence/{evidenceId}`,
      tags,
      summary: 'Say whether a piece of evidence speaks for it, against it, or (null) of something else',
    })
    .input(z.object({ initiativeId, assumptionId, evidenceId: entryId, side: z.enum(sides).nullable() }))
    .errors(pick(evidenceRefusals, 'evidence-is-gone')),
}
