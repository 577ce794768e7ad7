import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ok, type Result, refuse } from '@foreword/core/result'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../db/ids.ts'
import type { TestDatabase } from '../test/database.ts'
import { openCollab } from './collab.ts'
import type { Admission } from './collab-session.ts'
import { createDraft } from './draft-store.ts'

export const SCHEMA = 3
export const WORKSPACE = newId()

/** Who the cookie `person=NAME` is, and what each may do; a test changes it as an administrator would. */
export type Rights = Map<string, 'edit' | 'read' | 'none'>

export function person(name: string): Admission & { mayEdit: true } {
  return {
    personId: `00000000-0000-7000-8000-${Buffer.from(name.padEnd(6)).toString('hex')}`,
    name,
    colour: '#446688',
    mayEdit: true,
  }
}

/** A real HTTP server with nothing but `/collab` on it. It ends with the test. */
export async function openHouse(
  database: TestDatabase,
  options: { port?: number; rights?: Rights; schemaVersion?: number } = {},
) {
  const rights: Rights =
    options.rights ??
    new Map([
      ['ada', 'edit'],
      ['ben', 'edit'],
      ['cleo', 'read'],
    ])
  const warnings: string[] = []
  const collab = openCollab({
    pool: database.pool,
    schemaVersion: options.schemaVersion ?? SCHEMA,
    now: () => new Date(),
    warn: (message) => warnings.push(message),
    allowsOrigin: (request) =>
      request.headers.origin === undefined || request.headers.origin === 'http://ours.example',
    async authorise(request): Promise<Result<Admission, string>> {
      const name = /person=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
      const right = rights.get(name)
      if (right === undefined) return refuse('not-signed-in')
      if (right === 'none') return refuse('not-found')
      return ok({ ...person(name), mayEdit: right === 'edit' })
    },
  })
  const server = createServer()
  collab.attach(server)
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  let isOpen = true
  async function close() {
    if (!isOpen) return true
    isOpen = false
    const isDurable = await collab.close(2_000)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    return isDurable
  }
  onTestFinished(async () => void (await close()))
  return { collab, rights, warnings, port, close }
}

export async function makeDraft(database: TestDatabase, words = '', schemaVersion = SCHEMA): Promise<string> {
  const id = newId()
  const doc = new Y.Doc()
  doc.getText('words').insert(0, words)
  await database.db.transaction((tx) =>
    createDraft(tx, {
      workspaceId: WORKSPACE,
      id,
      schemaVersion,
      update: Y.encodeStateAsUpdate(doc),
      author: null,
      at: new Date(),
    }),
  )
  return id
}

/** A person at a browser, with the real provider. They leave when the test ends. */
export function join(port: number, documentId: string, name: string, schema = SCHEMA) {
  const doc = new Y.Doc()
  const events: string[] = []
  class WithCookie extends WebSocket {
    constructor(url: string) {
      // Node's own WebSocket takes headers; the type is the browser's
      super(url, { headers: { cookie: `person=${name}` } } as unknown as string[])
    }
  }
  const websocket = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}/collab?schema=${schema}`,
    WebSocketPolyfill: WithCookie,
    delay: 50,
    minDelay: 20,
    maxDelay: 100,
  })
  const provider = new HocuspocusProvider({
    name: documentId,
    document: doc,
    websocketProvider: websocket,
    token: 'cookie',
    onAuthenticationFailed: ({ reason }) => events.push(`refused: ${reason}`),
    onClose: ({ event }) => events.push(`closed: ${event.code}`),
  })
  provider.attach()
  const leave = () => {
    provider.destroy()
    websocket.destroy()
  }
  onTestFinished(leave)
  const text = doc.getText('words')
  return {
    doc,
    provider,
    websocket,
    events,
    leave,
    words: () => text.toString(),
    type: (words: string) => text.insert(text.length, words),
    async settled() {
      await expect.poll(() => provider.isSynced && provider.unsyncedChanges, { timeout: 8_000 }).toBe(0)
      return this
    },
  }
}

export async function wordsOnDisk(
  collab: { readDraft(id: string): Promise<Y.Doc> },
  documentId: string,
): Promise<string> {
  return (await collab.readDraft(documentId)).getText('words').toString()
}
