import * as z from 'zod'

/** HTTP statuses a refusal may map to: asked wrongly, not signed in, not allowed, not there, in the way, too big. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429

/** `message` is a sentence a person can act on: what is wrong and the remedy. */
export interface Refusal {
  status: RefusalStatus
  message: string
  data?: z.ZodType
}

/** Names a noun's refusals once; contracts, routes and the web all read them from here. */
export function defineRefusals<const Table extends Record<string, Refusal>>(table: Table): Table {
  return table
}

/** The part of a table one operation can answer with, for its contract's `.errors(…)`. */
export function pick<Table extends Record<string, Refusal>, Name extends keyof Table>(
  table: Table,
  ...names: Name[]
): Pick<Table, Name> {
  return Object.fromEntries(names.map((name) => [name, table[name]])) as Pick<Table, Name> // fromEntries forgets the keys it was given
}

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
