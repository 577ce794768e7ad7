/*
 * Keeps the words typed into one answer until the server has them on disk. It outlives the page: leaving the
 * worksheet, losing the connection or closing the tab loses nothing. Nothing here knows React.
 */
import type { Fields, Unsaved } from './unsaved.ts'
import { combine } from './unsaved.ts'

export type SaveState =
  | { name: 'saved' }
  /** Typed, and about to be sent or on its way. */
  | { name: 'saving' }
  /** The server did not answer; it is tried again by itself. */
  | { name: 'not-saved' }
  /** Somebody else changed the same fields: both are shown, the person chooses. */
  | { name: 'contested' }
  /** The server said no; sending the same again would not help. */
  | { name: 'refused'; message: string }

/** What came of sending. `contested`: the rest of what was sent is free to be sent again on the new version. */
export type Sent =
  | { name: 'saved' }
  | { name: 'unanswered' }
  | { name: 'contested'; version: number; contested: Fields; free: Fields }
  | { name: 'refused'; message: string }

/** Where unsaved words outlive the tab. */
export interface Journal {
  read(): Unsaved | null
  write(unsaved: Unsaved | null): void
}

export interface SaverOptions {
  send: (unsaved: Unsaved) => Promise<Sent>
  /** The version of the answer that the person sees now. */
  version: () => number
  journal: Journal
  /** Runs something later; gives back how to call that off. */
  after: (ms: number, run: () => void) => () => void
}

const PAUSE_MS = 500
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000

export function createSaver({ send, version, journal, after }: SaverOptions) {
  let waiting: Unsaved | null = journal.read()
  let flying: Unsaved | null = null
  let contested: Unsaved | null = null
  let state: SaveState = { name: waiting ? 'saving' : 'saved' }
  let retryMs = FIRST_RETRY_MS
  let callOff = waiting ? after(0, flush) : () => {}
  let shown = unsavedFields()
  const listeners = new Set<() => void>()

  function unsavedFields(): Fields | null {
    const parts = [contested, flying, waiting].flatMap((unsaved) => unsaved?.fields ?? [])
    return parts.length === 0 ? null : parts.reduce(combine)
  }

  function become(next: SaveState) {
    state = next
    shown = unsavedFields()
    // the oldest version decides what counts as changed by others meanwhile
    const oldest = contested ?? flying ?? waiting
    journal.write(oldest && shown ? { version: oldest.version, fields: shown } : null)
    for (const listener of listeners) listener()
  }

  function flush() {
    callOff()
    if (flying || !waiting || state.name === 'refused') return
    flying = waiting
    waiting = null
    become({ name: contested ? 'contested' : state.name === 'not-saved' ? 'not-saved' : 'saving' })
    void send(flying).then(land)
  }

  function land(sent: Sent) {
    const was = flying
    flying = null
    if (!was) return
    switch (sent.name) {
      case 'saved':
        retryMs = FIRST_RETRY_MS
        become({ name: contested ? 'contested' : waiting ? 'saving' : 'saved' })
        if (waiting) flush()
        return
      case 'unanswered':
        waiting = { version: was.version, fields: waiting ? combine(was.fields, waiting.fields) : was.fields }
        become({ name: 'not-saved' })
        callOff = after(retryMs, flush)
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
        return
      case 'contested': {
        const kept = contested ? combine(contested.fields, sent.contested) : sent.contested
        contested = { version: sent.version, fields: kept }
        const free = Object.keys(sent.free).length > 0 ? sent.free : null
        const next = waiting ? (free ? combine(free, waiting.fields) : waiting.fields) : free
        waiting = next && { version: sent.version, fields: next }
        become({ name: 'contested' })
        if (waiting) flush()
        return
      }
      case 'refused':
        waiting = { version: was.version, fields: waiting ? combine(was.fields, waiting.fields) : was.fields }
        become({ name: 'refused', message: sent.message })
    }
  }

  return {
    state: () => state,
    /** What is typed and not saved; null when all is. The same value until something changes. */
    unsaved: () => shown,
    contested: () => contested?.fields ?? null,
    write(fields: Fields) {
      const touches = contested && Object.keys(fields).some((key) => key in (contested?.fields ?? {}))
      if (contested && touches) {
        // still typing in a field that is being chosen about: the words wait with it
        contested = { ...contested, fields: combine(contested.fields, fields) }
        return become({ name: 'contested' })
      }
      waiting = waiting
        ? { ...waiting, fields: combine(waiting.fields, fields) }
        : { version: flying?.version ?? version(), fields }
      become(state.name === 'not-saved' || state.name === 'contested' ? state : { name: 'saving' })
      if (state.name === 'not-saved') return // its retry is under way
      callOff()
      callOff = after(PAUSE_MS, flush)
    },
    /** Sends now: the field was left, the page is being left, or the connection is back. */
    flush,
    /** Sends again what was refused. */
    again() {
      if (state.name !== 'refused') return
      become({ name: 'saving' })
      flush()
    },
    keepMine() {
      if (!contested) return
      const mine = { version: contested.version, fields: contested.fields }
      waiting = waiting ? { ...mine, fields: combine(mine.fields, waiting.fields) } : mine
      contested = null
      become({ name: 'saving' })
      flush()
    },
    takeTheirs() {
      contested = null
      become({ name: waiting || flying ? 'saving' : 'saved' })
    },
    /** Gives up what was refused. */
    discard() {
      waiting = null
      contested = null
      become({ name: 'saved' })
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
export type Saver = ReturnType<typeof createSaver>
