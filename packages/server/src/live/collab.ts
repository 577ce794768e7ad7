import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { applyFollowing } from '@foreword/document/moves/follow'
import { type Document, Hocuspocus } from '@hocuspocus/server'
import type { Pool } from 'pg'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { type Authorise, type CollabSession, openSession, type PermissionChange } from './collab-session.ts'
import { type DraftLogState, openDraftLog } from './draft-log.ts'
import { appendUpdates, compactDraft, raiseSchemaVersion, readStoredDraft, replay } from './draft-store.ts'
import { holdAcknowledgements, SYNC_STEP_1, TRY_AGAIN } from './held-socket.ts'
import { pathOf, refuseUpgrade, webRequest } from './upgrade.ts'

export const COLLAB_PATH = '/collab'

export type CollabOptions = {
  pool: Pool
  /** The newest schema this server's code knows (`SCHEMA_VERSION` of @foreword/document/schema). */
  schemaVersion: number
  authorise: Authorise
  allowsOrigin: (request: IncomingMessage) => boolean
  now: () => Date
  /** A draft was edited, just now and perhaps not yet on disk. Called for every update, so it must be quick. */
  edited?: (documentId: string) => void
  /** A draft has new words on disk; said at most every two seconds for each. */
  changed?: (documentId: string) => void
  warn: (message: string, error: unknown) => void
}

export type Collab = {
  /** True when the request was for us: answered, refused or upgraded. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  attach(server: Server): void
  permissionChanged(change: PermissionChange): Promise<void>
  /**
   * Edits a draft as the server. `edit` sees a copy inside one transaction: when it throws, nothing has happened; when
   * it returns, everyone in the document has the edit and it is on disk.
   */
  editDraft<Value>(documentId: string, edit: (doc: Y.Doc) => Value, author?: string): Promise<Value>
  /** A copy of the draft as it is on disk now, not connected to anything. */
  readDraft(documentId: string): Promise<Y.Doc>
  /** Reads the draft as it is this moment, on disk or not. `look` may change nothing and keep nothing of it. */
  lookAt<Value>(documentId: string, look: (doc: Y.Doc) => Value): Promise<Value>
  /** Who has the draft open now, each once however many tabs they have. */
  present(documentId: string): { personId: string; name: string }[]
  state(): DraftLogState & { documents: number; sockets: number }
  /** Ends every socket and waits until all edits are on disk, at most `withinMs`. False: some were not, nor acknowledged. */
  close(withinMs?: number): Promise<boolean>
}

export class NoSuchDraft extends Error {}
/** The draft was written by a newer Foreword than this one. */
export class ServerIsBehind extends Error {}

type Context = {
  session?: CollabSession
  user?: { personId: string; name: string; colour: string }
  author?: string
}

/** Past this much unwritten work the memory is worth more: sockets are closed, and the browsers keep their words. */
const MOST_PENDING_BYTES = 64 * 1024 * 1024
const MOST_BYTES_IN_A_MESSAGE = 16 * 1024 * 1024
const COMPACT_WHILE_OPEN = 2000
const COMPACT_ON_UNLOAD = 50

