import { once } from 'node:events'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { openDraftLog } from './draft-log.ts'
import { holdAcknowledgements } from './held-socket.ts'

const CLOSE = 7

let server: WebSocketServer
beforeAll(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
})
afterAll(() => server.close())

test('A1: when Hocuspocus ends a document, its socket ends too, so that the browser comes back', async () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const browser = new WebSocket(`ws://127.0.0.1:${port}`)
  const [socket] = await once(server, 'connection')
  await once(browser, 'open')
  const log = openDraftLog({
    now: () => new Date(),
    write: async () => {},
    failed: () => {},
    refused: () => {},
  })
  const held = holdAcknowledgements(socket, log)
  const frame = createEncoder()
  writeVarString(frame, 'a draft')
  writeVarUint(frame, CLOSE)
  writeVarString(frame, 'unloaded')
  held.send(toUint8Array(frame))
  const [code] = await once(browser, 'close')
  expect([code, held.isShut]).toEqual([4205, true])
})
