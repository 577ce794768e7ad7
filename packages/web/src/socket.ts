/** The one live socket of this tab. A call opens it when it is not open; a closed one is replaced by the next call. */
import { RPCLink } from '@orpc/client/websocket'
import { noteReached } from './connection.ts'

/** After so many sockets that never opened, something between us and the server swallows them. */
const FAILURES_BEFORE_HTTP = 3
/** Coming back to a tab after this long, a socket may be dead without knowing it. */
const DOUBT_AFTER_MS = 20_000

let current: { socket: WebSocket; link: RPCLink<Record<never, never>> } | undefined
let failures = 0
let heardAt = 0
let hiddenAt = 0

/** Null where sockets do not get through: stream over HTTP instead. */
export function socketLink() {
  if (failures >= FAILURES_BEFORE_HTTP) return null
  const usable = current !== undefined && current.socket.readyState <= WebSocket.OPEN
  current = usable && current ? current : open()
  return current.link
}

function open() {
  const address = new URL('/live', window.location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  const socket = new WebSocket(address)
  let opened = false
  socket.addEventListener('open', () => {
    opened = true
    failures = 0
    heardAt = Date.now()
    noteReached(true)
  })
  socket.addEventListener('message', () => {
    heardAt = Date.now()
  })
  socket.addEventListener('close', () => {
    if (!opened) failures += 1
    noteReached(false) // asks /healthz, which settles whether it is the server or only the socket
  })
  return { socket, link: new RPCLink({ websocket: socket }) }
}

function doubt() {
  if (Date.now() - heardAt > DOUBT_AFTER_MS) current?.socket.close()
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') hiddenAt = Date.now()
  else if (Date.now() - hiddenAt > DOUBT_AFTER_MS) doubt()
})
window.addEventListener('online', doubt)
