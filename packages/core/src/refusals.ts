// a type only: a browser reads sentences from these tables and needs no schemas for it
import type * as z from 'zod'

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
