import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { type DraftStatus, draftStatus, NOT_SAVED_AFTER_MS } from './draft-status.ts'
import { DurableWebsocket } from './durable-websocket.ts'
import { type Journal, openJournal } from './journal.ts'

export type Presence = { personId: string; name: string; colour: string }

/** What a page shows of a draft's connection; a new object whenever any of it changes. */
export type DraftState = {
  status: DraftStatus
  /** The reason the server gave, when the status is `behind` or `refused`. */
  refusal: string | null
  /** The server says whether this person may write; until it has, nobody may. */
  mayEdit: boolean
  /** Whether the content has arrived, from the server or from this browser's journal. */
  isLoaded: boolean
  /** Whether unsaved words would survive a closed tab. */
  isJournalled: boolean
  /** Everyone in the document, oneself included, each once however many tabs they have. */
  people: readonly Presence[]
}

export type Draft = {
  doc: Y.Doc
  provider: HocuspocusProvider
  state(): DraftState
  /** Returns how to stop listening. */
  onChange(listener: () => void): () => void
  /** Whether words typed here are not known to be on the server's disk. */
  hasUnsavedWords(): boolean
  close(): Promise<void>
}

export type DraftOptions = {
  documentId: string
  /** `ws:` or `wss:`, without a query. */
  url: string
  schemaVersion: number
  /** For programs that sign in by themselves; a browser's own sends its cookies. */
  socket?: typeof WebSocket
}

/** A browser whose storage does not answer has no journal, and a draft all the same. */
const JOURNAL_WITHIN_MS = 3_000

/** Close codes of the server's: someone took this person's access away, or the server ends for a moment. */
const NO_LONGER_ALLOWED = 4403

export function openDraft({ documentId, url, schemaVersion, socket }: DraftOptions): Draft {
  const doc = new Y.Doc()
  const listeners = new Set<() => void>()
  let journal: Journal = { isKept: false }
  let isConnected = false
  let isLoaded = false
  let hasSynced = false
  let mayEdit = false
  let refusal: string | null = null
  let unacknowledgedSince: number | null = null
  let hasLocalWords = false
  let unacknowledged: Uint8Array[] = []
  let isClosed = false
  let lateTimer: ReturnType<typeof setTimeout> | undefined
  let people: readonly Presence[] = []

  const websocket = new DurableWebsocket({
    url: `${url}?schema=${schemaVersion}`,
    WebSocketPolyfill: socket ?? WebSocket,
  })
  const provider = new HocuspocusProvider({
    name: documentId,
    document: doc,
    websocketProvider: websocket,
    // who we are is in the cookie; an empty token would not be sent, and the server waits for one
    token: 'cookie',
    onAuthenticated: ({ scope }) => {
      refusal = null
      mayEdit = scope === 'read-write'
      if (mayEdit) sendAgain()
      change()
    },
    onAuthenticationFailed: ({ reason }) => refuse(reason),
    onSynced: () => {
      isLoaded = true
      hasSynced = true
      change()
    },
    onUnsyncedChanges: ({ number }) => {
      if (number === 0) {
        unacknowledgedSince = null
        hasLocalWords = false
        unacknowledged = []
      } else if (unacknowledgedSince === null) {
        unacknowledgedSince = Date.now()
        clearTimeout(lateTimer)
        lateTimer = setTimeout(change, NOT_SAVED_AFTER_MS + 1)
      }
      change()
    },
    onStatus: ({ status }) => {
      isConnected = status === 'connected'
      change()
    },
    onClose: ({ event }) => {
      if (event.code === NO_LONGER_ALLOWED) refuse(event.reason)
    },
    onAwarenessChange: () => {
      people = everyone(provider)
      change()
    },
  })
  doc.on('update', noticeLocalWords)

  // what was written here before goes first: after what others did meanwhile some of it might have no place
  const soon = new Promise<void>((resolve) => setTimeout(resolve, JOURNAL_WITHIN_MS))
  const journalling = openJournal(doc, documentId, schemaVersion).then(
    (opened) => {
      journal = opened
      if (isClosed) return
      // an empty journal says nothing about an empty document
      if (doc.store.clients.size > 0) isLoaded = true
      change()
    },
    // the draft works without; leaving with unsaved words is warned of
    () => {},
  )
  void Promise.race([journalling, soon]).then(() => {
    if (!isClosed) provider.attach()
  })

  function noticeLocalWords(
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void {
    if (!transaction.local || origin === provider) return
    hasLocalWords = true
    unacknowledged.push(update)
  }

  /**
   * As it was written, before the synchronisation: somebody may have moved what it stands in, and Yjs keeps no words of
   * what stands nowhere.
   */
  function sendAgain(): void {
    if (unacknowledged.length === 0) return
    unacknowledged = [Y.mergeUpdates(unacknowledged)]
    for (const update of unacknowledged) provider.documentUpdateHandler(update, null)
  }

  function refuse(reason: string): void {
    refusal = reason
    mayEdit = false
    websocket.disconnect()
    // A4: what was saved is not this browser's to keep; words that never reached the server are their writer's
    if (reason !== 'schema-behind' && reason !== 'server-behind' && !hasLocalWords && journal.isKept)
      void journal.erase()
    change()
  }

  let current = compute()

  function compute(): DraftState {
    const status = draftStatus({
      isConnected,
      unacknowledged: hasSynced ? provider.unsyncedChanges : Math.max(1, provider.unsyncedChanges),
      unacknowledgedForMs: unacknowledgedSince === null ? 0 : Date.now() - unacknowledgedSince,
      refusal,
    })
    return { status, refusal, mayEdit, isLoaded, isJournalled: journal.isKept, people }
  }

  function change(): void {
    if (isClosed) return
    const next = compute()
    if (isSame(current, next)) return
    current = next
    for (const listener of listeners) listener()
  }

  return {
    doc,
    provider,
    state: () => current,
    hasUnsavedWords: () => hasLocalWords,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      clearTimeout(lateTimer)
      provider.destroy()
      websocket.destroy()
      await journalling
      if (journal.isKept) await journal.close()
      doc.destroy()
    },
  }
}

function everyone(provider: HocuspocusProvider): Presence[] {
  const seen = new Map<string, Presence>()
  for (const { user } of provider.awareness?.getStates().values() ?? []) {
    // the server writes this field for everyone, so it has this shape
    if (user) seen.set(user.personId, user as Presence)
  }
  return [...seen.values()].sort((one, two) => one.name.localeCompare(two.name))
}

function isSame(one: DraftState, two: DraftState): boolean {
  const keys = ['status', 'refusal', 'mayEdit', 'isLoaded', 'isJournalled', 'people'] as const
  return keys.every((key) => one[key] === two[key])
}
