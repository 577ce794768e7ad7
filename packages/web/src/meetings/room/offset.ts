/** One question to the server's clock, all in milliseconds: by our clock when it left and came back, and what it said. */
export interface Sample {
  sentAt: number
  receivedAt: number
  serverTime: number
}

/**
 * Server clock minus ours.
 *
 * | left | came back | server said | offset |
 * |---|---|---|---|
 * | 1000 | 1100 | 601050 | 600000: ours is ten minutes slow |
 * | also 2000 | 2020 | 602000 | 599990: the faster answer wins |
 */
export function offsetFrom(samples: readonly Sample[]): number {
  const [fastest] = [...samples].sort((a, b) => a.receivedAt - a.sentAt - (b.receivedAt - b.sentAt))
  return fastest ? fastest.serverTime - (fastest.sentAt + fastest.receivedAt) / 2 : 0
}
