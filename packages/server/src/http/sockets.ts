import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Env } from '../env.ts'
import type { Viewer } from './call.ts'
import { isOurHost, isOurOrigin } from './security.ts'

const LARGEST_MESSAGE_BYTES = 4 * 1024 * 1024
/** A browser answers a closing at once; whoever does not may go on sending no longer than this (A3). */
const HANDSHAKE_MS = 500
/** Closed because the person's rights changed; the browser comes back with fresh ones. */
export const RIGHTS_CHANGED = 4403

export type Accept = (socket: WebSocket, request: IncomingMessage, viewer: Viewer) => void

export interface SocketDoor {
  /** A change of permission bites on open sockets at once (A3): they close, and reconnecting asks again. */
  closeSocketsOf(personId: string): void
  close(): void
}

/** The one way in for WebSockets: our host, our origin, a signed-in person, and a path somebody answers. */
export function openSocketDoor(
  server: Server,
  options: {
    env: Env
    viewerOf: (headers: Headers) => Promise<Viewer | null>
    paths: Record<string, Accept>
    /** Answers the upgrades that have a door of their own (co-editing); true when the request was for it. */
    elsewhere?: (request: IncomingMessage, stream: Duplex, head: Buffer) => boolean
  },
): SocketDoor {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES })
  const open = new Map<WebSocket, Viewer>()

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer) {
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname ?? ''
    const accept = Object.hasOwn(options.paths, path) ? options.paths[path] : undefined
    const { host, origin } = request.headers
    if (!accept) return turnAway(stream, '404 Not Found')
    if (!isOurHost(host, options.env) || !isOurOrigin(origin, host, options.env))
      return turnAway(stream, '403 Forbidden')
    const viewer = await options.viewerOf(new Headers({ cookie: request.headers.cookie ?? '' }))
    if (!viewer) return turnAway(stream, '401 Unauthorized')
    sockets.handleUpgrade(request, stream, head, (socket) => {
      open.set(socket, viewer)
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => socket.terminate())
      accept(socket, request, viewer)
    })
  }

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (options.elsewhere?.(request, stream, head)) return
    stream.on('error', () => stream.destroy())
    upgrade(request, stream, head).catch(() => turnAway(stream, '503 Service Unavailable'))
  })

  return {
    closeSocketsOf(personId) {
      for (const [socket, viewer] of open) {
        if (viewer.id !== personId) continue
        socket.close(RIGHTS_CHANGED, 'rights changed')
        const impatient = setTimeout(() => socket.terminate(), HANDSHAKE_MS)
        socket.once('close', () => clearTimeout(impatient))
      }
    },
    close() {
      for (const socket of open.keys()) socket.close(1001, 'Foreword is stopping')
      sockets.close()
    },
  }
}

function turnAway(stream: Duplex, status: string) {
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
