import * as z from 'zod'
import { defineRefusals } from './refusals.ts'

/** What every operation can answer before its own rules are reached. */
export const commonRefusals = defineRefusals({
  'invalid-input': {
    status: 400,
    message: 'Something in the request is not right.',
    data: z.object({ fields: z.array(z.object({ field: z.string(), message: z.string() })) }),
  },
  'not-signed-in': { status: 401, message: 'Sign in to go on.' },
  'not-allowed': {
    status: 403,
    message: 'You may read this but not change it. Ask its owner for the right.',
  },
  'not-found': { status: 404, message: 'There is nothing here, or it is not shared with you.' },
  'wrong-origin': { status: 403, message: 'The request came from another site, so nothing was done.' },
})
