import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { initiativeId } from '../ids.ts'
import { claimQuestions, sides } from '../initiatives/claims.ts'
import { entryId } from '../initiatives/shapes.ts'
import { pick } from '../refusals.ts'
import { weighedPiece } from './assumption-contract.ts'
import { evidenceRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['evidence']
const question = z.enum(claimQuestions)

/** W6: an answer is a claim, which evidence supports or refutes. */
export const answerOperations = {
  answers: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/answers/evidence',
      tags,
      summary: 'What speaks for and against the answers to the five questions',
      description: 'Nothing stands beside the fourth answer: that one is the evidence itself.',
    })
    .input(z.object({ initiativeId }))
    .output(z.record(question, z.array(weighedPiece))),
  weighAnswer: base
    .route({
      method: 'PUT',
      path: '/initiatives/{initiativeId}/answers/{question}/evidence/{evidenceId}',
      tags,
      summary:
        'Say whether a piece of evidence speaks for an answer, against it, or (null) of something else',
    })
    .input(z.object({ initiativeId, question, evidenceId: entryId, side: z.enum(sides).nullable() }))
    .errors(pick(evidenceRefusals, 'evidence-is-gone')),
}
