import type { Actor } from '@foreword/core/meetings/events'
import type { Call } from '../http/call.ts'

/** A transaction that holds a meeting's lock, and by whom. `call` is null when it is the server's clock that acts. */
export type Holding = Pick<Call, 'tx' | 'workspaceId' | 'now'> & { by: Actor; call: Call | null }

export const holdingOf = (call: Call): Holding => {
  const { tx, workspaceId, now, person } = call
  return { tx, workspaceId, now, by: person.id, call }
}
