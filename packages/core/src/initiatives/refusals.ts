import * as z from 'zod'
import { defineRefusals } from '../refusals.ts'
import { answers } from './shapes.ts'

export const initiativeRefusals = defineRefusals({
  'answered-meanwhile': {
    status: 409,
    message: 'Somebody changed this field while you were typing. Compare the two, then save the one to keep.',
    /** The answer as it stands, so that both can be shown. */
    data: z.object({
      version: z.int(),
      answer: z.union([
        answers.shape.customer,
        answers.shape.problem,
        answers.shape.benefit,
        answers.shape.evidence,
        answers.shape.experience,
      ]),
    }),
  },
  'too-many-entries': {
    status: 422,
    message: 'The list is full: 60 pieces of evidence, 30 pictures. Remove one before adding another.',
  },
  'nothing-to-mark': {
    status: 409,
    message: 'Only a thin answer can be marked as ready: this one is either not answered or not thin.',
  },
  'stage-not-open': {
    status: 409,
    message: 'The idea cannot go there from the stage it is in. Reload to see where it stands.',
  },
  'only-the-owner': { status: 403, message: 'Only the owner of the idea can do this.' },
  'needs-a-decision': {
    status: 409,
    message: 'Others have given this idea a meeting, so this is a decision: record one.',
  },
  'reason-missing': { status: 422, message: 'Setting aside needs a reason: choose the one that fits best.' },
  'unknown-person': {
    status: 422,
    message: 'A person named here is not in this company. Choose somebody else.',
  },
  'unknown-group': { status: 422, message: 'There is no such group here, or it is closed. Choose another.' },
})
