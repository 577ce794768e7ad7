import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** Numbers of Hocuspocus' and Yjs' protocols. */
const [SYNC, AUTH, SYNC_STATUS] = [0, 2, 8]
const [STEP_1, STEP_2, UPDATE] = [0, 1, 2]

/**
 * A client that speaks the protocol and decodes no document: what 60 browsers decode on 60 machines must not be
 * decoded 60 times in the harness.
 */
export type RawSocket = {
  /** Resolves with the document's state when the server has sent it and has acknowledged ours. */
  synced: Promise<Uint8Array>
  /** When the state arrived, by `performance.now()`. */
  stateAt(): number
  send(update: Uint8Array): void
  onUpdate(listener: (frame: Buffer) => void): void
  onAcknowledged(listener: () => void): void
  close(): Promise<void>
}

type Opening = {
  /** What this side brings into the document. */
  have?: Uint8Array
  /** Who asks, where that matters. */
  headers?: Record<string, string>
}

export function openRawSocket(
  url: string,
  documentId: string,
  { have = NOTHING, headers = {} }: Opening = {},
): RawSocket {
  const socket = new WebSocket(url, { perMessageDeflate: false, headers })
  const synced = Promise.withResolvers<Uint8Array>()
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  let state: Uint8Array | undefined
  let stateAt = Number.NaN
  let hasSynced = false
  let heard: (frame: Buffer) => void = () => {}
  let acknowledged: () => void = () => {}

  socket.once('error', synced.reject)
  socket.once('open', () => {
    socket.send(
      message(AUTH, (encoder) => {
        writeVarUint(encoder, 0)
        writeVarString(encoder, 'harness')
      }),
    )
    socket.send(
      message(SYNC, (encoder) => {
        writeVarUint(encoder, STEP_1)
        writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()))
      }),
    )
  })

  socket.on('message', (data) => {
    // the default binaryType gives one Buffer for each message
    const frame = data as Buffer
    const decoder = createDecoder(frame)
    const addressLength = readVarUint(decoder)
    decoder.pos += addressLength
    const type = readVarUint(decoder)
    if (type === SYNC_STATUS) {
      if (hasSynced) return acknowledged()
      hasSynced = true
      if (state) synced.resolve(state)
      return
    }
    if (type === AUTH && readVarUint(decoder) === 1) return synced.reject(new Error(readVarString(decoder)))
    if (type !== SYNC) return
    const step = readVarUint(decoder)
    if (step === UPDATE) heard(frame)
    if (step === STEP_2) {
      state = readVarUint8Array(decoder).slice()
      stateAt = performance.now()
    }
    if (step === STEP_1) {
      socket.send(
        message(SYNC, (encoder) => {
          writeVarUint(encoder, STEP_2)
          writeVarUint8Array(encoder, have)
        }),
      )
    }
  })

  function message(type: number, body: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
    const encoder = createEncoder()
    writeVarString(encoder, documentId)
    writeVarUint(encoder, type)
    body(encoder)
    return toUint8Array(encoder)
  }

  return {
    synced: synced.promise,
    stateAt: () => stateAt,
    send: (update) =>
      socket.send(
        message(SYNC, (encoder) => {
          writeVarUint(encoder, UPDATE)
          writeVarUint8Array(encoder, update)
        }),
      ),
    onUpdate(listener) {
      heard = listener
    },
    onAcknowledged(listener) {
      acknowledged = listener
    },
    close() {
      socket.close()
      return closed
    },
  }
}

/** The update of a document in which nothing was ever written. */
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc())
