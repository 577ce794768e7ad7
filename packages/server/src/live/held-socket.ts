import type { WebSocketLike } from '@hocuspocus/server'
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import type { WebSocket } from 'ws'
import type { DraftLog } from './draft-log.ts'

/** Of Hocuspocus' protocol, the messages that we do not let pass as they are. */
const SYNC = 0
const AUTH = 2
const CLOSE = 7
const PERMISSION_DENIED = 1
const SYNC_STATUS = 8

/** Of the steps of a synchronisation: the question what the browser has, which it answers with all that we lack. */
export const SYNC_STEP_1 = 0

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

/** What others write while a browser is asked what it has is a word or two. */
const MOST_EARLY_BYTES = 4 * 1024 * 1024

/**
 * The socket that Hocuspocus writes to. Hocuspocus acknowledges an edit when it has applied it; here that frame waits
 * until all that the document had been told by then is on disk (A1). And a browser is asked for what it wrote before
 * it hears what others did: what was written without the server, in a place that others have left since, would be put
 * away by Yjs before it could be sent. Everything else passes at once.
 */
export function holdAcknowledgements(socket: WebSocket, log: DraftLog): HeldSocket {
  let isShut = false
  const asked = new Set<string>()
  let early: { documentId: string; bytes: Uint8Array }[] = []
  let earlyBytes = 0

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

  function passInOrder(bytes: Uint8Array): void {
    if (isShut) return
    const { documentId, value: step } = readSync(bytes)
    if (step === SYNC_STEP_1) asked.add(documentId)
    else if (!asked.has(documentId)) {
      early.push({ documentId, bytes })
      earlyBytes += bytes.length
      // it never says what it has, and would have all that others write kept for it
      if (earlyBytes > MOST_EARLY_BYTES) shut(1013, TRY_AGAIN)
      return
    }
    pass(bytes)
    if (early.length === 0) return
    const [due, kept] = [early.filter(isOf), early.filter((each) => !isOf(each))]
    early = kept
    for (const each of due) {
      earlyBytes -= each.bytes.length
      pass(each.bytes)
    }
    function isOf(each: { documentId: string }): boolean {
      return each.documentId === documentId
    }
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
      if (type === SYNC) return passInOrder(bytes)
      if (type === SYNC_STATUS) {
        const { documentId, value } = readSync(bytes)
        if (value === 1) return log.whenDurable(documentId, () => pass(bytes))
      }
      if (type === AUTH && isTryAgain(bytes)) return shut(1013, TRY_AGAIN)
      // the end of a document on a socket that stays open is never got over by a browser; the end of a socket is
      if (type === CLOSE) return shut(DOCUMENT_ENDED, TRY_AGAIN)
      pass(bytes)
    },
  }
}

function messageType(bytes: Uint8Array): number {
  const decoder = createDecoder(bytes)
  const addressLength = readVarUint(decoder)
  decoder.pos += addressLength
  return readVarUint(decoder)
}

/** Of a message about the content of a document: which, and the step, or whether it is acknowledged. */
function readSync(bytes: Uint8Array): { documentId: string; value: number } {
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
