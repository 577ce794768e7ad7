import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The path without its query. */
export function pathOf(request: IncomingMessage): string | undefined {
  return request.url?.split('?', 1)[0]
}

/** The request as the rest of the server knows requests: for its cookies and its query. */
export function webRequest(incoming: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  // the host is the client's word; whoever authorises reads cookies, not the address
  return new Request(new URL(incoming.url ?? '/', 'http://localhost'), { headers })
}

export function refuseUpgrade(socket: Duplex, status: string): void {
  // whoever is refused may already be gone
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
