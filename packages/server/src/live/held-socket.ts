import type { WebSocketLike } from '@hocuspocus/server'
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import type { WebSocket } from 'ws'
import type { DraftLog } from './draft-log.ts'

/** Of Hocuspocus' protocol, the messages that we do not let pass as they are. */
const AUTH = 2
const CLOSE = 7
const PERMISSION_DENIED = 1
const SYNC_STATUS = 8

/** The reason with which our hooks say "ask again", for a machine that is broken and not a person who is refused. */
export const TRY_AGAIN = 'try-again'

export type HeldSocket = WebSocketLike & {
  /** Nothing passes any more, in either direction, though the closing handshake may take its time. */
  shut(code: number, reason: string): void
  readonly isShut: boolean
}

/** Come back and be asked again: the document was unloaded under this socket, or its messages could not be handled. */
const DOCUMENT_ENDED = 4205

const CLOSING = 2
const HANDSHAKE_MS = 1000

/**
 * The socket that Hocuspocus writes to. Hocuspocus acknowledges an edit when it has applied it; here that frame waits
 * until all that the document had been told by then is on disk (A1). Everything else passes at once.
 */
export function holdAcknowledgements(socket: WebSocket, log: DraftLog): HeldSocket {
  let isShut = false

  function shut(code: number, reason: string): void {
    if (isShut) return
    isShut = true
    socket.close(code, reason)
    const impatient = setTimeout(() => socket.terminate(), HANDSHAKE_MS)
    socket.once('close', () => clearTimeout(impatient))
  }

  function pass(data: Uint8Array): void {
    if (!isShut && socket.readyState === socket.OPEN) socket.send(data)
  }

  return {
    shut,
    close: (code, reason) => shut(code ?? 1000, reason ?? ''),
    get isShut() {
      return isShut
    },
    get readyState() {
      return isShut ? CLOSING : socket.readyState
    },
    send(data) {
      // Hocuspocus only ever writes bytes; the wider type is the browser's
      const bytes = data as Uint8Array
      const type = messageType(bytes)
      if (type === SYNC_STATUS) {
        const { documentId, value } = readStatus(bytes)
        if (value === 1) return log.whenDurable(documentId, () => pass(bytes))
      }
      if (type === AUTH && isTryAgain(bytes)) return shut(1013, TRY_AGAIN)
      // the end of a document on a socket that stays open is never got over by a browser; the end of a socket is
      if (type === CLOSE) return shut(DOCUMENT_ENDED, TRY_AGAIN)
      pass(bytes)
    },
  }
}

// every broadcast to every reader comes through here, so the address is stepped over and not decoded
function messageType(bytes: Uint8Array): number {
  const decoder = createDecoder(bytes)
  const addressLength = readVarUint(decoder)
  decoder.pos += addressLength
  return readVarUint(decoder)
}

function readStatus(bytes: Uint8Array): { documentId: string; value: number } {
  const decoder = createDecoder(bytes)
  // a session-aware client adds a NUL and its session to the name
  const documentId = readVarString(decoder).split('\0', 1)[0] ?? ''
  readVarUint(decoder)
  return { documentId, value: readVarUint(decoder) }
}

function isTryAgain(bytes: Uint8Array): boolean {
  const decoder = createDecoder(bytes)
  readVarString(decoder)
  readVarUint(decoder)
  return readVarUint(decoder) === PERMISSION_DENIED && readVarString(decoder) === TRY_AGAIN
}
