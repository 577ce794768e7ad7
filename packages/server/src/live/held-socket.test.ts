import { once } from 'node:events'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { openDraftLog } from './draft-log.ts'
import { holdAcknowledgements } from './held-socket.ts'

const SYNC = 0
const CLOSE = 7

let server: WebSocketServer
beforeAll(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
})
afterAll(() => server.close())

/** A socket as Hocuspocus has it, and the browser at its other end. */
async function connected() {
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
  return { browser, held: holdAcknowledgements(socket, log) }
}

test('A1: when Hocuspocus ends a document, its socket ends too, so that the browser comes back', async () => {
  const { browser, held } = await connected()
  const frame = createEncoder()
  writeVarString(frame, 'a draft')
  writeVarUint(frame, CLOSE)
  writeVarString(frame, 'unloaded')
  held.send(toUint8Array(frame))
  const [code] = await once(browser, 'close')
  expect([code, held.isShut]).toEqual([4205, true])
})

test('A1: a browser hears what others write after it was asked for its own; one that never says is not waited for', async () => {
  const { browser, held } = await connected()
  const heard: number[] = []
  browser.on('message', (data: Buffer) => heard.push(data.length))
  const [asks, words] = [sync('a draft', 0, 5), sync('a draft', 2, 1000)]
  held.send(words)
  held.send(asks)
  held.send(words)
  await expect.poll(() => heard).toEqual([asks, words, words].map(({ length }) => length))
  const closed = once(browser, 'close')
  for (let sent = 0; sent < 10 && !held.isShut; sent++) held.send(sync('another draft', 2, 1_000_000))
  const [code] = await closed
  expect([code, held.isShut, heard.length]).toEqual([1013, true, 3])
})

function sync(documentId: string, step: number, size: number): Uint8Array {
  const frame = createEncoder()
  writeVarString(frame, documentId)
  writeVarUint(frame, SYNC)
  writeVarUint(frame, step)
  writeVarUint8Array(frame, new Uint8Array(size))
  return toUint8Array(frame)
}