export function openCollab(options: CollabOptions): Collab {
  const { pool, schemaVersion, authorise, allowsOrigin, now, warn } = options
  const sessions = new Set<CollabSession>()
  /** Of the documents in memory: whose they are, and how many of their updates lie in the log. */
  const loaded = new Map<string, { workspaceId: string; loggedUpdates: number }>()
  let changes = 0
  let isClosing = false

  const log = openDraftLog({
    now,
    write: (batch) => appendUpdates(pool, batch),
    failed: (error, state) => warn(`${state.pendingUpdates} edits wait for the database`, error),
    refused: (documentId, error) => {
      warn(`the database refuses edits of the draft ${documentId}`, error)
      for (const session of sessions) if (session.attends(documentId)) session.close(4205, 'draft-is-gone')
    },
  })

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    async onAuthenticate({ context, documentName, connectionConfig, requestParameters }) {
      // thrown as plain objects, because that is how Hocuspocus carries a reason to the client
      const theirs = Number(requestParameters.get('schema'))
      if (theirs !== schemaVersion)
        throw { reason: theirs < schemaVersion ? 'schema-behind' : 'server-behind' }
      if (!isUuid(documentName) || !context.session) throw { reason: 'not-found' }
      const answer = await context.session.admit(documentName, connectionConfig).catch(tryAgain)
      if (!answer.ok) throw { reason: answer.refusal }
      const { personId, name, colour } = answer.value
      return { user: { personId, name, colour } } satisfies Context
    },
    async onLoadDocument({ document, documentName }) {
      // a document that was unloaded a moment ago may still owe the disk
      await log.durable(documentName).catch(() => {})
      const stored = await readStoredDraft(pool, documentName).catch(tryAgain)
      if (!stored) throw { reason: 'not-found' }
      if (stored.schemaVersion > schemaVersion) throw { reason: 'server-behind' }
      if (stored.schemaVersion < schemaVersion)
        await raiseSchemaVersion(pool, documentName, schemaVersion).catch(tryAgain)
      replay(stored.updates, document)
      loaded.set(documentName, { workspaceId: stored.workspaceId, loggedUpdates: stored.loggedUpdates })
    },
    async afterLoadDocument({ document, documentName }) {
      document.on('update', (bytes: Uint8Array, origin: unknown) => {
        const entry = loaded.get(documentName)
        if (!entry) throw new Error(`an edit of the draft ${documentName}, which is not loaded`)
        entry.loggedUpdates += 1
        log.append({
          workspaceId: entry.workspaceId,
          documentId: documentName,
          bytes,
          author: authorOf(origin),
          at: now(),
        })
        // after what was written has left for the others
        if (options.edited) setImmediate(options.edited, documentName)
      })
    },
    async beforeHandleMessage({ document }) {
      // a socket that joined in the instant the document was unloaded would write into the void
      if (document.isDestroyed) throw { code: 4205, reason: 'unloaded' }
      if (log.state().pendingBytes > MOST_PENDING_BYTES) throw { code: 1013, reason: TRY_AGAIN }
    },
    async beforeSync({ document, connection, type, payload }) {
      // the other two steps carry what a browser wrote; before Hocuspocus applies it, which then finds it known: words written in what has moved go where that is now
      if (type !== SYNC_STEP_1 && !connection.readOnly)
        applyFollowing(document, payload, { source: 'connection', connection })
    },
    async beforeHandleAwareness({ document, connection, context, states }) {
      if (!connection) return
      for (const [client, state] of states) {
        // people appear under the name they signed in with, and only as themselves
        if (isSomeoneElse(document, connection, client)) states.delete(client)
        else state.user = context?.user
      }
    },
    async onStoreDocument({ documentName }) {
      await log.durable(documentName).catch(() => {})
      options.changed?.(documentName)
      await compactIfOver(documentName, COMPACT_WHILE_OPEN)
    },
    async beforeUnloadDocument({ documentName }) {
      await log.durable(documentName).catch(() => {})
      await compactIfOver(documentName, COMPACT_ON_UNLOAD)
    },
    async afterUnloadDocument({ documentName }) {
      if (!hocuspocus.documents.has(documentName)) loaded.delete(documentName)
    },
  })

  async function compactIfOver(documentId: string, most: number): Promise<void> {
    const entry = loaded.get(documentId)
    if (!entry || entry.loggedUpdates <= most) return
    const before = entry.loggedUpdates
    try {
      await compactDraft(pool, documentId, now())
      entry.loggedUpdates -= before
    } catch (error) {
      // nothing is lost: the log is longer than we like, and the next time tries again
      warn(`the draft ${documentId} was not compacted`, error)
    }
  }

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES_IN_A_MESSAGE,
    perMessageDeflate: false,
  })

  sockets.on('connection', (socket, incoming) => {
    const held = holdAcknowledgements(socket, log)
    const request = webRequest(incoming)
    const session = openSession({
      request,
      socket: held,
      authorise,
      changes: () => changes,
      drop(reason) {
        for (const document of hocuspocus.documents.values()) {
          for (const connection of document.getConnections()) {
            if (connection.context.session === session) connection.readOnly = true
          }
        }
        client.handleClose(reason)
      },
    })
    const client = hocuspocus.handleConnection(held, request, { session })
    sessions.add(session)
    socket.on('message', (data) => {
      // the default binaryType gives one Buffer for each message
      if (!held.isShut) client.handleMessage(data as Buffer)
    })
    socket.on('error', () => session.close(1002, 'protocol-error'))
    socket.on('close', (code, reason) => {
      sessions.delete(session)
      held.shut(1000, '')
      client.handleClose({ code, reason: String(reason) })
    })
  })

  function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (pathOf(request) !== COLLAB_PATH) return false
    if (isClosing) refuseUpgrade(socket, '503 Service Unavailable')
    else if (!allowsOrigin(request)) refuseUpgrade(socket, '403 Forbidden')
    else
      sockets.handleUpgrade(request, socket, head, (upgraded) =>
        sockets.emit('connection', upgraded, request),
      )
    return true
  }

  async function editDraft<Value>(
    documentId: string,
    edit: (doc: Y.Doc) => Value,
    author?: string,
  ): Promise<Value> {
    const direct = await hocuspocus
      .openDirectConnection(documentId, author === undefined ? {} : { author })
      .catch(asError)
    const live = direct.document
    if (!live) throw new Error('a direct connection without its document')
    // put away in the instant between being found and being held
    if (live.isDestroyed) return editDraft(documentId, edit, author)
    try {
      const copy = replay([Y.encodeStateAsUpdate(live)])
      const made: Uint8Array[] = []
      copy.on('update', (update: Uint8Array) => made.push(update))
      const value = copy.transact(() => edit(copy))
      for (const update of made) Y.applyUpdate(live, update, { source: 'local', context: { author } })
      await log.durable(documentId)
      return value
    } finally {
      await direct.disconnect()
    }
  }

  async function readDraft(documentId: string): Promise<Y.Doc> {
    await log.durable(documentId)
    const stored = await readStoredDraft(pool, documentId)
    if (!stored) throw new NoSuchDraft(documentId)
    if (stored.schemaVersion > schemaVersion) throw new ServerIsBehind(documentId)
    return replay(stored.updates)
  }

  async function lookAt<Value>(documentId: string, look: (doc: Y.Doc) => Value): Promise<Value> {
    const live = hocuspocus.documents.get(documentId)
    return look(live ?? (await readDraft(documentId)))
  }

  return {
    handleUpgrade,
    editDraft,
    readDraft,
    lookAt,
    attach: (server) => void server.on('upgrade', handleUpgrade),
    async permissionChanged(change) {
      changes += 1
      await Promise.all([...sessions].map((session) => session.recheck(change)))
    },
    present(documentId) {
      const open = hocuspocus.documents.get(documentId)?.getConnections() ?? []
      const users = open.flatMap(({ context }) => (context as Context).user ?? [])
      return [...new Map(users.map(({ personId, name }) => [personId, { personId, name }])).values()]
    },
    state: () => ({ ...log.state(), documents: hocuspocus.getDocumentsCount(), sockets: sessions.size }),
    async close(withinMs = 10_000) {
      isClosing = true
      for (const session of sessions) session.close(1012, 'restarting')
      const late = Promise.withResolvers<false>()
      const timer = setTimeout(() => late.resolve(false), withinMs)
      const isDurable = await Promise.race([
        log.durable().then(
          () => true,
          () => false,
        ),
        late.promise,
      ])
      clearTimeout(timer)
      // whoever waits for the disk in an act of the server's would wait for ever, and the stop for them
      if (!isDurable) log.giveUp()
      return isDurable
    },
  }
}

/** The database did not answer: that is no refusal of the person, who should come back by themselves. */
function tryAgain(): never {
  throw { reason: TRY_AGAIN }
}

/** What our hooks throw for a client, as an error for our own code. */
function asError(thrown: unknown): never {
  const reason =
    typeof thrown === 'object' && thrown && 'reason' in thrown ? String(thrown.reason) : undefined
  if (reason === 'not-found') throw new NoSuchDraft(reason)
  if (reason === 'server-behind') throw new ServerIsBehind(reason)
  throw reason === undefined ? thrown : new Error(`the draft cannot be opened: ${reason}`)
}

type Origin = { connection?: { context?: Context }; context?: Context }

function authorOf(origin: unknown): string | null {
  // Hocuspocus' own transaction origins; anything else has neither field
  const { connection, context } = (origin ?? {}) as Origin
  return connection?.context?.user?.personId ?? context?.author ?? null
}

function isSomeoneElse(document: Document, connection: unknown, client: number): boolean {
  for (const [other, { clients }] of document.connections)
    if (other !== connection && clients.has(client)) return true
  return false
}

function isUuid(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)
}
