/**
 * What the status line may say. `saved` means that every word typed here is on the server's disk (A1), and nothing
 * less. `behind`: this page or the server has an older schema than the other, and may not write.
 * `refused`: the server does not let this person in (any more).
 */
export type DraftStatus = 'saved' | 'saving' | 'not-saved' | 'offline' | 'behind' | 'refused'

export type Connection = {
  isConnected: boolean
  /** The provider's count of what the server has not acknowledged; 1 from the start until the first synchronisation. */
  unacknowledged: number
  /** Milliseconds for which something has been unacknowledged without a pause. */
  unacknowledgedForMs: number
  /** The reason the server gave for letting nobody or not this person in. */
  refusal: string | null
}

/** A database that commits in time does so in milliseconds; past this the line stops saying that it is about to. */
export const NOT_SAVED_AFTER_MS = 3_000

export function draftStatus(connection: Connection): DraftStatus {
  const { isConnected, unacknowledged, unacknowledgedForMs, refusal } = connection
  if (refusal === 'schema-behind' || refusal === 'server-behind') return 'behind'
  if (refusal !== null) return 'refused'
  if (!isConnected) return 'offline'
  if (unacknowledged === 0) return 'saved'
  return unacknowledgedForMs < NOT_SAVED_AFTER_MS ? 'saving' : 'not-saved'
}
