import * as z from 'zod'
import { defineRefusals } from '../refusals.ts'

export const evidenceRefusals = defineRefusals({
  'not-a-table-of-evidence': {
    status: 422,
    message: 'Nothing was brought in: the table has rows that are not right. Change them and bring it again.',
    data: z.object({
      problems: z.array(z.object({ row: z.int(), field: z.string(), message: z.string() })),
    }),
  },
  'assumption-stands-so': {
    status: 409,
    message: 'It stands so already. Choose another state, or for a changed one say what you assume now.',
  },
  'assumption-not-reworded': {
    status: 422,
    message:
      'Only a changed assumption says something new: choose “Changed”, or leave its words as they are.',
  },
  'assumption-moved-on': {
    status: 409,
    message: 'Somebody has changed it since, so nothing was taken back. Reload to see how it stands.',
  },
  'assumption-was-judged': {
    status: 409,
    message: 'What became of it is known, and that is kept: set its state instead of removing it.',
  },
  'idea-waits-for-it': {
    status: 409,
    message:
      'The idea is parked until this assumption changes: set its state, or take the idea up again first.',
  },
  'evidence-is-gone': { status: 409, message: 'This piece of evidence was removed. Reload to see the list.' },
})
