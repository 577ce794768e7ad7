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
  'evidence-is-gone': { status: 409, message: 'This piece of evidence was removed. Reload to see the list.' },
})
