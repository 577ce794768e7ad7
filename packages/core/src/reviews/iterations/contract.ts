import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../../common-refusals.ts'
import { assumptionStatement } from '../../evidence/assumption-contract.ts'
import { assumptionStates } from '../../evidence/assumptions.ts'
import { evidenceRefusals } from '../../evidence/refusals.ts'
import {
  assumptionChangeId,
  assumptionId,
  editionId,
  initiativeId,
  iterationId,
  narrativeId,
  questionId,
} from '../../ids.ts'
import { kindRefusals } from '../../narratives/kind-refusals.ts'
import { narrativeRefusals } from '../../narratives/refusals.ts'
import { pick } from '../../refusals.ts'
import { line } from '../../text.ts'
import { iteration } from './iteration.ts'
import { iterationRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['iterations']
const path = '/initiatives/{initiativeId}/iterations'
const one = `${path}/{iterationId}` as const

/** What its document begins as. The one it comes from stays as it is. */
const from = z.discriminatedUnion('as', [
  z.object({ as: z.literal('template'), kind: z.string(), parent: narrativeId.nullable().default(null) }),
  z.object({
    as: z.literal('draft'),
    narrativeId,
    /** What becomes of open suggestions in the copy; the draft keeps them open. */
    suggestions: z.enum(['accept', 'reject']).optional(),
  }),
  z.object({ as: z.literal('edition'), editionId }),
])

const tests = z.discriminatedUnion('what', [
  z.object({ what: z.literal('question'), questionId }),
  z.object({ what: z.literal('assumption'), assumptionId }),
])

/** N7. */
export const iterationsContract = {
  list: base
    .route({
      method: 'GET',
      path,
      tags,
      summary: 'The iterations of an idea, latest first, and the objectives that its open questions propose',
    })
    .input(z.object({ initiativeId }))
    .output(
      z.object({
        iterations: z.array(iteration),
        /** Of open questions on record, latest first, which no iteration is about to answer. */
        proposed: z.array(z.object({ questionId, asks: z.string(), objective: z.string() })),
      }),
    ),
  start: base
    .route({
      method: 'POST',
      path,
      tags,
      summary: 'Start an iteration, in a document of its own',
      description:
        'Says before it starts what it is for. Its document is a new one of the same idea; the one it comes from, its editions and what was decided on them stay as they are. The same id again starts it once.',
    })
    .input(
      z.object({
        initiativeId,
        iterationId,
        objective: line('The objective', 500),
        /** Null only while the idea assumes nothing. */
        tests: tests.nullable(),
        expects: line('The learning expected', 1000),
        from,
      }),
    )
    .output(iteration)
    .errors({
      ...pick(
        iterationRefusals,
        'name-what-it-tests',
        'no-such-assumption',
        'no-such-question',
        'no-such-parent',
      ),
      ...pick(kindRefusals, 'no-such-kind'),
      'suggestions-in-copy': {
        ...narrativeRefusals['suggestions-in-copy'],
        data: z.object({ count: z.int() }),
      },
    }),
  end: base
    .route({
      method: 'POST',
      path: `${one}/end`,
      tags,
      summary: 'End an iteration with what was learnt, and what that makes of the assumption it tested',
    })
    .input(
      z.object({
        initiativeId,
        iterationId,
        learnt: line('What was learnt', 1000),
        /** Left out: the assumption stays as it stands. `changed` asks for its new statement. */
        assumption: z
          .object({
            /** Made by whoever says it: the same again is said once. */
            changeId: assumptionChangeId,
            state: z.enum(assumptionStates),
            statement: assumptionStatement.optional(),
          })
          .optional(),
      }),
    )
    .errors({
      ...pick(iterationRefusals, 'iteration-is-over', 'tests-no-assumption'),
      ...pick(evidenceRefusals, 'assumption-stands-so', 'assumption-not-reworded'),
    }),
  drop: base
    .route({ method: 'POST', path: `${one}/drop`, tags, summary: 'Drop an iteration, and say why' })
    .input(z.object({ initiativeId, iterationId, because: line('The reason', 1000) }))
    .errors(pick(iterationRefusals, 'iteration-is-over')),
  reopen: base
    .route({
      method: 'POST',
      path: `${one}/reopen`,
      tags,
      summary: 'Take back that it ended or was dropped, and what that made of its assumption',
    })
    .input(z.object({ initiativeId, iterationId }))
    .errors({
      ...pick(iterationRefusals, 'iteration-is-running'),
      ...pick(evidenceRefusals, 'assumption-moved-on'),
    }),
}
