import { setImmediate as afterSending } from 'node:timers/promises'
import type { DraftUpdate } from './draft-store.ts'

/**
 * The log of every draft's updates (A1): an update is *durable* once its row is committed, and only then may anyone be
 * told that it is saved. One batch is in flight; what arrives meanwhile makes the next. A batch that fails stays first
 * and is tried again for as long as it takes, so updates reach the disk in the order in which they were made.
 */
export type DraftLog = {
  /** Synchronous, so that the log knows an update before its acknowledgement is written. */
  append(update: DraftUpdate): void
  /** Resolves when all that was appended before the call is committed: of one document, or of all. */
  durable(documentId?: string): Promise<void>
  /** As `durable`, but calls back, at once when nothing is owed. Never calls for updates the database refused. */
  whenDurable(documentId: string, callback: () => void): void
  state(): DraftLogState
  /** Tries no more, and tells whoever waits. What is not committed by now goes with the process. */
  giveUp(): void
}

export type DraftLogState = { pendingUpdates: number; pendingBytes: number; failingSince: Date | null }

export type DraftLogOptions = {
  write: (batch: readonly DraftUpdate[]) => Promise<void>
  /** The database will never take this document's updates: it is gone, or its rows are not valid. */
  refused: (documentId: string, error: unknown) => void
  failed: (error: unknown, state: DraftLogState) => void
  now: () => Date
}

type Waiter = { documentId: string; ticket: number; committed: () => void; refused: (error: unknown) => void }

const BATCH_UPDATES = 1000
const RETRY_FIRST_MS = 25
const RETRY_LONGEST_MS = 1000

export class DraftRefused extends Error {}
/** Foreword stopped before the database took the edits. */
export class DraftLogGivenUp extends Error {
  constructor() {
    super('Foreword stops, and the database has not taken this edit')
  }
}

export function openDraftLog(options: DraftLogOptions): DraftLog {
  // tickets number the updates in the order they came; batches take them in that order, so one number says how far the disk is
  let appended = 0
  let committed = 0
  let pendingBytes = 0
  let failingSince: Date | null = null
  let isDraining = false
  let isGivenUp = false
  let queue: DraftUpdate[] = []
  let waiters: Waiter[] = []
  const lastTicket = new Map<string, number>()

  const state = (): DraftLogState => ({ pendingUpdates: appended - committed, pendingBytes, failingSince })

  function append(update: DraftUpdate): void {
    appended += 1
    pendingBytes += update.bytes.length
    lastTicket.set(update.documentId, appended)
    queue.push(update)
    if (isDraining) return
    isDraining = true
    void drain()
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      // not at once: the acknowledgement of these updates is written right after, and must find them pending; and
      // whoever reads gets them first, since a database on the same core would be given the time to send them
      await afterSending()
      const batch = queue.slice(0, BATCH_UPDATES)
      queue = queue.slice(BATCH_UPDATES)
      await commit(batch)
      if (isGivenUp) return
      committed += batch.length
      for (const update of batch) pendingBytes -= update.bytes.length
      release()
    }
    isDraining = false
    lastTicket.clear()
  }

  /** Returns when every update of the batch is committed, or belongs to a document the database refuses. */
  async function commit(batch: readonly DraftUpdate[]): Promise<void> {
    for (let pause = RETRY_FIRST_MS; !isGivenUp; pause = Math.min(pause * 2, RETRY_LONGEST_MS)) {
      try {
        await options.write(batch)
        failingSince = null
        return
      } catch (error) {
        if (isAboutTheRows(error)) return commitApart(batch, error)
        failingSince ??= options.now()
        options.failed(error, state())
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }

  /** One deleted document must not stop the others: each is written by itself, and only the bad one is given up. */
  async function commitApart(batch: readonly DraftUpdate[], error: unknown): Promise<void> {
    const byDocument = Map.groupBy(batch, (update) => update.documentId)
    if (byDocument.size > 1) {
      for (const updates of byDocument.values()) await commit(updates)
      return
    }
    for (const documentId of byDocument.keys()) {
      const [lost, kept] = [waiters.filter(isOf), waiters.filter((waiter) => !isOf(waiter))]
      waiters = kept
      const refusal = new DraftRefused('the database refuses this draft', { cause: error })
      for (const waiter of lost) waiter.refused(refusal)
      options.refused(documentId, error)
      function isOf(waiter: Waiter): boolean {
        return waiter.documentId === documentId
      }
    }
  }

  function release(): void {
    const due = waiters.filter((waiter) => waiter.ticket <= committed)
    if (due.length === 0) return
    waiters = waiters.filter((waiter) => waiter.ticket > committed)
    for (const waiter of due) waiter.committed()
  }

  function wait(waiter: Omit<Waiter, 'ticket'>, ticket: number): void {
    if (ticket <= committed) waiter.committed()
    else if (isGivenUp) waiter.refused(new DraftLogGivenUp())
    else waiters.push({ ...waiter, ticket })
  }

  return {
    append,
    state,
    durable: (documentId) =>
      new Promise((resolve, reject) => {
        const ticket = documentId === undefined ? appended : (lastTicket.get(documentId) ?? 0)
        wait({ documentId: documentId ?? '', committed: resolve, refused: reject }, ticket)
      }),
    whenDurable: (documentId, callback) =>
      wait({ documentId, committed: callback, refused: () => {} }, lastTicket.get(documentId) ?? 0),
    giveUp() {
      isGivenUp = true
      const lost = waiters
      waiters = []
      for (const waiter of lost) waiter.refused(new DraftLogGivenUp())
    },
  }
}

/** SQLSTATE class 22 (bad data) or 23 (broken constraint): the same rows will fail for ever. */
function isAboutTheRows(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^2[23]...$/.test(error.code)
  )
}
