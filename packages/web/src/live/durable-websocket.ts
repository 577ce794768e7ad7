import {
  HocuspocusProviderWebsocket,
  type HocuspocusProviderWebsocketConfiguration,
} from '@hocuspocus/provider'

/** Soon after a server is back, yet a room of sixty does not return in one instant. */
const RECONNECT = { delay: 250, minDelay: 100, maxDelay: 5_000, factor: 1.5, jitter: true }

/**
 * A socket that forgets what it is told while it is not open. The original queues those messages and sends them after
 * the connection is back, beside the synchronisation that carries the same edits; each is then acknowledged, and the
 * first acknowledgement sets the count of unsaved edits to zero while others are still owed. Nothing is lost by
 * forgetting: synchronisation sends all that the server lacks, and is acknowledged once.
 */
export class DurableWebsocket extends HocuspocusProviderWebsocket {
  constructor(configuration: HocuspocusProviderWebsocketConfiguration) {
    super({ ...RECONNECT, ...configuration })
  }

  override send(message: unknown): void {
    if (this.webSocket?.readyState === WebSocket.OPEN) super.send(message)
  }
}
